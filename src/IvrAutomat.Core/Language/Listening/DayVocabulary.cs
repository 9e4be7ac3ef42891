using System.Collections.Frozen;

namespace IvrAutomat.Language;

/// <summary>The words that a Slavic language names days with, small and without diacritics.</summary>
internal sealed record DayVocabulary
{
    /// <summary>How the language is listened to.</summary>
    public required ListeningGrammar Grammar { get; init; }

    /// <summary>Near days by name, as days from today.</summary>
    public required FrozenDictionary<string, int> Near { get; init; }

    /// <summary>The days of the week, in all cases.</summary>
    public required FrozenDictionary<string, DayOfWeek> Weekdays { get; init; }

    /// <summary>The months, in all cases.</summary>
    public required FrozenDictionary<string, int> Months { get; init; }

    /// <summary>"Next", before a day of the week.</summary>
    public required FrozenSet<string> Next { get; init; }

    /// <summary>"In", before a count of days or a week.</summary>
    public required FrozenSet<string> Ahead { get; init; }

    /// <summary>A week.</summary>
    public required FrozenSet<string> Week { get; init; }

    /// <summary>Days, as they are counted.</summary>
    public required FrozenSet<string> Days { get; init; }

    /// <summary>The weekend.</summary>
    public required FrozenSet<string> Weekend { get; init; }

    /// <summary>Days of the month in the genitive, one word each; tens lead to a unit.</summary>
    public required FrozenDictionary<string, int> OfDay { get; init; }

    /// <summary>Months by number.</summary>
    public required FrozenDictionary<string, int> OfMonth { get; init; }

    /// <summary>Whether a written number belongs to a time of day.</summary>
    public required Func<IReadOnlyList<SpokenWord>, int, bool> IsTimeAt { get; init; }

    /// <summary>A table out of rows that hold several words each.</summary>
    public static FrozenDictionary<string, T> ByWord<T>(params (T Value, string Words)[] table)
        => table.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Value))).ToFrozenDictionary(pair => pair.word, pair => pair.Value);
}
