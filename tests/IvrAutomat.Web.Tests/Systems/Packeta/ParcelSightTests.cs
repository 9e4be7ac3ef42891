using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Packeta;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Systems.Packeta;

/// <summary>What Zásilkovna says of a parcel, as a conversation gets it.</summary>
public sealed class ParcelSightTests
{
    private const string Order = "demo-03";
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(1, "OnTheWay Announced")]
    [InlineData(2, "OnTheWay ")]
    [InlineData(3, "OnTheWay ")]
    [InlineData(4, "OnTheWay ")]
    [InlineData(5, "AtPoint ")]
    [InlineData(6, "OnTheWay HandedOn")]
    [InlineData(7, "Delivered ")]
    [InlineData(9, "Returning GoingBack")]
    [InlineData(10, "Returning BackAtTheShop")]
    [InlineData(11, "OnTheWay ")]
    [InlineData(12, "OnTheWay ")]
    [InlineData(14, "OnTheWay Customs")]
    [InlineData(15, "OnTheWay ")]
    [InlineData(16, "Attempted ")]
    [InlineData(17, "Returning Refused")]
    [InlineData(18, "Returning Refused")]
    [InlineData(19, "Returning GoingBack")]
    [InlineData(20, "Returning Uncollected")]
    [InlineData(21, "OnTheWay ", "ParcelTrouble")]
    [InlineData(22, "OnTheWay ", "ParcelTrouble")]
    [InlineData(23, "Attempted BoxFull")]
    [InlineData(24, "Unknown ")]
    [InlineData(25, "Attempted ")]
    [InlineData(26, "OnTheWay ", "ParcelTrouble")]
    [InlineData(27, "OnTheWay ", "ParcelTrouble")]
    [InlineData(28, "OnTheWay ")]
    [InlineData(29, "OnTheWay ")]
    [InlineData(30, "OnTheWay ")]
    [InlineData(31, "OnTheWay ")]
    [InlineData(999, "Unknown ")]
    public async Task State_HasItsMeaning(int code, string meaning, string? fault = null)
    {
        await using var scene = await CarrierScene.OpenAsync();
        var order = (await (await scene.WithParcelAsync(Order, PacketaFixtures.InState(code))).ReadAsync(Order)).Order;
        Assert.Equal((meaning, fault, code is >= 28 and <= 30), ($"{order.State} {order.Stage}", order.OwnFault?.ToString(), order.IsRedirected));
    }

    [Theory, BothDatabases]
    public async Task Parcel_IsAskedForOnceInAQuarterOfAnHour(string provider)
    {
        await using var scene = await CarrierScene.OpenAsync(provider);
        await scene.WithParcelAsync("demo-04", PacketaFixtures.Ready);
        var first = await scene.ReadAsync("demo-04");
        Assert.Equal((OrderState.AtPoint, Today.AddDays(2), Today.AddDays(9)), (first.Order.State, first.Order.PickUpUntil!.Value, first.Order.ExtendableUntil!.Value));
        Assert.Equal(first, await scene.ReadAsync("demo-04"));
        Assert.Single(scene.Packeta.Requests);

        scene.Shop.Clock.Advance(ParcelSight.FreshFor);
        await scene.ReadAsync("demo-04");
        Assert.Equal(2, scene.Packeta.Requests.Count);
    }

    [Fact]
    public async Task ParcelThatIsDelivered_IsNeverAskedForAgain()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.WithParcelAsync(Order, PacketaFixtures.Delivered);
        Assert.Equal(Today.AddDays(-5), (await scene.ReadAsync(Order)).Order.DeliveredOn);
        scene.Shop.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Null((await scene.ReadAsync(Order)).AsOf);
        Assert.Single(scene.Packeta.Requests);
    }

    [Theory, BothDatabases]
    public async Task ZasilkovnaThatDoesNotAnswer_LeavesWhatItSaidLastWithItsTime(string provider)
    {
        await using var scene = await CarrierScene.OpenAsync(provider);
        await scene.WithParcelAsync("demo-04", PacketaFixtures.Ready);
        var asked = scene.Shop.Clock.Now;
        await scene.ReadAsync("demo-04");
        scene.Shop.Clock.Advance(TimeSpan.FromHours(1));
        scene.Packeta.Fault = new StandInFault(StandInFaultKind.Error);

        var old = await scene.ReadAsync("demo-04");
        Assert.Equal((OrderState.AtPoint, asked), (old.Order.State, old.AsOf!.Value));
        await scene.ReadAsync("demo-04");
        Assert.Equal(2, scene.Packeta.Requests.Count);

        scene.Packeta.Fault = StandInFault.None;
        scene.Shop.Clock.Advance(ParcelSight.AskAgainAfter);
        Assert.Null((await scene.ReadAsync("demo-04")).AsOf);
    }

    [Theory]
    [InlineData(nameof(StandInFaultKind.Error))]
    [InlineData(nameof(StandInFaultKind.Malformed))]
    [InlineData(nameof(StandInFaultKind.LoginRefused))]
    [InlineData(nameof(StandInFaultKind.RateLimited))]
    [InlineData(nameof(StandInFaultKind.TimeOut))]
    public async Task ZasilkovnaThatHasNeverAnswered_LeavesTheShopsOwnState(string kind)
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.WithParcelAsync(Order, PacketaFixtures.Ready);
        scene.Packeta.Fault = new StandInFault(Enum.Parse<StandInFaultKind>(kind));
        var read = await scene.ReadAsync(Order);
        Assert.Equal((OrderState.OnTheWay, null), (read.Order.State, read.AsOf));
    }

    [Fact]
    public async Task ParcelThatZasilkovnaDoesNotKnow_LeavesTheShopsOwnState()
    {
        await using var scene = await CarrierScene.OpenAsync();
        Assert.Equal(OrderState.OnTheWay, (await (await scene.WithParcelAsync(Order, 4_999_999_999)).ReadAsync(Order)).Order.State);
    }

    [Theory, BothDatabases]
    public async Task RedirectedParcel_IsToldWhereItIs(string provider)
    {
        await using var scene = await CarrierScene.OpenAsync(provider);
        await scene.WithParcelAsync(Order, PacketaFixtures.Redirected);
        var order = (await scene.ReadAsync(Order)).Order;
        Assert.Equal((true, "Z-BOX Praha 3, Lipová 8", Today.AddDays(3)), (order.IsRedirected, order.Point, order.PickUpUntil!.Value));
        await scene.WithParcelAsync("demo-11", PacketaFixtures.Redirected);
        Assert.Equal("Z-BOX Praha 3, Lipová 8", (await scene.ReadAsync("demo-11")).Order.Point);
        Assert.Single(scene.Packeta.Requests, request => request.Path.Contains("validate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ParcelAtAnotherCarrier_CannotStayLonger()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.Move(PacketaFixtures.WithCarrier, PacketaStatus.Ready);
        Assert.Null((await (await scene.WithParcelAsync(Order, PacketaFixtures.WithCarrier)).ReadAsync(Order)).Order.ExtendableUntil);
    }

    [Fact]
    public async Task ParcelOnItsWayBack_IsToldAsSuchWhereverItIs()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.NumbersForFlags = true;
        Assert.Equal(OrderState.Returning, (await (await scene.WithParcelAsync(Order, PacketaFixtures.Returning)).ReadAsync(Order)).Order.State);
    }

    [Theory]
    [InlineData("demo-08")]
    [InlineData("demo-11")]
    public async Task OrderThatIsCancelledOrWithAnotherCarrier_AsksNothing(string order)
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.ReadAsync(order);
        Assert.Empty(scene.Packeta.Requests);
    }
}
