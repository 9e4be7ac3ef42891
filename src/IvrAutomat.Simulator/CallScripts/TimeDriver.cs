using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Lets virtual time pass for a whole host: only while nobody works, and only as far as somebody asks.</summary>
/// <remarks>
/// <para>Time stands still between two calls of <see cref="PassUntilAsync"/>. Inside, one timer fires per jump, and before
/// each jump the house must be at rest: the carrier's work (its calls that act, its webhooks in flight, callbacks being sent)
/// minus the webhooks that the product has parked, plus the product's busy workers, must be zero twice in a row, with a short
/// pause of real time between the two looks, so that a wake-up that is still on its way to a thread is not overtaken.</para>
/// <para>Periodic timers of the product never end and therefore cannot decide how far time goes: the caller's condition and
/// its limit do. A jump to such a timer costs about a millisecond of real time; <see cref="PassAsync"/> over more than five
/// minutes lets timers fire late and together instead of each one exactly, so that a day passes in seconds.</para>
/// </remarks>
public sealed class TimeDriver(VirtualTime time, CarrierNetwork carrier, IStage stage, StandIns? systems = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestWork = TimeSpan.FromHours(1);
    private static readonly TimeSpan ExactUpTo = TimeSpan.FromMinutes(5);
    private const int Strides = 200;
    private static readonly TimeSpan QueueGrace = TimeSpan.FromMilliseconds(20);

    private static int _looking;

    /// <summary>Real time that one piece of work may take before the driver gives up. Default 30 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Lets time pass until <paramref name="reached"/> answers true, at most <paramref name="atMost"/> of virtual time.
    /// </summary>
    /// <returns>Whether the condition was reached.</returns>
    /// <exception cref="TimeStandsException">The house did not come to rest within <see cref="Patience"/>.</exception>
    public Task<bool> PassUntilAsync(Func<bool> reached, TimeSpan atMost, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reached);
        // Away from the caller's context: callbacks of timers run here and must not be posted elsewhere.
        return Task.Run(() => DriveAsync(reached, atMost, TimeSpan.Zero, ct), ct);
    }

    /// <summary>Awaits work of the product that may itself wait for time.</summary>
    /// <exception cref="TimeoutException">The work was not done within an hour of virtual time.</exception>
    public async Task<T> PassUntilDoneAsync<T>(Task<T> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await PassUntilAsync(() => work.IsCompleted, LongestWork, ct)
            ? await work
            : throw new TimeoutException($"Work of the product was not done within {LongestWork}.");
    }

    /// <summary>Waits until everybody rests, without letting time pass.</summary>
    public Task SettleAsync(CancellationToken ct) => Task.Run(() => RestAsync(() => false, ct), ct);

    /// <summary>Lets this much virtual time pass; over more than five minutes timers may fire late, by 1/200 of the length.</summary>
    public Task PassAsync(TimeSpan length, CancellationToken ct)
    {
        var lateness = length > ExactUpTo ? length / Strides : TimeSpan.Zero;
        return Task.Run(() => DriveAsync(() => false, length, lateness, ct), ct);
    }

    private async Task<bool> DriveAsync(Func<bool> reached, TimeSpan atMost, TimeSpan lateness, CancellationToken ct)
    {
        var limit = time.GetTimestamp() + atMost.Ticks;
        while (true)
        {
            await RestAsync(reached, ct);
            if (reached())
            {
                return true;
            }

            if (!time.TryJump(limit, lateness.Ticks))
            {
                return reached();
            }
        }
    }

    private async Task RestAsync(Func<bool> reached, CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        var calm = 0;
        while (!reached())
        {
            ct.ThrowIfCancellationRequested();
            var waited = TimeProvider.System.GetElapsedTime(began);
            await LetQueuedWorkBeginAsync();
            calm = Unsettled == 0 ? calm + 1 : 0;
            if (calm >= LooksEnough)
            {
                return;
            }

            if (waited > Patience)
            {
                throw new TimeStandsException(carrier.Working, stage.Parked, stage.Busy);
            }

            await Task.Delay(Pause, ct);
        }
    }

    // Work that is queued but has not begun cannot have announced itself yet. Other hosts share the queue, hence the grace; their drivers,
    // which look in the same way, are no work.
    private static async Task LetQueuedWorkBeginAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (ThreadPool.PendingWorkItemCount > Volatile.Read(ref _looking) && TimeProvider.System.GetElapsedTime(began) < QueueGrace)
        {
            Interlocked.Increment(ref _looking);
            await Task.Yield();
            Interlocked.Decrement(ref _looking);
        }
    }

    // Work of the product that waits for a slow stand-in is busy, and yet time has to pass for it. What waits there may also be work that
    // nobody counts, a look now and then; but a product that parks more than the carrier sent is between two counts.
    private int Unsettled
    {
        get
        {
            var house = carrier.Working - stage.Parked + stage.Busy;
            var waiting = systems?.Waiting ?? 0;
            return house < 0 ? house : Math.Max(0, house - waiting) + Math.Max(0, stage.Asking - waiting) + (systems?.Working ?? 0);
        }
    }

    // A product that has just given up waiting works again, but a stand-in learns of it only when the connection has broken.
    private int LooksEnough => carrier.Holding > 0 || systems is { Waiting: > 0 } ? 10 : 2;
}
