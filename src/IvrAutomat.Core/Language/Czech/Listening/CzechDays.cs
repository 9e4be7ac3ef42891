using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>Days in Czech speech: "zítra", "příští středu", "třiadvacátého", "dvacátého třetího jedenáctý", "23. 11.", "za tři dny".</summary>
internal static class CzechDays
{
    private static readonly FrozenDictionary<string, int> Near = new Dictionary<string, int>
    {
        ["predevcirem"] = -2,
        ["vcera"] = -1,
        ["vcerejsek"] = -1,
        ["vcerejska"] = -1,
        ["vcerejsku"] = -1,
        ["dnes"] = 0,
        ["dneska"] = 0,
        ["dnesek"] = 0,
        ["dnesku"] = 0,
        ["zitra"] = 1,
        ["zejtra"] = 1,
        ["zitrek"] = 1,
        ["zitrka"] = 1,
        ["zitrku"] = 1,
        ["zitrejsek"] = 1,
        ["zajtra"] = 1,
        ["pozitri"] = 2,
        ["pozejtri"] = 2,
        ["popozitri"] = 3,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = ByWord(
        (DayOfWeek.Monday, "pondeli pondelek pondelka pondelku pondelkem pondelok"),
        (DayOfWeek.Tuesday, "utery uterek uterka uterku uterkem utorok"),
        (DayOfWeek.Wednesday, "streda stredu stredy strede stredou"),
        (DayOfWeek.Thursday, "ctvrtek ctvrtka ctvrtku ctvrtkem stvrtek stvrtok"),
        (DayOfWeek.Friday, "patek patku patkem piatok"),
        (DayOfWeek.Saturday, "sobota sobotu soboty sobote sobotou"),
        (DayOfWeek.Sunday, "nedele nedeli nedelu"));

    private static readonly FrozenDictionary<string, int> Months = ByWord(
        (1, "leden ledna lednu"), (2, "unor unora unoru"), (3, "brezen brezna breznu"), (4, "duben dubna dubnu"), (5, "kveten kvetna kvetnu"),
        (6, "cerven cervna cervnu"), (7, "cervenec cervence cervenci"), (8, "srpen srpna srpnu"), (9, "zari"), (10, "rijen rijna rijnu"),
        (11, "listopad listopadu"), (12, "prosinec prosince prosinci"));

    private static readonly FrozenSet<string> Next = ListeningGrammar.Set("pristi pristiho dalsi");

    /// <summary>Days of the month in the genitive, one word each; tens lead to a unit.</summary>
    private static readonly FrozenDictionary<string, int> OfDay = Ordinals(isDay: true);

    private static readonly FrozenDictionary<string, int> OfMonth = Ordinals(isDay: false);

    public static ImmutableArray<DateOnly> Of(string speech, DateOnly today)
    {
        var words = CzechGrammar.Instance.Cut(speech);
        var days = new NamedDays(today);
        if (words.Any(word => CzechGrammar.Instance.Exclusions.Contains(word.Text)))
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
    private static int Read(IReadOnlyList<SpokenWord> words, int at, NamedDays days)
    {
        var word = words[at].Text;
        if (Near.TryGetValue(word, out var offset))
        {
            days.InDays(offset);
            return 1;
        }

        if (word is "vikend" or "vikendu")
        {
            days.Weekend();
            return 1;
        }

        return Weekdays.TryGetValue(word, out var weekday) ? Weekday(words, at, weekday, days)
            : word == "za" ? Ahead(words, at, days)
            : Date(words, at, days);
    }

    private static int Weekday(IReadOnlyList<SpokenWord> words, int at, DayOfWeek weekday, NamedDays days)
    {
        if (Is(words, at + 1, "za") && (Is(words, at + 2, "tyden") || Is(words, at + 2, "tejden")))
        {
            days.WeekdayAWeekLater(weekday);
            return 3;
        }

        if (at > 0 && Next.Contains(words[at - 1].Text))
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
    private static int Ahead(IReadOnlyList<SpokenWord> words, int at, NamedDays days)
    {
        if (Is(words, at + 1, "tyden") || Is(words, at + 1, "tejden"))
        {
            days.InDays(7);
            return 2;
        }

        if (at + 2 < words.Count && Number(words[at + 1].Text) is { } count && words[at + 2].Text is "den" or "dny" or "dni" or "dnu")
        {
            days.InDays(Number(words[at + 1].Text)!.Value);
            return 3;
        }

        return 0;
    }

    /// <summary>"Dvacátého třetího listopadu", "třiadvacátého", "23. 11."; a bare number only where it cannot be a key.</summary>
    private static int Date(IReadOnlyList<SpokenWord> words, int at, NamedDays days)
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

        if (char.IsAsciiDigit(words[at].Text[0]) && (day < 10 || CzechHours.IsTimeAt(words, at)))
        {
            return 0;
        }

        days.OfMonth(day);
        return length;
    }

    private static (int Day, int Length) Day(IReadOnlyList<SpokenWord> words, int at)
    {
        var word = words[at].Text;
        if (char.IsAsciiDigit(word[0]))
        {
            return word.Length <= 2 && int.Parse(word) is var written and >= 1 and <= 31 ? (written, 1) : default;
        }

        if (!OfDay.TryGetValue(word, out var day))
        {
            return default;
        }

        return day is 20 or 30 && at + 1 < words.Count && OfDay.TryGetValue(words[at + 1].Text, out var unit) && unit < 10 && day + unit <= 31
            ? (day + unit, 2)
            : (day, 1);
    }

    private static int? MonthAt(IReadOnlyList<SpokenWord> words, int at, bool isSpoken)
    {
        if (at >= words.Count)
        {
            return null;
        }

        var word = words[at].Text;
        return Months.TryGetValue(word, out var month) || OfMonth.TryGetValue(word, out month) ? month
            : !isSpoken && char.IsAsciiDigit(word[0]) && word.Length <= 2 && int.Parse(word) is var written and >= 1 and <= 12 ? written
            : null;
    }

    private static int? Number(string word) => char.IsAsciiDigit(word[0])
        ? word.Length <= 2 ? int.Parse(word) : null
        : CzechNumberWords.Read(word) is [{ Value: var value }] ? (int)value : null;

    private static bool Is(IReadOnlyList<SpokenWord> words, int at, string word) => at < words.Count && words[at].Text == word;

    /// <summary>Days only in the genitive, because "první" and "druhý" are places in a list; months as they come, "jedenáctý" too.</summary>
    private static FrozenDictionary<string, int> Ordinals(bool isDay)
    {
        var words = new Dictionary<string, int>();
        for (var n = 1; n <= (isDay ? 31 : 12); n++)
        {
            var nominative = PlainText.Of(CzechOrdinals.Nominative(n));
            if (nominative.Contains(' ', StringComparison.Ordinal))
            {
                Inverted(words, n);
                continue;
            }

            var stem = nominative[..^1];
            words[stem + "eho"] = words[stem + "yho"] = words[stem + "iho"] = n;
            if (!isDay)
            {
                words[nominative] = n;
            }
        }

        return words.ToFrozenDictionary();
    }

    private static void Inverted(Dictionary<string, int> words, int n)
    {
        var cardinal = PlainText.Of(CzechNumeralForms.Inverted(n));
        foreach (var head in n % 10 == 1 ? new[] { cardinal, cardinal.Replace("jedna", "jedena", StringComparison.Ordinal) } : [cardinal])
        {
            // "Třiadvacet" makes "třiadvacátého".
            var stem = head[..^2] + "at";
            words[stem + "eho"] = words[stem + "yho"] = n;
        }
    }

    private static FrozenDictionary<string, T> ByWord<T>(params (T Value, string Words)[] table)
        => table.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Value))).ToFrozenDictionary(pair => pair.word, pair => pair.Value);
}
