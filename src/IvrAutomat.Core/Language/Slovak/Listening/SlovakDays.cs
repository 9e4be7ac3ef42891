using System.Collections.Frozen;
using System.Collections.Immutable;
using static IvrAutomat.Language.DayVocabulary;

namespace IvrAutomat.Language;

/// <summary>Days in Slovak speech: "zajtra", "budúcu stredu", "dvadsiateho tretieho jedenásty", "23. 11.", "o tri dni".</summary>
internal static class SlovakDays
{
    private const int LongestMonth = 31;
    private const int MonthsOfTheYear = 12;

    private static readonly DayReading Reading = new(new DayVocabulary
    {
        Grammar = SlovakGrammar.Instance,
        Near = ByWord(
            (-2, "predvcerom predvcerajsok"), (-1, "vcera vcerajsok vcerajska vcerajsku"), (0, "dnes dneska dnesok dnesku"),
            (1, "zajtra zajtrajsok zajtrajska zajtrajsku zitra"), (2, "pozajtra")),
        Weekdays = ByWord(
            (DayOfWeek.Monday, "pondelok pondelka pondelku pondelkom pondeli"),
            (DayOfWeek.Tuesday, "utorok utorka utorku utorkom utery"),
            (DayOfWeek.Wednesday, "streda stredu stredy strede stredou"),
            (DayOfWeek.Thursday, "stvrtok stvrtka stvrtku stvrtkom ctvrtek"),
            (DayOfWeek.Friday, "piatok piatka piatku piatkom patek"),
            (DayOfWeek.Saturday, "sobota sobotu soboty sobote sobotou"),
            (DayOfWeek.Sunday, "nedela nedelu nedele nedeli nedelou")),
        Months = ByWord(
            (1, "januar januara januari"), (2, "februar februara februari"), (3, "marec marca marci"), (4, "april aprila aprili"), (5, "maj maja maji"),
            (6, "jun juna juni"), (7, "jul jula juli"), (8, "august augusta auguste"), (9, "september septembra septembri"),
            (10, "oktober oktobra oktobri"), (11, "november novembra novembri"), (12, "december decembra decembri")),
        Next = ListeningGrammar.Set("buduci buducu buducej dalsi dalsiu najblizsi najblizsiu"),
        Ahead = ListeningGrammar.Set("o za"),
        Week = ListeningGrammar.Set("tyzden"),
        Days = ListeningGrammar.Set("den dni dnami dna"),
        Weekend = ListeningGrammar.Set("vikend vikendu"),
        OfDay = Enumerable.Range(1, LongestMonth).Select(n => (Word: Genitive(n), Day: n)).Where(day => IsOneWord(day.Word))
            .ToFrozenDictionary(day => day.Word, day => day.Day),
        OfMonth = Enumerable.Range(1, MonthsOfTheYear)
            .SelectMany(n => new[] { (Word: Genitive(n), Month: n), (Word: PlainText.Of(SlovakOrdinals.Nominative(n)), Month: n) })
            .ToFrozenDictionary(month => month.Word, month => month.Month),
        IsTimeAt = SlovakHours.IsTimeAt,
    });

    public static ImmutableArray<DateOnly> Of(string speech, DateOnly today) => Reading.Of(speech, today);

    private static string Genitive(int n) => PlainText.Of(SlovakOrdinals.Genitive(n));

    private static bool IsOneWord(string word) => !word.Contains(' ', StringComparison.Ordinal);
}
