using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Replay;

/// <summary>
/// Tells one call from its journal, in the words that it heard: each decision is made again with the facts of its time and put into words with
/// the prompts of its time.
/// </summary>
internal sealed class Retelling(
    IDbContextFactory<AutomatDb> contexts, JournalReader journals, CallStore calls, PromptLibrary prompts, HouseNow house, TimeProvider time)
{
    /// <summary>The call; null when there is no journal of it, because there was no such call or it has been kept for long enough.</summary>
    /// <param name="callId">Which call.</param>
    /// <param name="gone">What stands where a value was said that is not kept, by the name of <see cref="Held"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RetoldCall?> OfAsync(string callId, Func<string, string> gone, CancellationToken cancellationToken)
    {
        if (await journals.OfAsync(callId, cancellationToken) is not { } journal)
        {
            return null;
        }

        var stored = await calls.LoadAsync(callId, cancellationToken);
        var kept = await KeptDefinitions.ReadAsync(contexts, [journal], prompts.Current, Present(), cancellationToken);
        var redecision = new Redecision(callId);
        var steps = ImmutableArray.CreateBuilder<RetoldStep>(journal.Entries.Length);
        var hasDiverged = false;
        foreach (var entry in journal.Entries)
        {
            var input = Redecision.Read(entry);
            var facts = kept.FactsOf(entry);
            var turn = hasDiverged ? null : redecision.Decide(entry, input, facts);
            var difference = hasDiverged ? null : Redecision.Compare(entry, turn);
            hasDiverged |= difference is { Kind: not DifferenceKind.Said };
            steps.Add(new RetoldStep(entry, TimeZoneInfo.ConvertTime(entry.At, facts.Shop.TimeZone), input)
            {
                Turn = turn,
                Said = turn is null ? [] : Say(turn, kept.PromptsOf(entry), facts.Today, stored?.Held, gone),
                Difference = difference,
            });
        }

        return new RetoldCall(callId, steps.DrainToImmutable(), kept.HasHouseOf(journal), kept.HasPromptsOf(journal));
    }

    private HouseFacts Present() => new(house.Shop(), [.. prompts.Complete], house.Announced(time.GetUtcNow()));

    private static ImmutableArray<RetoldSentence> Say(Turn turn, PromptCatalogue catalogue, DateOnly today, HeldValues? held, Func<string, string> gone)
        => [.. turn.Say.Select(said =>
        {
            var language = said.Language ?? turn.Call.Language;
            return new RetoldSentence(SaidKeys.Of(said), language, Spoken.Words(catalogue, language, said.FillAsFarAsKept(name => held?.Find(name), gone), today));
        })];
}

/// <summary>A call as it went.</summary>
/// <param name="CallId">Which call.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="HasFacts">The facts of that time are kept; else those of this moment decided.</param>
/// <param name="HasPrompts">The prompts of that time are kept; else those of this moment speak.</param>
internal sealed record RetoldCall(string CallId, ImmutableArray<RetoldStep> Steps, bool HasFacts, bool HasPrompts)
{
    /// <summary>The first step that is decided differently now; null when there is none.</summary>
    public RetoldStep? Diverges => Steps.FirstOrDefault(step => step.Difference is not null);
}

/// <summary>One step of a call.</summary>
/// <param name="Entry">What the journal says.</param>
/// <param name="At">When, by the shop's clock.</param>
/// <param name="Input">What came; null where this program does not know such an input.</param>
internal sealed record RetoldStep(JournalEntry Entry, DateTimeOffset At, CallerInput? Input)
{
    /// <summary>The decision, made again; null once it cannot be.</summary>
    public Turn? Turn { get; init; }

    /// <summary>What was heard.</summary>
    public ImmutableArray<RetoldSentence> Said { get; init; } = [];

    /// <summary>In what this program decides differently.</summary>
    public Difference? Difference { get; init; }
}

/// <summary>Something that was heard. It may hold what belongs to a customer: it never goes to a log.</summary>
/// <param name="Key">The prompt's key, with variant and rung.</param>
/// <param name="Language">The language.</param>
/// <param name="Text">The words; null where the prompts of now cannot say it.</param>
internal sealed record RetoldSentence(string Key, string Language, string? Text)
{
    /// <inheritdoc />
    public override string ToString() => nameof(RetoldSentence);
}
