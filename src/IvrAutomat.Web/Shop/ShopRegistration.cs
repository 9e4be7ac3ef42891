using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IvrAutomat.Web.Shop;

/// <summary>Registers the order desk and the demo shop.</summary>
internal static class ShopRegistration
{
    /// <summary>
    /// Adds the shop with its ledger and its messages. Persistence, an <see cref="IMessageSender"/> for SMS and a <see cref="MessageText"/>
    /// are added elsewhere; the options have been validated.
    /// </summary>
    public static IServiceCollection AddShop(
        this IServiceCollection services, ShopOptions shop, IdentificationOptions identification, IReadOnlyList<AgentOptions> agents,
        TimeSpan? waitLimit = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ShopSettings(shop, identification, agents, waitLimit));
        services.AddSingleton<ShopFaults>();
        services.AddSingleton<OrderBook>();
        services.AddSingleton<PinCheck>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<DemoShop>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<CaseBook>();
        services.AddSingleton<IRequestHandler, CancelOrderHandler>();
        services.AddSingleton<IRequestHandler, OpenCaseHandler>();
        services.AddSingleton<CallbackBook>();
        services.AddSingleton<IRequestHandler, AgreeCallbackHandler>();
        services.AddSingleton<IRequestHandler, CancelCallbackHandler>();
        services.AddSingleton<IRequestHandler, KeepCaseHandler>();
        services.AddSingleton<LedgerWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerWorker>());
        services.AddSingleton<Receipts>();
        services.AddSingleton<MessageBook>();
        services.AddSingleton<MessageWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MessageWorker>());
        services.AddSingleton<FailureSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<FailureSweep>());
        return services;
    }
}
