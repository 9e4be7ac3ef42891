namespace IvrAutomat.Web.Calls;

/// <summary>
/// A wait for time, or for something that comes sooner. Whoever ends it says so before the waiter goes on: however late the waiter gets a
/// thread, there is no moment at which it is taken for one that still waits.
/// </summary>
internal static class Rest
{
    /// <summary>Waits.</summary>
    /// <param name="sooner">What ends the wait before the clock; it must run its continuations in place. Null: only the clock does.</param>
    /// <param name="atMost">How long at most.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ended">Told once, on the thread that ends the wait; quick, and does not fail.</param>
    /// <param name="cancellationToken">Gives up with an exception; <paramref name="ended"/> is told then too.</param>
    /// <returns>True when <paramref name="sooner"/> has come.</returns>
    public static async Task<bool> UntilAsync(Task? sooner, TimeSpan atMost, TimeProvider time, Action ended, CancellationToken cancellationToken)
    {
        var woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isAwake = 0;
        if (sooner is { IsCompleted: true } || atMost <= TimeSpan.Zero)
        {
            Wake();
        }

        await using var timer = woken.Task.IsCompleted ? null : time.CreateTimer(_ => Wake(), state: null, atMost, Timeout.InfiniteTimeSpan);
        await using var gone = cancellationToken.Register(Wake);
        _ = woken.Task.IsCompleted ? null : sooner?.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await woken.Task;
        cancellationToken.ThrowIfCancellationRequested();
        return sooner is { IsCompleted: true };

        void Wake()
        {
            if (Interlocked.Exchange(ref isAwake, 1) == 0)
            {
                ended();
                woken.SetResult();
            }
        }
    }
}
