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
    /// <param name="isWorkingDay">Whether a day is a working day where the shop is.</param>
    public static DateOnly LastDay(DateOnly deliveredOn, Func<DateOnly, bool> isWorkingDay)
    {
        ArgumentNullException.ThrowIfNull(isWorkingDay);
        var day = deliveredOn.AddDays(Days);
        while (!isWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>True while the customer may withdraw; an unknown day of delivery counts as in time.</summary>
    public static bool IsOpen(Order order, DateOnly today, Func<DateOnly, bool> isWorkingDay)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.DeliveredOn is not { } delivered || today <= LastDay(delivered, isWorkingDay);
    }
}
