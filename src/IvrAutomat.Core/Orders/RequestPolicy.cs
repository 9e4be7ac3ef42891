namespace IvrAutomat.Orders;

/// <summary>
/// Whether a request that was possible when it was offered still is: asked again of the live order just before writing. What the order's
/// menu offers is said by <see cref="OrderPolicy"/>.
/// </summary>
public static class RequestPolicy
{
    /// <summary>Why a cancellation cannot be taken back; null when it can.</summary>
    public static NotNow? WhyNotRestore(Order order, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State != OrderState.Cancelled ? NotNow.Changed : order.RestorableUntil >= now ? null : NotNow.Cancelled;
    }

    /// <summary>Why an order cannot be confirmed; null when it can, or already is.</summary>
    public static NotNow? WhyNotConfirm(Order order) => WhyGone(order);

    /// <summary>Why an order cannot be paid, or be paid in another way; null when it can.</summary>
    public static NotNow? WhyNotPay(Order order) => OrderPolicy.WhyNot(order, OrderTask.Payment);

    /// <summary>Why the parcel cannot be followed; null when it can.</summary>
    public static NotNow? WhyNotTrack(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State == OrderState.Cancelled ? NotNow.Cancelled
            : OrderPolicy.IsUndispatched(order.State) || order.State == OrderState.Unknown ? NotNow.Changed
            : null;
    }

    /// <summary>Why the parcel cannot stay longer at its point; null when it can.</summary>
    public static NotNow? WhyNotExtend(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State switch
        {
            OrderState.AtPoint => order.ExtendableUntil is null ? NotNow.Changed : null,
            OrderState.Delivered => NotNow.Delivered,
            OrderState.Cancelled => NotNow.Cancelled,
            _ => NotNow.Changed,
        };
    }

    /// <summary>
    /// Why goods cannot be sent back or complained about; null when they can. The law's time is not asked for: a withdrawal is never refused
    /// by the automat, and neither is a complaint.
    /// </summary>
    public static NotNow? WhyNotReturn(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State == OrderState.Delivered ? null
            : order.State == OrderState.Cancelled ? NotNow.Cancelled
            : OrderPolicy.IsUndispatched(order.State) ? NotNow.Cancellable
            : NotNow.Undelivered;
    }

    /// <summary>Why a noted return cannot be arranged or taken back; null when it can.</summary>
    public static NotNow? WhyNotArrange(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return WhyNotReturn(order) ?? (order.Return is null ? NotNow.Changed : null);
    }

    /// <summary>Why the invoice cannot be sent; null when it can.</summary>
    public static NotNow? WhyNotInvoice(Order order) => OrderPolicy.WhyNot(order, OrderTask.Invoice);

    private static NotNow? WhyGone(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State switch
        {
            OrderState.Cancelled => NotNow.Cancelled,
            OrderState.Delivered => NotNow.Delivered,
            _ => OrderPolicy.IsUndispatched(order.State) ? null : NotNow.Dispatched,
        };
    }
}
