namespace IvrAutomat.Web.Shop.Local;

/// <summary>Registers what a shop without an API needs.</summary>
internal static class LocalRegistration
{
    /// <summary>Adds the import of orders.</summary>
    public static IServiceCollection AddLocalShop(this IServiceCollection services)
    {
        services.AddSingleton<ImportDecision>();
        services.AddSingleton<OrderImport>();
        services.AddSingleton<PhoneChanges>();
        return services;
    }
}
