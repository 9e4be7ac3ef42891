using System.Collections.Frozen;

namespace IvrAutomat.Language;

/// <summary>The words that a Slavic language names times of day with, small and without diacritics.</summary>
internal sealed record HourVocabulary
{
    /// <summary>How the language is listened to.</summary>
    public required ListeningGrammar Grammar { get; init; }

    /// <summary>Parts of the day.</summary>
    public required FrozenDictionary<string, TimeWindow> Parts { get; init; }

    /// <summary>Hours by their ordinal, and noon and midnight.</summary>
    public required FrozenDictionary<string, int> Hours { get; init; }

    /// <summary>Words that have no other half of the day: noon, midnight.</summary>
    public required FrozenSet<string> Exact { get; init; }

    /// <summary>Words before a written number that make it a time.</summary>
    public required FrozenSet<string> Markers { get; init; }

    /// <summary>"At", "about".</summary>
    public required FrozenSet<string> At { get; init; }

    /// <summary>"Between".</summary>
    public required string Between { get; init; }

    /// <summary>"From".</summary>
    public required string From { get; init; }

    /// <summary>"After".</summary>
    public required string After { get; init; }

    /// <summary>"Before".</summary>
    public required string Before { get; init; }

    /// <summary>"Until".</summary>
    public required string Until { get; init; }

    /// <summary>Lunch, after "before" and "after".</summary>
    public required FrozenSet<string> Lunch { get; init; }

    /// <summary>What joins the ends of "between".</summary>
    public FrozenSet<string> And { get; } = ListeningGrammar.Set("a az");

    /// <summary>What joins the ends of "from … to".</summary>
    public FrozenSet<string> To { get; } = ListeningGrammar.Set("do az");

    /// <summary>The word for an hour.</summary>
    public required FrozenSet<string> Hour { get; init; }

    /// <summary>The word for a minute.</summary>
    public required FrozenSet<string> Minute { get; init; }

    /// <summary>Half of the hour that is being filled.</summary>
    public required FrozenSet<string> Half { get; init; }

    /// <summary>A quarter of it.</summary>
    public required FrozenSet<string> Quarter { get; init; }

    /// <summary>Three quarters of it in one word.</summary>
    public required FrozenSet<string> ThreeQuarters { get; init; }

    /// <summary>Three quarters of it, after the word for three.</summary>
    public required FrozenSet<string> OfThreeQuarters { get; init; }
}
