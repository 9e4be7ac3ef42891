using System.Collections.Immutable;
using static IvrAutomat.Language.ListeningGrammar;

namespace IvrAutomat.Language;

/// <summary>Times of day in Slovak speech: "doobeda", "o desiatej", "pol deviatej", "po druhej", "medzi ôsmou a dvanástou", "od 8 do 12".</summary>
internal static class SlovakHours
{
    private static readonly HourVocabulary Vocabulary = new()
    {
        Grammar = SlovakGrammar.Instance,
        Parts = HourReadings.Parts(
            (5, 9, "rano rana"), (6, 12, "doobeda dopoludnia predpoludnim dopoledne"), (12, 18, "poobede popoludni odpoludnia odpoledne"),
            (17, 23, "vecer vecera navecer podvecer")),
        Hours = HourReading.Ordinals(
            hour => [SlovakOrdinals.FeminineGenitive(hour), SlovakOrdinals.FeminineInstrumental(hour), SlovakOrdinals.Nominative(hour)[..^1] + "u"],
            ("jednou", 1), ("jednej", 1), ("poludnie", 12), ("poludnia", 12), ("poludni", 12), ("poludnim", 12), ("napoludnie", 12), ("polnoci", 0), ("polnoc", 0)),
        Exact = Set("poludnie poludnia poludni poludnim napoludnie polnoci polnoc"),
        Markers = Set("od do po pred medzi hodine hodin"),
        At = Set("o okolo v vo"),
        Between = "medzi",
        From = "od",
        After = "po",
        Before = "pred",
        Until = "do",
        Lunch = Set("obede obedom"),
        Hour = Set("hodin hodiny hodine hodinou hodinu h"),
        Minute = Set("minut minuty"),
        Half = Set("pol"),
        Quarter = Set("stvrt"),
        ThreeQuarters = Set("tristvrte"),
        OfThreeQuarters = Set("stvrte"),
    };

    public static ImmutableArray<TimeWindow> Of(string speech) => HourReading.Of(speech, Vocabulary);

    /// <summary>Whether a written number belongs to a time: "o 10", "od 8", "10 hodín".</summary>
    public static bool IsTimeAt(IReadOnlyList<SpokenWord> words, int at) => HourReading.IsTimeAt(words, at, Vocabulary);
}
