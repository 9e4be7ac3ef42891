using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>Times of day in the speech of a Slavic language: "v deset", "půl deváté", "po druhé", "mezi osmou a dvanáctou", "od 8 do 12".</summary>
internal sealed class HourReading(IReadOnlyList<SpokenWord> words, HourVocabulary vocabulary)
{
    /// <summary>The times that were named; none when one was excluded.</summary>
    public static ImmutableArray<TimeWindow> Of(string speech, HourVocabulary vocabulary)
    {
        var words = vocabulary.Grammar.Cut(speech);
        return words.Any(word => vocabulary.Grammar.Exclusions.Contains(word.Text)) ? [] : new HourReading(words, vocabulary).Windows();
    }

    /// <summary>Whether a written number belongs to a time: "v 10", "od 8", "10 hodin".</summary>
    public static bool IsTimeAt(IReadOnlyList<SpokenWord> words, int at, HourVocabulary vocabulary)
        => (at > 0 && (vocabulary.Markers.Contains(words[at - 1].Text) || vocabulary.At.Contains(words[at - 1].Text)))
            || (at > 1 && vocabulary.And.Contains(words[at - 1].Text) && int.TryParse(words[at - 2].Text, out _))
            || (at + 1 < words.Count && (vocabulary.Hour.Contains(words[at + 1].Text) || words[at + 1].Text == "az"));

    /// <summary>Ordinals that hours are named with, by the endings that the language puts on their stems; those of two words leave out.</summary>
    public static FrozenDictionary<string, int> Ordinals(Func<int, IEnumerable<string>> forms, params (string Word, int Hour)[] others)
        => Enumerable.Range(1, 24).SelectMany(hour => forms(hour).Select(word => (Word: PlainText.Of(word), Hour: hour)))
            .Where(each => !each.Word.Contains(' ', StringComparison.Ordinal)).Concat(others)
            .DistinctBy(each => each.Word).ToFrozenDictionary(each => each.Word, each => each.Hour);

    private ImmutableArray<TimeWindow> Windows()
    {
        for (var at = 0; at < words.Count; at++)
        {
            var found = At(at);
            if (!found.IsEmpty)
            {
                return HourReadings.InPart(found, words.Select(word => word.Text), vocabulary.Parts);
            }
        }

        return HourReadings.Part(words.Select(word => word.Text), vocabulary.Parts);
    }

    private ImmutableArray<TimeWindow> At(int at) => words[at].Text switch
    {
        var word when word == vocabulary.Between => Between(at + 1, vocabulary.And),
        var word when word == vocabulary.From
            => Between(at + 1, vocabulary.To) is { IsEmpty: false } window ? window : Open(at + 1, isFrom: true),
        var word when word == vocabulary.After && Is(at + 1, vocabulary.Lunch) => [new(new TimeOnly(12, 30), new TimeOnly(16, 0))],
        var word when word == vocabulary.After => Open(at + 1, isFrom: true),
        var word when word == vocabulary.Before && Is(at + 1, vocabulary.Lunch) => [new(new TimeOnly(8, 0), new TimeOnly(12, 0))],
        var word when word == vocabulary.Before || word == vocabulary.Until => Open(at + 1, isFrom: false),
        var word when vocabulary.At.Contains(word) => Points(at + 1),
        _ when Between(at, vocabulary.To) is { IsEmpty: false } window => window,
        _ when Clock(at) is { } clock && Is(clock.End - 1, vocabulary.Hour) => HourReadings.Points(clock.Time, IsExact(clock)),
        _ => [],
    };

    private ImmutableArray<TimeWindow> Points(int at) => Clock(at) is { } clock ? HourReadings.Points(clock.Time, IsExact(clock)) : [];

    private ImmutableArray<TimeWindow> Open(int at, bool isFrom)
        => Clock(at) is { } clock ? HourReadings.Open(clock.Time, isFrom, IsExact(clock)) : [];

