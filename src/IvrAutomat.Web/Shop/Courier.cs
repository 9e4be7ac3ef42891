using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>The courier of the demo shop, who fetches parcels on working days.</summary>
internal static class Courier
{
    /// <summary>How many days can be chosen from.</summary>
    private const int Offered = 3;

    /// <summary>Beginning of the window on each day.</summary>
    public static TimeOnly From { get; } = new(8, 0);

    /// <summary>End of the window.</summary>
    public static TimeOnly Until { get; } = new(16, 0);

    /// <summary>The next days; never today, because a courier's round is planned the day before.</summary>
    public static ImmutableArray<DateOnly> Days(DateOnly today, ShopSettings settings)
        => [.. Enumerable.Range(1, Offered).Select(ahead => settings.WorkingDay(today, ahead))];

    /// <summary>What the caller can choose from; no day when the order has no address.</summary>
    public static CourierOffered Offer(Order order, DateOnly today, ShopSettings settings)
        => new(order.HasAddress ? [.. Days(today, settings)] : [], From, Until);
}
