using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Replay;

/// <summary>Decides the inputs of a journal again, one after another, as this program decides now. No time passes and nothing is asked or done.</summary>
internal sealed class Redecision(string callId)
{
    private Call _call = ShopDialogue.Begin(callId);

    /// <summary>The call as decided so far.</summary>
    public Call Call => _call;

    /// <summary>Decides the next entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="input">Its input; see <see cref="Read"/>.</param>
    /// <param name="facts">What the decision knows.</param>
    /// <returns>The turn; null where this program cannot decide it, because the journal comes from a flow that could do other things.</returns>
    public Turn? Decide(JournalEntry entry, CallerInput? input, Facts facts)
    {
        if (input is null || _call.Version != entry.Step - 1)
        {
            return null;
        }

        try
        {
            var turn = ShopDialogue.Handle(_call, input, facts);
            _call = turn.Call;
            return turn;
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            // Broken promises within the dialogue: the inputs do not fit what was decided before.
            return null;
        }
    }

    /// <summary>The input of an entry; null where this program does not know such an input.</summary>
    public static CallerInput? Read(JournalEntry entry)
    {
        try
        {
            return JsonSerializer.Deserialize(entry.Input, CallJson.Default.CallerInput);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is different from the journal; null when nothing is.</summary>
    public static Difference? Compare(JournalEntry entry, Turn? turn)
        => turn is null ? new Difference(DifferenceKind.Undecidable, entry.State, string.Empty)
            : turn.Call.State != entry.State ? new Difference(DifferenceKind.State, entry.State, turn.Call.State)
            : entry.Said is { } recorded && SaidKeys.Of(turn.Say) is var said && said != recorded ? new Difference(DifferenceKind.Said, recorded, said)
            : null;
}

/// <summary>In what a decision made again is another one.</summary>
internal enum DifferenceKind
{
    /// <summary>This program cannot decide it at all.</summary>
    Undecidable,

    /// <summary>It leads to another state.</summary>
    State,

    /// <summary>It says other prompts, or other variants of them.</summary>
    Said,

    /// <summary>It says the same prompts in other words.</summary>
    Words,
}

/// <summary>A decision that comes out differently.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Recorded">The state, the keys or the words of the journal.</param>
/// <param name="Now">The same as it would be now.</param>
internal sealed record Difference(DifferenceKind Kind, string Recorded, string Now);
