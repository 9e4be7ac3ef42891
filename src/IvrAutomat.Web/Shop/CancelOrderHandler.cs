using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Cancels an order of this database. The live order is read just before writing, and written only if it still is what was read; the
/// receipt is promised in the same transaction.
/// </summary>
internal sealed class CancelOrderHandler(
    IDbContextFactory<AutomatDb> contexts, OrderBook book, Secrets secrets, Receipts receipts, CaseBook cases, ShopSettings settings, TimeProvider time)
    : IRequestHandler
{
    private const int MostChanges = 3;

    /// <inheritdoc />
    public Type Handles => typeof(CancelOrder);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
    {
        for (var change = 0; change < MostChanges; change++)
        {
            if (await book.ReadAsync(((CancelOrder)request).Id, cancellationToken) is not { } stored)
            {
                return new ShopUnavailable();
            }

            var order = OrderBook.OrderOf(stored);
            var contact = Contact.Read(secrets, stored.Contact);
            if (stored.ChangedBy == row.Id && order.State == OrderState.Cancelled)
            {
                // Cancelled by an earlier attempt, which was cut off before it could say so.
                return new RequestDone(order, contact.Channel);
            }

            if (OrderPolicy.WhyNot(order, OrderTask.Cancel) is { } why)
            {
                return new RequestRefused(order, why);
            }

            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.Profile.TimeZone).DateTime);
            var cancelled = order with { State = OrderState.Cancelled, CancelledOn = today, OwnFault = null };
            if (await WriteAsync(row, stored, cancelled, contact, cancellationToken) is { } channel)
            {
                if (channel == Channel.None)
                {
                    var byHand = new OpenCase(CaseKind.FailedRequest, HandoverReason.NoContact, stored.Id, settings.Profile.DueAfter(time.GetUtcNow()));
                    await cases.OpenAsync(new CaseWish(row.Id, row.CallId, byHand, row.Held, Receipt: false), cancellationToken);
                }

                return new RequestDone(cancelled, channel);
            }
        }

        // It kept changing between reading and writing.
        return new ShopUnavailable();
    }

    private async Task<Channel?> WriteAsync(
        RequestRow request, OrderRow stored, Order cancelled, Contact contact, CancellationToken cancellationToken)
    {
        var data = StoredJson.Write(cancelled);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var written = await db.Orders.Where(row => row.Id == stored.Id && row.Data == stored.Data).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Data, data)
                .SetProperty(row => row.Former, stored.Data)
                .SetProperty(row => row.ChangedAt, time.GetUtcNow())
                .SetProperty(row => row.ChangedBy, request.Id),
            cancellationToken);
        if (written == 0)
        {
            return null;
        }

        var about = new ReceiptFor(request.Id, request.CallId, stored.Id, CaseId: null);
        // Nothing is left to arrange about an order that is not wanted any more.
        await db.Cases.Where(row => row.OrderId == stored.Id && row.Kind == nameof(CaseKind.OwnFault) && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, time.GetUtcNow()), cancellationToken);
        var channel = await receipts.PromiseAsync(db, about, contact, receipts.Cancelled(cancelled), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        receipts.Promised();
        return channel;
    }
}
