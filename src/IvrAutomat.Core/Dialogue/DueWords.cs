using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>How the time is told by which a person must have answered.</summary>
internal static class DueWords
{
    /// <summary>Day and full hour, rounded up: a promise earlier than the case is due would be broken by a colleague who is in time.</summary>
    public static (DateSlot Day, TimeSlot Time) Of(DateTimeOffset due)
    {
        var hour = due.DateTime.Date.AddHours(due.Hour);
        var told = due.DateTime > hour ? hour.AddHours(1) : hour;
        return (new DateSlot(DateOnly.FromDateTime(told)), new TimeSlot(TimeOnly.FromDateTime(told)));
    }
}
