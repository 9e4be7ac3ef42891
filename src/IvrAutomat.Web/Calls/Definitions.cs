using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// The flow, the prompts and the settings that decisions are made with, each kept once under the hash of its content,
/// so that a journal can say exactly what a call was decided by.
/// </summary>
internal sealed class Definitions
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly string _settings;
    private readonly ConcurrentDictionary<string, DefinitionHashes> _known = new(StringComparer.Ordinal);
    private readonly string _flow = FlowDiagram.Draw(ShopDialogue.Flow);

    /// <summary>Takes the settings as text; they must hold no secret.</summary>
    public Definitions(Database database, TimeProvider time, string settings)
        => (_database, _time, _settings) = (database, time, settings);

    /// <summary>The hashes for a decision made now with this catalogue.</summary>
    public DefinitionHashes Of(PromptCatalogue catalogue)
        => _known.GetOrAdd(catalogue.Hash, hash => new DefinitionHashes(Hash(_flow), hash, Hash(_settings)));

    /// <summary>Keeps what the hashes stand for. Repeated calls change nothing.</summary>
    public async Task KeepAsync(PromptCatalogue catalogue, CancellationToken cancellationToken)
    {
        var hashes = Of(catalogue);
        await using var connection = await _database.OpenAsync(cancellationToken);
        foreach (var (hash, kind, content) in new[] { (hashes.Flow, "flow", _flow), (hashes.Prompts, "prompts", JsonSerializer.Serialize(catalogue.Texts)), (hashes.Settings, "settings", _settings) })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO definitions (hash, kind, content, created_at) VALUES (@hash, @kind, @content, @now) ON CONFLICT (hash) DO NOTHING";
            command.AddParameter("@hash", hash);
            command.AddParameter("@kind", kind);
            command.AddParameter("@content", content);
            command.AddParameter("@now", _time.GetUtcNow().ToUnixTimeMilliseconds());
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

/// <summary>Keeps the prompts that have gone live since the start, each set once.</summary>
internal sealed partial class DefinitionKeeper(Definitions definitions, PromptLibrary prompts, ILogger<DefinitionKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var kept = string.Empty;

        // At the machine's own pace, as the files are watched.
        using var timer = new PeriodicTimer(Every);
        do
        {
            var catalogue = prompts.Current;
            try
            {
                if (catalogue.Hash != kept)
                {
                    await definitions.KeepAsync(catalogue, stoppingToken);
                    kept = catalogue.Hash;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotKept(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Warning, Message = "The prompts could not be kept for replay ({Error}); it is tried again in a second")]
    private partial void LogNotKept(string error);
}
