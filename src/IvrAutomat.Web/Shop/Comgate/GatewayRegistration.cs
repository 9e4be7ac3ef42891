namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>Registers the payment gateway; whether it is used is decided by the settings in force.</summary>
internal static class GatewayRegistration
{
    /// <summary>Adds the client with all that looks after payments.</summary>
    public static void AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<ComgateClient>();
        services.AddSingleton<GatewayPayments>();
        services.AddSingleton<GatewayLinks>();
        services.AddSingleton<GatewayHook>();
        services.AddSingleton<GatewayWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<GatewayWatch>());
    }

    /// <summary>Maps the short addresses of payments, and where the gateway notifies us.</summary>
    public static void MapGateway(this IEndpointRouteBuilder routes)
    {
        routes.MapGatewayPages();
        GatewayHook.Map(routes);
    }
}
