using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>What is to be changed about an order in the shop's own system.</summary>
internal abstract record OrderEdit
{
    /// <summary>Call the order off.</summary>
    internal sealed record Cancel : OrderEdit;

    /// <summary>Take a cancellation back: the former status is written, if the order still is as our cancellation left it, and read again.</summary>
    /// <param name="Former">The order before it was cancelled.</param>
    internal sealed record Restore(Order Former) : OrderEdit;

    /// <summary>Pay in another way.</summary>
    /// <param name="Method">The new way.</param>
    internal sealed record Pay(PaymentMethod Method) : OrderEdit;

    /// <summary>The customer confirmed an order that is paid on delivery.</summary>
    internal sealed record Confirm : OrderEdit;

    /// <summary>The money came through the gateway.</summary>
    /// <param name="At">When, as the gateway was asked.</param>
    internal sealed record Paid(DateTimeOffset At) : OrderEdit;
}
