using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// How the time is said by which a person must have answered: to the full hour, rounded up, because a promise earlier than the case is
/// due would be broken by a colleague who is in time.
/// </summary>
internal static class DueWords
{
    public static DateSlot Day(DateTimeOffset due) => new(DateOnly.FromDateTime(FullHour(due)));

    public static TimeSlot Time(DateTimeOffset due) => new(TimeOnly.FromDateTime(FullHour(due)));

    private static DateTime FullHour(DateTimeOffset due)
    {
        var hour = due.DateTime.Date.AddHours(due.Hour);
        return due.DateTime > hour ? hour.AddHours(1) : hour;
    }
}
