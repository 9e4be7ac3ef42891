using System.Collections.Immutable;

namespace IvrAutomat.Orders;

/// <summary>What a caller can do about an order by phone. The keys of the order's menu, in their order.</summary>
public enum OrderTask
{
    /// <summary>About the parcel and its delivery: key 1.</summary>
    Parcel = 1,

    /// <summary>Cancel the order: key 2.</summary>
    Cancel = 2,

    /// <summary>Pay, pay again or pay in another way: key 3.</summary>
    Payment = 3,

    /// <summary>Send goods back, or complain about them: key 4.</summary>
    Return = 4,

    /// <summary>The invoice: key 5.</summary>
    Invoice = 5,

    /// <summary>Talk about another order: key 6.</summary>
    OtherOrder = 6,
}

/// <summary>Why a task is not possible now.</summary>
public enum NotNow
{
    /// <summary>The carrier has the parcel.</summary>
    Dispatched,

    /// <summary>The customer has the goods.</summary>
    Delivered,

    /// <summary>The order is cancelled.</summary>
    Cancelled,

    /// <summary>Nothing is left to pay.</summary>
    Paid,

    /// <summary>The goods have not arrived.</summary>
    Undelivered,

    /// <summary>The goods have not left: the order can be cancelled instead.</summary>
    Cancellable,

    /// <summary>There is no invoice yet.</summary>
    NotInvoiced,

    /// <summary>The order is no longer as it was when this was offered.</summary>
    Changed,

    /// <summary>The shop does not do this by phone.</summary>
    Off,

    /// <summary>The carrier does not keep the parcel so long; a shorter time may be possible.</summary>
    TooLong,

    /// <summary>The carrier has the goods that come back: their way cannot be changed or called off any more.</summary>
    Posted,

    /// <summary>No courier goes on the day that was chosen.</summary>
    NoCourier,
}

/// <summary>The one place that knows what may be done with an order now, and if not, why not.</summary>
public static class OrderPolicy
{
    private static readonly ImmutableArray<OrderTask> Tasks = [.. Enum.GetValues<OrderTask>()];

    /// <summary>Why <paramref name="task"/> is not possible now; null when it is.</summary>
    public static NotNow? WhyNot(Order order, OrderTask task)
    {
        ArgumentNullException.ThrowIfNull(order);
        return task switch
        {
            OrderTask.OtherOrder => null,
            OrderTask.Invoice => order.HasInvoice ? null : order.State == OrderState.Cancelled ? NotNow.Cancelled : NotNow.NotInvoiced,
            _ when order.State == OrderState.Cancelled => NotNow.Cancelled,
            OrderTask.Parcel => order.State == OrderState.Delivered ? NotNow.Delivered : null,
            OrderTask.Cancel => WhyNotCancel(order),
            OrderTask.Payment => WhyNotPay(order),
            OrderTask.Return => WhyNotReturn(order),
            _ => throw new ArgumentOutOfRangeException(nameof(task), task, "Not a task of the order's menu."),
        };
    }

    /// <summary>As <see cref="WhyNot(Order, OrderTask)"/>, where the shop does not do every task by phone.</summary>
    public static NotNow? WhyNot(Order order, OrderTask task, Actions actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var isOff = task switch
        {
            OrderTask.Cancel => actions.Cancel == ActionMode.Off,
            OrderTask.Payment => actions.Payment == ActionMode.Off,
            OrderTask.Return => actions is { Return: ActionMode.Off, Complaint: ActionMode.Off },
            OrderTask.Invoice => actions.Invoice == ActionMode.Off,
            _ => false,
        };
        return WhyNot(order, task) ?? (isOff ? NotNow.Off : null);
    }

    /// <summary>The tasks that are possible now, in the order of their keys.</summary>
    public static ImmutableArray<OrderTask> Possible(Order order, Actions actions)
        => [.. Tasks.Where(task => WhyNot(order, task, actions) is null)];

    /// <summary>True until the carrier has the parcel.</summary>
    public static bool IsUndispatched(OrderState state) => state is OrderState.AwaitingConfirmation or OrderState.AwaitingTransfer
        or OrderState.PaymentFailed or OrderState.Received or OrderState.Packing;

    private static NotNow? WhyNotCancel(Order order)
        => IsUndispatched(order.State) ? null : order.State == OrderState.Delivered ? NotNow.Delivered : NotNow.Dispatched;

    // A status without a meaning proves nothing about the parcel, so nothing that needs the goods to be here is offered.
    private static NotNow? WhyNotPay(Order order)
        => order.IsPaid ? NotNow.Paid : IsUndispatched(order.State) ? null : NotNow.Dispatched;

    private static NotNow? WhyNotReturn(Order order)
        => order.State == OrderState.Delivered ? null : IsUndispatched(order.State) ? NotNow.Cancellable : NotNow.Undelivered;
}
