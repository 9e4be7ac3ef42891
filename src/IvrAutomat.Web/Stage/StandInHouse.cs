using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// The demo on a free port with a database of its own, for as long as somebody needs the stand-ins that live in it: a carrier, a mail server,
/// the shop's systems. It touches nothing of the operator's.
/// </summary>
internal sealed class StandInHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private StandInHouse(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    /// <summary>The account with which its carrier signs.</summary>
    public TwilioOptions Carrier => _app.Services.GetRequiredService<TwilioOptions>();

    /// <summary>Where it listens.</summary>
    public string Url => TelephonyRegistration.ListeningUrl(_app.Services);

    /// <summary>Its mail server.</summary>
    public MailOptions Mail => _app.Services.GetRequiredService<MailServerNow>()();

    /// <summary>Opens a house.</summary>
    /// <param name="prompts">The folder of the prompts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StandInHouse> OpenAsync(string prompts, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-stand-ins-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "demo.db")}",
            ["Prompts:Folder"] = prompts,
        });
        builder.Logging.ClearProviders();
        var app = AutomatHost.Build(builder);
        await AutomatHost.StartAsync(app, cancellationToken);
        return new StandInHouse(app, folder);
    }

    /// <summary>The same accounts, with a stand-in of this house for each that is not set.</summary>
    public SystemOptions WithStandIns(SystemOptions set) => StageHosting.WithStandIns(set, _app.Services);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
