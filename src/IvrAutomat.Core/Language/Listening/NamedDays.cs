using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>
/// Days as people name them, seen from today. What was named more than once ("on Wednesday the twenty-fifth") must be one day: the readings are
/// intersected, and a contradiction names none.
/// </summary>
internal sealed class NamedDays(DateOnly today)
{
    private readonly HashSet<DayOfWeek> _weekdays = [];
    private ImmutableArray<DateOnly>? _dates;
    private ImmutableArray<DateOnly>? _named;

    /// <summary>
    /// The days that all that was said agrees on, the likeliest first. Beside a date a weekday only confirms it: "Tuesday the first" need not be
    /// the next Tuesday.
    /// </summary>
    public ImmutableArray<DateOnly> Found => _dates is { } dates
        ? [.. dates.Where(date => _weekdays.All(weekday => weekday == date.DayOfWeek))]
        : _named ?? [];

    /// <summary>So many days from today.</summary>
    public void InDays(int days) => Date(After(days));

    /// <summary>The next day of that name. Its own name on the day itself may mean today or a week later.</summary>
    public void Weekday(DayOfWeek day) => Named(day, Until(day) == 0 ? [.. After(0), .. After(7)] : After(Until(day)));

    /// <summary>"Next Wednesday": of the next week to some, the next one that comes to others.</summary>
    public void NextWeekday(DayOfWeek day)
    {
        var monday = (((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7) + 1;
        var ofNextWeek = monday + (((int)day + 6) % 7);
        var comes = Until(day) == 0 ? 7 : Until(day);
        Named(day, [.. After(ofNextWeek), .. comes == ofNextWeek ? [] : After(comes)]);
    }

    /// <summary>A week after the next day of that name.</summary>
    public void WeekdayAWeekLater(DayOfWeek day) => Named(day, After(Until(day) + 7));

    /// <summary>The days of the next weekend.</summary>
    public void Weekend()
    {
        var saturday = Until(DayOfWeek.Saturday);
        Date(today.DayOfWeek == DayOfWeek.Sunday ? After(0) : [.. After(saturday), .. After(saturday + 1)]);
    }

    /// <summary>The next day of a month with that number; numbers that no day has name nothing.</summary>
    public void OfMonth(int day)
    {
        for (var month = 0; month < 3; month++)
        {
            var (year, number) = (today.Year + ((today.Month - 1 + month) / 12), ((today.Month - 1 + month) % 12) + 1);
            if (Exists(year, number, day) && new DateOnly(year, number, day) is var date && date >= today)
            {
                Date([date]);
                return;
            }
        }

        Date([]);
    }

    /// <summary>A date without its year: the nearest one that is not more than half a year back.</summary>
    public void Date(int day, int month)
    {
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            if (Exists(year, month, day) && new DateOnly(year, month, day) is var date && date.DayNumber >= today.DayNumber - 182)
            {
                Date([date]);
                return;
            }
        }

        Date([]);
    }

    private static bool Exists(int year, int month, int day)
        => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private int Until(DayOfWeek day) => ((int)day - (int)today.DayOfWeek + 7) % 7;

    private ImmutableArray<DateOnly> After(int days)
    {
        var number = today.DayNumber + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? [DateOnly.FromDayNumber(number)] : [];
    }

    private void Date(ImmutableArray<DateOnly> days) => _dates = Common(_dates, days);

    private void Named(DayOfWeek weekday, ImmutableArray<DateOnly> days)
    {
        _weekdays.Add(weekday);
        _named = Common(_named, days);
    }

    private static ImmutableArray<DateOnly> Common(ImmutableArray<DateOnly>? before, ImmutableArray<DateOnly> days)
        => before is { } known ? [.. known.Where(days.Contains)] : days;
}
