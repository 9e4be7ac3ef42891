namespace IvrAutomat.Web.Shop;

/// <summary>
/// A loop that works while there is work, then rests until it is woken or a second has passed. The database is the queue: waking only
/// makes it sooner, and a lost wake costs a second.
/// </summary>
internal abstract class PollingWorker(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private TaskCompletionSource _wake = NewWake();
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
        while (!stoppingToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _looking);
            Volatile.Write(ref _wake, NewWake());
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
            finally
            {
                Interlocked.Decrement(ref _looking);
            }

            await RestAsync(stoppingToken);
        }

        await DrainAsync();
    }

    /// <summary>Begins one piece of work, if there is one.</summary>
    /// <returns>True when there may be more.</returns>
    protected abstract Task<bool> WorkAsync(CancellationToken stopping);

    /// <summary>Waits for what was begun.</summary>
    protected virtual Task DrainAsync() => Task.CompletedTask;

    /// <summary>Reports that looking for work failed.</summary>
    protected abstract void Failed(Exception exception);

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RestAsync(CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Volatile.Read(ref _wake).Task, Task.Delay(Poll, time, enough.Token));
        await enough.CancelAsync();
    }
}
