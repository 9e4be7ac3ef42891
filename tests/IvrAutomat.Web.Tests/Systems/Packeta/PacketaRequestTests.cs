using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Packeta;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Packeta;

/// <summary>Longer stays and return codes, done at Zásilkovna at most once.</summary>
public sealed class PacketaRequestTests
{
    private const string Claim = "createPacketClaimWithPassword";
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly ArrangeReturn ByCode = new("demo-05", ReturnWay.Packeta, null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task LongerStay_IsTheDayThatZasilkovnaThenTells(string provider)
    {
        await using var scene = await CarrierScene.OpenAsync(provider);
        await scene.WithParcelAsync("demo-04", PacketaFixtures.Ready);
        var done = Assert.IsType<RequestDone>(await scene.AskAsync(new ExtendStorage("demo-04", Today.AddDays(9))));
        Assert.Equal((Today.AddDays(9), null), (done.Order.PickUpUntil!.Value, done.Order.ExtendableUntil));
        Assert.Equal(Today.AddDays(9), scene.Packeta.Find(PacketaFixtures.Ready)!.StoredUntil);

        // Once more by phone, then a person.
        Assert.Equal(Today.AddDays(16), (await scene.ReadAsync("demo-04")).Order.ExtendableUntil);
        Assert.IsType<RequestDone>(await scene.AskAsync(new ExtendStorage("demo-04", Today.AddDays(12))));
        Assert.Null((await scene.ReadAsync("demo-04")).Order.ExtendableUntil);
    }

    [Fact]
    public async Task LongerStayWhoseAnswerWasLost_IsFoundAndNotAskedForTwice()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.WithParcelAsync("demo-04", PacketaFixtures.Ready);
        scene.Packeta.Fault = new StandInFault(StandInFaultKind.LostAnswer) { OnlyWrites = true, Times = 1 };
        var done = Assert.IsType<RequestDone>(await scene.AskAsync(new ExtendStorage("demo-04", Today.AddDays(9))));
        Assert.Equal((Today.AddDays(9), 1), (done.Order.PickUpUntil!.Value, CarrierScene.Times(scene.Packeta, "packetSetStoredUntil")));
    }

    [Fact]
    public async Task StayThatIsTooLong_IsRefusedAndChangesNothing()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.WithParcelAsync("demo-14", PacketaFixtures.Redirected);
        var refused = Assert.IsType<RequestRefused>(await scene.AskAsync(new ExtendStorage("demo-14", Today.AddDays(10))));
        Assert.Equal((NotNow.TooLong, Today.AddDays(3)), (refused.Why, refused.Order.PickUpUntil!.Value));
        Assert.Empty(scene.Packeta.Performed);
    }

    [Theory, BothDatabases]
    public async Task ReturnCode_IsZasilkovnasOwn(string provider)
    {
        await using var scene = await CarrierScene.OpenAsync(provider);
        await scene.NoteReturnAsync("demo-05");
        var back = Assert.IsType<RequestDone>(await scene.AskAsync(ByCode)).Order.Return!;
        var parcel = scene.Packeta.Find(long.Parse(back.Shipment!))!;
        Assert.Equal((parcel.Password, "R2026001005-1"), (back.Code, parcel.Number));
        Assert.Equal(back, Assert.IsType<RequestDone>(await scene.AskAsync(ByCode)).Order.Return);
        Assert.Equal(1, CarrierScene.Times(scene.Packeta, Claim));
    }

    [Theory]
    [InlineData(nameof(StandInFaultKind.LostAnswer), 1)]
    [InlineData(nameof(StandInFaultKind.Malformed), 0)]
    [InlineData(nameof(StandInFaultKind.Error), 0)]
    [InlineData(nameof(StandInFaultKind.LoginRefused), 0)]
    [InlineData(nameof(StandInFaultKind.RateLimited), 0)]
    public async Task ReturnCodeThatIsNotCertain_GoesToAPersonAndIsNeverIssuedTwice(string kind, int issued)
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        scene.Packeta.Fault = new StandInFault(Enum.Parse<StandInFaultKind>(kind)) { OnlyWrites = true };
        Assert.IsType<RequestHandedOver>(await scene.AskAsync(ByCode));
        Assert.Equal(issued, CarrierScene.Times(scene.Packeta, Claim));
        Assert.Null((await scene.ReadAsync("demo-05")).Order.Return!.Way);
        Assert.Single(await scene.CasesAsync());
    }

    [Fact]
    public async Task CarrierBehindZasilkovnaThatFailsForAMoment_IsAskedAgain()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        scene.Packeta.FailNext(new PacketaFault("ExternalGatewayFault", "External gateway failed."));
        Assert.NotNull(Assert.IsType<RequestDone>(await scene.AskAsync(ByCode)).Order.Return!.Code);
    }

    [Fact]
    public async Task SecondReturnOfAnOrder_HasANumberOfItsOwn()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await scene.AskAsync(ByCode);
        await scene.AskAsync(new ArrangeReturn("demo-05", ReturnWay.Own, null));
        await scene.AskAsync(ByCode);
        Assert.Equal(
            ["cancelPacket R2026001005-1", $"{Claim} R2026001005-1", $"{Claim} R2026001005-2"],
            scene.Packeta.Performed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CustomerWithNeitherMailNorPhone_GetsTheCodeFromAPerson()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await using (var db = scene.Shop.Database.Open())
        {
            await db.Orders.Where(row => row.Id == "demo-05").ExecuteUpdateAsync(set => set.SetProperty(row => row.Contact, (byte[]?)null), Cancellation);
        }

        Assert.IsType<RequestHandedOver>(await scene.AskAsync(ByCode));
        Assert.Empty(scene.Packeta.Requests);
    }

    [Fact]
    public async Task ReturnThatIsHandedIn_CannotBeTakenBackAndTheCallerIsTold()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        var back = Assert.IsType<RequestDone>(await scene.AskAsync(ByCode)).Order.Return!;
        scene.Packeta.Move(long.Parse(back.Shipment!), 12);
        Assert.Equal(NotNow.Posted, Assert.IsType<RequestRefused>(await scene.AskAsync(new CancelReturn("demo-05"))).Why);
        Assert.Equal(back, (await scene.ReadAsync("demo-05")).Order.Return);
    }

    [Fact]
    public async Task ReturnTakenBackWhoseAnswerWasLost_IsFoundCalledOff()
    {
        await using var scene = await CarrierScene.OpenAsync();
        await scene.NoteReturnAsync("demo-05");
        await scene.AskAsync(ByCode);
        scene.Packeta.Fault = new StandInFault(StandInFaultKind.LostAnswer) { OnlyWrites = true, Times = 1 };
        Assert.Null(Assert.IsType<RequestDone>(await scene.AskAsync(new CancelReturn("demo-05"))).Order.Return);
        Assert.Equal(1, CarrierScene.Times(scene.Packeta, "cancelPacket"));
    }
}
