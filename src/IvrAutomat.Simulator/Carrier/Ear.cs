namespace IvrAutomat.Simulator.Carrier;

/// <summary>What a caller does.</summary>
internal abstract record CallerAct
{
    private CallerAct()
    {
    }

    public sealed record Key(char Value) : CallerAct;

    public sealed record Words(string Text) : CallerAct;

    /// <summary>Not a thing of the telephone network: the person at the virtual phone does not want to hear the rest.</summary>
    public sealed record SkipAhead : CallerAct;

    public sealed record HangUp : CallerAct;
}

/// <summary>Where a call waits: for the caller to do something, or for time to pass.</summary>
/// <remarks>The only place at which a running call rests, so that the count of running work is exact.</remarks>
internal sealed class Ear(TimeProvider time, WorkCount work)
{
    private readonly Lock _gate = new();
    private readonly Queue<CallerAct> _acts = new();
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<CallerAct?>? _waiting;

    /// <summary>Ends when the caller hangs up.</summary>
    public Task HungUp => _hungUp.Task;

    public void Tell(CallerAct act)
    {
        TaskCompletionSource<CallerAct?> waiting;
        lock (_gate)
        {
            if (_hungUp.Task.IsCompleted)
            {
                return;
            }

            if (act is CallerAct.HangUp)
            {
                _hungUp.SetResult();
            }

            if (_waiting is null)
            {
                _acts.Enqueue(act);
                return;
            }

            waiting = _waiting;
            _waiting = null;
            work.Enter();
        }

        waiting.SetResult(act);
    }

    /// <summary>The next thing the caller does; null when nothing came within this time.</summary>
    public async Task<CallerAct?> NextAsync(TimeSpan within)
    {
        TaskCompletionSource<CallerAct?> waiting;
        lock (_gate)
        {
            if (_acts.TryDequeue(out var act))
            {
                return act;
            }

            if (within <= TimeSpan.Zero)
            {
                return null;
            }

            waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting = waiting;
        }

        // The timer is set before the work stops counting: a house at rest always has the timer that wakes it.
        await using var timer = time.CreateTimer(_ => WakeByTime(waiting), state: null, within, Timeout.InfiniteTimeSpan);
        work.Leave();
        return await waiting.Task;
    }

    /// <summary>Takes what was pressed or said meanwhile out of the way; a hang-up stays.</summary>
    public IReadOnlyList<CallerAct> TakeMissed()
    {
        lock (_gate)
        {
            CallerAct[] missed = [.. _acts.Where(act => act is not CallerAct.HangUp)];
            CallerAct[] kept = [.. _acts.Where(act => act is CallerAct.HangUp)];
            _acts.Clear();
            foreach (var act in kept)
            {
                _acts.Enqueue(act);
            }

            return missed;
        }
    }

    private void WakeByTime(TaskCompletionSource<CallerAct?> waiting)
    {
        lock (_gate)
        {
            if (_waiting != waiting)
            {
                return;
            }

            _waiting = null;
            work.Enter();
        }

        waiting.SetResult(null);
    }
}
