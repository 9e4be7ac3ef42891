using System.Collections.Concurrent;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// Looks after everybody who waits: makes offers, rings, and does what is due. All that it knows stands in the database, all timers
/// are columns, and each step begins by moving its own timer on, by compare-and-set: so a restart loses nothing, and of several processes
/// one acts.
/// </summary>
internal sealed partial class TransferWorker(
    IDbContextFactory<AutomatDb> contexts, OfferBook offers, AgentShifts shifts, CallbackPlan plan, IServiceProvider services, Signals signals, TimeProvider time, ILogger<TransferWorker> log)
    : PollingWorker(time)
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <summary>A carrier that answers at all has taken in by then what it was asked.</summary>
    private static readonly TimeSpan Answering = TimeSpan.FromMilliseconds(200);

    // Done when the last one who is to be rung has been asked for.
    private Task _asked = Task.CompletedTask;

    /// <summary>Steps that are being done, or about to be looked for, by this process.</summary>
    public int Busy => _running.Count + (IsLooking ? 1 : 0);

    // Asked for at each use: the steps know the carrier's address, which is known only once the server listens.
    private TransferSteps Steps => services.GetRequiredService<TransferSteps>();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever is rung is sent to our address, which is known only once the server listens.
        await Started.WaitAsync(services.GetService<IHostApplicationLifetime>(), stoppingToken);
        await base.ExecuteAsync(stoppingToken);
    }

    /// <inheritdoc />
    protected override async Task<bool> WorkAsync(CancellationToken stopping)
    {
        await shifts.TickAsync(stopping);
        await plan.StepAsync(stopping);
        await using var db = await contexts.CreateDbContextAsync(stopping);
        var waits = await db.Transfers.AsNoTracking().Where(wait => wait.SettledAt == null).ToListAsync(stopping);
        var unoffered = waits.Where(wait => wait is { State: TransferState.Waiting, OfferId: null }).ToList();
        var made = unoffered.Count == 0 ? 0 : await offers.MakeAsync(unoffered, stopping);

        // Offers made together are a millisecond apart, for their order; none is left for the next pass, where others would overtake it.
        var now = Time.GetUtcNow().AddMilliseconds(made);
        var due = await db.Offers.AsNoTracking().Where(offer => offer.DueAt <= now).OrderBy(offer => offer.CreatedAt).ToListAsync(stopping);
        foreach (var offer in due.Where(offer => !_running.ContainsKey(offer.Id)))
        {
            var steps = Steps;
            if (await steps.ClaimAsync(offer))
            {
                var call = waits.Find(wait => wait.Id == offer.TransferId)?.CallId ?? offer.TransferId;
                Begin((offer.Id, call, "offer"), offer is { EndedAt: null, State: OfferState.Calling, Attempts: 0 }
                    ? InTurn(rung => steps.StepAsync(offer, rung))
                    : () => steps.StepAsync(offer));
            }
        }

        foreach (var consult in await db.Consults.AsNoTracking().Where(consult => consult.DueAt <= now).ToListAsync(stopping))
        {
            Begin(($"consult-{consult.Id}", consult.Id, "consult"), () => services.GetRequiredService<ConsultSteps>().StepAsync(consult));
        }

        foreach (var wait in waits.Where(wait => wait.MoveAt <= now || wait.DeadlineAt <= now || wait.State == TransferState.Ended))
        {
            Begin((wait.Id, wait.CallId, "wait"), () => Steps.StepAsync(wait));
        }

        return made > 0;
    }

    // The carrier rings in the order in which it is asked: nobody asks before those who have waited longer were answered, or have asked a while ago.
    private Func<Task<bool>> InTurn(Func<Action, Task<bool>> step)
    {
        var (before, asked) = (_asked, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _asked = asked.Task;
        return async () =>
        {
            using var answered = new CancellationTokenSource();
            try
            {
                await before;
                return await step(() => _ = LetGoAsync(asked, answered.Token));
            }
            finally
            {
                asked.TrySetResult();
                await answered.CancelAsync();
            }
        };
    }

    private async Task LetGoAsync(TaskCompletionSource asked, CancellationToken answered)
    {
        await Task.Delay(Answering, Time, answered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        asked.TrySetResult();
    }

    /// <inheritdoc />
    protected override Task DrainAsync() => Task.WhenAll(_running.Values);

    /// <inheritdoc />
    protected override void Failed(Exception exception) => LogLookingFailed(exception);

    private void Begin((string Id, string CallId, string Kind) work, Func<Task<bool>> step)
    {
        var id = work.Id;
        // Only the loop begins steps, so nothing is added between the look and the entry.
        if (_running.ContainsKey(id))
        {
            return;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[id] = RunAsync();
        started.SetResult();

        async Task RunAsync()
        {
            await started.Task;
            var changed = false;
            using var signal = signals.Work(work.CallId, "handover", work.Kind);
            try
            {
                changed = await step();
                signal?.Ended(changed ? "Changed" : "Unchanged");
            }
            catch (Exception failure)
            {
                // The step's timer has been moved on: it comes round again.
                LogStepFailed(failure);
            }
            finally
            {
                _running.TryRemove(id, out _);
                if (changed)
                {
                    Wake();
                }
            }
        }
    }

    [LoggerMessage(EventId = 5101, Level = LogLevel.Warning, Message = "Looking for callers who wait for a person failed; it is tried again")]
    private partial void LogLookingFailed(Exception failure);

    [LoggerMessage(EventId = 5102, Level = LogLevel.Warning, Message = "A step of connecting a caller with a person failed; it is tried again")]
    private partial void LogStepFailed(Exception failure);
}
