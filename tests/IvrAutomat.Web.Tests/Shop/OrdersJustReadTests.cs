using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>The order that a right PIN opened is not read twice in one turn, and is never older than that turn.</summary>
public sealed class OrdersJustReadTests
{
    private const string From = "+420601000001";

    private static readonly OrderSight Sight = new(new OrderRow { Id = ShopFixture.First, Number = "2026001001", PinKey = "", Data = "{}" });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void OrderThatWasReadJustNow_IsHandedOutOnce()
    {
        var read = new OrdersJustRead(new StandingClock());
        read.Keep(Sight);

        Assert.Same(Sight, read.Take(ShopFixture.First));
        Assert.Null(read.Take(ShopFixture.First));
    }

    [Fact]
    public void OrderThatWasReadInAnotherTurn_IsNotHandedOut()
    {
        var clock = new StandingClock();
        var read = new OrdersJustRead(clock);
        read.Keep(Sight);
        clock.Passed = TimeSpan.FromSeconds(2);

        Assert.Null(read.Take(ShopFixture.First));
    }

    [Fact]
    public async Task OrderOfARightPin_IsReadAnew_InTheNextTurn()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.TryAsync(ShopFixture.First, ShopFixture.FirstPin, From);
        await CancelAsync(shop);
        shop.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(OrderState.Cancelled, await StateAsync(shop));
    }

    [Fact]
    public async Task OrderOfAWrongPin_IsNotKept()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.TryAsync(ShopFixture.First, "1739", From);
        await CancelAsync(shop);

        Assert.Equal(OrderState.Cancelled, await StateAsync(shop));
    }

    [Fact]
    public async Task BeforeAWrite_TheOrderIsReadAnew()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.TryAsync(ShopFixture.First, ShopFixture.FirstPin, From);
        await CancelAsync(shop);

        var live = await shop.Get<IShopSystem>().ReadLiveAsync(ShopFixture.First, Cancellation);
        Assert.Equal(OrderState.Cancelled, OrderBook.OrderOf(live!).State);
    }

    private static async Task<OrderState> StateAsync(ShopFixture shop)
        => Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder(ShopFixture.First), Cancellation)).Order.State;

    // Somebody else's doing, at the very same moment.
    private static async Task CancelAsync(ShopFixture shop)
    {
        await using var db = shop.Database.Open();
        var row = await db.Orders.SingleAsync(order => order.Id == ShopFixture.First, Cancellation);
        row.Data = StoredJson.Write(OrderBook.OrderOf(row) with { State = OrderState.Cancelled });
        await db.SaveChangesAsync(Cancellation);
    }

    private sealed class StandingClock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long GetTimestamp() => Passed.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond;
    }
}
