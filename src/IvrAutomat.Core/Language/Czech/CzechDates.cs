namespace IvrAutomat.Language;

/// <summary>
/// Days as they are said on a given day: near ones by name ("zítra", "ve středu"), others by weekday and date. The weekday stands even beside
/// the date, because "června" and "července" sound alike. "Příští" is never said: people disagree on what it means.
/// </summary>
internal static class CzechDates
{
    /// <summary>Within so many days a weekday alone names one day only.</summary>
    private const int WeekdayAlone = 6;

    private const int MonthsWithoutYear = 6;

    private static readonly string[] Months =
    [
        "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu", "prosince",
    ];

    /// <summary>By <see cref="DayOfWeek"/>: when, until, since, of, for.</summary>
    private static readonly string[][] Weekdays =
    [
        ["v neděli", "do neděle", "od neděle", "z neděle", "neděli"],
        ["v pondělí", "do pondělí", "od pondělí", "z pondělí", "pondělí"],
        ["v úterý", "do úterý", "od úterý", "z úterý", "úterý"],
        ["ve středu", "do středy", "od středy", "ze středy", "středu"],
        ["ve čtvrtek", "do čtvrtka", "od čtvrtka", "ze čtvrtka", "čtvrtek"],
        ["v pátek", "do pátku", "od pátku", "z pátku", "pátek"],
        ["v sobotu", "do soboty", "od soboty", "ze soboty", "sobotu"],
    ];

    private static readonly string[] Yesterday = ["včera", "do včerejška", "od včerejška", "ze včerejška", "včerejšek"];
    private static readonly string[] Today = ["dnes", "do dneška", "ode dneška", "z dneška", "dnešek"];
    private static readonly string[] Tomorrow = ["zítra", "do zítřka", "od zítřka", "ze zítřka", "zítřek"];

    public static string Say(DateOnly day, DateOnly today, DateForm form)
    {
        var weekday = Weekdays[(int)day.DayOfWeek][(int)form];
        return (day.DayNumber - today.DayNumber) switch
        {
            -2 when form == DateForm.When => "předevčírem",
            -1 => Yesterday[(int)form],
            0 => Today[(int)form],
            1 => Tomorrow[(int)form],
            2 when form == DateForm.When => "pozítří",
            >= -WeekdayAlone and <= WeekdayAlone => weekday,
            _ when form == DateForm.Of => CzechPrepositions.Before("z", DayAndMonth(day, today)),
            _ => weekday + " " + DayAndMonth(day, today),
        };
    }

    private static string DayAndMonth(DateOnly day, DateOnly today)
    {
        var date = CzechOrdinals.Genitive(day.Day) + " " + Months[day.Month - 1];
        return NeedsYear(day, today) ? date + " " + Year(day.Year) : date;
    }

    /// <summary>Counted by hand, because adding months to the first or last years of the calendar would leave it.</summary>
    private static bool NeedsYear(DateOnly day, DateOnly today)
    {
        var (earlier, later) = day < today ? (day, today) : (today, day);
        var months = (later.Year - earlier.Year) * 12 + later.Month - earlier.Month;
        return months > MonthsWithoutYear || (months == MonthsWithoutYear && later.Day > earlier.Day);
    }

    private static string Year(int year)
    {
        if (year is < 1100 or > 1999)
        {
            return CzechNumbers.Say(year, GrammaticalCase.Nominative, Gender.Masculine);
        }

        var (hundreds, rest) = Math.DivRem(year, 100);
        var century = CzechNumbers.Say(hundreds, GrammaticalCase.Nominative, Gender.Masculine) + " set";
        return rest == 0 ? century : century + " " + CzechNumbers.Say(rest, GrammaticalCase.Nominative, Gender.Masculine);
    }
}
