using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>Days in the speech of a Slavic language: "zítra", "příští středu", "dvacátého třetího jedenáctý", "23. 11.", "za tři dny".</summary>
internal sealed class DayReading(DayVocabulary vocabulary)
{
    public ImmutableArray<DateOnly> Of(string speech, DateOnly today)
    {
        var words = vocabulary.Grammar.Cut(speech);
        var days = new NamedDays(today);
        if (words.Any(word => vocabulary.Grammar.Exclusions.Contains(word.Text)))
        {
            return [];
        }

        for (var at = 0; at < words.Count;)
        {
            at += Math.Max(1, Read(words, at, days));
        }

        return days.Found;
    }

    /// <summary>How many words a day took; none when no day begins here.</summary>
    private int Read(IReadOnlyList<SpokenWord> words, int at, NamedDays days)
    {
        var word = words[at].Text;
        if (vocabulary.Near.TryGetValue(word, out var offset))
        {
            days.InDays(offset);
            return 1;
        }

        if (vocabulary.Weekend.Contains(word))
        {
            days.Weekend();
            return 1;
        }

        return vocabulary.Weekdays.TryGetValue(word, out var weekday) ? Weekday(words, at, weekday, days)
            : vocabulary.Ahead.Contains(word) ? Ahead(words, at, days)
            : Date(words, at, days);
    }

    private int Weekday(IReadOnlyList<SpokenWord> words, int at, DayOfWeek weekday, NamedDays days)
    {
        if (Is(words, at + 1, vocabulary.Ahead) && Is(words, at + 2, vocabulary.Week))
        {
            days.WeekdayAWeekLater(weekday);
            return 3;
        }

        if (at > 0 && vocabulary.Next.Contains(words[at - 1].Text))
        {
            days.NextWeekday(weekday);
        }
        else
        {
            days.Weekday(weekday);
        }

        return 1;
    }

    /// <summary>"Za tři dny", "za týden", "za čtrnáct dní".</summary>
    private int Ahead(IReadOnlyList<SpokenWord> words, int at, NamedDays days)
    {
        if (Is(words, at + 1, vocabulary.Week))
        {
            days.InDays(7);
            return 2;
        }

        if (at + 2 < words.Count && Number(words[at + 1].Text) is { } count && vocabulary.Days.Contains(words[at + 2].Text))
        {
            days.InDays(count);
            return 3;
        }

        return 0;
    }

    /// <summary>"Dvacátého třetího listopadu", "třiadvacátého", "23. 11."; a bare number only where it cannot be a key.</summary>
    private int Date(IReadOnlyList<SpokenWord> words, int at, NamedDays days)
    {
        var (day, length) = Day(words, at);
        if (day == 0)
        {
            return 0;
        }

        if (MonthAt(words, at + length, isSpoken: !char.IsAsciiDigit(words[at].Text[0])) is { } month)
        {
            days.Date(day, month);
            return length + 1;
        }

        if (char.IsAsciiDigit(words[at].Text[0]) && (day < 10 || vocabulary.IsTimeAt(words, at)))
        {
            return 0;
        }

        days.OfMonth(day);
        return length;
    }

    private (int Day, int Length) Day(IReadOnlyList<SpokenWord> words, int at)
    {
        var word = words[at].Text;
        if (char.IsAsciiDigit(word[0]))
        {
            return word.Length <= 2 && int.Parse(word) is var written and >= 1 and <= 31 ? (written, 1) : default;
        }

        if (!vocabulary.OfDay.TryGetValue(word, out var day))
        {
            return default;
        }

        return day is 20 or 30 && at + 1 < words.Count && vocabulary.OfDay.TryGetValue(words[at + 1].Text, out var unit) && unit < 10 && day + unit <= 31
            ? (day + unit, 2)
            : (day, 1);
    }

    private int? MonthAt(IReadOnlyList<SpokenWord> words, int at, bool isSpoken)
    {
        if (at >= words.Count)
        {
            return null;
        }

        var word = words[at].Text;
        return vocabulary.Months.TryGetValue(word, out var month) || vocabulary.OfMonth.TryGetValue(word, out month) ? month
            : !isSpoken && char.IsAsciiDigit(word[0]) && word.Length <= 2 && int.Parse(word) is var written and >= 1 and <= 12 ? written
            : null;
    }

    private int? Number(string word) => char.IsAsciiDigit(word[0])
        ? word.Length <= 2 ? int.Parse(word) : null
        : vocabulary.Grammar.Numbers.Read(word) is [{ Value: var value }] ? (int)value : null;

    private static bool Is(IReadOnlyList<SpokenWord> words, int at, FrozenSet<string> any) => at < words.Count && any.Contains(words[at].Text);
}
