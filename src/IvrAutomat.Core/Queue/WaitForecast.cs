using System.Collections.Immutable;

namespace IvrAutomat.Queue;

/// <summary>
/// How long a caller will still wait, as a cautious range, from how long others have waited lately. It predicts for one caller; it is not an
/// average that sums up a period. Where history does not support a promise there is none.
/// </summary>
public static class WaitForecast
{
    /// <summary>Waits that ended longer ago say nothing about now.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromHours(2);

    /// <summary>Fewer waits than this are chance.</summary>
    public const int FewestWaits = 5;

    /// <summary>Whoever would have to wait longer than this, in minutes, hears the place only: so far nobody can see.</summary>
    private const int Farthest = 60;

    private const double Early = 0.25;
    private const double Late = 0.9;

    /// <summary>The range for a caller; null when nothing can be promised, or when it is less than a minute.</summary>
    /// <param name="waits">How long those waited who talked to somebody within <see cref="Memory"/>, from joining to being taken.</param>
    /// <param name="waited">How long this caller has waited.</param>
    public static WaitRange? Of(IEnumerable<TimeSpan> waits, TimeSpan waited)
    {
        ArgumentNullException.ThrowIfNull(waits);
        ImmutableArray<TimeSpan> ordered = [.. waits.Order()];
        if (ordered.Length < FewestWaits)
        {
            return null;
        }

        var late = At(ordered, Late) - waited;
        var to = (int)Math.Ceiling(late.TotalMinutes);
        if (late < TimeSpan.FromMinutes(1) || to > Farthest)
        {
            return null;
        }

        var from = Math.Max(1, (int)Math.Floor((At(ordered, Early) - waited).TotalMinutes));
        return new WaitRange(from, Math.Max(from + 1, to));
    }

    private static TimeSpan At(ImmutableArray<TimeSpan> ordered, double share) => ordered[(int)Math.Ceiling(share * ordered.Length) - 1];
}

/// <summary>A wait that is told.</summary>
/// <param name="From">Whole minutes, at least one.</param>
/// <param name="To">Whole minutes, more than <paramref name="From"/>.</param>
public sealed record WaitRange(int From, int To);
