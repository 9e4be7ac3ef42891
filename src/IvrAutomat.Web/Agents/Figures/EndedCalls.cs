using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Figures;

/// <summary>A call that has ended, as far as lists and figures need it. Nothing in it is personal: callers are keyed hashes.</summary>
/// <param name="Id">The call.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="CallerKey">The keyed hash of the caller's number; null where it was withheld.</param>
/// <param name="OrderId">The order that was identified; null when none was.</param>
/// <param name="ToPerson">A person was to take it over.</param>
/// <param name="Failures">Failed attempts to identify.</param>
internal sealed record EndedCall(string Id, DateTimeOffset StartedAt, string? CallerKey, string? OrderId, bool ToPerson, int Failures);

/// <summary>
/// The calls of the last seven days that have ended, and what became of their waits. A call that has ended does not change any more, so each
/// look reads only what ended since the last one; with a busy line, lists and figures that follow every change would otherwise read a
/// week each time.
/// </summary>
internal sealed class EndedCalls(IDbContextFactory<AutomatDb> contexts, TimeProvider time) : IDisposable
{
    /// <summary>How far back.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    /// <summary>Instances write by clocks of their own, and what is written is seen a little later.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(1);

    /// <summary>What was erased meanwhile is forgotten here within this time.</summary>
    private static readonly TimeSpan Anew = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, EndedCall> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _waits = new(StringComparer.Ordinal);
    private DateTimeOffset? _began;
    private DateTimeOffset _until;

    /// <summary>The calls, in no order, with what became of their waits as it is now.</summary>
    public async Task<EndedWeek> ReadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var since = now - Memory;
            var isNew = _began is null || now - _began > Anew || now < _until;
            DateTimeOffset? from = isNew ? since : _until - LookBack;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var calls = await db.Calls.AsNoTracking().Where(call => call.EndedAt >= from && call.StartedAt >= since)
                .Select(call => new EndedCall(call.Id, call.StartedAt, call.CallerKey, call.OrderId, call.Handover != null, call.Failures ?? 0))
                .ToListAsync(cancellationToken);
            var waits = await db.Transfers.AsNoTracking().Where(wait => wait.EndedAt >= from)
                .Select(wait => new { wait.CallId, wait.Outcome }).ToListAsync(cancellationToken);
            if (isNew)
            {
                _calls.Clear();
                _waits.Clear();
                _began = now;
            }

            foreach (var call in calls)
            {
                _calls[call.Id] = call;
            }

            foreach (var wait in waits)
            {
                _waits[wait.CallId] = wait.Outcome == TransferOutcome.Talked || _waits.GetValueOrDefault(wait.CallId);
            }

            _until = now;
            return new EndedWeek([.. _calls.Values.Where(call => call.StartedAt >= since)], new Dictionary<string, bool>(_waits, StringComparer.Ordinal));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();
}

/// <summary>What is known of a week.</summary>
/// <param name="Calls">Calls that have ended.</param>
/// <param name="Waits">Calls whose caller waited for a person, with whether the two talked.</param>
internal sealed record EndedWeek(IReadOnlyList<EndedCall> Calls, IReadOnlyDictionary<string, bool> Waits);
