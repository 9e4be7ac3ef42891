namespace IvrAutomat.Simulator.CallScripts;

/// <summary>
/// A clock that stands still until somebody lets time pass, for the host, the carrier and every library that takes a
/// <see cref="TimeProvider"/>.
/// </summary>
/// <remarks>
/// <para>Timestamps are monotonic and count 100 ns ticks since the clock was made; the wall clock is a starting instant plus
/// that count. <see cref="SetClock"/> moves only the wall clock, as a person does who sets a watch: running timers keep
/// their remaining time.</para>
/// <para>Timers are ordered by due time, then by the order in which they were set. A callback runs on the thread that lets
/// time pass, so whatever it wakes has at least been scheduled when <see cref="TryJump"/> returns.</para>
/// <para>It does not know whether the product still works: that is <see cref="TimeDriver"/>'s part.</para>
/// </remarks>
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _queue = new();
    private long _now;
    private long _order;
    private DateTimeOffset _wallAtZero;

    /// <summary>Makes a clock that shows <paramref name="start"/> and stands.</summary>
    public VirtualTime(DateTimeOffset start) => _wallAtZero = start.ToUniversalTime();

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wallAtZero.AddTicks(_now);
        }
    }

    /// <summary>Sets the wall clock, forwards or backwards; no timer fires and none changes its remaining time.</summary>
    public void SetClock(DateTimeOffset instant)
    {
        lock (_gate)
        {
            _wallAtZero = instant.ToUniversalTime().AddTicks(-_now);
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Jumps to the next due timer, fires it alone, and says so; when none is due at or before <paramref name="limit"/>
    /// (a timestamp), moves to the limit and answers false.
    /// </summary>
    /// <param name="limit">The timestamp that is not passed.</param>
    /// <param name="lateness">
    /// How much later than due timers may fire, in ticks. As on a machine that slept, all that came due meanwhile fire one after the
    /// other, and a periodic one that came due several times fires once.
    /// </param>
    internal bool TryJump(long limit, long lateness = 0)
    {
        List<VirtualTimer> due = [];
        lock (_gate)
        {
            DropCancelled_NeedsLock();
            if (!_queue.TryPeek(out _, out var next) || next.Due > limit)
            {
                _now = Math.Max(_now, limit);
                return false;
            }

            _now = next.Due > _now ? Math.Min(limit, next.Due + lateness) : _now;
            do
            {
                due.Add(_queue.Dequeue());
                due[^1].Fired_NeedsLock(_now);
                DropCancelled_NeedsLock();
            }
            while (lateness > 0 && _queue.TryPeek(out _, out next) && next.Due <= _now);
        }

        due.ForEach(static timer => timer.Run());
        return true;
    }

    /// <summary>Lets exactly this much time pass and fires every timer on the way, asking nobody whether work is left.</summary>
    /// <remarks>For tests of one class; a whole host is driven by <see cref="TimeDriver"/>.</remarks>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var limit = GetTimestamp() + by.Ticks;
        while (TryJump(limit))
        {
        }
    }

    private void DropCancelled_NeedsLock()
    {
        while (_queue.TryPeek(out var timer, out var at) && !timer.IsSetFor_NeedsLock(at.Order))
        {
            _queue.Dequeue();
        }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private long _setting;
        private TimeSpan _period;
        private bool _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                if (_disposed)
                {
                    return false;
                }

                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    _setting = 0;
                }
                else
                {
                    Set_NeedsLock(time._now + Math.Max(0, dueTime.Ticks));
                }

                return true;
            }
        }

        public void Run() => callback(state);

        public bool IsSetFor_NeedsLock(long order) => !_disposed && _setting == order;

        public void Fired_NeedsLock(long now)
        {
            _setting = 0;
            if (_period > TimeSpan.Zero)
            {
                Set_NeedsLock(now + _period.Ticks);
            }
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                _disposed = true;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        // Each setting has its own order number; an entry of the queue whose number is no longer the timer's is stale.
        private void Set_NeedsLock(long due)
        {
            _setting = ++time._order;
            time._queue.Enqueue(this, (due, _setting));
        }
    }
}
