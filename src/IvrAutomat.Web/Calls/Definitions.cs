using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// The flow, the prompts and the facts of the house that decisions are made with, each kept once under the hash of its content,
/// so that a journal can say exactly what a call was decided by.
/// </summary>
internal sealed class Definitions(Database database, TimeProvider time)
{
    /// <summary>Kinds of <see cref="Persistence.Rows.DefinitionRow"/>.</summary>
    public const string PromptsKind = "prompts";

    /// <summary>The facts of the house; see <see cref="HouseFacts"/>.</summary>
    public const string HouseKind = "house";

    /// <summary>What becomes of a definition that is kept already: it is as young as its last use, so that nothing in use is ever erased as old.</summary>
    public const string KeptAgain = "ON CONFLICT (hash) DO UPDATE SET created_at = excluded.created_at";

    private const string FlowKind = "flow";

    private static readonly string FlowText = FlowDiagram.Draw(ShopDialogue.Flow);
    private static readonly string FlowHash = Hash(FlowText);

    private volatile KeptHouse? _house;

    /// <summary>The hashes for a decision made with this catalogue and these facts.</summary>
    public DefinitionHashes Of(PromptCatalogue catalogue, Facts facts)
    {
        var house = _house;
        if (house is null || !house.IsOf(facts))
        {
            var text = HouseFacts.Of(facts).ToText();
            _house = house = new KeptHouse(HouseFacts.Of(facts), Hash(text), text);
        }

        return new DefinitionHashes(FlowHash, catalogue.Hash, house);
    }

    /// <summary>Keeps flow and prompts, which may be kept already. The facts of the house are kept by the turn that first knows them.</summary>
    public async Task KeepAsync(PromptCatalogue catalogue, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var (hash, kind, content) in new[] { (FlowHash, FlowKind, FlowText), (catalogue.Hash, PromptsKind, JsonSerializer.Serialize(catalogue.Texts)) })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO definitions (hash, kind, content, created_at) VALUES (@hash, @kind, @content, @now) {KeptAgain}";
            command.AddParameter("@hash", hash);
            command.AddParameter("@kind", kind);
            command.AddParameter("@content", content);
            command.AddParameter("@now", time.GetUtcNow().ToUnixTimeMilliseconds());
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

/// <summary>The facts of the house as decisions of this process know them, with their name.</summary>
/// <param name="facts">The facts.</param>
/// <param name="hash">The hash of their text.</param>
/// <param name="text">Their text.</param>
internal sealed class KeptHouse(HouseFacts facts, string hash, string text)
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private long _storedAt = long.MinValue;

    /// <summary>The hash of the text.</summary>
    public string Hash => hash;

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>True when the next turn has to store the text: no turn of this process has within the hour.</summary>
    public bool IsDue(DateTimeOffset now) => Volatile.Read(ref _storedAt) is var stored && (stored == long.MinValue || now.UtcTicks - stored > Again.Ticks);

    /// <summary>A turn has stored the text, if it was due.</summary>
    public void Stored(DateTimeOffset at)
    {
        if (IsDue(at))
        {
            Volatile.Write(ref _storedAt, at.UtcTicks);
        }
    }

    /// <summary>True when a decision with these facts knows the same. The profile is one object until a setting changes.</summary>
    public bool IsOf(Facts now) => ReferenceEquals(now.Shop, facts.Shop) && now.Languages.Equals(facts.Languages) && now.Announced.Equals(facts.Announced);
}

/// <summary>Keeps the prompts that have gone live since the start, and those that are live.</summary>
internal sealed partial class DefinitionKeeper(Definitions definitions, PromptLibrary prompts, ILogger<DefinitionKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // While no call refers to them they may have been erased as old.
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (kept, keptAt) = (string.Empty, 0L);

        // At the machine's own pace, as the files are watched.
        using var timer = new PeriodicTimer(Every);
        do
        {
            var catalogue = prompts.Current;
            try
            {
                if (catalogue.Hash != kept || Stopwatch.GetElapsedTime(keptAt) > Again)
                {
                    await definitions.KeepAsync(catalogue, stoppingToken);
                    (kept, keptAt) = (catalogue.Hash, Stopwatch.GetTimestamp());
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
