using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop;

/// <summary>A shop whose orders this database itself keeps: the demo, and a local shop that imports them.</summary>
internal sealed class OwnShop(OrderBook book) : IShopSystem
{
    /// <inheritdoc />
    public async Task<OrderSight?> ReadAsync(string orderId, CancellationToken cancellationToken)
        => await book.ReadAsync(orderId, cancellationToken) is { } row ? new OrderSight(row) : null;

    /// <inheritdoc />
    public Task<OrderRow?> ReadLiveAsync(string orderId, CancellationToken cancellationToken) => book.ReadAsync(orderId, cancellationToken);

    /// <inheritdoc />
    public OutsideWrite? Write(LiveOrder live, OrderEdit edit) => null;
}
