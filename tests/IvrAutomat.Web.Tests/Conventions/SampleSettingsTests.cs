using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Backup;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Settings;
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
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace IvrAutomat.Web.Tests.Conventions;

/// <summary>The sample that operators copy: all settings, none misspelt, and it can be used as it is.</summary>
public sealed class SampleSettingsTests
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.Ordinal)
    {
        [TwilioOptions.Section] = typeof(TwilioOptions),
        [DatabaseOptions.Section] = typeof(DatabaseOptions),
        [SecretsOptions.Section] = typeof(SecretsOptions),
        [BackupOptions.Section] = typeof(BackupOptions),
        [DrainOptions.Section] = typeof(DrainOptions),
        [TelemetryOptions.Section] = typeof(TelemetryOptions),
        [ShopOptions.Section] = typeof(ShopOptions),
        [IdentificationOptions.Section] = typeof(IdentificationOptions),
        [AgentOptions.Section] = typeof(AgentOptions),
        [HandoverOptions.Section] = typeof(HandoverOptions),
        [LineOptions.Section] = typeof(LineOptions),
        [CaseOptions.Section] = typeof(CaseOptions),
        [ActionOptions.Section] = typeof(ActionOptions),
        [ReturnOptions.Section] = typeof(ReturnOptions),
        [PaymentOptions.Section] = typeof(PaymentOptions),
        [MailOptions.Section] = typeof(MailOptions),
        [UpgatesOptions.Section] = typeof(UpgatesOptions),
        [PacketaOptions.Section] = typeof(PacketaOptions),
        [ZaslatOptions.Section] = typeof(ZaslatOptions),
        [ComgateOptions.Section] = typeof(ComgateOptions),
        [HelpdeskOptions.Section] = typeof(HelpdeskOptions),
        [RetentionOptions.Section] = typeof(RetentionOptions),
        [SpeechOptions.Section] = typeof(SpeechOptions),
        [PromptOptions.Section] = typeof(PromptOptions),
        [SimulatorSettings.Section] = typeof(SimulatorSettings),
    };

    private static readonly IConfigurationRoot Sample = new ConfigurationBuilder().AddJsonFile(Repository.At("appsettings.sample.json")).Build();

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public void TheSample_CanBeUsed(string environment)
    {
        var filled = new ConfigurationBuilder().AddConfiguration(Sample)
            .AddInMemoryCollection([new("Twilio:AuthToken", "0123456789abcdef0123456789abcdef")]).Build();
        var settings = AutomatSettings.Read(filled, new HostingEnvironment { EnvironmentName = environment });

        Assert.Equal("+420602000001", settings.HumanNumber);
        Assert.Equal(2, settings.Agents.Length);
        Assert.Equal("08:00-15:00", settings.Shop.OpeningHours["Friday"]);
    }

    [Fact]
    public void ThePlaceholderOfTheSample_IsRefused()
    {
        var unusable = Assert.Throws<SettingsException>(() => AutomatSettings.Read(Sample, new HostingEnvironment { EnvironmentName = "Production" }));
        Assert.Equal("Twilio:AuthToken still holds the sample's placeholder. Put the real value there, or leave it out.", Assert.Single(unusable.Problems));
    }

    [Fact]
    public void EverySetting_IsInTheSample() => Assert.Empty(Settings().Except(Named()));

    [Fact]
    public void TheSample_NamesNoSettingThatDoesNotExist() => Assert.Empty(Named().Except(Settings()));

    private static IEnumerable<string> Settings() => Sections
        .SelectMany(section => section.Value.GetProperties().Where(property => property.CanWrite).Select(property => $"{section.Key}:{property.Name}"))
        .Append("PublicUrl").Append("Urls");

    // A setting of the sample: a section's child, whatever is below it; for the list of agents the children of its entries.
    private static HashSet<string> Named() =>
    [
        .. Sample.GetChildren().SelectMany(section => section.Key == AgentOptions.Section
            ? section.GetChildren().SelectMany(agent => agent.GetChildren()).Select(child => $"{section.Key}:{child.Key}")
            : Sections.ContainsKey(section.Key) ? section.GetChildren().Select(child => $"{section.Key}:{child.Key}") : [section.Key]),
    ];
}
