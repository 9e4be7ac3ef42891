using System.Collections.Concurrent;
using System.Collections.Frozen;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Performs what calls promised. A request is claimed by a compare-and-set that exactly one process wins, done under a lease, and ended by
/// a compare-and-set on that lease; if the process dies, the lease runs out and the request is asked for again. A clock that
/// is put forward takes no work away from whoever is doing it.
/// </summary>
internal sealed partial class LedgerWorker : PollingWorker
{
    /// <summary>How long a claim keeps others away.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is begun before a person gets it.</summary>
    public const int MostAttempts = 3;

    /// <summary>How often a request is begun while a system elsewhere has not said what became of it; the pauses grow.</summary>
    public const int MostReadings = 6;

    // Well within the lease, so that nobody else begins while a handler still writes.
    private static readonly TimeSpan HandlerLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private const int AtOnce = 8;

    // Beyond every pause between attempts: what is to wait longer was written before the clock was put back.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<AutomatDb> _contexts;
    private readonly Ledger _ledger;
    private readonly FrozenDictionary<Type, IRequestHandler> _handlers;
    private readonly CaseBook _cases;
    private readonly Signals _signals;
    private readonly ILogger<LedgerWorker> _logger;
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Sightings _leases;
    private long? _lookedAt;

    public LedgerWorker(
        IDbContextFactory<AutomatDb> contexts, Ledger ledger, IEnumerable<IRequestHandler> handlers, CaseBook cases,
        Signals signals, TimeProvider time, ILogger<LedgerWorker> logger)
        : base(time)
    {
        (_contexts, _ledger, _cases, _signals, _logger) = (contexts, ledger, cases, signals, logger);
        _leases = new Sightings(time);
        _handlers = handlers.ToFrozenDictionary(handler => handler.Handles);
        ledger.Attach(this);
    }

    /// <summary>See <see cref="Ledger.Busy"/>.</summary>
    public int Busy => _running.Count + (IsLooking ? 1 : 0);

