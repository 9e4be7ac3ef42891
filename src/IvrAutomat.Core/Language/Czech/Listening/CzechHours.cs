using System.Collections.Frozen;
using System.Collections.Immutable;
using static IvrAutomat.Language.ListeningGrammar;

namespace IvrAutomat.Language;

/// <summary>Times of day in Czech speech: "dopoledne", "v deset", "půl deváté", "po druhé", "mezi osmou a dvanáctou", "od 8 do 12".</summary>
internal static class CzechHours
{
    private static readonly HourVocabulary Vocabulary = new()
    {
        Grammar = CzechGrammar.Instance,
        Parts = HourReadings.Parts(
            (5, 9, "rano rana"), (6, 12, "dopoledne dopo dopoledni"), (12, 18, "odpoledne odpo odpoledni"), (17, 23, "vecer vecera navecer podvecer")),
        Hours = Hours(),
        Exact = Set("poledne polednem poledni pulnoci"),
        Markers = Set("od do po pred mezi hodine hodin"),
        At = Set("v ve o kolem okolo"),
        Between = "mezi",
        From = "od",
        After = "po",
        Before = "pred",
        Until = "do",
        Lunch = Set("obede obedem"),
        Hour = Set("hodin hodiny hodine hodinou hodinu h"),
        Minute = Set("minut minuty"),
        Half = Set("pul"),
        Quarter = Set("ctvrt"),
        ThreeQuarters = Set("trictvrte trictvrti"),
        OfThreeQuarters = Set("ctvrte ctvrti"),
    };

    public static ImmutableArray<TimeWindow> Of(string speech) => HourReading.Of(speech, Vocabulary);

    /// <summary>Whether a written number belongs to a time: "v 10", "od 8", "10 hodin".</summary>
    public static bool IsTimeAt(IReadOnlyList<SpokenWord> words, int at) => HourReading.IsTimeAt(words, at, Vocabulary);

    private static FrozenDictionary<string, int> Hours() => HourReading.Ordinals(
        hour =>
        {
            var stem = CzechOrdinals.Nominative(hour)[..^1];

            // "První" nobody says for an hour, everybody for the first of a list.
            return hour == 1 ? [stem + "e", stem + "ou"] : [stem + "e", stem + "ou", stem + "i"];
        },
        ("jednou", 1), ("jedne", 1), ("poledne", 12), ("polednem", 12), ("poledni", 12), ("pulnoci", 0));
}
