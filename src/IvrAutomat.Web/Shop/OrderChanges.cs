using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// What all requests about an order of this database have in common. The live order is read just before writing and written only if it
/// still is what was read; effect, receipt and the request's own result are one transaction, so that an attempt which was cut off before
/// it could answer is never made twice.
/// </summary>
internal sealed class OrderChanges(
    IDbContextFactory<AutomatDb> contexts, OrderBook book, Secrets secrets, Contacts contacts, Receipts receipts, CaseBook cases,
    ShopSettings settings, TimeProvider time)
{
    private const int MostChanges = 3;

    /// <summary>Decides on the live order and writes what was decided.</summary>
    /// <param name="row">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="decide">What the request makes of the order; it may be asked again when somebody changed the order meanwhile.</param>
    /// <param name="cancellationToken">Gives up; nothing has been written then.</param>
    public async Task<WorkResult> PerformAsync(
        RequestRow row, string orderId, Func<LiveOrder, CancellationToken, Task<Change>> decide, CancellationToken cancellationToken)
    {
        for (var change = 0; change < MostChanges; change++)
        {
            if (await book.ReadAsync(orderId, cancellationToken) is not { } stored)
            {
                return new ShopUnavailable();
            }

            var live = await LiveAsync(row, stored, cancellationToken);
            switch (await decide(live, cancellationToken))
            {
                case Change.Refused refused:
                    return new RequestRefused(live.Order, refused.Why);
                case Change.Done done when await WriteAsync(live, stored, done, cancellationToken) is { } result:
                    return result;
            }
        }

        // It kept changing between reading and writing.
        return new ShopUnavailable();
    }

    private async Task<LiveOrder> LiveAsync(RequestRow row, OrderRow stored, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var numbers = await db.OrderKeys.Where(key => key.OrderId == stored.Id).Select(key => new { key.Kind, key.SpokenKey }).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return new LiveOrder(
            row, OrderBook.OrderOf(stored), stored.Former is { } former ? StoredJson.Read<Order>(former) : null, contacts.Read(stored.Contact),
            numbers.DistinctBy(key => key.Kind).ToDictionary(key => key.Kind, key => key.SpokenKey, StringComparer.Ordinal),
            HeldDetails.Read(secrets, row.Held), now, settings.DayOf(now));
    }

    private async Task<WorkResult?> WriteAsync(LiveOrder live, OrderRow stored, Change.Done done, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (done.Order != live.Order && !await ReplaceAsync(db, live, stored, done.Order, cancellationToken))
        {
            return null;
        }

        var channel = await PromiseAsync(db, live, done, cancellationToken);
        if (done.Also is { } also)
        {
            await also(db, cancellationToken);
        }

        if (channel == Channel.None && (done.Receipt ?? done.Mail) is not null)
        {
            await WriteByHandAsync(db, live, cancellationToken);
        }

        var result = new RequestDone(done.Order, channel);
        await db.SaveChangesAsync(cancellationToken);
        if (!await RequestResult.KeepAsync(db, live.Row, result, cancellationToken))
        {
            // Another attempt of the same request was quicker: what it did counts, and this one leaves nothing behind.
            return new ShopUnavailable();
        }

        await transaction.CommitAsync(cancellationToken);
        receipts.Promised();
        return result;
    }

    private static async Task<bool> ReplaceAsync(AutomatDb db, LiveOrder live, OrderRow stored, Order order, CancellationToken cancellationToken)
    {
        var data = StoredJson.Write(order);
        return await db.Orders.Where(row => row.Id == stored.Id && row.Data == stored.Data).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Data, data)
                .SetProperty(row => row.Former, stored.Data)
                .SetProperty(row => row.ChangedAt, live.Now)
                .SetProperty(row => row.ChangedBy, live.Row.Id),
            cancellationToken) == 1;
    }

    private async Task<Channel> PromiseAsync(AutomatDb db, LiveOrder live, Change.Done done, CancellationToken cancellationToken)
    {
        var about = new ReceiptFor(live.Row.Id, live.Row.CallId, live.Order.Id, CaseId: null);
        var byMail = done.Mail is { } mail && await receipts.PromiseMailAsync(db, about, live.Contact, mail, cancellationToken);
        if (done.Receipt is { } receipt && !(byMail && live.Contact.Channel == Channel.Email))
        {
            return await receipts.PromiseAsync(db, about, live.Contact, receipt, cancellationToken);
        }

        return byMail ? Channel.Email : done.Mail is null ? live.Contact.Channel : Channel.None;
    }

    // Who cannot be written to is told twice, and a person writes.
    private async Task WriteByHandAsync(AutomatDb db, LiveOrder live, CancellationToken cancellationToken)
    {
        var byHand = new OpenCase(CaseKind.FailedRequest, HandoverReason.NoContact, live.Order.Id, settings.Profile.DueAfter(live.Now));
        var wish = new CaseWish(live.Row.Id + "-by-hand", live.Row.CallId, byHand)
        {
            Phone = live.Held.CallBack,
            Detail = new CaseDetail { At = live.Now, Wanted = StoredJson.Read<Work>(live.Row.Body) },
            Receipt = false,
        };
        await cases.StageAsync(db, wish, cancellationToken);
    }
}
