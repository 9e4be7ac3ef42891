using IvrAutomat.Calls;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Backup;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Shop.Zaslat;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Telemetry;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Settings;

/// <summary>
/// All settings as objects, read in one place; after this nobody reads the configuration. Whatever is wrong is told at
/// once, each with its remedy.
/// </summary>
internal sealed class AutomatSettings
{
    private AutomatSettings(SettingsReader reader, bool isProduction)
    {
        IsProduction = isProduction;
        PublicUrl = reader.Text("PublicUrl");
        Twilio = reader.Section<TwilioOptions>(TwilioOptions.Section);
        Database = reader.Section<DatabaseOptions>(DatabaseOptions.Section);
        Secrets = reader.Section<SecretsOptions>(SecretsOptions.Section);
        Backup = reader.Section<BackupOptions>(BackupOptions.Section);
        Drain = reader.Section<DrainOptions>(DrainOptions.Section);
        Telemetry = reader.Section<TelemetryOptions>(TelemetryOptions.Section);
        Shop = reader.Section<ShopOptions>(ShopOptions.Section);
        Identification = reader.Section<IdentificationOptions>(IdentificationOptions.Section);
        Agents = reader.List<AgentOptions>(AgentOptions.Section);
        Handover = reader.Section<HandoverOptions>(HandoverOptions.Section);
        Line = reader.Section<LineOptions>(LineOptions.Section);
        Cases = reader.Section<CaseOptions>(CaseOptions.Section);
        Retention = reader.Section<RetentionOptions>(RetentionOptions.Section);
        Speech = reader.Section<SpeechOptions>(SpeechOptions.Section);
        Tasks = new TaskOptions(
            reader.Section<ActionOptions>(ActionOptions.Section), reader.Section<ReturnOptions>(ReturnOptions.Section),
            reader.Section<PaymentOptions>(PaymentOptions.Section), reader.Section<MailOptions>(MailOptions.Section));
        Systems = new SystemOptions(
            reader.Section<UpgatesOptions>(UpgatesOptions.Section), reader.Section<PacketaOptions>(PacketaOptions.Section),
            reader.Section<ZaslatOptions>(ZaslatOptions.Section), reader.Section<ComgateOptions>(ComgateOptions.Section),
            reader.Section<HelpdeskOptions>(HelpdeskOptions.Section));
        Simulator = reader.Section<SimulatorSettings>(SimulatorSettings.Section);
        // The room of prompts binds them itself; here they are only judged with everything else.
        _ = reader.Section<PromptOptions>(PromptOptions.Section);
        reader.Elsewhere("Urls");
        IsSimulated = Simulator.Enabled ?? !isProduction;
        Shop.StandsIn = IsSimulated && Shop.Source == ShopSource.Upgates && !Systems.Upgates.IsSet;
        StandIn = IsSimulated ? StageHosting.NewAccount(Simulator) : null;
    }

    /// <summary>Where the carrier reaches us; null: the first address listened on.</summary>
    public string? PublicUrl { get; }

    /// <summary>True when everybody comes by HTTPS, which may end at a proxy.</summary>
    public bool IsSecure => PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What stands before each of our paths in <see cref="PublicUrl"/>; empty at the root of the host.</summary>
    public string BasePath => PublicAddress.TryParse(PublicUrl, out var address) ? address.BasePath : string.Empty;

    public TwilioOptions Twilio { get; }

    public DatabaseOptions Database { get; }

    public SecretsOptions Secrets { get; }

    public BackupOptions Backup { get; }

    public DrainOptions Drain { get; }

    public TelemetryOptions Telemetry { get; }

    public ShopOptions Shop { get; }

    public IdentificationOptions Identification { get; }

    public AgentOptions[] Agents { get; }

    public HandoverOptions Handover { get; }

    public LineOptions Line { get; }

    public CaseOptions Cases { get; }

    public RetentionOptions Retention { get; }

    public SpeechOptions Speech { get; }

    public TaskOptions Tasks { get; }

    public SystemOptions Systems { get; }

    public SimulatorSettings Simulator { get; }

    /// <summary>The outside world on this machine is on: in Development, and elsewhere only when asked for.</summary>
    public bool IsSimulated { get; }

