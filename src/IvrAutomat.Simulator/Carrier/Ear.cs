using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Where a call waits: for somebody to do something, or for time to pass.</summary>
/// <remarks>The only place at which a running call rests, so that the count of running work is exact.</remarks>
internal sealed class Ear(TimeProvider time, WorkCount work)
{
    private readonly Lock _gate = new();
    private readonly Queue<CallerAct> _acts = new();
    private readonly TaskCompletionSource<Next.End> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<CallerAct?>? _waiting;

    /// <summary>Ends when the call is over from outside: its person hung up, or a REST request ended it.</summary>
    public Task<Next.End> Over => _over.Task;

    /// <summary>Tells the call; false when it is over and nothing reaches it any more.</summary>
    public bool Tell(CallerAct act)
    {
        TaskCompletionSource<CallerAct?> waiting;
        lock (_gate)
        {
            if (_over.Task.IsCompleted)
            {
                return false;
            }

            if (act is CallerAct.Leave { Next: Next.End end })
            {
                _over.SetResult(end);
            }

            if (_waiting is null)
            {
                _acts.Enqueue(act);
                return true;
            }

            waiting = _waiting;
            _waiting = null;
            work.Enter();
        }

        waiting.SetResult(act);
        return true;
    }

    /// <summary>The next thing that reaches the call; null when nothing came within this time.</summary>
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

    /// <summary>Where a REST request has moved the call since it last waited, so that no stale document is executed; null for nowhere.</summary>
    public Next.Moved? TakeMove() =>
        (Take(act => act is CallerAct.Leave { Next: Next.Moved }).LastOrDefault() as CallerAct.Leave)?.Next as Next.Moved;

    /// <summary>Takes what was pressed or said meanwhile out of the way; what does not come from a keypad or a mouth stays.</summary>
    public IReadOnlyList<CallerAct> TakeMissed() =>
        Take(act => act is CallerAct.Key or CallerAct.Words or CallerAct.SkipAhead);

    private CallerAct[] Take(Func<CallerAct, bool> which)
    {
        lock (_gate)
        {
            CallerAct[] taken = [.. _acts.Where(which)];
            CallerAct[] kept = [.. _acts.Where(act => !which(act))];
            _acts.Clear();
            foreach (var act in kept)
            {
                _acts.Enqueue(act);
            }

            return taken;
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
