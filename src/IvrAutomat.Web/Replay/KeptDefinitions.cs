using System.Collections.Frozen;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Replay;

/// <summary>
/// The prompts and the facts of the house that journals refer to, read once. Where one is not kept, or was kept by a version that wrote
/// something else, the present one stands in, and the replay says so.
/// </summary>
internal sealed class KeptDefinitions
{
    private readonly FrozenDictionary<string, PromptCatalogue> _prompts;
    private readonly FrozenDictionary<string, HouseFacts> _houses;
    private readonly PromptCatalogue _presentPrompts;
    private readonly HouseFacts _presentHouse;

    private KeptDefinitions(
        Dictionary<string, PromptCatalogue> prompts, Dictionary<string, HouseFacts> houses, PromptCatalogue presentPrompts, HouseFacts presentHouse)
        => (_prompts, _houses, _presentPrompts, _presentHouse)
            = (prompts.ToFrozenDictionary(StringComparer.Ordinal), houses.ToFrozenDictionary(StringComparer.Ordinal), presentPrompts, presentHouse);

    /// <summary>Reads what journals refer to.</summary>
    /// <param name="contexts">The database.</param>
    /// <param name="journals">The journals.</param>
    /// <param name="prompts">The prompts of this moment.</param>
    /// <param name="house">The facts of this moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<KeptDefinitions> ReadAsync(
        IDbContextFactory<AutomatDb> contexts, IReadOnlyCollection<CallJournal> journals, PromptCatalogue prompts, HouseFacts house,
        CancellationToken cancellationToken)
    {
        string[] hashes = [.. journals.SelectMany(journal => journal.Entries).SelectMany(entry => (string[])[entry.Prompts, entry.House]).Distinct(StringComparer.Ordinal)];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Definitions.AsNoTracking().Where(row => hashes.Contains(row.Hash) && row.Hash != prompts.Hash).ToListAsync(cancellationToken);
        var catalogues = new Dictionary<string, PromptCatalogue>(StringComparer.Ordinal) { [prompts.Hash] = prompts };
        var houses = new Dictionary<string, HouseFacts>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Kind == Definitions.PromptsKind && Catalogue(row.Content) is { } catalogue)
            {
                catalogues[row.Hash] = catalogue;
            }
            else if (row.Kind == Definitions.HouseKind)
            {
                houses[row.Hash] = HouseFacts.Read(row.Content);
            }
        }

        return new KeptDefinitions(catalogues, houses, prompts, house);
    }

    /// <summary>The prompts that spoke.</summary>
    public PromptCatalogue PromptsOf(JournalEntry entry) => _prompts.GetValueOrDefault(entry.Prompts, _presentPrompts);

    /// <summary>What the decision knew of the house.</summary>
    public HouseFacts HouseOf(JournalEntry entry) => _houses.GetValueOrDefault(entry.House, _presentHouse);

    /// <summary>What the decision knew.</summary>
    public Facts FactsOf(JournalEntry entry) => HouseOf(entry).At(entry.At);

    /// <summary>True when the facts of each decision are those of that time.</summary>
    public bool HasHouseOf(CallJournal journal) => journal.Entries.All(entry => _houses.ContainsKey(entry.House));

    /// <summary>True when the words are those of that time.</summary>
    public bool HasPromptsOf(CallJournal journal) => journal.Entries.All(entry => _prompts.ContainsKey(entry.Prompts));

    // Rules have become stricter since some texts were live; what spoke then may be refused now.
    private static PromptCatalogue? Catalogue(string content)
        => PromptSet.Parse(JsonSerializer.Deserialize<PromptText[]>(content) ?? [], Languages.All).Catalogue;
}
