namespace IvrAutomat.Orders;

/// <summary>Counting working days: Monday to Friday without Czech holidays and without the days on which the shop or carrier is closed.</summary>
public static class WorkingDays
{
    /// <summary>A shop that is closed longer than this without a break has a wrong calendar.</summary>
    private const int LongestClosure = 366;

    /// <summary>Whether people work on the day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isClosed">The own days off; holidays and weekends need not be in it.</param>
    public static bool IsWorkingDay(DateOnly day, Func<DateOnly, bool> isClosed)
    {
        ArgumentNullException.ThrowIfNull(isClosed);
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !CzechHolidays.IsHoliday(day) && !isClosed(day);
    }

    /// <summary>
    /// The n-th working day after a day, or before it when n is negative. The day itself does not count; with n = 0 it is the first working day
    /// from the day on, which is how legal terms that end on a day off are moved.
    /// </summary>
    /// <param name="day">The day to count from; it need not be a working day.</param>
    /// <param name="n">The number of working days.</param>
    /// <param name="isClosed">The own days off; holidays and weekends need not be in it.</param>
    /// <exception cref="InvalidOperationException">No working day was found within a year: <paramref name="isClosed"/> closes everything.</exception>
    public static DateOnly Add(DateOnly day, int n, Func<DateOnly, bool> isClosed)
    {
        if (n == 0)
        {
            return IsWorkingDay(day, isClosed) ? day : Next(day, 1, isClosed);
        }

        for (var step = 0; step < Math.Abs((long)n); step++)
        {
            day = Next(day, Math.Sign(n), isClosed);
        }

        return day;
    }

    private static DateOnly Next(DateOnly day, int direction, Func<DateOnly, bool> isClosed)
    {
        for (var distance = 1; distance <= LongestClosure; distance++)
        {
            var candidate = day.AddDays(distance * direction);
            if (IsWorkingDay(candidate, isClosed))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"No working day within {LongestClosure} days of {day:yyyy-MM-dd}; the closures leave none.");
    }
}