    /// <summary>Colleagues come in without a password: only where shop and callers are made up, and never in Production.</summary>
    public bool HasOneClickSignIn => Shop.IsMadeUp && IsSimulated && !IsProduction;

    /// <summary>The stand-in carrier's account; null when the simulator is off.</summary>
    public TwilioAccount? StandIn { get; }

    /// <summary>Who is connected when the automat itself is in trouble; in the demo its first agent.</summary>
    public string? HumanNumber => string.IsNullOrWhiteSpace(Shop.HumanNumber)
        ? Shop.IsMadeUp ? AgentOptions.Demo[0].Number : null
        : PhoneNumber.Parse(Shop.HumanNumber)?.Value;

    private bool IsProduction { get; }

    /// <summary>The settings as the shop reads them; the simulator takes e-mails where no server is set.</summary>
    public ShopSettings ForShop() => new(
        Shop, Identification, Agents, Tasks, mailStandsIn: IsSimulated, waitLimit: TimeSpan.FromMinutes(Handover.WaitMinutes));

    /// <summary>Reads and checks everything.</summary>
    /// <exception cref="SettingsException">Something is wrong; the exception lists all of it.</exception>
    public static AutomatSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var reader = new SettingsReader(configuration);
        var settings = new AutomatSettings(reader, environment.IsProduction());
        string[] problems = [.. reader.Problems, .. settings.Problems()];
        return problems.Length == 0 ? settings : throw new SettingsException(problems);
    }

    private IEnumerable<string> Problems()
    {
        if (PublicUrl is not null && !PublicAddress.TryParse(PublicUrl, out _))
        {
            yield return "PublicUrl is not usable. Set it to what the carrier's console shows, for example https://ivr.example.cz.";
        }

        foreach (var problem in Twilio.Validate(required: IsProduction && !IsSimulated)
            .Concat(Database.Validate()).Concat(Secrets.Validate(Database.Provider)).Concat(Shop.Validate())
            .Concat(Identification.Validate()).Concat(AgentOptions.Validate(Agents)).Concat(Tasks.Validate(Shop.IsMadeUp)).Concat(Handover.Validate())
            .Concat(Backup.Validate()).Concat(Drain.Validate()).Concat(Telemetry.Validate()).Concat(Systems.Validate()).Concat(Cases.Validate()).Concat(Retention.Validate()).Concat(Line.Validate(hasPeople: IsProduction || HumanNumber is not null))
            .Concat(Speech.Validate(hasDatabaseFile: Database.Provider == DatabaseProvider.Sqlite, azureStandsIn: IsSimulated)))
        {
            yield return problem;
        }

        if (Shop.Source == ShopSource.Upgates && !Systems.Upgates.IsSet && !IsSimulated)
        {
            yield return "Upgates:ApiUrl is missing. Copy it from the administration of the shop, Doplňky > API.";
        }

        if (Systems.Helpdesk.IsSet && !Tasks.Mail.IsSet && !IsSimulated)
        {
            yield return "Mail:Host is missing. Helpdesk:Mailbox needs a mail server that takes e-mails for it; set Mail:Host and Mail:From.";
        }

        if (Systems.Comgate.IsSet && Tasks.Payments.LinkDays > ComgateOptions.MostLinkDays)
        {
            yield return $"Payments:LinkDays is {Tasks.Payments.LinkDays}, but Comgate keeps a payment open for {ComgateOptions.MostLinkDays} days at most. Use 1 to {ComgateOptions.MostLinkDays}.";
        }

        if (!IsProduction)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Shop.HumanNumber))
        {
            yield return "Shop:HumanNumber is missing. Set it to the phone of a person who answers when the automat cannot, as +420 and nine digits.";
        }

        if (string.IsNullOrWhiteSpace(Shop.Line))
        {
            yield return "Shop:Line is missing. Set it to the number that customers call, as +420 and nine digits.";
        }

        if (PublicUrl is null && !IsSimulated)
        {
            yield return "PublicUrl is missing. Set it to the address under which the carrier reaches this program, for example https://ivr.example.cz.";
        }
    }
}

/// <summary>The settings cannot be used.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception($"The settings cannot be used:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  - {problem}"))}")
{
    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
