using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Paying;
using IvrAutomat.Web.Shop.Requests;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>
/// The gateway has money for an order: the shop learns of it, and the customer is thanked. Where nothing was to be paid any more, or
/// something else, a person decides what becomes of the money.
/// </summary>
internal sealed partial class NotePaymentHandler(
    OrderChanges changes, IShopSystem shop, IDbContextFactory<AutomatDb> contexts, CaseBook cases, Letters letters, ShopSettings settings,
    ILogger<NotePaymentHandler> log) : OrderHandler<NotePayment>(changes)
{
    /// <inheritdoc />
    protected override async Task<Change> DecideAsync(NotePayment request, LiveOrder live, CancellationToken cancellationToken)
    {
        if (live.Order.State == OrderState.Cancelled)
        {
            return ForPerson(live, request, CaseKind.Refund, HandoverReason.PaidOrder);
        }

        if (live.Order.IsPaid || await IsSecondAsync(live, cancellationToken))
        {
            LogSecond(log, live.Row.Id);
            return ForPerson(live, request, CaseKind.Refund, HandoverReason.PaidOrder);
        }

        if (PaymentLinks.HellersOf(live.Order) != request.Minor || OrderPolicy.WhyNot(live.Order, OrderTask.Payment) is not null)
        {
            LogChanged(log, live.Row.Id);
            return ForPerson(live, request, CaseKind.FailedRequest, HandoverReason.Unconfirmed);
        }

        var paid = PaidOrder.Of(live.Order, live.Today, settings);
        return Change.Through(
            shop.Write(live, new OrderEdit.Paid(live.Now)),
            Change.To(paid, letters.Paid(paid, paid.DispatchOn ?? settings.WorkingDay(live.Today, settings.DispatchWithin))));
    }

    // Of two payments at the same moment one is the first: the same one whoever asks.
    private async Task<bool> IsSecondAsync(LiveOrder live, CancellationToken cancellationToken)
    {
        var id = live.Row.Id[GatewayWatch.RequestPrefix.Length..];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var first = await db.GatewayPayments.Where(row => row.OrderId == live.Order.Id && row.State == GatewayPaymentState.Paid)
            .OrderBy(row => row.PaidAt).ThenBy(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return first is not null && first != id;
    }

    // The order stays as it is; no money is ever sent back by the automat.
    private Change.Done ForPerson(LiveOrder live, NotePayment request, CaseKind kind, HandoverReason why) => new(live.Order)
    {
        Also = (db, stop) => cases.StageAsync(
            db,
            new CaseWish($"{live.Row.Id}-case", live.Row.CallId, new OpenCase(kind, why, live.Order.Id, settings.Profile.DueAfter(live.Now)))
            {
                Detail = new CaseDetail { At = live.Now, Wanted = request },
                Receipt = false,
            },
            stop),
    };

    [LoggerMessage(3047, LogLevel.Critical, "A second payment came for an order that is paid ({Request}). A case is open for sending it back.")]
    private static partial void LogSecond(ILogger logger, string request);

    [LoggerMessage(3048, LogLevel.Error, "A payment came for an order that has changed since its link was sent ({Request}). A case is open.")]
    private static partial void LogChanged(ILogger logger, string request);
}