    /// <inheritdoc />
    public override void Dispose()
    {
        _places.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task<bool> WorkAsync(CancellationToken stopping)
    {
        await using var db = await _contexts.CreateDbContextAsync(stopping);
        var now = Time.GetUtcNow();
        var due = await Due(db.Requests.AsNoTracking(), now).OrderBy(request => request.CreatedAt).Take(AtOnce).ToListAsync(stopping);
        foreach (var request in due.Concat(await AbandonedAsync(db, stopping)))
        {
            if (!await _places.WaitAsync(TimeSpan.Zero, stopping))
            {
                // Whoever finishes first wakes the loop again.
                return false;
            }

            var begun = false;
            try
            {
                begun = await ClaimAsync(db, request, now, stopping);
            }
            finally
            {
                if (!begun)
                {
                    _places.Release();
                }
            }

            if (begun)
            {
                Begin(request);
            }
        }

        return due.Count == AtOnce;
    }

    /// <inheritdoc />
    protected override Task DrainAsync() => Task.WhenAll(_running.Values);

    /// <inheritdoc />
    protected override void Failed(Exception exception) => LogLookingFailed(_logger, exception);

    private static IQueryable<RequestRow> Due(IQueryable<RequestRow> requests, DateTimeOffset now)
    {
        var tooFar = now + LongestPause;
        return requests.Where(request => request.State == RequestState.Waiting
            && (request.LeaseUntil == null || request.LeaseUntil <= now || request.LeaseUntil > tooFar));
    }

    private async Task<List<RequestRow>> AbandonedAsync(AutomatDb db, CancellationToken cancellationToken)
    {
        if (_lookedAt is { } at && Time.GetElapsedTime(at) < BetweenLooks)
        {
            return [];
        }

        _lookedAt = Time.GetTimestamp();
        var running = await db.Requests.AsNoTracking().Where(request => request.State == RequestState.Running).ToListAsync(cancellationToken);
        return _leases.Over(
            running.Where(request => !_running.ContainsKey(request.Id)), request => (request.Id, request.LeaseUntil?.ToUnixTimeMilliseconds() ?? 0), request => request.LeaseUntil ?? default, _ => Lease);
    }

    private async Task<bool> ClaimAsync(AutomatDb db, RequestRow request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (attempts, until) = (request.Attempts, now + Lease);
        var won = await db.Requests.Where(row => row.Id == request.Id && row.State == request.State && row.Attempts == attempts).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RequestState.Running)
                .SetProperty(row => row.LeaseOwner, _owner)
                .SetProperty(row => row.LeaseUntil, until)
                .SetProperty(row => row.Attempts, attempts + 1),
            cancellationToken);
        request.Attempts = attempts + 1;
        return won == 1;
    }

    private void Begin(RequestRow request)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[request.Id] = RunAsync();
        started.SetResult();

        async Task RunAsync()
        {
            await started.Task;
            try
            {
                await PerformAsync(request);
            }
            catch (Exception exception)
            {
                // The result could not be written: the lease runs out and somebody asks again.
                LogUnfinished(_logger, request.Kind, request.Attempts, exception);
            }
            finally
            {
                _running.TryRemove(request.Id, out _);
                if (_places.Release() == 0)
                {
                    // All places were taken: somebody may wait for this one.
                    Wake();
                }
            }
        }
    }

    private async Task PerformAsync(RequestRow request)
    {
        using var signal = _signals.Work(request.CallId, "request", request.Kind);
        var attempt = await AttemptAsync(request);
        signal?.Ended(attempt.GetType().Name);
        switch (attempt)
        {
            case ShopUnavailable when request.Attempts < MostAttempts:
                await PutBackAsync(request, RetryAfter * request.Attempts);
                break;
            case NotYet later when request.Attempts < MostReadings:
                await PutBackAsync(request, later.After * request.Attempts);
                break;
            case ShopUnavailable or NotYet:
                await HandOverAsync(request, reason: null);
                break;
            case LeftToPerson left:
                await HandOverAsync(request, left.Reason);
                break;
            case var result:
                await EndAsync(request, StateOf(result), result);
                break;
        }
    }

    private async Task HandOverAsync(RequestRow request, HandoverReason? reason)
        => await EndAsync(request, RequestState.Handed, await _cases.HandOverAsync(request, reason, CancellationToken.None));

    private async Task<WorkResult> AttemptAsync(RequestRow request)
    {
        if (request.Result is { } kept)
        {
            // An attempt before this one was cut off after it had done everything.
            return StoredJson.Read<WorkResult>(kept);
        }

        if (request.Attempts > MostReadings)
        {
            // Only handing it over has failed before.
            return new ShopUnavailable();
        }

        // Stopping the host lets what was begun come to its end.
        using var limit = new CancellationTokenSource(HandlerLimit, Time);
        try
        {
            var body = StoredJson.Read<Work>(request.Body) as Request
                ?? throw new InvalidDataException($"The body of a '{request.Kind}' is no request.");
            return _handlers.TryGetValue(body.GetType(), out var handler)
                ? await handler.PerformAsync(request, body, limit.Token)
                : throw new InvalidOperationException(
                    $"Nothing handles a {body.GetType().Name}. Register an {nameof(IRequestHandler)} for it.");
        }
        catch (Exception exception)
        {
            LogFailed(_logger, request.Kind, request.Attempts, exception);
            return new ShopUnavailable();
        }
    }

    private static string StateOf(WorkResult result) => result switch
    {
        RequestRefused => RequestState.Failed,
        RequestHandedOver => RequestState.Handed,
        _ => RequestState.Done,
    };

    private async Task EndAsync(RequestRow request, string state, WorkResult result)
    {
        var json = StoredJson.Write(result);
        DateTimeOffset? now = Time.GetUtcNow();
        await using var db = await _contexts.CreateDbContextAsync();
        var ended = await Mine(db, request).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.Result, json)
            .SetProperty(row => row.FinishedAt, now)
            .SetProperty(row => row.LeaseOwner, (string?)null)
            .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null));
        if (ended == 1)
        {
            _ledger.Finished(request.Id);
        }
        else
        {
            LogTaken(_logger, request.Kind, request.Attempts);
        }
    }

    private async Task PutBackAsync(RequestRow request, TimeSpan after)
    {
        DateTimeOffset? again = Time.GetUtcNow() + after;
        await using var db = await _contexts.CreateDbContextAsync();
        var isOurs = await Mine(db, request).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, RequestState.Waiting)
            .SetProperty(row => row.LeaseOwner, (string?)null)
            .SetProperty(row => row.LeaseUntil, again)) == 1;
        if (!isOurs)
        {
            LogTaken(_logger, request.Kind, request.Attempts);
        }
    }

    // The attempt is part of the lease: a process that lost it must not end what another has begun.
    private IQueryable<RequestRow> Mine(AutomatDb db, RequestRow request) => db.Requests.Where(row
        => row.Id == request.Id && row.State == RequestState.Running && row.LeaseOwner == _owner && row.Attempts == request.Attempts);

    [LoggerMessage(3001, LogLevel.Warning, "Attempt {Attempt} of a request '{Kind}' failed.")]
    private static partial void LogFailed(ILogger logger, string kind, int attempt, Exception exception);

    [LoggerMessage(
        3002, LogLevel.Error, "The end of attempt {Attempt} of a request '{Kind}' could not be written; its lease has to run out.")]
    private static partial void LogUnfinished(ILogger logger, string kind, int attempt, Exception exception);

    [LoggerMessage(3004, LogLevel.Warning, "Attempt {Attempt} of a request '{Kind}' took longer than its lease: somebody else has begun it again.")]
    private static partial void LogTaken(ILogger logger, string kind, int attempt);

    [LoggerMessage(3003, LogLevel.Error, "The ledger could not be read; trying again.")]
    private static partial void LogLookingFailed(ILogger logger, Exception exception);
}
