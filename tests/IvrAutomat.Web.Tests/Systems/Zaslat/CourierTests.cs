using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Zaslat;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Tests.Persistence;
using IvrAutomat.Web.Tests.Systems.Packeta;

namespace IvrAutomat.Web.Tests.Systems.Zaslat;

/// <summary>Couriers of the broker: their days, ordered at most once, called off in time.</summary>
public sealed class CourierTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Days_AreThoseOnWhichSomebodyGoes()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Zaslat.Close(Today.AddDays(2));
        var offered = await OfferAsync(scene);
        Assert.Equal([Today.AddDays(1), Today.AddDays(3), Today.AddDays(4)], offered.Days);
        Assert.False(offered.IsUnknown);
    }

    [Fact]
    public async Task CallAfterTheCutOff_IsOfferedTheDayAfterTomorrowFirst()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Shop.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal([Today.AddDays(2), Today.AddDays(3), Today.AddDays(4)], (await OfferAsync(scene)).Days);
    }

    [Theory]
    [InlineData(nameof(StandInFaultKind.Error))]
    [InlineData(nameof(StandInFaultKind.Malformed))]
    [InlineData(nameof(StandInFaultKind.WrongType))]
    [InlineData(nameof(StandInFaultKind.RateLimited))]
    [InlineData(nameof(StandInFaultKind.LoginRefused))]
    [InlineData(nameof(StandInFaultKind.TimeOut))]
    public async Task BrokerThatDoesNotAnswer_IsNotTakenForNoCourier(string kind)
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Zaslat.Fault = new StandInFault(Enum.Parse<StandInFaultKind>(kind));
        Assert.True((await OfferAsync(scene)).IsUnknown);
    }

    [Fact]
    public async Task CarriersOfTheSettings_AreTheOnlyOnes()
    {
        await using var scene = await CarrierScene.OpenAsync(configure: systems => systems.Zaslat.Carriers.Add("GLS"));
        var offered = await OfferAsync(scene);
        Assert.Empty(offered.Days);
        Assert.False(offered.IsUnknown);
    }

    [Theory, BothDatabases]
    public async Task Courier_IsOrderedOnceAtTheCheapestWithTheCustomersAddress(string provider)
    {
        await using var scene = await CarrierScene.OpenAsync(provider);
        await scene.NoteReturnAsync("demo-05");
        var back = (await OrderAsync(scene, 2)).Order.Return!;
        var shipment = Assert.Single(scene.Zaslat.Shipments);
        Assert.Equal((shipment.Id, Today.AddDays(2), Today.AddDays(2), "PPL"), (back.Shipment, back.CourierOn!.Value, shipment.PickupOn, shipment.Carrier));
        Assert.Equal(("Nádražní 45", "30100", "Veselý"), ($"{shipment.From["street"]}", $"{shipment.From["zip"]}", $"{shipment.From["surname"]}"));
        await OrderAsync(scene, 2);
        Assert.Single(scene.Zaslat.Shipments);
    }

    [Theory, BothDatabases]
    public async Task CourierWhoseAnswerWasLost_IsFoundInTheList(string provider)
    {
        await using var scene = await CarrierScene.OpenAsync(provider);
        await scene.NoteReturnAsync("demo-05");
        scene.Zaslat.Fault = new StandInFault(StandInFaultKind.LostAnswer) { OnlyWrites = true, Times = 1 };
        var back = (await OrderAsync(scene, 2)).Order.Return!;
        Assert.Equal(Assert.Single(scene.Zaslat.Shipments).Id, back.Shipment);
        Assert.Equal(1, CarrierScene.Times(scene.Zaslat, "create"));
    }

    [Theory]
    [InlineData(nameof(StandInFaultKind.Error))]
    [InlineData(nameof(StandInFaultKind.Malformed))]
    [InlineData(nameof(StandInFaultKind.Drop))]
    public async Task CourierThatIsNowhereInTheList_GoesToAPersonAndIsNotOrderedAgain(string kind)
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        scene.Zaslat.Fault = new StandInFault(Enum.Parse<StandInFaultKind>(kind)) { OnlyWrites = true, Times = 1 };
        Assert.IsType<RequestHandedOver>(await scene.AskAsync(Wish(2)));
        Assert.Empty(scene.Zaslat.Shipments);
        Assert.Equal(["FailedRequest Unconfirmed"], await scene.CasesAsync());
    }

    [Theory]
    [InlineData(ZaslatErrorShape.List)]
    [InlineData(ZaslatErrorShape.Text)]
    [InlineData(ZaslatErrorShape.Object)]
    public async Task AddressThatTheBrokerDoesNotTake_GoesToAPersonWhateverTheShapeOfTheError(ZaslatErrorShape shape)
    {
        await using var scene = await CarrierScene.OpenAsync(configure: systems => systems.Zaslat.Warehouse.Street = string.Empty);
        scene.Zaslat.ErrorShape = shape;
        await scene.NoteReturnAsync("demo-05");
        Assert.IsType<RequestHandedOver>(await scene.AskAsync(Wish(2)));
        Assert.Equal(shape != ZaslatErrorShape.Text, scene.Logged.Any(line => line.Contains("to.street", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DayOnWhichNobodyGoesAnyMore_IsToldToTheCaller()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        scene.Zaslat.Close(Today.AddDays(2));
        Assert.Equal(NotNow.NoCourier, Assert.IsType<RequestRefused>(await scene.AskAsync(Wish(2))).Why);
    }

    [Fact]
    public async Task InvoiceThatIsNotAllowed_IsAWrongSettingAndNoWrongKey()
    {
        await using var scene = await CarrierScene.OpenAsync(configure: systems => systems.Zaslat.PaymentType = "INVOICE");
        await scene.NoteReturnAsync("demo-05");
        Assert.IsType<RequestHandedOver>(await scene.AskAsync(Wish(2)));
        Assert.Contains(scene.Logged, line => line.Contains("Zaslat:PaymentType", StringComparison.Ordinal));
        Assert.False(scene.Get<LoginGate>().IsClosed("Zaslat"));
        scene.Zaslat.AllowsInvoice = true;
        Assert.NotNull((await OrderAsync(scene, 3)).Order.Return!.Shipment);
    }

    [Fact]
    public async Task WrongKey_StopsAllRequestsAndRaisesOneAlarm()
    {
        await using var scene = await CarrierScene.OpenAsync(configure: systems => systems.Zaslat.ApiKey = "wrong");
        Assert.True((await OfferAsync(scene)).IsUnknown);
        var asked = scene.Zaslat.Requests.Count;
        await OfferAsync(scene);
        Assert.Equal(asked, scene.Zaslat.Requests.Count);
        Assert.Single(scene.Logged, line => line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherDay_OrdersAnewAndCallsTheFormerCourierOff()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await OrderAsync(scene, 2);
        var back = (await OrderAsync(scene, 3)).Order.Return!;
        Assert.Equal([ZaslatShipment.Cancelled, "ORDERED"], scene.Zaslat.Shipments.Select(shipment => shipment.Status));
        Assert.Equal(scene.Zaslat.Shipments[1].Id, back.Shipment);
    }

    [Theory]
    [InlineData(ReturnWay.Own)]
    [InlineData(ReturnWay.Packeta)]
    public async Task AnotherWay_CallsTheCourierOff(ReturnWay way)
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await OrderAsync(scene, 2);
        Assert.IsType<RequestDone>(await scene.AskAsync(new ArrangeReturn("demo-05", way, null)));
        Assert.Equal(ZaslatShipment.Cancelled, Assert.Single(scene.Zaslat.Shipments).Status);
    }

    [Fact]
    public async Task ReturnTakenBackWhoseAnswerWasLost_IsFoundCalledOff()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await OrderAsync(scene, 2);
        scene.Zaslat.Fault = new StandInFault(StandInFaultKind.LostAnswer) { OnlyWrites = true, Times = 1 };
        Assert.Null(Assert.IsType<RequestDone>(await scene.AskAsync(new CancelReturn("demo-05"))).Order.Return);
        Assert.Equal(1, CarrierScene.Times(scene.Zaslat, "storno"));
    }

    [Fact]
    public async Task CourierOnHisDay_IsCalledOffByAPerson()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await OrderAsync(scene, 1);
        scene.Shop.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<RequestHandedOver>(await scene.AskAsync(new CancelReturn("demo-05")));
        Assert.Equal(0, CarrierScene.Times(scene.Zaslat, "storno"));
    }

    [Fact]
    public async Task GoodsThatTheCourierHas_CannotBeKeptAndTheCallerIsTold()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await OrderAsync(scene, 2);
        scene.Zaslat.Advance(scene.Zaslat.Shipments[0].Id);
        Assert.Equal(NotNow.Posted, Assert.IsType<RequestRefused>(await scene.AskAsync(new CancelReturn("demo-05"))).Why);
    }

    private static ArrangeReturn Wish(int ahead) => new("demo-05", ReturnWay.Courier, Today.AddDays(ahead));

    private static async Task<RequestDone> OrderAsync(CarrierScene scene, int ahead) => Assert.IsType<RequestDone>(await scene.AskAsync(Wish(ahead)));

    private static async Task<CourierOffered> OfferAsync(CarrierScene scene)
        => Assert.IsType<CourierOffered>(await scene.Shop.Desk.AnswerAsync(new FindCourier("demo-05"), Cancellation));
}
