using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Where the shop keeps its orders: this database (demo and local shop), or a system elsewhere of which this database holds a mirror.
/// </summary>
internal interface IShopSystem
{
    /// <summary>The order for a conversation: as it is, or as the mirror has it while that is fresh enough.</summary>
    /// <returns>Null when the shop does not answer and nothing useful is known, or the order is gone.</returns>
    Task<OrderSight?> ReadAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>The check of a PIN has read this order, and a conversation is about to. Nothing to do where reading means more than this database.</summary>
    void Notice(OrderSight noticed)
    {
    }

    /// <summary>The order as it is now, asked of the shop itself: just before a write.</summary>
    /// <returns>Null when the shop does not answer, or the order is gone.</returns>
    Task<OrderRow?> ReadLiveAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>The shop asked to be left alone for a moment: what it did not answer just now is worth asking again soon.</summary>
    bool IsBusy => false;

    /// <summary>What has to be written elsewhere so that the shop itself knows of a change; null when this database is the shop.</summary>
    /// <param name="live">The order, just read by <see cref="ReadLiveAsync"/>.</param>
    /// <param name="edit">The change.</param>
    OutsideWrite? Write(LiveOrder live, OrderEdit edit);

    /// <summary>
    /// Tells the shop's people what was done about an order, in the transaction that does it. Nothing to do where they see this database.
    /// </summary>
    /// <param name="db">The transaction.</param>
    /// <param name="live">The order and the request that is done.</param>
    void Record(AutomatDb db, LiveOrder live)
    {
    }
}

/// <summary>An order as it was seen.</summary>
/// <param name="Row">Its row.</param>
/// <param name="AsOf">Since when nothing newer is known, where that is worth telling the caller; null when it is up to date.</param>
internal sealed record OrderSight(OrderRow Row, DateTimeOffset? AsOf = null)
{
    /// <summary>A mark was given for it lately; null where that was not read along with it.</summary>
    public bool? IsRated { get; init; }
}
