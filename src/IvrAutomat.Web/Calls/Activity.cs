namespace IvrAutomat.Web.Calls;

/// <summary>
/// Counts what runs: workers that are busy, and work that at this moment only waits for time. Virtual time may jump, and the
/// process may stop, when nothing is busy.
/// </summary>
internal sealed class Activity
{
    private int _busy;
    private int _parked;

    /// <summary>Workers that are running now.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Pieces of counted work that wait for a timer or a worker now.</summary>
    public int Parked => Volatile.Read(ref _parked);

    /// <summary>Counts as busy until disposed.</summary>
    public Scope Working() => new(this);

    /// <summary>Lets time pass for a piece of work that is counted as busy, or that a webhook waits for.</summary>
    /// <param name="length">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up with an exception.</param>
    /// <param name="sooner">What ends the wait before; null: only the clock does.</param>
    /// <returns>True when <paramref name="sooner"/> has come.</returns>
    public Task<bool> RestAsync(TimeSpan length, TimeProvider time, CancellationToken cancellationToken, Task? sooner = null)
    {
        Interlocked.Increment(ref _parked);
        return Rest.UntilAsync(sooner, length, time, () => Interlocked.Decrement(ref _parked), cancellationToken);
    }

    /// <summary>A clock whose timers count as waiting until they fire or are given up, for a library that waits by itself.</summary>
    public TimeProvider Resting(TimeProvider time) => new RestingTime(this, time);

    /// <summary>One thing that runs.</summary>
    internal readonly struct Scope : IDisposable
    {
        private readonly Activity _activity;

        public Scope(Activity activity)
        {
            _activity = activity;
            Interlocked.Increment(ref activity._busy);
        }

        public void Dispose() => Interlocked.Decrement(ref _activity._busy);
    }

    private sealed class RestingTime(Activity activity, TimeProvider time) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref activity._parked);
            var counted = 1;
            return new RestingTimer(
                time.CreateTimer(
                    kept =>
                    {
                        LeaveOff();
                        callback(kept);
                    },
                    state, dueTime, period),
                LeaveOff);

            void LeaveOff() => Interlocked.Add(ref activity._parked, -Interlocked.Exchange(ref counted, 0));
        }
    }

    private sealed class RestingTimer(ITimer timer, Action leaveOff) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            leaveOff();
        }

        public ValueTask DisposeAsync()
        {
            leaveOff();
            return timer.DisposeAsync();
        }
    }
}
