namespace IvrAutomat.Simulator.Carrier;

/// <summary>How many pieces of the carrier's work are running rather than waiting for time or for a person.</summary>
/// <remarks>Whoever wakes a piece of work counts it before it goes on: there is no instant at which a woken one is not counted.</remarks>
internal sealed class WorkCount
{
    private int _running;
    private int _holding;

    public int Running => Volatile.Read(ref _running);

    /// <summary>How many of those who wait hold somebody up who may give up.</summary>
    public int Holding => Volatile.Read(ref _holding);

    public void Enter() => Interlocked.Increment(ref _running);

    public void Leave() => Interlocked.Decrement(ref _running);

    /// <summary>Runs work that counts until it ends, on a thread of the pool.</summary>
    public Task RunAsync(Func<Task> work)
    {
        Enter();
        return Task.Run(async () =>
        {
            try
            {
                await work();
            }
            finally
            {
                Leave();
            }
        });
    }

    /// <summary>Waits without counting as running, for the caller's piece of work.</summary>
    /// <param name="length">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="given">Ends it sooner: whoever waited for this piece of work has given up.</param>
    public async Task RestAsync(TimeSpan length, TimeProvider time, CancellationToken given = default)
    {
        if (length <= TimeSpan.Zero)
        {
            return;
        }

        var woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isAwake = 0;
        Leave();
        var holds = given.CanBeCanceled ? 1 : 0;
        Interlocked.Add(ref _holding, holds);
        await using var timer = time.CreateTimer(_ => Wake(), state: null, length, Timeout.InfiniteTimeSpan);
        await using var left = given.Register(Wake);
        await woken.Task;

        void Wake()
        {
            if (Interlocked.Exchange(ref isAwake, 1) == 0)
            {
                Enter();
                Interlocked.Add(ref _holding, -holds);
                woken.SetResult();
            }
        }
    }
}
