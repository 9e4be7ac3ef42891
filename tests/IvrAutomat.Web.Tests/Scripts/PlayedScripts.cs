using IvrAutomat.Proof.Canary;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>
/// All scripts of <c>tests/calls</c>, played once for all tests, in several houses at once. What they leave behind
/// is kept to be searched: the log, the spans, every table after each script, the raw database, every document.
/// </summary>
public sealed class PlayedScripts : IAsyncLifetime
{
    private static readonly string Folder = Repository.At("tests", "calls");

    private readonly DirectoryInfo _documents = Directory.CreateTempSubdirectory("ivrautomat-documents-");
    private readonly Dictionary<string, CallScriptResult> _results = new(StringComparer.Ordinal);
    private readonly List<CallScript> _scripts = [];
    private readonly List<string> _messages = [];

    /// <summary>The scripts, as paths below <c>tests/calls</c>.</summary>
    public static IEnumerable<string> Names => Web.Stage.Scripts.FilesIn(Folder).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));

    /// <summary>A folder with every document that the product answered with.</summary>
    public string Documents => _documents.FullName;

    internal LogLines Log { get; } = new();

    internal Spans Spans { get; } = new();

    internal DatabaseDump Dump { get; } = new();

    /// <summary>What of the flow the scripts took.</summary>
    internal FlowCoverage Coverage { get; } = new();

    internal IReadOnlyList<CallScript> Read => _scripts;

    /// <summary>Every message that the product sent, as it arrived.</summary>
    internal IReadOnlyList<string> Messages => _messages;

    internal CallScriptResult Result(string name) => _results[name];

    public async ValueTask InitializeAsync()
    {
        string[] files = [.. Names.Select(name => Path.Combine(Folder, name))];
        _scripts.AddRange(files.Select(file => Web.Stage.Scripts.Read(file).Script).OfType<CallScript>());
        var results = await ScriptRun.PlayAsync(
            files,
            new()
            {
                Settings = new Dictionary<string, string?> { ["Prompts:Folder"] = Repository.At("prompts") },
                Documents = Documents,
                LogTo = Log,

                Coverage = Coverage,

                // The next script begins with a shop as new: what this one wrote must be looked at now.
                Played = house => Dump.TakeAsync(house.Services),
                Emptied = LeaveAsync,
            },
            CancellationToken.None);
        foreach (var (name, result) in Names.Zip(results))
        {
            _results[name] = result;
        }
    }

    public ValueTask DisposeAsync()
    {
        Spans.Dispose();
        _documents.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task LeaveAsync(ScriptHouse house)
    {
        await Dump.TakeFilesAsync(house.Services);
        lock (_messages)
        {
            _messages.AddRange(house.Carrier.Messages.All.Select(message => message.Body));
        }
    }
}

/// <summary>
/// Shares the played scripts among the classes that look at them. They run alone: spans of every host in the process would be taken for
/// theirs.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ScriptCollection : ICollectionFixture<PlayedScripts>
{
    public const string Name = "scripts";
}
