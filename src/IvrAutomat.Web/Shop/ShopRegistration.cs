using IvrAutomat.Web.Shop.Codes;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Shop.Local;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Shop.Paying;
using IvrAutomat.Web.Shop.Pins;
using IvrAutomat.Web.Shop.Requests;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Shop.Zaslat;
using IvrAutomat.Web.Telemetry;
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
        this IServiceCollection services, ShopSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSignals();
        services.AddSingleton(settings);
        services.AddSingleton<Contacts>();
        services.AddSingleton<Letters>();
        services.AddSingleton<ShopFaults>();
        services.AddSingleton<OrderBook>();
        services.AddSingleton<OrdersJustRead>();
        services.AddSingleton<OwnShop>();
        services.AddLocalShop();
        services.AddSingleton<OrderPins>();
        services.AddSingleton<PinDesk>();
        if (settings.Source == ShopSource.Upgates)
        {
            services.AddUpgates();
        }
        else
        {
            services.AddSingleton<IShopSystem>(provider => provider.GetRequiredService<OwnShop>());
        }

        services.AddSingleton<OutsideActs>();
        OutsideHttp.Register(services);
        services.TryAddSingleton<SystemsNow>(_ => static () => SystemOptions.None);
        services.AddSingleton<LoginGate>();
        AddCarriers(services);
        services.AddSingleton<CodeCheck>();
        services.AddSingleton<Recognition>();
        services.AddSingleton<PinCheck>();
        services.AddSingleton<OwnFaults>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<DemoShop>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<CaseBook>();
        services.AddSingleton<CallbackBook>();
        services.AddSingleton(provider => new InvoiceDocument(settings.Source == ShopSource.Upgates ? provider.GetRequiredService<UpgatesClient>() : null));
        services.AddSingleton<CaseMailQueue>();
        services.AddSingleton<CaseReport>();
        services.AddSingleton<CaseMail>();
        services.AddSingleton<ColleagueRequests>();
        services.AddSingleton<MailPost>();
        AddHandlers(services);
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

    /// <summary>Adds the list of customers whom a colleague calls first because the shop is at fault.</summary>
    public static IServiceCollection AddApologies(this IServiceCollection services, CaseOptions options)
        => services.AddSingleton(options).AddSingleton<ApologyList>().AddHostedService(provider => provider.GetRequiredService<ApologyList>());

    private static void AddCarriers(IServiceCollection services)
    {
        services.AddSingleton<PacketaClient>();
        services.AddSingleton<PickupPoints>();
        services.AddSingleton<ParcelSight>();
        services.AddSingleton<ZaslatClient>();
        services.AddSingleton<Couriers>();
        services.AddSingleton<ReturnWays>();
    }

    private static void AddHandlers(IServiceCollection services)
    {
        services.AddSingleton<OrderChanges>();
        services.AddSingleton<PaymentLinks>();
        services.AddSingleton<CardPayment>();
        services.AddGateway();
        foreach (var handler in (Type[])
        [
            typeof(CancelOrderHandler), typeof(RestoreOrderHandler), typeof(ConfirmOrderHandler), typeof(SendPaymentLinkHandler), typeof(NotePaymentHandler),
            typeof(ChangePaymentHandler), typeof(SendTrackingHandler), typeof(ExtendStorageHandler), typeof(NoteReturnHandler),
            typeof(ArrangeReturnHandler), typeof(CancelReturnHandler), typeof(FileComplaintHandler), typeof(SendInvoiceHandler),
            typeof(NoteRatingHandler), typeof(SendCodeHandler), typeof(ForPersonHandler), typeof(OpenCaseHandler),
            typeof(AgreeCallbackHandler), typeof(CancelCallbackHandler), typeof(KeepCaseHandler),
        ])
        {
            services.AddSingleton(typeof(IRequestHandler), handler);
        }
    }
}
