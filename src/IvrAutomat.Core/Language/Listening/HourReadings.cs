using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>What a named hour may mean on a clock of twenty-four: "eight" is one in the morning and one in the evening.</summary>
internal static class HourReadings
{
    /// <summary>Below it an hour without more is one of the afternoon: nobody expects a courier at two in the night.</summary>
    private const int FirstOfMorning = 7;

    /// <summary>Parts of the day by word, from one hour to another.</summary>
    public static FrozenDictionary<string, TimeWindow> Parts(params (int From, int Until, string Words)[] table)
        => table.SelectMany(row => row.Words.Split(' ').Select(word => (word, new TimeWindow(new TimeOnly(row.From, 0), new TimeOnly(row.Until, 0)))))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2);

    /// <summary>The part of the day that the words name; none when they name two.</summary>
    public static ImmutableArray<TimeWindow> Part(IEnumerable<string> words, FrozenDictionary<string, TimeWindow> parts)
    {
        ImmutableArray<TimeWindow> named = [.. words.Where(parts.ContainsKey).Select(word => parts[word]).Distinct()];
        return named.Length == 1 ? named : [];
    }

    /// <summary>The readings that a part of the day named beside them leaves: "eight in the evening".</summary>
    public static ImmutableArray<TimeWindow> InPart(
        ImmutableArray<TimeWindow> readings, IEnumerable<string> words, FrozenDictionary<string, TimeWindow> parts)
        => Part(words, parts) is [var part]
            ? [.. readings.Where(reading => part.Meets(reading.From, reading.Until > reading.From ? reading.Until : reading.From.AddMinutes(1)))]
            : readings;

    /// <summary>An instant.</summary>
    public static ImmutableArray<TimeWindow> Points(TimeOnly time, bool isExact)
        => [.. Halves(time, isExact).Select(each => new TimeWindow(each, each))];

    /// <summary>From an hour on, or up to it.</summary>
    public static ImmutableArray<TimeWindow> Open(TimeOnly time, bool isFrom, bool isExact)
        => [.. Halves(time, isExact).Take(1).Select(each => isFrom ? new TimeWindow(each, TimeOnly.MaxValue) : new TimeWindow(TimeOnly.MinValue, each))];

    /// <summary>A window: the likeliest first hour, and the next hour after it that the end can mean.</summary>
    public static ImmutableArray<TimeWindow> Between(TimeOnly from, TimeOnly until)
    {
        var start = Halves(from, isExact: from.Hour == 12)[0];
        var end = until > start ? until : until.Hour <= 12 && until.AddHours(12) > start ? until.AddHours(12) : until;
        return end > start ? [new TimeWindow(start, end)] : [];
    }

    private static ImmutableArray<TimeOnly> Halves(TimeOnly time, bool isExact)
    {
        var other = time.AddHours(12);
        return isExact || time.Hour is 0 or >= 12 ? [time]
            : time.Hour < FirstOfMorning ? [other, time]
            : [time, other];
    }
}
