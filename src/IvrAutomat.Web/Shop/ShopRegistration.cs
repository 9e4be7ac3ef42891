using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IvrAutomat.Web.Shop;

/// <summary>Registers the order desk and the demo shop.</summary>
internal static class ShopRegistration
{
    /// <summary>Adds the shop. Persistence is added elsewhere; the options have been validated.</summary>
    public static IServiceCollection AddShop(
        this IServiceCollection services, ShopOptions shop, IdentificationOptions identification, IReadOnlyList<AgentOptions> agents)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ShopSettings(shop, identification, agents));
        services.AddSingleton<ShopFaults>();
        services.AddSingleton<OrderBook>();
        services.AddSingleton<PinCheck>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<DemoShop>();
        return services;
    }
}
