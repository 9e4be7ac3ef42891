using IvrAutomat.Calls;
using IvrAutomat.Orders;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Cancels an order; for a while it can be taken back.</summary>
internal sealed class CancelOrderHandler(OrderChanges changes, Letters letters, ShopSettings settings) : OrderHandler<CancelOrder>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(CancelOrder request, LiveOrder live)
    {
        if (OrderPolicy.WhyNot(live.Order, OrderTask.Cancel) is { } why)
        {
            return Change.Refuse(why);
        }

        var cancelled = live.Order with
        {
            State = OrderState.Cancelled,
            CancelledOn = live.Today,
            CancelledAt = live.Now,
            RestorableUntil = live.Now + settings.Profile.RestoreFor,
            OwnFault = null,
        };
        return Change.To(cancelled, letters.Cancelled(cancelled)) with
        {
            // Nothing is left to arrange about an order that is not wanted any more.
            Also = (db, stop) => db.Cases
                .Where(row => row.OrderId == live.Order.Id && row.Kind == nameof(CaseKind.OwnFault) && row.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, live.Now), stop),
        };
    }
}

/// <summary>Takes a cancellation back: the order becomes what it was, as long as it still is as the cancellation left it.</summary>
internal sealed class RestoreOrderHandler(OrderChanges changes, Letters letters) : OrderHandler<RestoreOrder>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(RestoreOrder request, LiveOrder live)
        => RequestPolicy.WhyNotRestore(live.Order, live.Now) is { } why ? Change.Refuse(why)
            : live.Former is { } former && former.State != OrderState.Cancelled ? Change.To(former, letters.Restored(former))
            : Change.Refuse(NotNow.Cancelled);
}

/// <summary>Confirms an order that is paid on delivery; now it has a day on which it leaves.</summary>
internal sealed class ConfirmOrderHandler(OrderChanges changes, Letters letters, ShopSettings settings) : OrderHandler<ConfirmOrder>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(ConfirmOrder request, LiveOrder live)
    {
        if (RequestPolicy.WhyNotConfirm(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        if (live.Order.State != OrderState.AwaitingConfirmation)
        {
            return Change.Nothing(live);
        }

        var dispatch = settings.WorkingDay(live.Today, settings.DispatchWithin);
        var confirmed = live.Order with { State = OrderState.Received, DispatchOn = dispatch };
        return Change.To(confirmed, letters.Confirmed(confirmed, dispatch));
    }
}
