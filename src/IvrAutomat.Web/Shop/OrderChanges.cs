using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Packeta;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// What all requests about an order have in common. The live order is read just before writing; what a system elsewhere has to do is done
/// there first, at most once; then effect, receipt and the request's own result are one transaction, so that an attempt which was cut off
/// before it could answer is never made twice.
/// </summary>
internal sealed class OrderChanges(
    IDbContextFactory<AutomatDb> contexts, IShopSystem shop, OrderBook book, ParcelSight parcels, OutsideActs acts, Secrets secrets,
    Contacts contacts, Receipts receipts, CaseBook cases, ShopSettings settings, TimeProvider time)
{
    private const int MostChanges = 3;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Decides on the live order and does what was decided.</summary>
    /// <param name="row">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="decide">
    /// What the request makes of the order. It may be asked again: when somebody changed the order meanwhile, and after an attempt that was
    /// cut off, then with the order as that attempt had read it.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing has been written in this database then.</param>
    public async Task<WorkResult> PerformAsync(
        RequestRow row, string orderId, Func<LiveOrder, CancellationToken, Task<Change>> decide, CancellationToken cancellationToken)
    {
        for (var change = 0; change < MostChanges; change++)
        {
            var begun = await acts.FindAsync(row.Id, cancellationToken);
            if (await (begun is null ? shop.ReadLiveAsync(orderId, cancellationToken) : book.RowAsync(orderId, cancellationToken)) is not { } stored)
            {
                return shop.IsBusy ? new NotYet(Soon) : new ShopUnavailable();
            }

            var live = await LiveAsync(row, stored, begun, cancellationToken);
            switch (await DecideAsync(live, decide, cancellationToken))
            {
                case (Change.Refused refused, _, _):
                    return new RequestRefused(live.Order, refused.Why);
                case (Change.ByPerson person, _, _):
                    return new LeftToPerson(person.Why);
                case (null, { } open, _):
                    return open;
                case (Change.Done done, _, var outside) when await WriteAsync(live, stored, done, outside, cancellationToken) is { } result:
                    return result;
            }
        }

        // It kept changing between reading and writing.
        return new ShopUnavailable();
    }

    // What is asked of a system elsewhere may depend on what another one answered.
    private async Task<(Change? Change, WorkResult? Open, bool Outside)> DecideAsync(
        LiveOrder live, Func<LiveOrder, CancellationToken, Task<Change>> decide, CancellationToken cancellationToken)
    {
        var change = await decide(live, cancellationToken);
        var isOutside = false;
        while (change is Change.Outside outside)
        {
            isOutside = true;
            switch (await acts.PerformAsync(live.Row.Id, live.Order, outside.Write, cancellationToken))
            {
                case OutsideOutcome.Done done:
                    change = outside.Then(done.Result);
                    break;
                case OutsideOutcome.Refused refused:
                    change = Change.Refuse(refused.Why);
                    break;
                case OutsideOutcome.NotDone or OutsideOutcome.Unknown:
                    return (null, new NotYet(Soon), isOutside);
                default:
                    return (null, new LeftToPerson(HandoverReason.Unconfirmed), isOutside);
            }
        }

        return (change, null, isOutside);
    }

    private async Task<LiveOrder> LiveAsync(RequestRow row, OrderRow stored, OutsideActRow? begun, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var numbers = await db.OrderKeys.Where(key => key.OrderId == stored.Id).Select(key => new { key.Kind, key.SpokenKey }).ToListAsync(cancellationToken);

        // An attempt that goes on where another was cut off sees what that one saw.
        var now = begun?.CreatedAt ?? time.GetUtcNow();
        return new LiveOrder(
            row, begun is null ? (await parcels.SeeAsync(OrderBook.OrderOf(stored), cancellationToken)).Order : StoredJson.Read<Order>(begun.Before),
            stored.Former is { } former ? StoredJson.Read<Order>(former) : null, contacts.Read(stored.Contact),
            numbers.DistinctBy(key => key.Kind).ToDictionary(key => key.Kind, key => key.SpokenKey, StringComparer.Ordinal),
            HeldDetails.Read(secrets, row.Held), now, settings.DayOf(now));
    }

    // What is done elsewhere is written here whatever became of the row meanwhile: the next reading of the shop puts the rest right.
    private async Task<WorkResult?> WriteAsync(
        LiveOrder live, OrderRow stored, Change.Done done, bool isOutside, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (done.Order != live.Order && !await ReplaceAsync(db, live, stored, done.Order, isOutside, cancellationToken))
        {
            return null;
        }

        var refund = done.OwesRefund ? await OweRefundAsync(db, live, cancellationToken) : null;
        var channel = await PromiseAsync(db, live, done, cancellationToken);
        if (done.Also is { } also)
        {
            await also(db, cancellationToken);
        }

        if (done.Order != live.Order || (done.Receipt ?? done.Mail) is not null)
        {
            shop.Record(db, live);
        }

        if (channel == Channel.None && (done.Receipt ?? done.Mail) is not null)
        {
            await WriteByHandAsync(db, live, cancellationToken);
        }

        var result = new RequestDone(done.Order, channel) { Refund = refund };
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

    private static async Task<bool> ReplaceAsync(
        AutomatDb db, LiveOrder live, OrderRow stored, Order order, bool isOutside, CancellationToken cancellationToken)
    {
        var data = StoredJson.Write(order);
        var former = isOutside ? StoredJson.Write(live.Order) : stored.Data;
        return await db.Orders.Where(row => row.Id == stored.Id && (isOutside || row.Data == stored.Data)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Data, data)
                .SetProperty(row => row.Former, former)
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

    // The automat sends no money: a person does, within the law's time (Civil Code, section 1832).
    private async Task<RefundDue> OweRefundAsync(AutomatDb db, LiveOrder live, CancellationToken cancellationToken)
    {
        var until = live.Today.AddDays(settings.RefundWithin);
        var open = new OpenCase(CaseKind.Refund, HandoverReason.PaidOrder, live.Order.Id, settings.EndOf(until));
        var wish = new CaseWish(live.Row.Id + "-refund", live.Row.CallId, open) { Receipt = false };
        await cases.StageAsync(db, wish, cancellationToken);
        var owner = db.Cases.Local.FirstOrDefault(row => row.OrderId == live.Order.Id && row.Kind == nameof(CaseKind.Refund))?.Owner ?? settings.Profile.Name;
        return new RefundDue(owner, until);
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
