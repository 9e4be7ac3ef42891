using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IvrAutomat.Orders;

/// <summary>
/// When people of the shop answer the phone, in the shop's time zone. Days that are not listed are closed; so are
/// public holidays and the listed closures.
/// </summary>
public sealed class OpeningHours
{
    private static readonly TimeOnly LastMinute = new(23, 59);

    /// <summary>Creates the hours.</summary>
    /// <param name="week">Each open day with its hours.</param>
    /// <param name="closures">Days on which the shop is closed besides public holidays.</param>
    /// <param name="openOnHolidays">True for a line that is staffed every day of the year.</param>
    [JsonConstructor]
    public OpeningHours(ImmutableDictionary<DayOfWeek, OpenTime> week, ImmutableHashSet<DateOnly>? closures = null, bool openOnHolidays = false)
        => (Week, Closures, OpenOnHolidays) = (week, closures ?? [], openOnHolidays);

    /// <summary>Each open day with its hours.</summary>
    public ImmutableDictionary<DayOfWeek, OpenTime> Week { get; }

    /// <summary>Days on which the shop is closed besides public holidays.</summary>
    public ImmutableHashSet<DateOnly> Closures { get; }

    /// <summary>The line is staffed on public holidays too.</summary>
    public bool OpenOnHolidays { get; }

    /// <summary>Every day, around the clock.</summary>
    public static OpeningHours Always { get; } = new(
        Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => OpenTime.WholeDay), openOnHolidays: true);

    /// <summary>The open time of a day; null when closed.</summary>
    public OpenTime? On(DateOnly day)
        => Closures.Contains(day) || (!OpenOnHolidays && CzechHolidays.IsHoliday(day)) || !Week.TryGetValue(day.DayOfWeek, out var open)
            ? null
            : open;

    /// <summary>True when somebody answers at that time of the shop's clock.</summary>
    public bool IsOpen(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        return On(DateOnly.FromDateTime(local)) is { } open && time >= open.From && (time < open.To || open.To >= LastMinute);
    }

    /// <summary>Why nobody answers on a day that would be open by its weekday or is not listed.</summary>
    public Closed WhyClosed(DateOnly day) => Closures.Contains(day) ? Closed.Closure
        : !OpenOnHolidays && CzechHolidays.IsHoliday(day) ? Closed.Holiday
        : Closed.Hours;

    /// <summary>The next time, after <paramref name="local"/>, at which a closed shop opens; null when it never does within a year.</summary>
    public DateTime? NextOpening(DateTime local)
    {
        var today = DateOnly.FromDateTime(local);
        for (var ahead = 0; ahead <= 366; ahead++)
        {
            if (On(today.AddDays(ahead)) is { } open && today.AddDays(ahead).ToDateTime(open.From) is var opens && opens > local)
            {
                return opens;
            }
        }

        return null;
    }
}

/// <summary>From when to when a day is open.</summary>
/// <param name="From">The first minute.</param>
/// <param name="To">The first minute that is closed again; 23:59 stands for midnight.</param>
public readonly record struct OpenTime(TimeOnly From, TimeOnly To)
{
    /// <summary>Around the clock.</summary>
    public static OpenTime WholeDay { get; } = new(TimeOnly.MinValue, new TimeOnly(23, 59));
}

/// <summary>Why nobody answers the phone.</summary>
public enum Closed
{
    /// <summary>It is not an hour of work.</summary>
    Hours,

    /// <summary>It is a public holiday.</summary>
    Holiday,

    /// <summary>The shop closed for a day of its own.</summary>
    Closure,
}
