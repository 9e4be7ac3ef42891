using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Pins;

/// <summary>Gives the shop's own people and programs the PIN of an order, and a new one.</summary>
internal sealed class PinDesk(IDbContextFactory<AutomatDb> contexts, OrderPins pins)
{
    private const int LongestNumber = 64;

    /// <summary>Whether there are PINs to give; where they stand in the order itself, or there are none, nobody asks here.</summary>
    public bool IsOpen => pins.AreDerived;

    /// <summary>
    /// The PIN of an order. Whether there is such an order is not asked: the shop's first e-mail leaves before anybody has told us of it.
    /// </summary>
    /// <returns>Null when the text cannot be the number of an order.</returns>
    public async Task<string?> FindAsync(string number, CancellationToken cancellationToken)
    {
        if (Trim(number) is not { } wanted)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return pins.Derive(wanted, await db.PinVersions.Where(pin => pin.Number == wanted).Select(pin => pin.Version).SingleOrDefaultAsync(cancellationToken));
    }

    /// <summary>There is an order of this number here.</summary>
    public async Task<bool> IsKnownAsync(string number, CancellationToken cancellationToken)
    {
        var wanted = Trim(number);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return wanted is not null && await db.Orders.AnyAsync(order => order.Number == wanted, cancellationToken);
    }

    /// <summary>Makes a new PIN; the old one is wrong from now on.</summary>
    /// <returns>The new one; null as for <see cref="FindAsync"/>.</returns>
    public async Task<string?> RenewAsync(string number, CancellationToken cancellationToken)
    {
        if (Trim(number) is not { } wanted)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO pin_versions (number, version) VALUES ({wanted}, 1) ON CONFLICT (number) DO UPDATE SET version = pin_versions.version + 1",
            cancellationToken);
        var version = await db.PinVersions.Where(pin => pin.Number == wanted).Select(pin => pin.Version).SingleAsync(cancellationToken);
        foreach (var id in await db.Orders.Where(order => order.Number == wanted).Select(order => order.Id).ToListAsync(cancellationToken))
        {
            var key = pins.KeyOf(id, wanted, version, field: null);
            await db.Orders.Where(order => order.Id == id).ExecuteUpdateAsync(set => set.SetProperty(order => order.PinKey, key), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return pins.Derive(wanted, version);
    }

    private static string? Trim(string number)
        => number.Trim() is { Length: > 0 and <= LongestNumber } wanted && SpokenKey.Of(wanted) is not null ? wanted : null;
}
