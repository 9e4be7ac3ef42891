using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>Times of day in Czech speech: "dopoledne", "v deset", "půl deváté", "po druhé", "mezi osmou a dvanáctou", "od 8 do 12".</summary>
internal static class CzechHours
{
    private static readonly FrozenDictionary<string, TimeWindow> Parts = HourReadings.Parts(
        (5, 9, "rano rana"), (6, 12, "dopoledne dopo dopoledni"), (12, 18, "odpoledne odpo odpoledni"), (17, 23, "vecer vecera navecer podvecer"));

    private static readonly FrozenSet<string> Markers = ListeningGrammar.Set("v ve o od do po pred kolem okolo mezi hodine hodin");

    private static readonly FrozenDictionary<string, int> Hours = Words();

    public static ImmutableArray<TimeWindow> Of(string speech)
    {
        var grammar = CzechGrammar.Instance;
        var words = grammar.Cut(speech);
        return words.Any(word => grammar.Exclusions.Contains(word.Text)) ? [] : new Reading(words).Windows();
    }

    /// <summary>Whether a written number belongs to a time: "v 10", "od 8", "10 hodin".</summary>
    public static bool IsTimeAt(IReadOnlyList<SpokenWord> words, int at)
        => (at > 0 && Markers.Contains(words[at - 1].Text))
            || (at > 1 && words[at - 1].Text is "a" or "az" && int.TryParse(words[at - 2].Text, out _))
            || (at + 1 < words.Count && words[at + 1].Text is "hodin" or "hodiny" or "hodine" or "h" or "az");

    private static FrozenDictionary<string, int> Words()
    {
        var words = new Dictionary<string, int> { ["jednou"] = 1, ["jedne"] = 1, ["poledne"] = 12, ["polednem"] = 12, ["poledni"] = 12, ["pulnoci"] = 0 };
        for (var hour = 1; hour <= 24; hour++)
        {
            var stem = PlainText.Of(CzechOrdinals.Nominative(hour))[..^1];
            if (!stem.Contains(' ', StringComparison.Ordinal))
            {
                words[stem + "e"] = words[stem + "ou"] = words[stem + "i"] = hour;
            }
        }

        // Nobody says it for an hour, everybody for the first of a list.
        words.Remove("prvni");
        return words.ToFrozenDictionary();
    }

    private sealed class Reading(IReadOnlyList<SpokenWord> words)
    {
        public ImmutableArray<TimeWindow> Windows()
        {
            for (var at = 0; at < words.Count; at++)
            {
                var found = At(at);
                if (!found.IsEmpty)
                {
                    return HourReadings.InPart(found, words.Select(word => word.Text), Parts);
                }
            }

            return HourReadings.Part(words.Select(word => word.Text), Parts);
        }

        private ImmutableArray<TimeWindow> At(int at) => words[at].Text switch
        {
            "mezi" => Between(at + 1, ["a", "az"]),
            "od" => Between(at + 1, ["do", "az"]) is { IsEmpty: false } window ? window : Open(at + 1, isFrom: true),
            "po" when Is(at + 1, "obede") => [new(new TimeOnly(12, 30), new TimeOnly(16, 0))],
            "po" => Open(at + 1, isFrom: true),
            "pred" when Is(at + 1, "obedem") => [new(new TimeOnly(8, 0), new TimeOnly(12, 0))],
            "do" or "pred" => Open(at + 1, isFrom: false),
            "v" or "ve" or "o" or "kolem" or "okolo" => Points(at + 1),
            _ when Between(at, ["az", "do"]) is { IsEmpty: false } window => window,
            _ when Clock(at) is { } clock && IsHourWord(clock.End - 1) => HourReadings.Points(clock.Time, IsExact(clock)),
            _ => [],
        };

        private ImmutableArray<TimeWindow> Points(int at) => Clock(at) is { } clock ? HourReadings.Points(clock.Time, IsExact(clock)) : [];

        private ImmutableArray<TimeWindow> Open(int at, bool isFrom)
            => Clock(at) is { } clock ? HourReadings.Open(clock.Time, isFrom, IsExact(clock)) : [];

        private ImmutableArray<TimeWindow> Between(int at, string[] joins)
            => Clock(at) is { } from && from.End < words.Count && joins.Contains(words[from.End].Text) && Clock(from.End + 1) is { } until
                ? HourReadings.Between(from.Time, until.Time)
                : [];

        /// <summary>Noon and midnight have no other half of the day.</summary>
        private bool IsExact((TimeOnly Time, int End) clock) => words[clock.End - 1].Text is "poledne" or "polednem" or "poledni" or "pulnoci";

        private (TimeOnly Time, int End)? Clock(int at)
        {
            // "Půl deváté", "čtvrt na devět", "tři čtvrtě na devět" name the hour that is being filled.
            if (Is(at, "pul") && Hour(at + 1) is { } half)
            {
                return (Time(half.Hour - 1, 30), half.End);
            }

            if (Is(at, "ctvrt") && Is(at + 1, "na") && Hour(at + 2) is { } quarter)
            {
                return (Time(quarter.Hour - 1, 15), quarter.End);
            }

            if ((Is(at, "tri") || Is(at, "3")) && (Is(at + 1, "ctvrte") || Is(at + 1, "ctvrti")) && Is(at + 2, "na") && Hour(at + 3) is { } last)
            {
                return (Time(last.Hour - 1, 45), last.End);
            }

            if (Hour(at) is not { } hour)
            {
                return null;
            }

            var end = hour.End;
            end += IsHourWord(end) ? 1 : 0;
            var minute = Minute(end);
            end += minute is null ? 0 : IsMinuteWord(end + 1) || IsHourWord(end + 1) ? 2 : 1;
            return (Time(hour.Hour, minute ?? 0), end);
        }

        private bool IsHourWord(int at) => at < words.Count && words[at].Text is "hodin" or "hodiny" or "hodine" or "hodinou" or "hodinu" or "h";

        private bool IsMinuteWord(int at) => at < words.Count && words[at].Text is "minut" or "minuty";

        private int? Minute(int at)
        {
            if (at >= words.Count)
            {
                return null;
            }

            var word = words[at].Text;
            return char.IsAsciiDigit(word[0])
                ? word.Length == 2 && int.Parse(word) is var written and < 60 ? written : null
                : CzechNumberWords.Read(word) is [{ Kind: NumberWordKind.Teen or NumberWordKind.Ten or NumberWordKind.Inverted, Value: < 60 and var value }] ? (int)value : null;
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

            if (Hours.TryGetValue(word, out var ordinal))
            {
                return (ordinal, at + 1);
            }

            if (HourReadings.Hour(CzechNumberWords.Read(word)) is not { } cardinal)
            {
                return null;
            }

            // "Dvacet jedna", two words for one hour.
            return cardinal == 20 && at + 1 < words.Count && HourReadings.Hour(CzechNumberWords.Read(words[at + 1].Text)) is { } unit and >= 1 and <= 3
                ? (cardinal + unit, at + 2)
                : (cardinal, at + 1);
        }

        private bool Is(int at, string word) => at < words.Count && words[at].Text == word;

        private static TimeOnly Time(int hour, int minute) => new((hour + 24) % 24, minute);
    }
}
