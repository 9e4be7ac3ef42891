namespace IvrAutomat.Orders;

/// <summary>
/// The time in which a consumer may send goods back without a reason: until the end of the 14th day after taking
/// them over; if that is no working day, until the next one (Civil Code, sections 1829 and 607).
/// </summary>
public static class Withdrawal
{
    /// <summary>Days after delivery.</summary>
    public const int Days = 14;

    /// <summary>The last day of the time.</summary>
    /// <param name="deliveredOn">The day the customer took the goods over.</param>
    public static DateOnly LastDay(DateOnly deliveredOn) => WorkingDays.Add(deliveredOn.AddDays(Days), 0, _ => false);

    /// <summary>True while the customer may withdraw; an unknown day of delivery counts as in time.</summary>
    public static bool IsOpen(Order order, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.DeliveredOn is not { } delivered || today <= LastDay(delivered);
    }
}
