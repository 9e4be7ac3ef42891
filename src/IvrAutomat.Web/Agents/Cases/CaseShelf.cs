using IvrAutomat.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Cases;

/// <summary>Reads cases for the colleagues who work on them.</summary>
internal sealed class CaseShelf(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts, ShopSettings settings, TimeProvider time)
{
    /// <summary>More are not shown at once.</summary>
    public const int Most = 500;

    /// <summary>The cases of a filter, in the order of the work; closed ones the latest first.</summary>
    public async Task<IReadOnlyList<CaseLine>> ListAsync(CaseFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = db.Cases.AsNoTracking().Where(row => (filter.Owner == null || row.Owner == filter.Owner)
            && (filter.Kind == null || row.Kind == filter.Kind) && (filter.OrderId == null || row.OrderId == filter.OrderId));
        if (filter.Scope == CaseScope.ClosedToday)
        {
            DateTimeOffset? since = settings.EndOf(settings.DayOf(now).AddDays(-1));
            wanted = wanted.Where(row => row.ClosedAt > since);
        }
        else if (filter.Scope != CaseScope.All)
        {
            wanted = wanted.Where(row => row.ClosedAt == null && (filter.Scope == CaseScope.Open || row.DueAt <= now));
        }

        var rows = await wanted.OrderBy(row => row.DueAt).Take(Most).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.OrderId).OfType<string>().ToList();
        var numbers = await db.Orders.Where(order => ids.Contains(order.Id)).Select(order => new { order.Id, order.Number })
            .ToDictionaryAsync(order => order.Id, order => order.Number, cancellationToken);
        var lines = rows.Select(row => LineOf(row, row.OrderId is { } id ? numbers.GetValueOrDefault(id) : null, now));
        return filter.Scope is CaseScope.ClosedToday or CaseScope.All
            ? [.. lines.OrderBy(line => line.ClosedAt is not null).ThenByDescending(line => line.ClosedAt ?? line.CreatedAt)]
            : [.. CaseOrder.Sort(lines, line => (line.DueAt, line.From, line.Number), now)];
    }

    /// <summary>How many open cases are past their time.</summary>
    /// <param name="owner">Whose; null for everybody's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> OverdueAsync(string? owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Cases.CountAsync(row => row.ClosedAt == null && row.DueAt <= now && (owner == null || row.Owner == owner), cancellationToken);
    }

    /// <summary>Everything about a case; null when there is none of that number. Whoever shows it notes the look in the audit log.</summary>
    public async Task<CaseView?> FindAsync(string number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number, cancellationToken) is not { } row)
        {
            return null;
        }

        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(each => each.Id == row.OrderId, cancellationToken);
        var events = await db.CaseEvents.AsNoTracking().Where(each => each.CaseId == row.Id).OrderBy(each => each.Id).ToListAsync(cancellationToken);
        return new CaseView(
            LineOf(row, order?.Number, time.GetUtcNow()),
            HeldPhone.Read(secrets, row.Contact)?.Value,
            contacts.Read(order?.Contact),
            CaseDetails.Read(secrets, row.Details),
            order is null ? null : OrderBook.OrderOf(order),
            [.. events.Select(each => CaseHistory.Read(secrets, each))]);
    }

    private static CaseLine LineOf(CaseRow row, string? order, DateTimeOffset now) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Kind = row.Kind,
        Reason = row.Reason,
        OrderId = row.OrderId,
        OrderNumber = order,
        CallId = row.CallId,
        Owner = row.Owner,
        ClaimedAt = row.ClaimedAt,
        DueAt = row.DueAt,
        From = row.CallbackFrom,
        Until = row.CallbackUntil,
        CreatedAt = row.CreatedAt,
        ClosedAt = row.ClosedAt,
        ClosedBy = row.ClosedBy,
        Disposition = row.Disposition,
        Urgency = CaseOrder.UrgencyOf(row.DueAt, row.CallbackFrom, now),
    };
}
