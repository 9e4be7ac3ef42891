using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Mail;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Comgate;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// The one place where the product meets the simulator: the outside world on this machine is added here, or not at all.
/// </summary>
internal static class StageHosting
{
    /// <summary>Adds the stand-in carrier with its phones, and the stage they play on.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="account">The account that it signs with.</param>
    /// <param name="line">The shop's line; null: the stand-in's own.</param>
    /// <param name="publicUrl">Where it reaches the product; null: the first address listened on.</param>
    /// <param name="documents">See <see cref="SimulatorSettings.DocumentsFolder"/>.</param>
    public static IServiceCollection AddStage(
        this IServiceCollection services, TwilioAccount account, string? line, string? publicUrl, string? documents)
    {
        services.AddSingleton<LocalStage>();
        services.AddSingleton<AudioWords>();
        services.AddSingleton<AudioNamed>(provider => provider.GetRequiredService<AudioWords>().Note);
        services.AddSingleton<AnnouncementOnStage>();
        services.AddSingleton<IPlayedShop>(provider => provider.GetRequiredService<ShopSettings>().Source == ShopSource.Upgates
            ? ActivatorUtilities.CreateInstance<UpgatesOnStage>(provider, provider.GetRequiredService<StandIns>().Find("upgates")!)
            : ActivatorUtilities.CreateInstance<DemoOnStage>(provider));
        services.AddSingleton<IStage, HouseStage>();
        LedgerOnStage.Watch(services);
        return services.AddSimulator(options =>
        {
            options.AccountSid = account.AccountSid;
            options.AuthToken = account.AuthTokens[0];
            options.Line = line ?? options.Line;
            options.DocumentsFolder = documents;
            if (publicUrl is not null)
            {
                options.BaseAddress = () => new Uri(publicUrl.TrimEnd('/') + "/");
            }
        });
    }

    /// <summary>Brings the phones and the stand-ins together with the house; they can act from now on.</summary>
    public static void OpenStage(this IServiceProvider services)
    {
        services.AttendPhones();
        services.GetServices<StandIn>().OfType<ComgateStandIn>().Single().NotifyAt = ()
            => new Uri(TelephonyRegistration.ListeningUrl(services).TrimEnd('/') + services.GetRequiredService<GatewayHook>().Path);
    }

    /// <summary>Maps the phones' pages and the carrier's REST calls.</summary>
    public static void MapStage(this IEndpointRouteBuilder routes)
    {
        routes.MapSimulator();
        routes.MapGet("/", () => Results.Redirect("/phone"));
    }

    /// <summary>The stand-in for Azure Speech, as settings would name it.</summary>
    public static AzureSpeechOptions AzureSpeech(IServiceProvider services) => new()
    {
        Url = $"{TelephonyRegistration.ListeningUrl(services).TrimEnd('/')}{StandIns.Path}/azure",
        Key = StandInKeys.Secret,
    };

    /// <summary>The port of the stand-in mail server on this machine; 0 before the host has started.</summary>
    public static int MailPort(IServiceProvider services) => services.GetRequiredService<MailServer>().Port;

    /// <summary>The same accounts, with a stand-in of the simulator for each that is not set.</summary>
    public static SystemOptions WithStandIns(SystemOptions set, IServiceProvider services)
    {
        var shops = TelephonyRegistration.ListeningUrl(services).TrimEnd('/') + StandIns.Path;
        return set with
        {
            Upgates = set.Upgates.IsSet ? set.Upgates : new()
            {
                ApiUrl = $"{shops}/upgates/api/v2",
                Login = StandInKeys.User,
                ApiKey = StandInKeys.Secret,
                AllowOtherHosts = true,
                PollMinutes = set.Upgates.PollMinutes,
                FillDays = set.Upgates.FillDays,
                Reserve = set.Upgates.Reserve,
                DispatchField = set.Upgates.DispatchField,
            },
            Packeta = set.Packeta.IsSet ? set.Packeta : new()
            {
                ApiUrl = $"{shops}/packeta/api/rest",
                PointUrl = $"{shops}/packeta/v6/pps/api/widget/v1/validate",
                ApiPassword = StandInKeys.Secret,
                Eshop = StandInKeys.User,
                ExtendDays = set.Packeta.ExtendDays,
            },
            Zaslat = set.Zaslat.IsSet ? set.Zaslat : new()
            {
                ApiUrl = $"{shops}/zaslat/api/v1",
                ApiKey = StandInKeys.Secret,
                Warehouse = new() { Company = "Vzorový obchod s.r.o.", Street = "Vzorová 5", Town = "Praha 2", PostCode = "12000", Phone = "+420222000111" },
            },
            Comgate = set.Comgate.IsSet ? set.Comgate : new() { ApiUrl = $"{shops}/comgate/v2.0", Merchant = StandInKeys.User, Secret = StandInKeys.Secret, Test = true },
            Helpdesk = set.Helpdesk.IsSet ? set.Helpdesk : new() { Mailbox = "podpora@example.com" },
        };
    }

    /// <summary>The stand-in's account; its token is random for each start unless set.</summary>
    public static TwilioAccount NewAccount(SimulatorSettings settings)
    {
        var defaults = new SimulatorOptions();
        return new TwilioAccount(settings.AccountSid ?? defaults.AccountSid, settings.AuthToken ?? defaults.AuthToken);
    }

    /// <summary>Where the stand-in answers REST calls, below the address of this program.</summary>
    public const string ApiPath = Simulation.CarrierPath;
}
