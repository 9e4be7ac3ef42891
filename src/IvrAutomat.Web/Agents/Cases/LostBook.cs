using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Web.Agents.Figures;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Cases;

/// <summary>Somebody who did not get through, as a colleague sees it. No number is in it: that stands in the case, if there is one.</summary>
/// <param name="Lost">Who and how.</param>
/// <param name="OrderNumber">The order; null when none was proved.</param>
/// <param name="Case">The open case that has the number to call; null when there is none.</param>
internal sealed record LostLine(LostCaller Lost, string? OrderNumber, string? Case);

/// <summary>Reads who did not get through lately.</summary>
internal sealed class LostBook(IDbContextFactory<AutomatDb> contexts, EndedCalls ended, TimeProvider time)
{
    /// <summary>Whoever has not called again for so long does not wait for us any more.</summary>
    public static readonly TimeSpan Memory = EndedCalls.Memory;

    /// <summary>They, the latest first.</summary>
    public async Task<IReadOnlyList<LostLine>> ListAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Memory;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var week = await ended.ReadAsync(cancellationToken);
        var calls = week.Calls.Where(call => call.ToPerson || call.OrderId is not null || call.Failures > 0);
        var cases = await db.Cases.AsNoTracking().Where(row => row.ClosedAt == null || row.ClosedAt >= since)
            .Select(row => new OwedCase(row.Number, row.Kind, row.CallId, row.OrderId, row.CallerKey, row.ClosedAt)).ToListAsync(cancellationToken);
        var (byCall, byOrder, byCaller) = (cases.ToLookup(row => row.CallId), cases.ToLookup(row => row.OrderId), cases.ToLookup(row => row.CallerKey));
        IEnumerable<OwedCase> Of(string call, string? order, string? caller)
            => byCall[call].Concat(order is null ? [] : byOrder[order]).Concat(caller is null ? [] : byCaller[caller]);

        var lost = LostCallers.Among(calls.Select(call => new CallEnd(call.Id, call.StartedAt, call.CallerKey, call.OrderId)
        {
            Waited = week.Waits.ContainsKey(call.Id),
            WantedPerson = call.ToPerson,
            FailedIdentification = call.Failures > 0,
            Talked = week.Waits.GetValueOrDefault(call.Id),
            IsLookedAfter = Of(call.Id, call.OrderId, call.CallerKey).Any(row => row.LooksAfter(call.StartedAt)),
        }));
        var ids = lost.Select(each => each.Call.OrderId).OfType<string>().ToList();
        var numbers = await db.Orders.Where(order => ids.Contains(order.Id)).Select(order => new { order.Id, order.Number })
            .ToDictionaryAsync(order => order.Id, order => order.Number, cancellationToken);
        return [.. lost.Select(each => new LostLine(
            each,
            each.Call.OrderId is { } id ? numbers.GetValueOrDefault(id) : null,
            Of(each.Call.CallId, each.Call.OrderId, each.Call.CallerKey).FirstOrDefault(row => row.ClosedAt is null)?.Number))];
    }

    private sealed record OwedCase(string Number, string Kind, string CallId, string? OrderId, string? CallerKey, DateTimeOffset? ClosedAt)
    {
        // Whoever hung up while waiting has agreed to nothing: that is told by the kind, until a person has seen to it.
        public bool LooksAfter(DateTimeOffset since) => ClosedAt is { } closed ? closed >= since : Kind != nameof(CaseKind.Abandoned);
    }
}
