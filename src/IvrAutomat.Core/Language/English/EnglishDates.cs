namespace IvrAutomat.Language;

/// <summary>
/// Days as they are said on a given day: near ones by name ("tomorrow", "on Wednesday"), others by weekday and date. "Next Wednesday" is never said:
/// people disagree on what it means.
/// </summary>
internal static class EnglishDates
{
    /// <summary>Within so many days a weekday alone names one day only.</summary>
    private const int WeekdayAlone = 6;

    private const int MonthsWithoutYear = 6;

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static string Say(DateOnly day, DateOnly today, DateForm form)
    {
        var distance = day.DayNumber - today.DayNumber;
        var name = distance switch
        {
            -1 => "yesterday",
            0 => "today",
            1 => "tomorrow",
            >= -WeekdayAlone and <= WeekdayAlone => $"{day.DayOfWeek}",
            _ when form == DateForm.Of => "the " + DayAndMonth(day, today),
            _ => $"{day.DayOfWeek} the {DayAndMonth(day, today)}",
        };
        return form switch
        {
            DateForm.When => distance is >= -1 and <= 1 ? name : "on " + name,
            DateForm.Until => "until " + name,
            DateForm.Since => "since " + name,
            DateForm.Of => "from " + name,
            _ => name,
        };
    }

    private static string DayAndMonth(DateOnly day, DateOnly today)
    {
        var date = EnglishNumbers.Ordinal(day.Day) + " of " + Months[day.Month - 1];
        return NeedsYear(day, today) ? date + " " + Year(day.Year) : date;
    }

    private static bool NeedsYear(DateOnly day, DateOnly today)
    {
        var (earlier, later) = day < today ? (day, today) : (today, day);
        var months = (later.Year - earlier.Year) * 12 + later.Month - earlier.Month;
        return months > MonthsWithoutYear || (months == MonthsWithoutYear && later.Day > earlier.Day);
    }

    /// <summary>"Twenty twenty-six"; the first years of a century as a number.</summary>
    private static string Year(int year)
    {
        var (century, rest) = Math.DivRem(year, 100);
        return year >= 1000 && rest >= 10 ? EnglishNumbers.Say(century) + " " + EnglishNumbers.Say(rest) : EnglishNumbers.Say(year);
    }
}
