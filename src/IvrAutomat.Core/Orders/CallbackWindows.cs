using System.Collections.Immutable;

namespace IvrAutomat.Orders;

/// <summary>Some hours of one day in which the caller will be called back, on the shop's clock.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When the call must have been made.</param>
public sealed record CallbackWindow(DateOnly Day, TimeOnly From, TimeOnly To);

/// <summary>
/// The hours that a caller can choose for a callback: parts of the day that people name (morning, afternoon, evening), as far as the
/// shop is open in them.
/// </summary>
public static class CallbackWindows
{
    private static readonly ImmutableArray<TimeOnly> Parts = [new(8, 0), new(12, 0), new(16, 0), new(20, 0)];

    /// <summary>Less is no window that a colleague could keep.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    /// <summary>No caller plans further ahead.</summary>
    private const int Days = 31;

    /// <summary>The next windows, earliest first.</summary>
    /// <param name="hours">When people answer.</param>
    /// <param name="local">The time on the shop's clock; a window that has begun starts with the next full hour.</param>
    /// <param name="count">How many at most; fewer when the shop is hardly ever open.</param>
    public static ImmutableArray<CallbackWindow> Next(OpeningHours hours, DateTime local, int count)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var windows = ImmutableArray.CreateBuilder<CallbackWindow>(count);
        var today = DateOnly.FromDateTime(local);
        for (var ahead = 0; ahead <= Days && windows.Count < count; ahead++)
        {
            var day = today.AddDays(ahead);
            foreach (var window in Of(hours, day).Select(window => After(window, local)).OfType<CallbackWindow>())
            {
                if (windows.Count < count)
                {
                    windows.Add(window);
                }
            }
        }

        return windows.ToImmutable();
    }

    /// <summary>The part of the day that a window lies in: <c>morning</c>, <c>afternoon</c>, <c>evening</c>, or <c>other</c>.</summary>
    public static string PartOf(CallbackWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.From < Parts[0] || window.To > Parts[3] ? "other"
            : window.To <= Parts[1] ? "morning"
            : window.From >= Parts[2] ? "evening"
            : window.From >= Parts[1] && window.To <= Parts[2] ? "afternoon"
            : "other";
    }

    private static CallbackWindow[] Of(OpeningHours hours, DateOnly day)
    {
        if (hours.On(day) is not { } open)
        {
            return [];
        }

        var parts = Parts.Zip(Parts.Skip(1))
            .Select(part => new CallbackWindow(day, Later(part.First, open.From), Earlier(part.Second, open.To)))
            .Where(IsLongEnough)
            .ToArray();

        // A shop that is open only at night calls back at night.
        return parts.Length > 0 ? parts : [new CallbackWindow(day, open.From, open.To)];
    }

    private static CallbackWindow? After(CallbackWindow window, DateTime local)
    {
        if (window.Day.ToDateTime(window.From) >= local)
        {
            return window;
        }

        var hour = local.Date.AddHours(local.Hour);
        var next = local > hour ? hour.AddHours(1) : hour;
        return next.Date == local.Date && window with { From = TimeOnly.FromDateTime(next) } is var rest && IsLongEnough(rest) ? rest : null;
    }

    private static bool IsLongEnough(CallbackWindow window) => window.To.ToTimeSpan() - window.From.ToTimeSpan() >= Shortest;

    private static TimeOnly Later(TimeOnly one, TimeOnly other) => one > other ? one : other;

    private static TimeOnly Earlier(TimeOnly one, TimeOnly other) => one < other ? one : other;
}
