using System.Globalization;

namespace IvrAutomat.Orders;

/// <summary>Why an order counts as a mistake of the shop: for the person who calls, never for the caller.</summary>
public enum OwnFaultReason
{
    /// <summary>It should have left by now.</summary>
    NotDispatched,

    /// <summary>The shop's own status says that it is late.</summary>
    StatusLate,

    /// <summary>The shop's own status says that something is sold out.</summary>
    StatusSoldOut,

    /// <summary>The day of dispatch was moved a second time.</summary>
    DispatchMovedTwice,
}

/// <summary>A mistake of the shop with its reason.</summary>
/// <param name="Fault">What the caller is told.</param>
/// <param name="Reason">What it was found by.</param>
public sealed record OwnFaultFinding(OwnFault Fault, OwnFaultReason Reason);

/// <summary>
/// Finds the shop's own mistakes in an order that has not left. It does not know the parcel: what went wrong on the way is the carrier's to tell.
/// </summary>
public static class OwnFaultRule
{
    /// <summary>One move of the day is told and borne; the second is a mistake.</summary>
    public const int MovesThatAreAFault = 2;

    /// <summary>The mistake; null when there is none.</summary>
    /// <param name="order">The order.</param>
    /// <param name="byStatus">What the shop's own status says of it; null when nothing.</param>
    /// <param name="today">The shop's day.</param>
    /// <param name="dueAfter">
    /// The last day on which an order may leave that could be sent from the given day on: the shop's working days are counted by the caller.
    /// </param>
    public static OwnFaultFinding? Find(Order order, OwnFault? byStatus, DateOnly today, Func<DateOnly, DateOnly> dueAfter)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(dueAfter);
        if (!OrderPolicy.IsUndispatched(order.State))
        {
            return null;
        }

        return byStatus switch
        {
            OwnFault.SoldOut => new OwnFaultFinding(OwnFault.SoldOut, OwnFaultReason.StatusSoldOut),
            OwnFault.Postponed => new OwnFaultFinding(OwnFault.Postponed, OwnFaultReason.StatusLate),
            _ when order.DispatchMoves >= MovesThatAreAFault => new OwnFaultFinding(OwnFault.Postponed, OwnFaultReason.DispatchMovedTwice),
            _ when IsOverdue(order, today, dueAfter) => new OwnFaultFinding(OwnFault.Postponed, OwnFaultReason.NotDispatched),
            _ => null,
        };
    }

    /// <summary>True while the shop has to answer for the order: its mistake was found, and the goods have not left, or are in trouble on the way.</summary>
    public static bool IsStanding(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.OwnFault switch
        {
            null => false,
            OwnFault.ParcelTrouble => order.State is not (OrderState.Delivered or OrderState.Cancelled),
            _ => OrderPolicy.IsUndispatched(order.State),
        };
    }

    /// <summary>
    /// What tells one mistake with an order from the next: while it is the same, whoever has dealt with the mistake has dealt with this one.
    /// It names no customer.
    /// </summary>
    public static string SignOf(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return string.Create(CultureInfo.InvariantCulture, $"{order.OwnFault}/{order.FaultReason}/{order.DispatchMoves}/{order.DispatchOn:yyyy-MM-dd}");
    }

    // A later day that the shop told the customer is the one that counts.
    private static bool IsOverdue(Order order, DateOnly today, Func<DateOnly, DateOnly> dueAfter)
        => SendableFrom(order) is { } from && today > dueAfter(from) && (order.DispatchOn is not { } told || today > told);

    // What waits for the customer is not late: for the money, or for a confirmation.
    private static DateOnly? SendableFrom(Order order)
        => order.State is not (OrderState.Received or OrderState.Packing) ? null
            : order.Payment == PaymentMethod.CashOnDelivery ? order.OrderedOn
            : order.IsPaid ? order.PaidOn ?? order.OrderedOn
            : null;
}
