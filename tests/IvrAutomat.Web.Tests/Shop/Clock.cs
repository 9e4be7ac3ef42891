namespace IvrAutomat.Web.Tests.Shop;

/// <summary>The machine's clock, moved to a day of the test's choice; time goes on by itself and can be put forward.</summary>
internal sealed class Clock : TimeProvider
{
    // Ten o'clock in Prague on a Monday without a holiday near.
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private long _forward;
    private long _leapt;

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(Interlocked.Read(ref _forward) + Interlocked.Read(ref _leapt));

    // What has passed has passed for whoever measures, too.
    public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Read(ref _forward) * (TimestampFrequency / TimeSpan.TicksPerSecond));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _forward, by.Ticks);

    /// <summary>A wait of this length is over at once, with its time passed; null: every wait takes as long as it is.</summary>
    public TimeSpan? Skips { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Skips)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Advance(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    /// <summary>Somebody sets the clock: nothing has passed.</summary>
    public void Leap(TimeSpan by) => Interlocked.Add(ref _leapt, by.Ticks);
}
