using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>The shop's orders as they are at this moment. Reading may be slow or fail, as it may with a shop elsewhere.</summary>
internal sealed class OrderBook(IDbContextFactory<AutomatDb> contexts, ShopFaults faults)
{
    /// <summary>How long a shop may take to answer; it is outside the turn.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>The row of an order; null when the shop does not answer or the order is gone.</summary>
    public async Task<OrderRow?> ReadAsync(string orderId, CancellationToken cancellationToken)
    {
        if (!await faults.AnswersAsync(Limit, cancellationToken))
        {
            return null;
        }

        return await RowAsync(orderId, cancellationToken);
    }

    /// <summary>The row of an order as this database has it; null when it has none.</summary>
    public async Task<OrderRow?> RowAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Orders.AsNoTracking().SingleOrDefaultAsync(order => order.Id == orderId, cancellationToken);
    }

    /// <summary>The order of a row.</summary>
    public static Order OrderOf(OrderRow row) => StoredJson.Read<Order>(row.Data);
}
