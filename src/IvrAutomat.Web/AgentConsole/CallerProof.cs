using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// Whether a colleague may see price, contents and address of an order now: the caller proved it to the automat, or the colleague has
/// written down how the caller proved it, or that there is no caller. The audit log is the record.
/// </summary>
internal sealed class CallerProof(IDbContextFactory<AutomatDb> contexts, AuditBook audit, TimeProvider time)
{
    /// <summary>The act under which it stands in the audit log.</summary>
    public const string Act = "caller.proved";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>The ways in which a caller can prove it, as the audit log and the texts name them.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["code", "questions", "known", "no-caller"];

    /// <summary>Whether it may be seen.</summary>
    public async Task<bool> IsGivenAsync(string orderId, Colleague viewer, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Lasts;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Audit.AnyAsync(
                each => each.Act == Act && each.OrderId == orderId && each.Account == viewer.Account && each.At >= since, cancellationToken)
            || await ProvedToTheAutomat(db, viewer.Agent, since).AnyAsync(happened => happened.OrderId == orderId, cancellationToken);
    }

    /// <summary>Those of some orders of which it may be seen.</summary>
    public async Task<IReadOnlySet<string>> GivenAmongAsync(IReadOnlyCollection<string> orderIds, Colleague viewer, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Lasts;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recorded = await db.Audit.Where(each => each.Act == Act && each.Account == viewer.Account && each.At >= since && orderIds.Contains(each.OrderId!))
            .Select(each => each.OrderId!).ToListAsync(cancellationToken);
        var told = await ProvedToTheAutomat(db, viewer.Agent, since).Where(happened => orderIds.Contains(happened.OrderId!))
            .Select(happened => happened.OrderId!).ToListAsync(cancellationToken);
        return recorded.Concat(told).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Writes down how it was proved.</summary>
    /// <returns>False when the way is none of <see cref="Ways"/>.</returns>
    public async Task<bool> GiveAsync(string orderId, string? callId, string way, Colleague viewer, CancellationToken cancellationToken)
    {
        if (!Ways.Contains(way))
        {
            return false;
        }

        await audit.NoteAsync(viewer.Account, Act, new(orderId, CallId: callId, Note: way), cancellationToken);
        return true;
    }

    // The calls that this colleague is offered or has: the automat identified an order in them.
    private static IQueryable<FeedRow> ProvedToTheAutomat(AutomatDb db, string? agent, DateTimeOffset since)
        => db.Offers.Where(offer => offer.Agent == agent && (offer.EndedAt == null || offer.EndedAt >= since))
            .Join(db.Transfers, offer => offer.TransferId, wait => wait.Id, (offer, wait) => wait.CallId)
            .Join(db.Feed, call => call, happened => happened.CallId, (call, happened) => happened)
            .Where(happened => happened.Kind == nameof(IvrAutomat.Calls.CallEventKind.Identified));
}
