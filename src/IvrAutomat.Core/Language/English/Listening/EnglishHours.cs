using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>Times of day in English speech: "in the morning", "at ten", "half past eight", "after two", "between eight and noon", "2 p.m.".</summary>
internal static class EnglishHours
{
    private static readonly FrozenDictionary<string, TimeWindow> Parts = HourReadings.Parts(
        (6, 12, "morning forenoon"), (12, 18, "afternoon"), (17, 23, "evening tonight"));

    public static ImmutableArray<TimeWindow> Of(string speech)
    {
        var grammar = EnglishGrammar.Instance;
        var words = grammar.Cut(speech);
        return words.Any(word => grammar.Exclusions.Contains(word.Text)) ? [] : new Reading(words).Windows();
    }

    private sealed class Reading(IReadOnlyList<SpokenWord> words)
    {
        /// <summary>A clock time; its half of the day is known when it was said, or when it is noon.</summary>
        private readonly record struct Clock(TimeOnly Time, bool IsExact, int End);

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

        private ImmutableArray<TimeWindow> At(int at) => Word(at) switch
        {
            "between" => Between(at + 1, "and"),
            "from" when Between(at + 1, "to", "till", "until") is { IsEmpty: false } window => window,
            "after" or "from" or "since" => Open(at + 1, isFrom: true),
            "before" or "until" or "till" or "by" => Open(at + 1, isFrom: false),
            "at" or "around" or "about" => Read(at + 1) is { } clock ? HourReadings.Points(clock.Time, clock.IsExact) : [],
            _ when Between(at, "to", "till", "until") is { IsEmpty: false } window => window,

            // Without "at" a number is an hour only when it says so itself.
            _ when Read(at) is { } clock && (clock.IsExact || Word(clock.End - 1) is "oclock" or "clock" || Word(at) is "half" or "quarter")
                => HourReadings.Points(clock.Time, clock.IsExact),
            _ => [],
        };

        private ImmutableArray<TimeWindow> Open(int at, bool isFrom) => Read(at) is { } clock ? HourReadings.Open(clock.Time, isFrom, clock.IsExact) : [];

        private ImmutableArray<TimeWindow> Between(int at, params ReadOnlySpan<string> joins)
        {
            if (Read(at) is not { } from || !joins.Contains(Word(from.End)) || Read(from.End + 1) is not { } until)
            {
                return [];
            }

            return from.IsExact && from.Time < until.Time ? [new TimeWindow(from.Time, until.Time)] : HourReadings.Between(from.Time, until.Time);
        }

        private Clock? Read(int at)
        {
            if (Word(at) is "noon" or "midday" or "lunchtime")
            {
                return new Clock(new TimeOnly(12, 0), IsExact: true, at + 1);
            }

            if (Word(at) is "half" or "quarter" && Word(at + 1) is "past" or "to" && Hour(at + 2) is { } named)
            {
                var minutes = (Word(at), Word(at + 1)) switch
                {
                    ("half", "past") => 30,
                    ("quarter", "past") => 15,
                    ("quarter", _) => -15,
                    _ => -30,
                };
                return Half(new TimeOnly(named % 24, 0).AddMinutes(minutes), at + 3);
            }

            if (Hour(at) is not { } hour)
            {
                return null;
            }

            var end = at + 1;
            var minute = Minute(end);
            end += minute is null ? 0 : 1;
            return Half(new TimeOnly(hour % 24, minute ?? 0), end);
        }

        private int? Hour(int at) => Word(at) is { Length: > 0 } word && EnglishNumberWords.Number(word) is { } hour and <= 24 ? hour : null;

        private int? Minute(int at) => Word(at) is { Length: > 0 } word && EnglishNumberWords.Number(word) is { } minute and >= 10 and < 60 ? minute : null;

        /// <summary>"O'clock", "a.m." and "p.m.", written together or apart.</summary>
        private Clock Half(TimeOnly time, int end)
        {
            end += Word(end) is "oclock" ? 1 : Word(end) is "o" && Word(end + 1) is "clock" ? 2 : 0;
            var (half, length) = (Word(end), Word(end + 1)) switch
            {
                ("am", _) => ('a', 1),
                ("pm", _) => ('p', 1),
                ("a", "m") => ('a', 2),
                ("p", "m") => ('p', 2),
                _ => ('?', 0),
            };
            end += length;
            return half switch
            {
                'p' when time.Hour < 12 => new Clock(time.AddHours(12), IsExact: true, end),
                'a' when time.Hour == 12 => new Clock(time.AddHours(-12), IsExact: true, end),
                _ => new Clock(time, half != '?' || time.Hour > 12, end),
            };
        }

        private string Word(int at) => at >= 0 && at < words.Count ? words[at].Text : "";
    }
}
