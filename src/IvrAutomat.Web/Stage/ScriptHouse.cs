using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Stage;

/// <summary>
/// The whole product on a free port, in virtual time, with a database of its own that is deleted afterwards: where call
/// scripts are played. It is the same host that serves real calls; only the clock and the carrier are stand-ins.
/// </summary>
internal sealed class ScriptHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private ScriptHouse(WebApplication app, string folder, VirtualTime time)
    {
        (_app, _folder) = (app, folder);
        Carrier = app.Services.GetRequiredService<CarrierNetwork>();
        app.Services.GetRequiredService<CallRunner>().Saved = Taken.Note;
        Runner = new CallScriptRunner(Carrier, app.Services.GetRequiredService<IStage>(), time, app.Services.GetRequiredService<StandIns>());
    }

    /// <summary>The stand-in carrier.</summary>
    public CarrierNetwork Carrier { get; }

    /// <summary>What the house is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>What of the flow was taken in this house.</summary>
    public FlowCoverage Taken { get; } = new();

    /// <summary>Plays scripts.</summary>
    public CallScriptRunner Runner { get; }

    /// <summary>Opens a house.</summary>
    /// <param name="settings">Settings that differ from the demo's, by their path.</param>
    /// <param name="documents">A folder that takes every document the product answers with; null for none.</param>
    /// <param name="logTo">Takes the log; null drops it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ScriptHouse> OpenAsync(
        IReadOnlyDictionary<string, string?> settings, string? documents, ILoggerProvider? logTo, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "calls.db")}",
            ["Simulator:DocumentsFolder"] = documents,
            // A script counts the cases that its calls open; one that is about the shop's own mistakes switches the list on.
            ["Cases:ApologyList"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        if (logTo is not null)
        {
            builder.Logging.AddProvider(logTo);
        }

        // A Monday morning; scripts that need another day say so.
        var time = new VirtualTime(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var app = AutomatHost.Build(builder, time);
        await AutomatHost.StartAsync(app, cancellationToken);
        return new ScriptHouse(app, folder, time);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _app.StopAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // What waits for virtual time never ends by itself once nobody drives it.
        }

        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The scripts of a folder or file, read and played.</summary>
internal static class Scripts
{
    /// <summary>All script files below a path, in the order of their names.</summary>
    public static IReadOnlyList<string> FilesIn(string path) => File.Exists(path)
        ? [path]
        : [.. Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Reads a script.</summary>
    public static ScriptReading Read(string file) => CallScriptReader.Read(File.ReadAllText(file), Path.GetFileName(file));

    /// <summary>The settings with which a script's house must be opened.</summary>
    public static IReadOnlyDictionary<string, string?> SettingsOf(CallScript script)
        => script.Given.Stage.Settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
}
