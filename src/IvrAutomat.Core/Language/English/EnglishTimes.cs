namespace IvrAutomat.Language;

/// <summary>Times by the clock of twelve hours ("two thirty p.m.", "noon", "midnight"), and lengths of time.</summary>
internal static class EnglishTimes
{
    public static string Clock(TimeOnly time) => IsNamed(time) ? (time.Hour == 0 ? "midnight" : "noon") : Hour(time) + " " + Half(time);

    /// <summary>Half of the day is said once when both ends share it.</summary>
    public static string Between(TimeOnly from, TimeOnly to)
    {
        var start = !IsNamed(from) && !IsNamed(to) && Half(from) == Half(to) ? Hour(from) : Clock(from);
        return $"between {start} and {Clock(to)}";
    }

    /// <summary>As exact as a caller needs it: minutes, from an hour on hours and minutes, from a day on days and hours.</summary>
    public static string Duration(TimeSpan length)
    {
        if (length < TimeSpan.FromMinutes(1))
        {
            return "a moment";
        }

        var minutes = (ulong)Math.Round(length.TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes switch
        {
            < 60 => EnglishNumbers.Counted(minutes, "minute", "minutes"),
            < 24 * 60 => TwoUnits(minutes, 60, ("hour", "hours"), ("minute", "minutes")),
            _ => TwoUnits(minutes / 60, 24, ("day", "days"), ("hour", "hours")),
        };
    }

    private static bool IsNamed(TimeOnly time) => time is { Hour: 0 or 12, Minute: 0 };

    private static string Hour(TimeOnly time)
    {
        var hour = EnglishNumbers.Say(time.Hour % 12 == 0 ? 12 : time.Hour % 12);
        return time.Minute switch
        {
            0 => hour,
            < 10 => hour + " oh " + EnglishNumbers.Digit(time.Minute),
            _ => hour + " " + EnglishNumbers.Say(time.Minute),
        };
    }

    private static string Half(TimeOnly time) => time.Hour < 12 ? "a.m." : "p.m.";

    private static string TwoUnits(ulong small, ulong perLarge, (string One, string Other) large, (string One, string Other) smaller)
    {
        var (whole, rest) = Math.DivRem(small, perLarge);
        var words = EnglishNumbers.Counted(whole, large.One, large.Other);
        return rest == 0 ? words : words + " and " + EnglishNumbers.Counted(rest, smaller.One, smaller.Other);
    }
}
