using System.Data.Common;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Pins;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// The mirror of the shop's orders in this database: written. Whatever is older than what is known already is left out, and what calls noted
/// about an order is never lost to it.
/// </summary>
internal sealed class MirrorStore(
    IDbContextFactory<AutomatDb> contexts, OrderReading reading, ShopLists lists, Secrets secrets, Contacts contacts, OrderPins pins,
    PinTelling telling, CaseBook cases, ShopSettings settings, TimeProvider time)
{
    private const int MostTries = 4;

    /// <summary>Stores orders that were read, at most a hundred.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="asOf">When the request for them began.</param>
    /// <param name="isFill">They are the shop's past: nobody is told anything about them.</param>
    /// <param name="cancellationToken">Gives up; all or nothing is stored.</param>
    public async Task StoreAsync(IReadOnlyList<UpgatesOrder> orders, DateTimeOffset asOf, bool isFill, CancellationToken cancellationToken)
    {
        // Asked first: it counts from the first look on, whether or not that brought anything.
        var tellSince = isFill ? null : await telling.SinceAsync(cancellationToken);
        if (orders.Count == 0)
        {
            return;
        }

        var statuses = await lists.StatusesAsync(isFill ? Urgency.Background : Urgency.Call, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await TryStoreAsync(orders, asOf, statuses, tellSince, cancellationToken))
                {
                    return;
                }
            }
            catch (Exception busy) when (attempt < MostTries && busy is DbUpdateException or DbException)
            {
                // Somebody stored one of them at the same time, or holds the database.
            }

            if (attempt == MostTries)
            {
                throw new TimeoutException($"{orders.Count} orders kept changing while they were stored.");
            }
        }
    }

    /// <summary>The order was deleted: nobody can ask for it any more, and its customer is forgotten.</summary>
    public async Task ForgetAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
    {
        var ids = numbers.Select(UpgatesOrder.IdOf).ToList();
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Mirror.Where(row => ids.Contains(row.OrderId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsGone, true).SetProperty(row => row.SeenAt, now), cancellationToken);
        await db.OrderKeys.Where(key => ids.Contains(key.OrderId)).ExecuteDeleteAsync(cancellationToken);
        await db.Orders.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PhoneKey, (string?)null).SetProperty(row => row.Contact, (byte[]?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Forgets everything that came from Upgates, as if it had never been asked.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Hints.ExecuteDeleteAsync(cancellationToken);
        await db.ShopRecords.ExecuteDeleteAsync(cancellationToken);
        await db.MetStatuses.ExecuteDeleteAsync(cancellationToken);
        await db.MirrorNotes.ExecuteDeleteAsync(cancellationToken);
        await db.OrderKeys.Where(key => db.Mirror.Any(row => row.OrderId == key.OrderId)).ExecuteDeleteAsync(cancellationToken);
        await db.Orders.Where(order => db.Mirror.Any(row => row.OrderId == order.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Mirror.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Notes what we are about to overwrite, so that it can be written back.</summary>
    public async Task RememberAsync(string orderId, string? statusId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Mirror.Where(row => row.OrderId == orderId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FormerStatusId, statusId), cancellationToken);
    }

    /// <summary>Notes what we have written: the mirror has seen it, and does not take the message about it for news.</summary>
    public async Task WroteAsync(string orderId, Func<UpgatesFacts, UpgatesFacts> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Mirror.SingleOrDefaultAsync(row => row.OrderId == orderId, cancellationToken) is { } row)
        {
            var facts = change(StoredJson.Read<UpgatesFacts>(row.Facts));
            (row.Facts, row.StatusId, row.Status) = (StoredJson.Write(facts), facts.StatusId, facts.Status);
            row.SeenAt = time.GetUtcNow();
            row.WrittenAt = row.SeenAt;
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // Upgates cannot be told to write only what has not changed: between our reading and our writing somebody may have sent the parcel.
    private async Task CheckLeftAsync(AutomatDb db, OrderRow next, UpgatesFacts facts, UpgatesFacts? before, CancellationToken cancellationToken)
    {
        if (facts.Tracking is not null && before is { Tracking: null }
            && OrderBook.OrderOf(next) is { State: OrderState.Cancelled, CancelledAt: not null })
        {
            var open = new OpenCase(CaseKind.FailedRequest, HandoverReason.CancelFailed, next.Id, settings.Profile.DueAfter(time.GetUtcNow()));
            await cases.StageAsync(db, new CaseWish($"{next.Id}-left", string.Empty, open) { Receipt = false }, cancellationToken);
        }
    }

    private async Task<bool> TryStoreAsync(
        IReadOnlyList<UpgatesOrder> orders, DateTimeOffset asOf, ShopStatuses statuses, DateTimeOffset? tellSince, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = orders.Select(order => UpgatesOrder.IdOf(order.Facts.Number)).ToList();
        var numbers = orders.Select(order => order.Facts.Number).ToList();
        var known = await db.Mirror.Where(row => ids.Contains(row.OrderId)).ToDictionaryAsync(row => row.OrderId, cancellationToken);
        var rows = await db.Orders.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var keys = (await db.OrderKeys.Where(key => ids.Contains(key.OrderId)).ToListAsync(cancellationToken)).ToLookup(key => key.OrderId);
        var versions = await db.PinVersions.Where(pin => numbers.Contains(pin.Number)).ToDictionaryAsync(pin => pin.Number, pin => pin.Version, cancellationToken);
        foreach (var order in orders.DistinctBy(order => order.Facts.Number))
        {
            var id = UpgatesOrder.IdOf(order.Facts.Number);
            var before = known.GetValueOrDefault(id);
            if (before?.SeenAt > asOf)
            {
                continue;
            }

            var factsBefore = before is null ? null : StoredJson.Read<UpgatesFacts>(before.Facts);
            var facts = Continue(order.Facts, factsBefore);
            var pin = settings.Identification.PinField is { } field ? order.Fields.GetValueOrDefault(field) : null;
            var next = RowOf(facts, order.Contact, rows.GetValueOrDefault(id), pins.KeyOf(id, facts.Number, versions.GetValueOrDefault(facts.Number), pin), statuses);
            if (!await PutAsync(db, next, rows.GetValueOrDefault(id), cancellationToken))
            {
                return false;
            }

            await CheckLeftAsync(db, next, facts, factsBefore, cancellationToken);
            Keep(db, before, facts, asOf);
            PutKeys(db, next.Id, facts, keys[id]);
            if (before is null && tellSince is { } since)
            {
                await telling.PromiseAsync(db, next, facts, order.Contact, pin, since, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        telling.Promised();
        return true;
    }

    // What only somebody who watched can know: since when the status holds, how often the day was moved.
    private static UpgatesFacts Continue(UpgatesFacts facts, UpgatesFacts? before) => before is null
        ? facts with { StatusSince = facts.UpdatedAt ?? facts.CreatedAt }
        : facts with
        {
            StatusSince = facts.StatusId == before.StatusId ? before.StatusSince : facts.UpdatedAt,
            DispatchMoves = before.DispatchMoves + (before.DispatchOn is { } told && facts.DispatchOn > told ? 1 : 0),
        };

    private OrderRow RowOf(UpgatesFacts facts, Contact contact, OrderRow? before, string pinKey, ShopStatuses statuses)
    {
        var kept = before is null ? null : OrderBook.OrderOf(before);
        var reachable = settings.HasMail ? contact : contact with { Email = null };
        var same = before?.Contact is { } sealedContact && contacts.ReadWhole(sealedContact) == contact;
        return new OrderRow
        {
            Id = UpgatesOrder.IdOf(facts.Number),
            Number = facts.Number,
            PhoneKey = contact.Phone is { } phone ? secrets.Hash(SecretLabel.Phone, phone) : null,
            Contact = same ? before!.Contact : contact.Protect(secrets),
            PinKey = pinKey,
            ChangedAt = facts.UpdatedAt ?? facts.CreatedAt ?? time.GetUtcNow(),
            ChangedBy = before?.ChangedBy,
            Data = StoredJson.Write(reading.Read(facts, reachable, kept, statuses, time.GetUtcNow()).Order),
            Former = before?.Former,
        };
    }

    // An order that a call changed meanwhile is read again rather than overwritten.
    private static async Task<bool> PutAsync(AutomatDb db, OrderRow next, OrderRow? before, CancellationToken cancellationToken)
    {
        if (before is null)
        {
            db.Orders.Add(next);
            return true;
        }

        return (before.Data == next.Data && before.PinKey == next.PinKey && before.PhoneKey == next.PhoneKey && before.ChangedAt == next.ChangedAt
                && ReferenceEquals(before.Contact, next.Contact))
            || await db.Orders.Where(row => row.Id == next.Id && row.Data == before.Data).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Data, next.Data)
                    .SetProperty(row => row.PhoneKey, next.PhoneKey)
                    .SetProperty(row => row.Contact, next.Contact)
                    .SetProperty(row => row.PinKey, next.PinKey)
                    .SetProperty(row => row.ChangedAt, next.ChangedAt),
                cancellationToken) == 1;
    }

    private static void Keep(AutomatDb db, MirrorRow? row, UpgatesFacts facts, DateTimeOffset asOf)
    {
        if (row is null)
        {
            row = new MirrorRow { OrderId = UpgatesOrder.IdOf(facts.Number), Number = facts.Number, Facts = string.Empty };
            db.Mirror.Add(row);
        }

        (row.StatusId, row.Status, row.UpdatedAt, row.SeenAt, row.IsGone) = (facts.StatusId, facts.Status, facts.UpdatedAt, asOf, false);
        row.Facts = StoredJson.Write(facts);
    }

    private static void PutKeys(AutomatDb db, string orderId, UpgatesFacts facts, IEnumerable<OrderKeyRow> present)
    {
        (string Kind, string? Number)[] numbers =
        [
            (OrderNumberKind.Order, facts.Number), (OrderNumberKind.VariableSymbol, facts.Symbol), (OrderNumberKind.Invoice, facts.Invoice),
            (OrderNumberKind.Parcel, facts.Tracking),
        ];
        var wanted = numbers.Select(each => (each.Kind, Key: SpokenKey.Of(each.Number))).Where(each => each.Key is not null).ToHashSet();
        db.OrderKeys.RemoveRange(present.Where(key => !wanted.Remove((key.Kind, key.SpokenKey))));
        db.OrderKeys.AddRange(wanted.Select(each => new OrderKeyRow { Kind = each.Kind, SpokenKey = each.Key!, OrderId = orderId }));
    }
}
