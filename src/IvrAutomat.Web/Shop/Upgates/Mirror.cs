using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>What the mirror knows of an order.</summary>
/// <param name="Row">The order's row, as it is stored.</param>
/// <param name="Known">What Upgates says.</param>
/// <param name="AsOf">Since when nothing newer is known.</param>
/// <param name="IsHinted">Somebody said that it has changed since.</param>
internal sealed record MirrorSight(OrderRow Row, MirrorRow Known, DateTimeOffset AsOf, bool IsHinted)
{
    /// <summary>What Upgates says.</summary>
    public UpgatesFacts Facts => StoredJson.Read<UpgatesFacts>(Known.Facts);
}

/// <summary>The mirror of the shop's orders in this database: read. It asks Upgates nothing but its lists.</summary>
internal sealed class Mirror(
    IDbContextFactory<AutomatDb> contexts, OrderReading reading, ShopLists lists, Contacts contacts, TimeProvider time)
{
    /// <summary>The note with the instant as of which all changes are known.</summary>
    public const string CaughtUp = "caught-up";

    /// <summary>An order; null when the mirror does not have it, or it was deleted.</summary>
    public async Task<MirrorSight?> FindAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Mirror.AsNoTracking().Where(row => row.OrderId == orderId && !row.IsGone)
            .Join(db.Orders.AsNoTracking(), row => row.OrderId, order => order.Id, (known, order) => new { order, known })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var hint = await db.Hints.AsNoTracking().SingleOrDefaultAsync(each => each.Number == found.known.Number, cancellationToken);
        var caughtUp = await db.MirrorNotes.Where(note => note.Name == CaughtUp).Select(note => note.Value).SingleOrDefaultAsync(cancellationToken);
        var isHinted = hint is not null && !IsOurs(hint, found.known);
        var asOf = Later(found.known.SeenAt, caughtUp is null ? null : StoredJson.Read<DateTimeOffset>(caughtUp));
        return new MirrorSight(found.order, found.known, isHinted && hint!.ReceivedAt < asOf ? Later(found.known.SeenAt, hint.ReceivedAt) : asOf, isHinted);
    }

    /// <summary>Tells nothing new: what we wrote ourselves, or have read since.</summary>
    public static bool IsOurs(HintRow hint, MirrorRow known)
        => hint.ChangedAt is { } changed && changed <= known.SeenAt && hint.StatusId is { } status && status == known.StatusId;

    /// <summary>The order as it reads now, whatever the stored row says of it.</summary>
    public async Task<(OrderRow Row, ReadOrderOf Read)> ReadAsync(MirrorSight sight, CancellationToken cancellationToken)
    {
        var statuses = await lists.StatusesAsync(Urgency.Call, cancellationToken);
        var read = reading.Read(sight.Facts, contacts.Read(sight.Row.Contact), OrderBook.OrderOf(sight.Row), statuses, time.GetUtcNow());
        var row = sight.Row;
        return (new OrderRow
        {
            Id = row.Id,
            Number = row.Number,
            PhoneKey = row.PhoneKey,
            Contact = row.Contact,
            PinKey = row.PinKey,
            ChangedAt = row.ChangedAt,
            ChangedBy = row.ChangedBy,
            Data = StoredJson.Write(read.Order),
            Former = row.Former,
        }, read);
    }

    /// <summary>Counts that a caller asked about an order whose status nobody has given a meaning.</summary>
    public async Task MeetAsync(MirrorRow known, CancellationToken cancellationToken)
    {
        var (id, name, now) = (known.StatusId ?? "-", known.Status ?? "-", time.GetUtcNow().ToUnixTimeMilliseconds());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO met_statuses (status_id, name, times, at) VALUES ({id}, {name}, 1, {now})
            ON CONFLICT (status_id) DO UPDATE SET times = met_statuses.times + 1, name = excluded.name, at = excluded.at
            """,
            cancellationToken);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
