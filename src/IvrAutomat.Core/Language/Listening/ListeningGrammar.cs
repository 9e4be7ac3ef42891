using System.Collections.Frozen;

namespace IvrAutomat.Language;

/// <summary>
/// The small words of one language that decide how the words around them are read: refusals, conditions, hesitations. What callers want is no part
/// of it; those phrases are <see cref="SpokenWords"/>, which an admin extends. All words are in lower case without diacritics.
/// </summary>
internal sealed record ListeningGrammar
{
    /// <summary>Cuts speech into words.</summary>
    public required Func<string, IReadOnlyList<SpokenWord>> Cut { get; init; }

    /// <summary>Words that say nothing by themselves; a phrase that counts alone may stand among them.</summary>
    public required FrozenSet<string> Fillers { get; init; }

    /// <summary>Words that turn a yes into a condition.</summary>
    public required FrozenSet<string> Conditions { get; init; }

    /// <summary>Words that refuse the wish after them.</summary>
    public required FrozenSet<string> Refusals { get; init; }

    /// <summary>Words that open a new wish, so that a refusal before them does not reach further.</summary>
    public required FrozenSet<string> NewWish { get; init; }

    /// <summary>Words after which a topic follows rather than a wish.</summary>
    public required FrozenSet<string> TopicMarks { get; init; }

    /// <summary>The bare no: before the word for cancelling it may belong to it or stand against it.</summary>
    public required string BareNo { get; init; }

    /// <summary>Words that exclude a day or a thing that is named beside them.</summary>
    public required FrozenSet<string> Exclusions { get; init; }

    /// <summary>Whether a word is a request of its own, which no refusal before it reaches.</summary>
    public required Func<string, bool> IsImperative { get; init; }

    /// <summary>Words that may stand around a named key.</summary>
    public required FrozenSet<string> AroundKeys { get; init; }

    /// <summary>What may stand around a place in a list besides them: nouns for what is listed.</summary>
    public required FrozenSet<string> AroundPlaces { get; init; }

    /// <summary>A word that stands for what is counted beside a number ("the second one") and is a number only alone; empty where there is none.</summary>
    public required string Pronoun { get; init; }

    /// <summary>Places in a list: "first", "second".</summary>
    public required FrozenDictionary<string, int> Ordinals { get; init; }

    /// <summary>The last of a list.</summary>
    public required FrozenSet<string> Last { get; init; }

    /// <summary>The one in the middle of three.</summary>
    public required FrozenSet<string> Middle { get; init; }

    /// <summary>How numbers are dictated.</summary>
    public required NumberGrammar Numbers { get; init; }

    /// <summary>Words as a set, for the tables of a language.</summary>
    public static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
