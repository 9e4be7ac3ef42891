using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>
/// Adds to an order what Zásilkovna says of its parcel, whatever system the order comes from. A parcel is asked for at most once in a
/// quarter of an hour; where Zásilkovna does not answer in time, what it said last is told with its time, or else the shop's own state.
/// </summary>
internal sealed class ParcelSight(
    IDbContextFactory<AutomatDb> contexts, SystemsNow systems, PacketaClient packeta, PickupPoints points, ShopSettings settings, TimeProvider time)
{
    /// <summary>How long an answer is as good as a new one.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(15);

    /// <summary>How long an order waits for its parcel: the shop's own system may have taken its time before.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long it waits for the name of a point, without which the status is only shorter.</summary>
    public static readonly TimeSpan PatienceForName = TimeSpan.FromSeconds(2);

    /// <summary>How long Zásilkovna is left alone about a parcel after it did not answer.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(2);

    /// <summary>The order with its parcel, and since when nothing newer is known of that; null when it is up to date.</summary>
    public async Task<(Order Order, DateTimeOffset? AsOf)> SeeAsync(Order order, CancellationToken cancellationToken)
    {
        if (!systems().Packeta.IsSet || order.State == OrderState.Cancelled || !IsCarriedBy(order.Carrier))
        {
            return (order, null);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await db.OrderKeys.Where(key => key.OrderId == order.Id && key.Kind == OrderNumberKind.Parcel)
            .Select(key => key.SpokenKey).ToListAsync(cancellationToken);
        if (keys.Find(IsParcel) is not { } id)
        {
            return (order, null);
        }

        var row = await db.Parcels.AsNoTracking().SingleOrDefaultAsync(parcel => parcel.Id == id, cancellationToken);
        var known = row?.State is { } stored ? StoredJson.Read<ParcelState>(stored) : null;
        var asOf = row?.SeenAt;
        if (known is not { IsFinal: true } && IsDue(row))
        {
            if (await AskAsync(id, known, cancellationToken) is { } now)
            {
                (known, asOf) = (now, null);
                await KeepAsync(id, now, cancellationToken);
            }
            else
            {
                await KeepAsync(id, state: null, cancellationToken);
            }
        }
        else if (known is { IsFinal: true } || time.GetUtcNow() - asOf < FreshFor)
        {
            asOf = null;
        }

        return known is null ? (order, null) : (await WithAsync(order, known, row?.Extended ?? 0, cancellationToken), asOf);
    }

    /// <summary>The parcel of an order at Zásilkovna: ten digits; null when the order has none there.</summary>
    public static string? ParcelOf(Order order, IReadOnlyDictionary<string, string> numbers)
        => IsCarriedBy(order.Carrier) && numbers.TryGetValue(OrderNumberKind.Parcel, out var number) && IsParcel(number) ? number : null;

    /// <summary>Whether a carrier's name is one of Zásilkovna's.</summary>
    public static bool IsCarriedBy(string? carrier) => carrier is not null
        && (carrier.Contains("Zásilkovn", StringComparison.OrdinalIgnoreCase) || carrier.Contains("Packeta", StringComparison.OrdinalIgnoreCase)
            || carrier.Contains("Z-BOX", StringComparison.OrdinalIgnoreCase));

    /// <summary>Notes, in a transaction that is under way, that a stay was made longer.</summary>
    public static async Task ExtendedAsync(AutomatDb db, string id, DateOnly until, CancellationToken cancellationToken)
    {
        if (await db.Parcels.SingleOrDefaultAsync(parcel => parcel.Id == id, cancellationToken) is { State: { } stored } row)
        {
            row.State = StoredJson.Write(StoredJson.Read<ParcelState>(stored) with { StoredUntil = until });
            row.Extended++;
        }
    }

    private static bool IsParcel(string number) => number.Length == 10 && number.All(char.IsAsciiDigit);

    private bool IsDue(ParcelRow? row)
    {
        var now = time.GetUtcNow();
        return row is null || !((row.State is not null && now - row.SeenAt < FreshFor) || now - row.TriedAt < AskAgainAfter);
    }

    private async Task<ParcelState?> AskAsync(string id, ParcelState? before, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await packeta.StatusAsync(id, either.Token) is PacketaReply.Ok ok && ParcelState.Read(ok) is { } now
                ? now with { WasRedirected = now.WasRedirected || before is { WasRedirected: true } }
                : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<Order> WithAsync(Order order, ParcelState state, int extended, CancellationToken cancellationToken)
    {
        // The shop knows where the customer wanted it; a parcel that was redirected is somewhere else.
        var point = state.WasRedirected && !order.IsRedirected ? null : order.Point;
        var at = state.Code == ParcelState.AtPoint && state.Branch > 0 ? state.Branch : state.Destination;
        if (point is null && at > 0 && !state.IsFinal && !state.IsElsewhere)
        {
            point = await PointAsync(at, cancellationToken);
        }

        return ParcelMeaning.Of(
            order with { IsRedirected = order.IsRedirected || state.WasRedirected, Point = point }, state,
            settings.DayOf(time.GetUtcNow()), systems().Packeta.ExtendDays, extended);
    }

    private async Task<string?> PointAsync(int point, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PatienceForName, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await points.NameAsync(point, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task KeepAsync(string id, ParcelState? state, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var json = state is null ? null : StoredJson.Write(state);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.Parcels.Where(row => row.Id == id);
        var kept = json is null
            ? await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.TriedAt, now), cancellationToken)
            : await rows.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, json).SetProperty(row => row.SeenAt, now).SetProperty(row => row.TriedAt, now),
                cancellationToken);
        if (kept > 0)
        {
            return;
        }

        db.Parcels.Add(new ParcelRow { Id = id, State = json, SeenAt = json is null ? null : now, TriedAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another call asked at the same moment; both were told the same.
        }
    }
}
