using System.Text.Json;
using IvrAutomat.Orders;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>A status that callers met and nobody has given a meaning: they heard that the order is being seen to, and a person.</summary>
/// <param name="StatusId">The shop's number of the status.</param>
/// <param name="Name">What the shop calls it.</param>
/// <param name="Times">How often an order in it was read for a caller.</param>
/// <param name="Last">When that last happened.</param>
/// <param name="Calls">The latest calls about orders that are in it still, newest first; at most <see cref="UnmeantStatuses.MostCalls"/>.</param>
internal sealed record UnmeantStatus(string StatusId, string Name, int Times, DateTimeOffset Last, IReadOnlyList<MetInCall> Calls);

/// <summary>A call in which a status was met.</summary>
/// <param name="CallId">Which.</param>
/// <param name="At">When it began.</param>
internal sealed record MetInCall(string CallId, DateTimeOffset At);

/// <summary>What an admin should give a meaning next.</summary>
internal sealed class UnmeantStatuses(IDbContextFactory<AutomatDb> contexts, StatusFile meanings, TimeProvider time)
{
    /// <summary>So many calls of a status are named.</summary>
    public const int MostCalls = 5;

    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    /// <summary>The statuses, most often met first.</summary>
    public async Task<IReadOnlyList<UnmeantStatus>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var met = await db.MetStatuses.AsNoTracking().OrderByDescending(row => row.Times).ToListAsync(cancellationToken);
        var unmeant = new List<UnmeantStatus>();
        foreach (var row in met.Where(row => meanings.Now.Of(row.StatusId, row.Name) is null))
        {
            unmeant.Add(new(row.StatusId, row.Name, row.Times, row.At, await CallsAsync(db, row.StatusId, cancellationToken)));
        }

        return unmeant;
    }

    private async Task<IReadOnlyList<MetInCall>> CallsAsync(AutomatDb db, string statusId, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - LookBack;
        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.StartedAt >= since && db.Mirror.Any(row => row.OrderId == call.OrderId && row.StatusId == statusId))
            .OrderByDescending(call => call.StartedAt).Take(MostCalls * 4)
            .Select(call => new { call.Id, call.StartedAt, call.Data }).ToListAsync(cancellationToken);
        return
        [
            // An order that was understood when it was called about is in this status only since.
            .. calls.Where(call => JsonSerializer.Deserialize(call.Data, CallJson.Default.Call)?.Order is { State: OrderState.Unknown })
                .Take(MostCalls).Select(call => new MetInCall(call.Id, call.StartedAt)),
        ];
    }
}
