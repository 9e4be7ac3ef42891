namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>Registers a shop on Upgates.</summary>
internal static class UpgatesRegistration
{
    /// <summary>Adds everything but the <see cref="StatusFile"/>, whose folder others know.</summary>
    public static void AddUpgates(this IServiceCollection services)
    {
        services.AddSingleton<UpgatesGate>();
        services.AddSingleton<UpgatesBudget>();
        services.AddSingleton<MirrorNotes>();
        services.AddSingleton<MovedAddress>();
        services.AddSingleton<UpgatesClient>();
        services.AddSingleton<UpgatesApi>();
        services.AddSingleton<ShopLists>();
        services.AddSingleton<OrderReading>();
        services.AddSingleton<PinTelling>();
        services.AddSingleton<Mirror>();
        services.AddSingleton<MirrorStore>();
        services.AddSingleton<ShopRecords>();
        services.AddSingleton<UpgatesWriter>();
        services.AddSingleton<HintBox>();
        services.AddSingleton<UpgatesHook>();
        services.AddSingleton<UpgatesWebhooks>();
        services.AddSingleton<HintWorker>();
        services.AddSingleton<MirrorFill>();
        services.AddSingleton<CatchUpWorker>();
        services.AddSingleton<UpgatesShop>();
        services.AddSingleton<EditDesk>();
        services.AddSingleton<IShopSystem>(provider => provider.GetRequiredService<UpgatesShop>());
        services.AddHostedService(provider => provider.GetRequiredService<ShopRecords>());
        services.AddHostedService(provider => provider.GetRequiredService<HintWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<CatchUpWorker>());
    }
}
