using IvrAutomat.Dialogue;
using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Replay;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Local;
using IvrAutomat.Web.Shop.Paying;
using IvrAutomat.Web.Shop.Pins;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Speech.Engines;
using IvrAutomat.Web.Speech.Store;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Studio;
using IvrAutomat.Web.Telemetry;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web;

/// <summary>
/// Puts the house together: settings become objects, each room adds its part, and the database is brought up to date
/// before the first call is taken.
/// </summary>
internal static class AutomatHost
{
    /// <summary>Where the automat listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Everything that the automat says or writes: what prompt files have to fulfil.</summary>
    public static IReadOnlyList<PromptContract> Contracts { get; } = [.. DialoguePrompts.Contracts, .. Letters.Contracts];

    /// <summary>Begins a host. Settings are read once: nothing watches the folder, which every write to the database beneath it would wake.</summary>
    public static WebApplicationBuilder Begin(string[] args)
        => WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);

    /// <summary>Builds the host; nothing runs yet.</summary>
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, TimeProvider? time = null)
    {
        var settings = AutomatSettings.Read(builder.Configuration, builder.Environment);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        // The framework's request and query logs show what must not be shown: numbers in URLs, values in statements.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // An address that lacks what its page needs is the visitor's mistake in every environment: 400, and no error in the log.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<Activity>();
        builder.Services.AddSingleton(settings);
        builder.Services.AddPersistence(settings.Database, settings.Secrets);
        AddStopping(builder.Services, settings);
        builder.Services.AddTelemetry(settings.Telemetry);
        builder.Services.AddShop(settings.ForShop());
        builder.Services.AddApologies(settings.Cases);
        builder.Services.AddAgents(settings.Handover);
        var demo = settings.HasOneClickSignIn ? DemoColleagues.Of(settings.ForShop().Agents.Select(agent => agent.Name)) : new DemoColleagues([]);
        builder.Services.AddAccounts(demo, settings.IsSecure);
        builder.Services.AddConsole();
        builder.Services.AddStudio();
        builder.Services.AddReplay();
        builder.Services.AddPrivacy(settings.Retention);
        builder.Services.AddSingleton<HearText>(provider => provider.GetRequiredService<Voice>().HearAsync);
        builder.Services.AddLine(settings.Line, settings.HumanNumber is not null);
        builder.Services.AddSingleton(provider => new LineTwiml(provider.GetRequiredService<LineDesk>(), settings.HumanNumber, settings.BasePath));
        builder.Services.AddSingleton<LinkTo>(provider => path => provider.GetRequiredService<PublicAddress>().UrlOf(path));
        builder.Services.AddSingleton<MailServerNow>(provider => () => settings.Tasks.Mail.IsSet || !settings.IsSimulated
            ? settings.Tasks.Mail
            : new MailOptions { Host = "127.0.0.1", Port = StageHosting.MailPort(provider), From = "obchod@example.com", StartTls = false });
        builder.Services.AddSingleton<SystemsNow>(provider => () => settings is { IsSimulated: true, Shop.Source: ShopSource.Upgates }
            ? StageHosting.WithStandIns(settings.Systems, provider)
            : settings.Systems);
        builder.Services.AddSingleton<UnmeantStatuses>();
        builder.Services.AddSingleton(provider => new StatusFile(
            Path.Combine(provider.GetRequiredService<PromptFiles>().Folder, StatusFile.Name), provider.GetRequiredService<ILogger<StatusFile>>()));
        AddDesks(builder.Services);
        AddVoice(builder.Services);
        builder.Services.AddSpeech(settings.Speech, settings.Database);
        builder.Services.AddSingleton<AzureNow>(provider => () => settings.Speech.Azure.IsSet || !settings.IsSimulated
            ? settings.Speech.Azure
            : StageHosting.AzureSpeech(provider));
        AddCalls(builder.Services);
        builder.Services.AddTelephony(
            settings.Twilio,
            settings.PublicUrl,
            settings.StandIn is { } account ? (account, StageHosting.ApiPath, settings.Shop.Line ?? DemoShop.Line) : null);
        var voices = settings.Twilio.Voices();
        builder.Services.AddSingleton(voices);
        builder.Services.AddSingleton(provider => new HoldMusic(Path.Combine(provider.GetRequiredService<PromptFiles>().Folder, HoldMusic.FileName), settings.BasePath));
        builder.Services.AddSingleton(provider => new QueueTwiml(settings.BasePath, provider.GetRequiredService<HoldMusic>()));
        builder.Services.AddSingleton(provider
            => new AnswerTwiml(voices, settings.BasePath, settings.HumanNumber, provider.GetRequiredService<QueueTwiml>()).Forms());
        builder.Services.AddSingleton<VoiceEndpoints.VoiceWebhook>();
        if (settings.StandIn is { } standIn)
        {
            builder.Services.AddStage(standIn, settings.Shop.Line, settings.PublicUrl, settings.Simulator.DocumentsFolder);
        }

        var app = builder.Build();
        app.UseAddressBelow(settings.BasePath);
        app.UseScheme(settings.IsSecure);
        app.MapVoice();
        app.MapAgents();
        app.MapCallbacks();
        app.MapConsults();
        PhoneTest.Map(app);
        app.Services.GetRequiredService<HoldMusic>().Map(app);
        SmsSender.Map(app);
        AudioEndpoint.Map(app);
        app.MapHealth();
        app.MapGateway();
        if (settings.Shop.IsDemo)
        {
            app.MapPaymentPage();
        }

        PinEndpoint.Map(app, settings.Identification.PinToken);
        if (settings.Shop.Source == ShopSource.Upgates)
        {
            UpgatesHook.Map(app);
        }

        if (settings.IsSimulated)
        {
            app.Services.OpenStage();
        }

        app.Services.GetRequiredService<LatePages>().Use(app, pages =>
        {
            pages.MapConsole();
            pages.MapStudio();
            if (settings.IsSimulated)
            {
                pages.MapStage();
            }
        });
        return app;
    }

    /// <summary>Brings the database up to date and takes from it what admins changed on pages: whoever reads orders or hours needs both.</summary>
    public static async Task OpenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        await app.Services.GetRequiredService<LineNow>().RefreshAsync(cancellationToken);
    }

    /// <summary>Brings the database up to date, then takes calls.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        // Files and database do not wait for one another.
        var prompts = Task.Run(app.Services.GetRequiredService<PromptLibrary>, cancellationToken);
        await OpenAsync(app, cancellationToken);
        if (app.Services.GetRequiredService<AutomatSettings>().Shop.IsDemo)
        {
            await app.Services.GetRequiredService<DemoShop>().SeedAsync(cancellationToken);
        }
        else if (app.Services.GetRequiredService<AutomatSettings>().Shop.Source == ShopSource.Local)
        {
            await app.Services.GetRequiredService<OrderImport>().FinishAsync(cancellationToken);
        }

        await app.Services.GetRequiredService<FirstAccounts>().SeedAsync(cancellationToken);
        await prompts;
        if (app.Services.GetRequiredService<TimeProvider>() != TimeProvider.System)
        {
            // In a time that is played, nobody may wait for them: the stand-in carrier is among them, and its answer would come hours late.
            await app.Services.GetRequiredService<LatePages>().OpenAsync();
        }

        await app.StartAsync(cancellationToken);
        if (app.Services.GetRequiredService<AutomatSettings>().Shop.StandsIn)
        {
            // A made-up shop needs nobody who connects it.
            await app.Services.GetRequiredService<UpgatesWebhooks>().ConnectAsync(change: true, cancellationToken);
        }
    }

    private static void AddStopping(IServiceCollection services, AutomatSettings settings)
    {
        var limit = settings.Drain.Limit(settings.IsSimulated);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Drain>(provider, limit));
        services.AddSingleton<LatePages>();

        // The drain comes before the host begins to stop; this is for what the workers have begun.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainOptions.AfterDrain);
        services.AddSystemd();
    }

    private static void AddVoice(IServiceCollection services)
    {
        foreach (var language in Languages.All)
        {
            services.AddSingleton<SpokenLanguage>(language);
        }

        foreach (var contract in Contracts)
        {
            services.AddSingleton<PromptContract>(contract);
        }

        services.AddPrompts();
    }

    // The runner knows no shop: what it needs of one is handed to it here.
    private static void AddDesks(IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var desk = provider.GetRequiredService<OrderDesk>();
            return new CallerDesk(desk.Trust, desk.RecogniseAsync, desk.FindNumberAsync, desk.CheckPinAsync, desk.AddressAsync);
        });
        services.AddSingleton(provider =>
        {
            var desk = provider.GetRequiredService<OrderDesk>();
            var ledger = provider.GetRequiredService<Ledger>();
            return new WorkDesk(desk.AnswerAsync, ledger.Wake, ledger.WaitAsync);
        });
        services.AddSingleton<OrdersAhead>();
        services.AddSingleton<LikelyOrders>(provider => provider.GetRequiredService<OrdersAhead>().FindAsync);
        services.AddSingleton<MessageText>(provider => (language, utterance, today) =>
        {
            var prompts = provider.GetRequiredService<PromptLibrary>();
            return new CustomerText(
                prompts.Current.Write(language is not null && prompts.Complete.Contains(language) ? language : Languages.All[0].Tag, utterance, today));
        });
        services.AddSingleton(provider =>
        {
            var settings = provider.GetRequiredService<ShopSettings>();
            return new HouseNow(() => settings.Profile, provider.GetRequiredService<LineNow>().Announced);
        });
        services.AddSingleton<IMessageSender, SmsSender>();
        services.AddSingleton<IMessageSender, MailSender>();
    }

    private static void AddCalls(IServiceCollection services)
    {
        services.AddSingleton<RecentCalls>();
        services.AddSingleton<CallStore>();
        services.AddSingleton<TurnWork>();
        services.AddSingleton<RivalTurn>();
        services.AddSingleton<CallRunner>();
        services.AddSingleton<UnheardBook>();
        services.AddSingleton(provider => new TurnWords(
            provider.GetRequiredService<PromptLibrary>(),
            provider.GetRequiredService<HouseNow>(),
            provider.GetRequiredService<AnswerForms>(),
            provider.GetRequiredService<Definitions>(),
            provider.GetRequiredService<Secrets>(),
            provider.GetRequiredService<VoiceDesk>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Definitions>();
        services.AddHostedService<StaleCalls>();
        services.AddHostedService<DefinitionKeeper>();
    }
}
