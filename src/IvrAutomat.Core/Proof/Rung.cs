using IvrAutomat.Calls;
using IvrAutomat.Flow;

namespace IvrAutomat.Proof;

/// <summary>One step of the ladder that a caller climbs who does not answer: the second silence at the order number, for example.</summary>
/// <param name="State">The step that was not answered.</param>
/// <param name="Ladder">Which of the four ladders.</param>
/// <param name="Number">1 for the first time.</param>
public sealed record Rung(State State, LadderKind Ladder, int Number)
{
    /// <summary>The rung that an input reaches; null for an input that is an answer.</summary>
    /// <param name="before">The call before the input.</param>
    /// <param name="input">The input.</param>
    public static Rung? Of(Call before, CallerInput input)
    {
        ArgumentNullException.ThrowIfNull(before);
        var ladder = before.Ladder;
        return input switch
        {
            Silence => new Rung(new State(before.State), LadderKind.Silence, ladder.Silence + 1),
            OtherKey => new Rung(new State(before.State), LadderKind.OtherKey, ladder.OtherKey + 1),
            TooShort => new Rung(new State(before.State), LadderKind.TooShort, ladder.TooShort + 1),
            NotUnderstood => new Rung(new State(before.State), LadderKind.NotUnderstood, ladder.NotUnderstood + 1),
            _ => null,
        };
    }

    /// <inheritdoc />
    public override string ToString() => $"{State}: {Ladder} {Number}";
}

/// <summary>The four ways of not answering, each counted apart.</summary>
public enum LadderKind
{
    /// <summary>Nothing came.</summary>
    Silence,

    /// <summary>A key that is no option.</summary>
    OtherKey,

    /// <summary>An entry that was not complete.</summary>
    TooShort,

    /// <summary>Words that meant nothing.</summary>
    NotUnderstood,
}
