using IvrAutomat.Calls;
using IvrAutomat.Orders;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Cancels an order; for a while it can be taken back.</summary>
internal sealed class CancelOrderHandler(OrderChanges changes, IShopSystem shop, Letters letters, ShopSettings settings) : OrderHandler<CancelOrder>(changes)
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
        var done = Change.To(cancelled, letters.Cancelled(cancelled)) with
        {
            OwesRefund = live.Order.IsPaid,

            // Nothing is left to arrange about an order that is not wanted any more.
            Also = (db, stop) => db.Cases
                .Where(row => row.OrderId == live.Order.Id && row.Kind == nameof(CaseKind.OwnFault) && row.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, live.Now), stop),
        };
        return Change.Through(shop.Write(live, new OrderEdit.Cancel()), done);
    }
}

/// <summary>Takes a cancellation back: the order becomes what it was, as long as it still is as the cancellation left it.</summary>
internal sealed class RestoreOrderHandler(OrderChanges changes, IShopSystem shop, Letters letters) : OrderHandler<RestoreOrder>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(RestoreOrder request, LiveOrder live)
    {
        if (RequestPolicy.WhyNotRestore(live.Order, live.Now) is { } why)
        {
            return Change.Refuse(why);
        }

        if (live.Former is not { } former || former.State == OrderState.Cancelled)
        {
            return Change.Refuse(NotNow.Cancelled);
        }

        var done = Change.To(former, letters.Restored(former)) with
        {
            // The money stays where it is.
            Also = (db, stop) => db.Cases
                .Where(row => row.OrderId == live.Order.Id && row.Kind == nameof(CaseKind.Refund) && row.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, live.Now), stop),
        };
        return Change.Through(shop.Write(live, new OrderEdit.Restore(former)), done);
    }
}

/// <summary>Confirms an order that is paid on delivery; now it has a day on which it leaves.</summary>
internal sealed class ConfirmOrderHandler(OrderChanges changes, IShopSystem shop, Letters letters, ShopSettings settings) : OrderHandler<ConfirmOrder>(changes)
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
        return Change.Through(shop.Write(live, new OrderEdit.Confirm()), Change.To(confirmed, letters.Confirmed(confirmed, dispatch)));
    }
}
