using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

public sealed class OrderDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task CallerWithAnOpenOrder_IsRecognised(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        var caller = await shop.Desk.RecogniseAsync(ShopFixture.Phone("+420601000001"), Cancellation);
        Assert.Equal(new Caller(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false) { CodeBy = Channel.Sms }, caller);
    }

    [Fact]
    public async Task StrangeNumber_IsOnlyAPhone()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var caller = await shop.Desk.RecogniseAsync(ShopFixture.Phone("+420777123456"), Cancellation);
        Assert.Equal(new Caller(HasOpenOrder: false, CanBeCalledBack: true, CalledLately: false), caller);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("+420800123456")]
    [InlineData("+420602000001")]
    [InlineData("+420601000001")]
    public async Task WithheldOwnLineAgentAndForwarder_CountAsWithheld(string? from)
    {
        await using var shop = await ShopFixture.CreateAsync(configure: options => options.Forwarders = ["+420601000001"]);
        Assert.Equal(Caller.Withheld, await shop.Desk.RecogniseAsync(PhoneNumber.Parse(from), Cancellation));
        Assert.Null(shop.Desk.CallerKey(PhoneNumber.Parse(from)));
    }

    [Theory, BothDatabases]
    public async Task OrderUnchangedForSixtyDays_IsNotOpen(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        shop.Clock.Advance(TimeSpan.FromDays(19));
        Assert.True((await shop.Desk.RecogniseAsync(ShopFixture.Phone("+420601000006"), Cancellation)).HasOpenOrder);
        shop.Clock.Advance(TimeSpan.FromDays(2));
        Assert.False((await shop.Desk.RecogniseAsync(ShopFixture.Phone("+420601000006"), Cancellation)).HasOpenOrder);
    }

    [Theory, BothDatabases]
    public async Task CallWithinAWeek_IsLately(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        var from = ShopFixture.Phone("+420777123456");
        await using (var db = shop.Database.Open())
        {
            db.Callers.Add(new CallerRow { Key = shop.Desk.CallerKey(from)!, LastCallAt = shop.Clock.Now });
            await db.SaveChangesAsync(Cancellation);
        }

        shop.Clock.Advance(TimeSpan.FromDays(6));
        Assert.True((await shop.Desk.RecogniseAsync(from, Cancellation)).CalledLately);
        shop.Clock.Advance(TimeSpan.FromDays(2));
        Assert.False((await shop.Desk.RecogniseAsync(from, Cancellation)).CalledLately);
    }

    [Theory, BothDatabases]
    public async Task EachNumberOfAnOrder_FindsIt(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        foreach (var demo in shop.Get<DemoShop>().Orders)
        {
            foreach (var (_, number) in demo.Numbers())
            {
                Assert.Equal(10, number.Length);
                Assert.Equal(new FoundNumber(demo.Order.Id, number), await shop.Desk.FindNumberAsync([number], null, Cancellation));
            }
        }
    }

    [Fact]
    public async Task UnknownNumber_NamesNoOrder()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var found = await shop.Desk.FindNumberAsync(["9999999999"], null, Cancellation);
        Assert.Equal((null, 10), (found.OrderId, found.Length));
        Assert.DoesNotContain("999", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingHeard_IsAnEmptyNumber()
    {
        await using var shop = await ShopFixture.CreateAsync();
        Assert.Equal(new FoundNumber(null, string.Empty), await shop.Desk.FindNumberAsync([], null, Cancellation));
    }

    [Theory, BothDatabases]
    public async Task SeveralReadings_TheCallersOwnOrderComesFirst(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        string[] readings = ["202600101", "2026001002", "2026001001"];
        Assert.Equal("demo-01", (await shop.Desk.FindNumberAsync(readings, ShopFixture.Phone("+420601000001"), Cancellation)).OrderId);
        Assert.Equal("demo-02", (await shop.Desk.FindNumberAsync(readings, ShopFixture.Phone("+420777123456"), Cancellation)).OrderId);
    }

    [Fact]
    public async Task SeveralReadingsOfNoOrder_TheRightLengthIsChosen()
    {
        await using var shop = await ShopFixture.CreateAsync();
        Assert.Equal("9999999999", (await shop.Desk.FindNumberAsync(["99", "9999999999", "999"], null, Cancellation)).Digits);
    }

    [Theory, BothDatabases]
    public async Task TwoOrdersUnderOneNumber_ThePinDecides(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await using (var db = shop.Database.Open())
        {
            db.OrderKeys.Add(new OrderKeyRow { SpokenKey = "2026001001", Kind = OrderNumberKind.Invoice, OrderId = "demo-06" });
            await db.SaveChangesAsync(Cancellation);
        }

        var found = await shop.Desk.FindNumberAsync(["2026001001"], null, Cancellation);
        Assert.Equal("demo-01", found.OrderId);
        Assert.Equal("demo-01", Assert.Single((await shop.TryAsync(found.OrderId, "4821", null)).Orders).OrderId);
        Assert.Equal("demo-06", Assert.Single((await shop.TryAsync(found.OrderId, "8642", null)).Orders).OrderId);
    }

    [Theory, BothDatabases]
    public async Task EachDemoPin_OpensItsOrderFromAnyNumberAndFromItsOwn(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        foreach (var demo in shop.Get<DemoShop>().Orders)
        {
            var right = new PinOffered(PinVerdict.Right, [new OrderChoice(demo.Order.Id, demo.Order.OrderedOn)]);
            Assert.Equal(right, await shop.TryAsync(demo.Order.Id, demo.Pin, "+420777123456"));
            Assert.Equal(right, await shop.TryAsync(demo.Order.Id, demo.Pin, null));
            Assert.Equal(right with { FromOwnNumber = true }, await shop.TryAsync(null, demo.Pin, demo.Phone, byCallersNumber: true));
        }
    }

    [Theory, BothDatabases]
    public async Task TwoOrdersOfACallerUnderOnePin_AreBothOffered_TheNewerFirst(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await using (var db = shop.Database.Open())
        {
            var second = await db.Orders.SingleAsync(row => row.Id == "demo-11", Cancellation);
            second.PinKey = shop.Get<Secrets>().Hash(SecretLabel.Pin, second.Id, "4821");
            await db.SaveChangesAsync(Cancellation);
        }

        var offered = await shop.TryAsync(null, "4821", "+420601000001", byCallersNumber: true);

        Assert.Equal(PinVerdict.Right, offered.Verdict);
        Assert.Equal(["demo-01", "demo-11"], offered.Orders.Select(choice => choice.OrderId).Order(StringComparer.Ordinal));
        Assert.True(offered.Orders[0].OrderedOn >= offered.Orders[1].OrderedOn);
    }

    [Fact]
    public async Task DemoOrders_CanAllBeReadAsTheDesignNamesThem()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var states = new List<OrderState>();
        foreach (var demo in shop.Get<DemoShop>().Orders)
        {
            var read = Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder(demo.Order.Id), Cancellation));
            Assert.Equal(demo.Order, read.Order);
            states.Add(read.Order.State);
        }

        Assert.Equal(
            [OrderState.Packing, OrderState.PaymentFailed, OrderState.OnTheWay, OrderState.AtPoint, OrderState.Delivered, OrderState.Delivered,
                OrderState.Received, OrderState.Cancelled, OrderState.Received, OrderState.Received, OrderState.OnTheWay, OrderState.Delivered,
                OrderState.Delivered, OrderState.AtPoint, OrderState.AwaitingConfirmation],
            states);
    }

    [Fact]
    public async Task ShopThatIsDownOrTooSlow_IsUnavailable()
    {
        await using var shop = await ShopFixture.CreateAsync();
        shop.Get<ShopFaults>().Down = true;
        Assert.IsType<ShopUnavailable>(await shop.Desk.ReadAsync(new ReadOrder("demo-01"), Cancellation));
        shop.Get<ShopFaults>().Clear();
        Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder("demo-01"), Cancellation));
    }

    [Fact]
    public async Task DemoDays_MoveWithTheDayOfTheStart()
    {
        await using var shop = await ShopFixture.CreateAsync();
        shop.Clock.Advance(TimeSpan.FromDays(10));
        await shop.Get<DemoShop>().SeedAsync(Cancellation);
        var read = Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder("demo-03"), Cancellation));
        Assert.Equal(new DateOnly(2026, 12, 4), read.Order.ArrivalOn);
    }
}
