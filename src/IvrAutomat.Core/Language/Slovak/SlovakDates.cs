namespace IvrAutomat.Language;

/// <summary>
/// Days as they are said on a given day: near ones by name ("zajtra", "v stredu"), others by weekday and date. The weekday stands even beside
/// the date, because "júna" and "júla" sound alike. "Budúci" is never said: people disagree on what it means.
/// </summary>
internal static class SlovakDates
{
    /// <summary>Within so many days a weekday alone names one day only.</summary>
    private const int WeekdayAlone = 6;

    private const int MonthsWithoutYear = 6;

    private static readonly string[] Months =
    [
        "januára", "februára", "marca", "apríla", "mája", "júna", "júla", "augusta", "septembra", "októbra", "novembra", "decembra",
    ];

    /// <summary>By <see cref="DayOfWeek"/>: when, until, since, of, for.</summary>
    private static readonly string[][] Weekdays =
    [
        ["v nedeľu", "do nedele", "od nedele", "z nedele", "nedeľu"],
        ["v pondelok", "do pondelka", "od pondelka", "z pondelka", "pondelok"],
        ["v utorok", "do utorka", "od utorka", "z utorka", "utorok"],
        ["v stredu", "do stredy", "od stredy", "zo stredy", "stredu"],
        ["vo štvrtok", "do štvrtka", "od štvrtka", "zo štvrtka", "štvrtok"],
        ["v piatok", "do piatka", "od piatka", "z piatka", "piatok"],
        ["v sobotu", "do soboty", "od soboty", "zo soboty", "sobotu"],
    ];

    private static readonly string[] Yesterday = ["včera", "do včera", "od včera", "zo včerajška", "včera"];
    private static readonly string[] Today = ["dnes", "do dneška", "od dneška", "z dneška", "dnes"];
    private static readonly string[] Tomorrow = ["zajtra", "do zajtra", "od zajtra", "zo zajtrajška", "zajtra"];

    public static string Say(DateOnly day, DateOnly today, DateForm form)
    {
        var weekday = Weekdays[(int)day.DayOfWeek][(int)form];
        return (day.DayNumber - today.DayNumber) switch
        {
            -2 when form == DateForm.When => "predvčerom",
            -1 => Yesterday[(int)form],
            0 => Today[(int)form],
            1 => Tomorrow[(int)form],
            2 when form == DateForm.When => "pozajtra",
            >= -WeekdayAlone and <= WeekdayAlone => weekday,
            _ when form == DateForm.Of => OfDay(DayAndMonth(day, today)),
            _ => weekday + " " + DayAndMonth(day, today),
        };
    }

    /// <summary>"Z prvého", "zo siedmeho": the long form stands before a sound like its own.</summary>
    private static string OfDay(string date) => (date[0] is 's' or 'š' or 'z' or 'ž' ? "zo " : "z ") + date;

    private static string DayAndMonth(DateOnly day, DateOnly today)
    {
        var date = SlovakOrdinals.Genitive(day.Day) + " " + Months[day.Month - 1];
        return NeedsYear(day, today) ? date + " " + SlovakNumbers.Say(day.Year, GrammaticalCase.Nominative, Gender.Masculine) : date;
    }

    /// <summary>Counted by hand, because adding months to the first or last years of the calendar would leave it.</summary>
    private static bool NeedsYear(DateOnly day, DateOnly today)
    {
        var (earlier, later) = day < today ? (day, today) : (today, day);
        var months = (later.Year - earlier.Year) * 12 + later.Month - earlier.Month;
        return months > MonthsWithoutYear || (months == MonthsWithoutYear && later.Day > earlier.Day);
    }
}
