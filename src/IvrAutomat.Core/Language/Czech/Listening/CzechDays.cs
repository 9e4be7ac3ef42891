using System.Collections.Frozen;
using System.Collections.Immutable;
using static IvrAutomat.Language.DayVocabulary;

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

    private static readonly DayReading Reading = new(new DayVocabulary
    {
        Grammar = CzechGrammar.Instance,
        Near = Near,
        Weekdays = Weekdays,
        Months = Months,
        Next = ListeningGrammar.Set("pristi pristiho dalsi"),
        Ahead = ListeningGrammar.Set("za"),
        Week = ListeningGrammar.Set("tyden tejden"),
        Days = ListeningGrammar.Set("den dny dni dnu"),
        Weekend = ListeningGrammar.Set("vikend vikendu"),
        OfDay = Ordinals(isDay: true),
        OfMonth = Ordinals(isDay: false),
        IsTimeAt = CzechHours.IsTimeAt,
    });

    public static ImmutableArray<DateOnly> Of(string speech, DateOnly today) => Reading.Of(speech, today);

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
}
