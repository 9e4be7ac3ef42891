using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Packeta;
using PacketaFault = IvrAutomat.Web.Shop.Packeta.PacketaFault;

namespace IvrAutomat.Web.Tests.Systems.Packeta;

/// <summary>Every fault that the reference names, told by a server, and what it makes of a write. What callers hear of each is in the call scripts.</summary>
public sealed class PacketaFaultTests
{
    private static readonly ReturnClaim Claim = new("R2026001005-1", "jan@example.com", "+420601000005", 2390m);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Table => new()
    {
        { "IncorrectApiPasswordFault", "person" },
        { "SenderNotExists", "person" },
        { "PacketAttributesFault", "person" },
        { "PacketIdFault", "person" },
        { "PacketIdsFault", "person" },
        { "NoPacketIdsFault", "person" },
        { "CancelNotAllowedFault", "told Posted" },
        { "DateOutOfRangeFault", "told TooLong" },
        { "ExternalGatewayFault", "later" },
        { "DispatchOrderNotAllowedFault", "person" },
        { "InvalidCourierNumber", "person" },
        { "CustomBarcodeNotAllowedFault", "person" },
        { "NotSupportedFault", "person" },
        { "ArgumentsFault", "person" },
        { "UnknownLabelFormatFault", "person" },
        { "ShipmentNotFoundFault", "person" },
        { "PacketNotFoundFault", "person" },
        { "IncorrectDataFault", "person" },
        { "FaultThatNobodyKnows", "person" },
    };

    [Theory, MemberData(nameof(Table))]
    public async Task Fault_HasItsConsequence(string fault, string consequence)
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.FailNext(new IvrAutomat.Simulator.Shops.Packeta.PacketaFault(fault, "Text that may change.", ("email", "Please enter email.")));
        var reply = await scene.Get<PacketaClient>().ClaimAsync(Claim, Cancellation);
        Assert.Equal(consequence, reply.Outcome switch
        {
            OutsideOutcome.Hopeless => "person",
            OutsideOutcome.NotDone => "later",
            OutsideOutcome.Refused refused => $"told {refused.Why}",
            var other => $"{other}",
        });
        Assert.Empty(scene.Packeta.Performed);
    }

    [Fact]
    public void TheTable_HoldsEveryFaultThatIsKnown() => Assert.Equal(
        PacketaFault.Known.Keys.Order(StringComparer.Ordinal),
        Table.Select(row => row.Data.Item1).Where(name => name != "FaultThatNobodyKnows").Order(StringComparer.Ordinal));

    [Fact]
    public async Task RefusedLogin_RaisesOneAlarmAndStopsForAnHour()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.Fault = new StandInFault(StandInFaultKind.LoginRefused) { Times = 1 };
        var client = scene.Get<PacketaClient>();
        await client.StatusAsync("4000000003", Cancellation);
        Assert.IsType<PacketaReply.Closed>(await client.StatusAsync("4000000003", Cancellation));
        Assert.Single(scene.Packeta.Requests);
        Assert.Single(scene.Logged, line => line.StartsWith("Critical: Packeta refused the login", StringComparison.Ordinal));

        scene.Shop.Clock.Advance(LoginGate.ClosedFor);
        Assert.IsType<PacketaReply.Ok>(await client.StatusAsync("4000000003", Cancellation));
    }

    [Fact]
    public async Task UnknownSender_IsAnAlarm()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.FailNext(new IvrAutomat.Simulator.Shops.Packeta.PacketaFault("SenderNotExists", "Sender does not exist."));
        await scene.Get<PacketaClient>().ClaimAsync(Claim, Cancellation);
        Assert.Contains(scene.Logged, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains("Packeta:Eshop", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(StandInFaultKind.Malformed), "Unknown")]
    [InlineData(nameof(StandInFaultKind.WrongType), "Unknown")]
    [InlineData(nameof(StandInFaultKind.Huge), "Unknown")]
    [InlineData(nameof(StandInFaultKind.Error), "Unknown")]
    [InlineData(nameof(StandInFaultKind.Drop), "Unknown")]
    [InlineData(nameof(StandInFaultKind.LostAnswer), "Unknown")]
    [InlineData(nameof(StandInFaultKind.RateLimited), "NotDone")]
    [InlineData(nameof(StandInFaultKind.LoginRefused), "Hopeless")]
    public async Task WriteThatGoesWrong_IsSentOnceAndItsOutcomeIsAValue(string kind, string outcome)
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.Fault = new StandInFault(Enum.Parse<StandInFaultKind>(kind));
        var reply = await scene.Get<PacketaClient>().ClaimAsync(Claim, Cancellation);
        Assert.Equal(outcome, reply.Outcome.GetType().Name);
        Assert.Single(scene.Packeta.Requests);
        Assert.Single(scene.Logged);
    }

    [Fact]
    public async Task ReadingWhoseConnectionBroke_IsRepeatedOnce()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.Fault = new StandInFault(StandInFaultKind.Drop) { Times = 1 };
        Assert.IsType<PacketaReply.Ok>(await scene.Get<PacketaClient>().StatusAsync("4000000003", Cancellation));
        Assert.Equal(2, scene.Packeta.Requests.Count);
    }

    [Fact]
    public async Task NothingPersonalOrSecret_IsLogged()
    {
        await using var scene = await CarrierScene.OpenAsync();
        scene.Packeta.FailNext(new IvrAutomat.Simulator.Shops.Packeta.PacketaFault("jan@example.com", "jan@example.com", ("jan@example.com", "+420601000005")));
        await scene.Get<PacketaClient>().ClaimAsync(Claim, Cancellation);
        await scene.Get<PacketaClient>().StatusAsync("4999999999", Cancellation);
        Assert.All(scene.Logged, line => Assert.DoesNotMatch("jan@|601000005|4999999999|2026001005|0123456789abcdef", line));
        Assert.Equal(2, scene.Logged.Count);
    }
}