    private ImmutableArray<TimeWindow> Between(int at, FrozenSet<string> joins)
        => Clock(at) is { } from && from.End < words.Count && joins.Contains(words[from.End].Text) && Clock(from.End + 1) is { } until
            ? HourReadings.Between(from.Time, until.Time)
            : [];

    /// <summary>Noon and midnight have no other half of the day.</summary>
    private bool IsExact((TimeOnly Time, int End) clock) => vocabulary.Exact.Contains(words[clock.End - 1].Text);

    private (TimeOnly Time, int End)? Clock(int at)
    {
        // "Půl deváté", "čtvrt na devět", "tři čtvrtě na devět" name the hour that is being filled.
        if (Is(at, vocabulary.Half) && Hour(at + 1) is { } half)
        {
            return (Time(half.Hour - 1, 30), half.End);
        }

        if (Is(at, vocabulary.Quarter) && Is(at + 1, "na") && Hour(at + 2) is { } quarter)
        {
            return (Time(quarter.Hour - 1, 15), quarter.End);
        }

        var past = Is(at, vocabulary.ThreeQuarters) ? at + 1 : (Is(at, "tri") || Is(at, "3")) && Is(at + 1, vocabulary.OfThreeQuarters) ? at + 2 : -1;
        if (past > 0 && Is(past, "na") && Hour(past + 1) is { } last)
        {
            return (Time(last.Hour - 1, 45), last.End);
        }

        if (Hour(at) is not { } hour)
        {
            return null;
        }

        var end = hour.End;
        end += Is(end, vocabulary.Hour) ? 1 : 0;
        var minute = Minute(end);
        end += minute is null ? 0 : Is(end + 1, vocabulary.Minute) || Is(end + 1, vocabulary.Hour) ? 2 : 1;
        return (Time(hour.Hour, minute ?? 0), end);
    }

    private int? Minute(int at)
    {
        if (at >= words.Count)
        {
            return null;
        }

        var word = words[at].Text;
        return char.IsAsciiDigit(word[0])
            ? word.Length == 2 && int.Parse(word) is var written and < 60 ? written : null
            : Small(word) is { } value and >= 10 and < 60 ? value : null;
    }

    private (int Hour, int End)? Hour(int at)
    {
        if (at >= words.Count)
        {
            return null;
        }

        var word = words[at].Text;
        if (char.IsAsciiDigit(word[0]))
        {
            return word.Length <= 2 && int.Parse(word) is var written and <= 24 ? (written, at + 1) : null;
        }

        // "Dvacet jedna" and "dvadsiatej prvej" are two words for one hour.
        if (vocabulary.Hours.TryGetValue(word, out var ordinal))
        {
            return ordinal == 20 && at + 1 < words.Count && vocabulary.Hours.TryGetValue(words[at + 1].Text, out var unit) && unit is >= 1 and <= 3
                ? (ordinal + unit, at + 2)
                : (ordinal, at + 1);
        }

        return Small(word) is not ({ } cardinal and <= 24) ? null
            : cardinal == 20 && at + 1 < words.Count && Small(words[at + 1].Text) is { } after and >= 1 and <= 3 ? (cardinal + after, at + 2)
            : (cardinal, at + 1);
    }

    /// <summary>A number below a hundred in one word, also where it is written together: "dvadsaťpäť".</summary>
    private int? Small(string word) => vocabulary.Grammar.Numbers.Read(word) switch
    {
        [{ Kind: NumberWordKind.Digit or NumberWordKind.Teen or NumberWordKind.Ten or NumberWordKind.Inverted, Value: var value }] => (int)value,
        [{ Kind: NumberWordKind.Ten, Value: var ten }, { Kind: NumberWordKind.Digit, Value: var digit }] => (int)(ten + digit),
        _ => null,
    };

    private bool Is(int at, string word) => at < words.Count && words[at].Text == word;

    private bool Is(int at, FrozenSet<string> any) => at < words.Count && any.Contains(words[at].Text);

    private static TimeOnly Time(int hour, int minute) => new((hour + 24) % 24, minute);
}
