using System.Collections.Concurrent;
using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Replay;

/// <summary>
/// Runs journals through the present flow, and through prompts and settings that may be others than theirs, and says where each comes out
/// differently. Each call is decided on its own, so they are decided on all processors at once.
/// </summary>
/// <param name="kept">What the journals were decided with.</param>
/// <param name="prompts">The prompts that speak instead.</param>
/// <param name="languages">The languages that these prompts are complete in.</param>
/// <param name="shop">The settings that decide instead; null: those of each call.</param>
internal sealed class Comparison(KeptDefinitions kept, PromptCatalogue prompts, ValueList<string> languages, HouseFacts? shop)
{
    /// <summary>Every difference of every call. A call's first other state or other prompts end it; other words do not.</summary>
    public IReadOnlyList<Divergence> Run(IEnumerable<CallJournal> journals, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<Divergence>();
        Parallel.ForEach(journals, new ParallelOptions { CancellationToken = cancellationToken }, journal =>
        {
            foreach (var divergence in Of(journal))
            {
                found.Add(divergence);
            }
        });
        return [.. found];
    }

    /// <summary>The differences of one call, in the order of its steps; each prompt that has other words once.</summary>
    public IEnumerable<Divergence> Of(CallJournal journal)
    {
        // Where both know the same they decide the same.
        var then = IsAsThen(journal) ? null : new Redecision(journal.CallId);
        var now = new Redecision(journal.CallId);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in journal.Entries)
        {
            var input = Redecision.Read(entry);
            var (before, facts) = (now.Call.State, kept.FactsOf(entry));
            var changed = Changed(facts, entry.At);
            var decided = now.Decide(entry, input, changed);
            var recorded = then is null ? decided : then.Decide(entry, input, facts);
            var name = input is null ? "?" : RetoldText.NameOf(input);
            if (Redecision.Compare(entry, decided) is { } difference)
            {
                yield return new Divergence(journal.CallId, entry.Step, before, name, difference);
                yield break;
            }

            foreach (var other in recorded is null || decided is null ? [] : Words(entry, recorded, decided, facts, changed))
            {
                if (told.Add(other.Key))
                {
                    yield return new Divergence(journal.CallId, entry.Step, before, name, other.Difference) { Key = other.Key };
                }
            }
        }
    }

    private bool IsAsThen(CallJournal journal) => shop is null && journal.Entries.All(entry => kept.HouseOf(entry).Languages.Equals(languages));

    private Facts Changed(Facts facts, DateTimeOffset at)
        => (shop is null ? facts : shop.At(at)) with { Languages = languages, Announced = facts.Announced };

    private IEnumerable<(string Key, Difference Difference)> Words(JournalEntry entry, Turn then, Turn now, Facts thenFacts, Facts nowFacts)
    {
        var catalogue = kept.PromptsOf(entry);
        if (then.Say.Length != now.Say.Length || (ReferenceEquals(catalogue, prompts) && shop is null))
        {
            yield break;
        }

        for (var i = 0; i < now.Say.Length; i++)
        {
            var recorded = Text(catalogue, then, then.Say[i], thenFacts);
            var changed = Text(prompts, now, now.Say[i], nowFacts);
            if (recorded is not null && recorded != changed)
            {
                yield return (SaidKeys.Of(now.Say[i]), new Difference(DifferenceKind.Words, recorded, changed ?? string.Empty));
            }
        }
    }

    private static string? Text(PromptCatalogue catalogue, Turn turn, Utterance said, Facts facts)
        => Spoken.Words(catalogue, said.Language ?? turn.Call.Language, said.FillAsFarAsKept(static _ => null, ReplayReport.Gone), facts.Today);
}

/// <summary>A step of a call that comes out differently.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Step">The step.</param>
/// <param name="State">The state before it.</param>
/// <param name="Input">The short name of the input.</param>
/// <param name="Difference">In what.</param>
internal sealed record Divergence(string CallId, int Step, string State, string Input, Difference Difference)
{
    /// <summary>The prompt whose words are others; null where states or prompts are.</summary>
    public string? Key { get; init; }
}

/// <summary>Divergences that are the same.</summary>
/// <param name="First">One of them, of the call whose identifier comes first.</param>
/// <param name="CallIds">The calls, in order.</param>
internal sealed record DivergenceGroup(Divergence First, ImmutableArray<string> CallIds)
{
    /// <summary>Puts the same together, the most frequent first. Words are the same when the prompt is: its values differ from call to call.</summary>
    public static ImmutableArray<DivergenceGroup> Of(IEnumerable<Divergence> divergences) =>
    [
        .. divergences.GroupBy(each => each.Key is { } key
                ? (each.Difference.Kind, key, string.Empty, string.Empty, string.Empty)
                : (each.Difference.Kind, each.State, each.Input, each.Difference.Recorded, each.Difference.Now))
            .Select(same => same.OrderBy(each => each.CallId, StringComparer.Ordinal).ToArray())
            .Select(same => new DivergenceGroup(same[0], [.. same.Select(each => each.CallId)]))
            .OrderByDescending(group => group.CallIds.Length).ThenBy(group => group.First.Step).ThenBy(group => group.First.Key, StringComparer.Ordinal),
    ];
}
