using System.Data.Common;
using System.Diagnostics.Metrics;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Telemetry;

/// <summary>
/// Looks at the database now and then and tells how the line stands: live calls, the queue, the ledger. Every instance tells the same; take the
/// largest, not the sum. Nothing is told while the database does not answer.
/// </summary>
internal sealed partial class LineLook : BackgroundService
{
    private readonly IDbContextFactory<AutomatDb> _contexts;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger<LineLook> _log;
    private Stand? _stand;

    /// <summary>Makes the instruments.</summary>
    public LineLook(IDbContextFactory<AutomatDb> contexts, Signals signals, TelemetryOptions options, TimeProvider time, ILogger<LineLook> log)
    {
        (_contexts, _time, _log, _every) = (contexts, time, log, TimeSpan.FromSeconds(options.Seconds));
        Gauge(signals.Meter, "ivr.calls.live", "{call}", "Calls that are going on.", stand => stand.Live);
        Gauge(signals.Meter, "ivr.queue.length", "{call}", "Callers, and callbacks, waiting for a person.", stand => stand.Waiting);
        Gauge(signals.Meter, "ivr.queue.longest_wait", "s", "How long the first of them has waited.", stand => stand.Longest.TotalSeconds);
        Gauge(signals.Meter, "ivr.ledger.backlog", "{request}", "Requests of the ledger that are not final.", stand => stand.Backlog);
        Gauge(signals.Meter, "ivr.ledger.oldest", "s", "How long the oldest of them has been promised.", stand => stand.Oldest.TotalSeconds);
    }

    /// <summary>Looks now.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = _time.GetUtcNow();
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            var live = await db.Calls.CountAsync(call => call.EndedAt == null, cancellationToken);
            var waits = await db.Transfers.Where(wait => wait.SettledAt == null && wait.State == TransferState.Waiting)
                .GroupBy(_ => 1).Select(all => new { Count = all.Count(), Since = all.Min(wait => wait.WaitingSince) }).FirstOrDefaultAsync(cancellationToken);
            var open = await db.Requests.Where(request => request.State == RequestState.Waiting || request.State == RequestState.Running)
                .GroupBy(_ => 1).Select(all => new { Count = all.Count(), Since = all.Min(request => request.CreatedAt) }).FirstOrDefaultAsync(cancellationToken);
            Volatile.Write(ref _stand, new Stand(
                live, waits?.Count ?? 0, Since(now, waits?.Since), open?.Count ?? 0, Since(now, open?.Since)));
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            Volatile.Write(ref _stand, null);
            LogBlind(failure);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Metrics are sent in the machine's time, whatever clock conversations live by.
        using var timer = new PeriodicTimer(_every, TimeProvider.System);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static TimeSpan Since(DateTimeOffset now, DateTimeOffset? since) => since is { } at && at < now ? now - at : TimeSpan.Zero;

    private void Gauge(Meter meter, string name, string unit, string description, Func<Stand, double> value)
        => meter.CreateObservableGauge(name, () => Volatile.Read(ref _stand) is { } stand ? [new Measurement<double>(value(stand))] : Array.Empty<Measurement<double>>(), unit, description);

    [LoggerMessage(EventId = 9201, Level = LogLevel.Warning, Message = "How the line stands could not be looked at; its metrics pause")]
    private partial void LogBlind(Exception failure);

    private sealed record Stand(int Live, int Waiting, TimeSpan Longest, int Backlog, TimeSpan Oldest);
}
