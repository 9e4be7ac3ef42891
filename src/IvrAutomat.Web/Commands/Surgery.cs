using System.Security.Cryptography;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Doctor;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Shop.Zaslat;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Telephony;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Commands;

/// <summary>
/// What the checks look through: the host of these settings, built and never started, and the database of these settings. Where the simulator is
/// on, a house of stand-ins plays what has no account.
/// </summary>
internal sealed class Surgery : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServiceProvider _database;
    private readonly AutomatSettings _settings;
    private readonly StandInHouse? _house;

    private Surgery(WebApplication app, ServiceProvider database, AutomatSettings settings, StandInHouse? house)
        => (_app, _database, _settings, _house) = (app, database, settings, house);

    /// <summary>Opens it.</summary>
    /// <param name="builder">The host, with settings that can be used.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="house">The stand-ins; null where the simulator is off.</param>
    public static Surgery Open(WebApplicationBuilder builder, AutomatSettings settings, StandInHouse? house)
    {
        if (string.IsNullOrWhiteSpace(settings.Secrets.Key))
        {
            // Without a key of its own this host, which only lends its clients, would make the operator's key file.
            builder.Configuration[$"{SecretsOptions.Section}:{nameof(SecretsOptions.Key)}"]
                = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes));
        }

        var database = new ServiceCollection().AddPersistence(settings.Database, settings.Secrets).BuildServiceProvider();
        return new Surgery(AutomatHost.Build(builder), database, settings, house);
    }

    /// <summary>All checks, in the order in which an operator mends things.</summary>
    public Examination Examination()
    {
        var services = _app.Services;
        var http = services.GetRequiredService<OutsideHttp>();
        var time = services.GetRequiredService<TimeProvider>();
        var database = _database.GetRequiredService<Database>();
        var contexts = _database.GetRequiredService<IDbContextFactory<AutomatDb>>();
        SystemsNow systems = () => Systems;
        MailServerNow mail = () => _settings.Tasks.Mail.IsSet || _house is null ? _settings.Tasks.Mail : _house.Mail;
        var twilio = string.IsNullOrEmpty(_settings.Twilio.AccountSid) && _house is not null ? _house.Carrier : _settings.Twilio;
        return new Examination(
        [
            new DatabaseCheck(database, contexts),
            new DiskCheck(Folders(database, services.GetRequiredService<PromptFiles>().Folder), FolderOf(database)),
            new BackupAgeCheck(database, _settings.Backup, time),
            new TelemetryCheck(_settings.Telemetry, time),
            new RetentionCheck(new Eraser(database, _settings.Retention, time), _database.GetRequiredService<HouseMarks>(), database, time),
            new SecretsCheck(database, _settings.Secrets, contexts, _database.GetRequiredService<Secrets>),
            new SpeechCheck(
                _settings.Speech, services.GetRequiredService<Synthesis>(), [.. Languages.All.Select(language => language.Tag)],
                azureStandsIn: _house is not null && _settings.Speech is { Engine: SpeechEngineKind.Azure, Azure.IsSet: false }),
            new PromptsCheck(services.GetRequiredService<PromptFiles>(), [.. Languages.All.Select(language => language.Tag)]),
            new PublicUrlCheck(http, Address, twilio),
            new TwilioCheck(services.GetRequiredService<TwilioApi>, _settings.Twilio, Address),
            new ClockCheck(http, _settings.Twilio, time),
            new MailCheck(mail, systems, time),
            new UpgatesCheck(http, systems, _settings.Shop.Source, Address),
            new PacketaCheck(ActivatorUtilities.CreateInstance<PacketaClient>(services, systems), systems),
            new ZaslatCheck(ActivatorUtilities.CreateInstance<ZaslatClient>(services, systems), systems, services.GetRequiredService<ShopSettings>(), time),
            new ComgateCheck(http, systems, isProduction: _house is null),
        ]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _app.DisposeAsync();
    }

    private (string Name, string Folder)[] Folders(Database database, string prompts) =>
    [
        .. FolderOf(database) is { } folder ? [("the database", folder)] : Array.Empty<(string, string)>(),
        .. _settings.Speech.IsOurs ? [("audio", SpeechRegistration.FolderOf(_settings.Speech, _settings.Database))] : Array.Empty<(string, string)>(),
        ("prompts", prompts),
    ];

    private static string? FolderOf(Database database) => database.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file)) : null;

    private SystemOptions Systems => _house is not null && _settings.Shop.Source == ShopSource.Upgates ? _house.WithStandIns(_settings.Systems) : _settings.Systems;

    private PublicAddress? Address() => PublicAddress.TryParse(_settings.PublicUrl ?? _house?.Url, out var address) ? address : null;
}
