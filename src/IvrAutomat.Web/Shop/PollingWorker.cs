using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// A loop that works while there is work, then rests until it is woken or a second has passed. The database is the queue: waking only
/// makes it sooner, and a lost wake costs a second.
/// </summary>
internal abstract class PollingWorker(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private TaskCompletionSource _wake = new();
    private int _looking;

    /// <summary>True between a wake and the moment when nothing is left to begin.</summary>
    protected bool IsLooking => Volatile.Read(ref _looking) > 0 || Volatile.Read(ref _wake).Task.IsCompleted;

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Says that there may be work now.</summary>
    public void Wake() => Volatile.Read(ref _wake).TrySetResult();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Volatile.Write(ref _looking, 1);
        while (!stoppingToken.IsCancellationRequested)
        {
            Volatile.Write(ref _wake, new());
            try
            {
                while (!stoppingToken.IsCancellationRequested && await WorkAsync(stoppingToken))
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The database may be gone for a while; the loop outlives that and looks again.
                Failed(exception);
            }

            // Whoever ends the rest counts the look that follows.
            Interlocked.Decrement(ref _looking);
            Task rest = Rest.UntilAsync(_wake.Task, Poll, time, () => Interlocked.Increment(ref _looking), stoppingToken);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Volatile.Write(ref _looking, 0);
        await DrainAsync();
    }

    /// <summary>Begins one piece of work, if there is one.</summary>
    /// <returns>True when there may be more.</returns>
    protected abstract Task<bool> WorkAsync(CancellationToken stopping);

    /// <summary>Waits for what was begun.</summary>
    protected virtual Task DrainAsync() => Task.CompletedTask;

    /// <summary>Reports that looking for work failed.</summary>
    protected abstract void Failed(Exception exception);
}
