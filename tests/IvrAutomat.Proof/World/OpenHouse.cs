using IvrAutomat.Proof.Canary;
using IvrAutomat.Web;
using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Proof.World;

/// <summary>The whole product with the demo shop in this process, on a free port, so that its routes, its log and its clock are at hand.</summary>
internal sealed class OpenHouse : IAsyncDisposable
{
    /// <summary>The account whose webhooks it takes.</summary>
    public static readonly CarrierAccount Account = new("ACabcdefabcdefabcdefabcdefabcdef02", "0123456789abcdef0123456789abcdef");

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private OpenHouse(WebApplication app, DirectoryInfo folder, LogLines log) => (_app, _folder, Log) = (app, folder, log);

    /// <summary>All that it has logged.</summary>
    public LogLines Log { get; }

    /// <summary>Where it listens; also the address over which webhooks are signed.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>What it is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>A folder of its own: database, sound, prompts.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Every route with its methods, as patterns.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Opens it with prompts of its own, so that whatever is published there stays there.</summary>
    /// <param name="settings">Settings that differ from the demo's, by their path.</param>
    /// <param name="time">The clock; real time unless given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<OpenHouse> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-proof-");
        var prompts = Path.Combine(folder.FullName, "prompts");
        SourceTree.CopyPrompts(prompts);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = SourceTree.Root });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "calls.db")}",
            ["Prompts:Folder"] = prompts,
            ["Simulator:AccountSid"] = Account.Sid,
            ["Simulator:AuthToken"] = Account.Token,
            ["Shop:HumanNumber"] = "+420602999999",
            ["Cases:ApologyList"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        var log = new LogLines();
        builder.Logging.AddProvider(log);
        var app = AutomatHost.Build(builder, time);
        await AutomatHost.StartAsync(app, cancellationToken);
        await app.Services.GetRequiredService<LatePages>().OpenAsync();
        return new OpenHouse(app, folder, log);
    }

    /// <summary>Reads the database as it is now.</summary>
    public async Task<T> ReadAsync<T>(Func<AutomatDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await _app.StopAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // What waits for a clock that stands never ends by itself.
        }

        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
