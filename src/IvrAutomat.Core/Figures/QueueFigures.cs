namespace IvrAutomat.Figures;

/// <summary>One wait for a person that is over.</summary>
/// <param name="Waited">From its beginning to its end, or to the answer.</param>
/// <param name="End">How it ended.</param>
/// <param name="Handled">How long the agent talked, and worked on it afterwards where that is known; null where nobody answered.</param>
public sealed record WaitEnd(TimeSpan Waited, WaitEnding End, TimeSpan? Handled = null);

/// <summary>How a wait for a person ended.</summary>
public enum WaitEnding
{
    /// <summary>A person answered.</summary>
    Answered,

    /// <summary>The caller hung up.</summary>
    Abandoned,

    /// <summary>The caller chose to be called back, or went back to the automat: that is not an abandonment.</summary>
    Left,

    /// <summary>The caller did not wait on the line and was called back: the talk counts, how fast the line was answered does not.</summary>
    CalledBack,
}

/// <summary>What the queue did in a period. Shares are from 0 to 1, and null where there was nothing to share.</summary>
/// <param name="Offered">Waits on the line that are over.</param>
/// <param name="Answered">Of these, answered by a person.</param>
/// <param name="Abandoned">Of these, hung up by the caller; those within <see cref="ShortAbandon"/> are among them.</param>
/// <param name="ServiceLevel">
/// Answered within <see cref="Acceptable"/>, of all that were answered or abandoned; hanging up within <see cref="ShortAbandon"/> is left out.
/// </param>
/// <param name="Asa">Average speed of answer: the mean wait of those who were answered.</param>
/// <param name="Aht">Average handling time: the mean of talk and the work after it, of calls and of callbacks.</param>
/// <param name="Abandonment">Abandoned of offered.</param>
public sealed record QueueFigures(
    int Offered, int Answered, int Abandoned, double? ServiceLevel, TimeSpan? Asa, TimeSpan? Aht, double? Abandonment)
{
    /// <summary>The acceptable wait of the service level 80/20.</summary>
    public static readonly TimeSpan Acceptable = TimeSpan.FromSeconds(20);

    /// <summary>Whoever hangs up so soon did not wait for anybody.</summary>
    public static readonly TimeSpan ShortAbandon = TimeSpan.FromSeconds(5);

    /// <summary>The share of <see cref="ServiceLevel"/> that is aimed at.</summary>
    public const double Aim = 0.8;

    /// <summary>Counts waits that are over.</summary>
    public static QueueFigures Of(IEnumerable<WaitEnd> waits)
    {
        ArgumentNullException.ThrowIfNull(waits);
        var all = waits.ToList();
        var answered = all.Where(wait => wait.End == WaitEnding.Answered).ToList();
        var abandoned = all.Count(wait => wait.End == WaitEnding.Abandoned);
        var counted = answered.Count + all.Count(wait => wait.End == WaitEnding.Abandoned && wait.Waited > ShortAbandon);
        var offered = all.Count(wait => wait.End != WaitEnding.CalledBack);
        return new QueueFigures(
            offered,
            answered.Count,
            abandoned,
            Share(answered.Count(wait => wait.Waited <= Acceptable), counted),
            Mean([.. answered.Select(wait => wait.Waited)]),
            Mean([.. all.Select(wait => wait.Handled).OfType<TimeSpan>()]),
            Share(abandoned, offered));
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static TimeSpan? Mean(IReadOnlyCollection<TimeSpan> spans)
        => spans.Count == 0 ? null : TimeSpan.FromTicks((long)spans.Average(span => span.Ticks));
}
