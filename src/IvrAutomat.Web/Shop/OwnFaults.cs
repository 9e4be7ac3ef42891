using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// What colleagues have said about the shop's own mistakes. One that was cleared stays away, for callers and for the apology list, until
/// something new happens to the order.
/// </summary>
internal sealed class OwnFaults(IDbContextFactory<AutomatDb> contexts, ShopSettings settings, TimeProvider time)
{
    /// <summary>The order without a mistake that somebody has cleared.</summary>
    public async Task<Order> WithoutClearedAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.OwnFault is null)
        {
            return order;
        }

        var sign = OwnFaultRule.SignOf(order);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OwnFaults.AnyAsync(row => row.OrderId == order.Id && row.Sign == sign && row.ClearedAt != null, cancellationToken)
            ? order with { OwnFault = null, FaultReason = null }
            : order;
    }

    /// <summary>The order with the mistake that shows only by the day: what a shop stores is silent about what becomes late by itself.</summary>
    public Order AsOfToday(Order order)
    {
        // The days of the made-up orders are moved, and say what they are; the mirror of Upgates holds what a mistake was found by.
        if (settings.Source == ShopSource.Demo || (settings.Source == ShopSource.Upgates && order.OwnFault is not null))
        {
            return order;
        }

        var fault = OwnFaultRule.Find(order, order.OwnFault, settings.DayOf(time.GetUtcNow()), from => settings.WorkingDay(from, settings.DispatchWithin));
        return fault is null ? order : order with { OwnFault = fault.Fault, FaultReason = fault.Reason };
    }

    /// <summary>Clears the mistake that an order has now, in a transaction that is under way; the caller saves. False when it has none.</summary>
    public async Task<bool> ClearAsync(AutomatDb db, Order stored, string who, CancellationToken cancellationToken)
    {
        var order = AsOfToday(stored);
        if (!OwnFaultRule.IsStanding(order))
        {
            return false;
        }

        var sign = OwnFaultRule.SignOf(order);
        if (await db.OwnFaults.SingleOrDefaultAsync(each => each.OrderId == order.Id && each.Sign == sign, cancellationToken) is not { } row)
        {
            row = new OwnFaultRow { OrderId = order.Id, Sign = sign, SeenAt = time.GetUtcNow() };
            db.OwnFaults.Add(row);
        }

        (row.ClearedAt, row.ClearedBy) = (time.GetUtcNow(), who);
        return true;
    }

    /// <summary>The reason for which a colleague calls about a mistake.</summary>
    public static HandoverReason ReasonOf(OwnFault fault) => fault switch
    {
        OwnFault.SoldOut => HandoverReason.SoldOut,
        OwnFault.ParcelTrouble => HandoverReason.ParcelTrouble,
        _ => HandoverReason.Postponed,
    };
}
