using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>A shop on Upgates: conversations read its mirror, and ask Upgates itself only where the mirror may be old, and before a write.</summary>
internal sealed partial class UpgatesShop(
    UpgatesApi api, Mirror mirror, MirrorStore store, UpgatesWriter writer, UpgatesBudget budget, TimeProvider time, ILogger<UpgatesShop> log) : IShopSystem
{
    /// <summary>How long what is known counts as the present.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public bool IsBusy => budget.PausedUntil is { } until && until - time.GetUtcNow() <= Moment;

    /// <inheritdoc />
    public async Task<OrderSight?> ReadAsync(string orderId, CancellationToken cancellationToken)
    {
        if (await mirror.FindAsync(orderId, cancellationToken) is not { } known)
        {
            return null;
        }

        DateTimeOffset? asOf = null;
        if (known.IsHinted || time.GetUtcNow() - known.AsOf >= Fresh)
        {
            if (await RefreshAsync(known.Known.Number, cancellationToken) is not { } found)
            {
                asOf = known.AsOf;
            }
            else if (!found || await mirror.FindAsync(orderId, cancellationToken) is not { } read)
            {
                return null;
            }
            else
            {
                known = read;
            }
        }

        var (row, order) = await mirror.ReadAsync(known, cancellationToken);
        if (!order.IsMapped)
        {
            await mirror.MeetAsync(known.Known, cancellationToken);
        }

        return new OrderSight(row, asOf);
    }

    /// <inheritdoc />
    public async Task<OrderRow?> ReadLiveAsync(string orderId, CancellationToken cancellationToken)
        => await mirror.FindAsync(orderId, cancellationToken) is { } known && await RefreshAsync(known.Known.Number, cancellationToken) == true
            ? (await mirror.FindAsync(orderId, cancellationToken))?.Row
            : null;

    /// <inheritdoc />
    public OutsideWrite? Write(LiveOrder live, OrderEdit edit) => new UpgatesWrite(writer, live, edit);

    /// <inheritdoc />
    public void Record(AutomatDb db, LiveOrder live)
    {
        // What was written to Upgates has its record already, from the moment when that was certain.
        if (RecordWords.Of(live.Row.Kind) is { } words)
        {
            db.ShopRecords.Add(new ShopRecordRow
            {
                Id = UpgatesOrder.IdOf(live.Row.Id),
                Number = live.Order.Number,
                Text = words,
                DueAt = live.Now,
                CreatedAt = live.Now,
            });
        }
    }

    // True: read and stored. False: there is no such order any more. Null: Upgates could not be asked.
    private async Task<bool?> RefreshAsync(string number, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var fetched = await api.OrderAsync(number, Urgency.Call, cancellationToken);
        if (fetched.Value is not { } page)
        {
            return null;
        }

        if (page.Orders.FirstOrDefault(order => order.Facts.Number == number) is { } order)
        {
            await store.StoreAsync([order], asOf, isFill: false, cancellationToken);
            return true;
        }

        if (!page.IsWhole || page.Orders.Count > 0)
        {
            LogOther();
            return null;
        }

        await store.ForgetAsync([number], cancellationToken);
        return false;
    }

    [LoggerMessage(3121, LogLevel.Warning, "Upgates was asked for one order and answered others; nothing of it is believed")]
    private partial void LogOther();
}
