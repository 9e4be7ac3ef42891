using System.Collections.Concurrent;
using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// What turns need of the ledger: to say that a request was saved, and to wait a little for its result. The rows are the truth; what is
/// kept here only makes waiting shorter.
/// </summary>
internal sealed class Ledger(IDbContextFactory<AutomatDb> contexts, Activity activity, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private LedgerWorker? _worker;

    /// <summary>Requests being performed or about to be looked for by this process.</summary>
    public int Busy => _worker?.Busy ?? 0;

    /// <summary>Says that a request has been saved.</summary>
    public void Wake() => _worker?.Wake();

    /// <summary>
    /// Waits for the final result of a request, whichever process performs it.
    /// </summary>
    /// <param name="requestId">Which request.</param>
    /// <param name="timeout">How long at most; zero looks once.</param>
    /// <param name="cancellationToken">Gives up with an exception.</param>
    /// <returns>The result; null when the request is not final in time, or unknown.</returns>
    public async Task<WorkResult?> WaitAsync(string requestId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var signal = _waiting.GetOrAdd(requestId, _ => new TaskCompletionSource());
        try
        {
            var began = time.GetTimestamp();
            while (true)
            {
                if (await ResultAsync(requestId, cancellationToken) is { } result)
                {
                    return result;
                }

                var left = timeout - time.GetElapsedTime(began);
                if (left <= TimeSpan.Zero)
                {
                    return null;
                }

                // A signal that has come stays: after it only the clock can end the rest.
                await activity.RestAsync(left < Poll ? left : Poll, time, cancellationToken, signal.Task.IsCompleted ? null : signal.Task);
            }
        }
        finally
        {
            _waiting.TryRemove(requestId, out _);
        }
    }

    /// <summary>Joins the worker of this process.</summary>
    internal void Attach(LedgerWorker worker) => _worker = worker;

    /// <summary>Ends the waiting for a request that has become final.</summary>
    internal void Finished(string requestId)
    {
        if (_waiting.TryGetValue(requestId, out var signal))
        {
            signal.TrySetResult();
        }
    }

    private async Task<WorkResult?> ResultAsync(string requestId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var result = await db.Requests.Where(request => request.Id == requestId).Select(request => request.Result)
            .SingleOrDefaultAsync(cancellationToken);
        return result is null ? null : StoredJson.Read<WorkResult>(result);
    }
}
