using IvrAutomat.Web.Shop;

namespace IvrAutomat.Benchmarks.Callers;

/// <summary>The demo customers whose calls are played: those who reach their order's menu by PIN alone.</summary>
internal static class DemoCallers
{
    /// <summary>Their orders on a day. Orders with a fault of the shop's own lead to a person and are left out.</summary>
    public static IReadOnlyList<DemoOrder> On(DateOnly today) => [.. DemoOrders.On(today).Where(demo => demo.Order.OwnFault is null)];
}
