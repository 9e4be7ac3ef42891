using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop;

/// <summary>A shop whose orders this database itself keeps: the demo, and a local shop that imports them.</summary>
internal sealed class OwnShop(OrderBook book, OrdersJustRead justRead, OwnFaults faults, ShopSettings settings) : IShopSystem
{
    /// <inheritdoc />
    public async Task<OrderSight?> ReadAsync(string orderId, CancellationToken cancellationToken)
    {
        if (await book.ReadAsync(orderId, cancellationToken, justRead.Take) is not { Row: var row } seen)
        {
            return null;
        }

        if (settings.Source == ShopSource.Local)
        {
            // A file is silent about what becomes late by itself, so that is found when it is read. What is stored stays as the file told it.
            row.Data = StoredJson.Write(faults.AsOfToday(OrderBook.OrderOf(row)));
        }

        return seen;
    }

    /// <inheritdoc />
    public void Notice(OrderSight noticed) => justRead.Keep(noticed);

    /// <inheritdoc />
    public async Task<OrderRow?> ReadLiveAsync(string orderId, CancellationToken cancellationToken) => (await book.ReadAsync(orderId, cancellationToken))?.Row;

    /// <inheritdoc />
    public OutsideWrite? Write(LiveOrder live, OrderEdit edit) => null;
}
