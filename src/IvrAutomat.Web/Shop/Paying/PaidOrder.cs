using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Paying;

/// <summary>An order once it has been paid by card.</summary>
internal static class PaidOrder
{
    /// <summary>The same order, paid: it goes on where it waited for the money, and has a day on which it leaves.</summary>
    public static Order Of(Order order, DateOnly today, ShopSettings settings) => order with
    {
        State = order.State is OrderState.PaymentFailed or OrderState.AwaitingTransfer or OrderState.AwaitingConfirmation
            ? OrderState.Received
            : order.State,
        Payment = PaymentMethod.Card,
        IsPaid = true,
        PaidOn = today,
        LinkUntil = null,
        DispatchOn = order.DispatchOn ?? settings.WorkingDay(today, settings.DispatchWithin),
    };
}
