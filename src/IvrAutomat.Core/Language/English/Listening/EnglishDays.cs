using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace IvrAutomat.Language;

/// <summary>Days in English speech: "tomorrow", "next Wednesday", "the twenty-third of November", "November 23rd", "in three days".</summary>
internal static class EnglishDays
{
    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = Enum.GetValues<DayOfWeek>()
        .SelectMany(day => new[] { ($"{day}".ToLowerInvariant(), day), ($"{day}s".ToLowerInvariant(), day) })
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.day, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Months = Enumerable.Range(1, 12)
        .ToFrozenDictionary(month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant(), month => month);

    private static readonly FrozenDictionary<string, int> Ordinals = Enumerable.Range(1, 31)
        .ToFrozenDictionary(n => EnglishNumbers.Ordinal(n).Replace("-", "", StringComparison.Ordinal), n => n, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Endings = ListeningGrammar.Set("st nd rd th");

    public static ImmutableArray<DateOnly> Of(string speech, DateOnly today)
    {
        var words = EnglishGrammar.Instance.Cut(speech);
        if (words.Any(word => EnglishGrammar.Instance.Exclusions.Contains(word.Text)))
        {
            return [];
        }

        var days = new NamedDays(today);
        for (var at = 0; at < words.Count;)
        {
            at += Math.Max(1, new Reading(words, at, days).Length());
        }

        return days.Found;
    }

    private readonly ref struct Reading(IReadOnlyList<SpokenWord> words, int at, NamedDays days)
    {
        /// <summary>How many words a day took; none when no day begins here.</summary>
        public int Length()
        {
            switch (Word(0))
            {
                case "day" when Word(1) == "after" && Word(2) == "tomorrow":
                    days.InDays(2);
                    return 3;
                case "day" when Word(1) == "before" && Word(2) == "yesterday":
                    days.InDays(-2);
                    return 3;
                case "yesterday":
                    days.InDays(-1);
                    return 1;
                case "today" or "tonight":
                    days.InDays(0);
                    return 1;
                case "tomorrow":
                    days.InDays(1);
                    return Word(1) == "week" ? 2 : 1;
                case "weekend":
                    days.Weekend();
                    return 1;
                case "in":
                    return Ahead();
                case var word when Weekdays.TryGetValue(word, out var weekday):
                    return Weekday(weekday);
                default:
                    return Date();
            }
        }

        private int Weekday(DayOfWeek weekday)
        {
            if (Word(1) == "week" || (Word(1) is "in" && Word(2) is "a" && Word(3) is "week"))
            {
                days.WeekdayAWeekLater(weekday);
                return Word(1) == "week" ? 2 : 4;
            }

            if (Word(-1) == "next")
            {
                days.NextWeekday(weekday);
            }
            else
            {
                days.Weekday(weekday);
            }

            return 1;
        }

        /// <summary>"In three days", "in a week".</summary>
        private int Ahead()
        {
            var count = Word(1) is "a" or "an" ? 1 : Word(1) is { Length: > 0 } word ? EnglishNumberWords.Number(word) : null;
            if (count is not { } many || Word(2) is not ("day" or "days" or "week" or "weeks"))
            {
                return 0;
            }

            days.InDays(Word(2)[0] == 'w' ? many * 7 : many);
            return 3;
        }

        private int Date()
        {
            if (Months.TryGetValue(Word(0), out var month))
            {
                // "May" is also a word of politeness; a month is one only beside a day.
                var skip = Word(1) == "the" ? 2 : 1;
                if (Day(skip) is not { } day)
                {
                    return 0;
                }

                days.Date(day.Day, month);
                return skip + day.Length;
            }

            if (Day(0) is not { } first)
            {
                return 0;
            }

            var next = first.Length + (Word(first.Length) == "of" ? 1 : 0);
            if (Months.TryGetValue(Word(next), out month))
            {
                days.Date(first.Day, month);
                return next + 1;
            }

            // "The second" is a place in a list; a day of the month without its month is said with "the" and is higher than any list.
            if (!first.IsOrdinal || first.Day < 10)
            {
                return 0;
            }

            days.OfMonth(first.Day);
            return first.Length;
        }

        private (int Day, int Length, bool IsOrdinal)? Day(int offset)
        {
            var word = Word(offset);
            if (Ordinals.TryGetValue(word, out var ordinal))
            {
                return (ordinal, 1, true);
            }

            if (word.Length == 0)
            {
                return null;
            }

            if (word is "twenty" or "thirty" && Ordinals.TryGetValue(Word(offset + 1), out var unit) && unit < 10)
            {
                return ((word[1] == 'w' ? 20 : 30) + unit, 2, true);
            }

            return EnglishNumberWords.Number(word) is { } number and >= 1 and <= 31
                ? (number, Endings.Contains(Word(offset + 1)) ? 2 : 1, Endings.Contains(Word(offset + 1)))
                : null;
        }

        private string Word(int offset) => at + offset >= 0 && at + offset < words.Count ? words[at + offset].Text : "";
    }
}
