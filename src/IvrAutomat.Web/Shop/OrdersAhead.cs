using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>The orders that the PIN which a call waits for may open, by what this database knows. Nothing of it is told to anybody.</summary>
internal sealed class OrdersAhead(IDbContextFactory<AutomatDb> contexts, OrderDesk desk, OwnFaults faults, TimeProvider time)
{
    private const int Most = 3;

    /// <summary>The orders, latest first.</summary>
    public async Task<IReadOnlyList<LikelyOrder>> FindAsync(Call call, PhoneNumber? caller, CancellationToken cancellationToken)
    {
        var own = desk.CallerKey(caller);
        var candidate = call.Order?.Id ?? call.Identification.Candidate;
        var openSince = time.GetUtcNow() - OrderDesk.OpenFor;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meant = call.Identification.ByCallersNumber && call.Order is null
            ? db.Orders.Where(order => own != null && order.PhoneKey == own && order.ChangedAt >= openSince)
            : db.Orders.Where(order => order.Id == candidate);
        var rows = await meant.AsNoTracking().OrderByDescending(order => order.ChangedAt).ThenByDescending(order => order.Id).Take(Most)
            .ToListAsync(cancellationToken);
        var likely = new List<LikelyOrder>(rows.Count);
        foreach (var row in rows)
        {
            var order = OrderBook.OrderOf(row);
            likely.Add(new LikelyOrder(
                new PinOffered(PinVerdict.Right, [new OrderChoice(order.Id, order.OrderedOn)]) { FromOwnNumber = own is not null && row.PhoneKey == own },
                new OrderRead(await faults.WithoutClearedAsync(faults.AsOfToday(order), cancellationToken))));
        }

        return likely;
    }
}
