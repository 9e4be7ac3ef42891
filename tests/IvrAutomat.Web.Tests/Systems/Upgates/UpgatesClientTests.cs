using System.Text.Json.Nodes;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Upgates;
using IvrAutomat.Web.Shop.Upgates;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

public sealed class UpgatesClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://vzorovy-obchod.admin.s1.upgates.com/api/v2", true)]
    [InlineData("https://vzorovy-obchod.admin.s1.upgates.com/api/v2/", true)]
    [InlineData("http://vzorovy-obchod.admin.s1.upgates.com/api/v2", false)]
    [InlineData("https://vzorovy-obchod.admin.s1.upgates.com.example.com/api/v2", false)]
    [InlineData("https://admin.s1.upgates.com/api/v2", false)]
    [InlineData("https://user:word@vzorovy-obchod.admin.s1.upgates.com/api/v2", false)]
    [InlineData("https://vzorovy-obchod.admin.s1.upgates.com:444/api/v2", false)]
    [InlineData("https://example.com/api/v2", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public void LoginAndKey_GoToUpgatesOnly(string? url, bool isAllowed)
        => Assert.Equal(isAllowed, UpgatesAddress.Read(url, allowOthers: false) is not null);

    [Fact]
    public void AnotherHost_IsAnErrorUntilItIsAllowed()
    {
        var options = new UpgatesOptions { ApiUrl = "http://127.0.0.1:1/api/v2", Login = "a", ApiKey = "b" };
        Assert.Contains("AllowOtherHosts", Assert.Single(options.Validate()), StringComparison.Ordinal);
        options.AllowOtherHosts = true;
        Assert.Empty(options.Validate());
    }

    [Fact]
    public async Task ShopThatMoved_IsFollowedOnceAndKeptForGood()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        scene.Upgates.HasMoved = true;

        Assert.NotNull((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
        Assert.Equal(2, scene.Upgates.Requests.Count);
        Assert.NotNull((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
        Assert.Equal(3, scene.Upgates.Requests.Count);
        Assert.NotNull(await scene.Shop.Get<MirrorNotes>().ReadAsync("moved", Cancellation));
    }

    [Fact]
    public async Task RefusedLogin_ClosesTheGateUntilAnHourHasPassed()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.LoginRefused);
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Assert.Null((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
        }

        Assert.Single(scene.Upgates.Requests);
        scene.Upgates.Fault = StandInFault.None;
        scene.Pass(TimeSpan.FromMinutes(61));
        Assert.NotNull((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
    }

    [Fact]
    public async Task MissingRight_ClosesOnlyWhatItIsFor()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        scene.Upgates.Rights["payments"] = "deny";

        Assert.Null((await scene.Api.ListAsync("payments", "payments", Urgency.Call, Cancellation)).Value);
        Assert.Null((await scene.Api.ListAsync("payments", "payments", Urgency.Call, Cancellation)).Value);
        Assert.Equal(["GET payments"], scene.Asked);
        Assert.NotNull((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
    }

    [Fact]
    public async Task TenRequestsAtOnce_AreThreeAtATime()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.Slow) { Delay = TimeSpan.FromMilliseconds(200) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)));
        Assert.All(answers, answer => Assert.NotNull(answer.Value));
    }

    [Fact]
    public async Task SmallTariff_KeepsItsLastRequestsForCalls()
    {
        await using var scene = await UpgatesScene.OpenAsync(configure: options => options.Reserve = 105, fill: false);
        scene.Upgates.Tariff = UpgatesTariff.Bronze;
        var background = 0;
        while ((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Background, Cancellation)).Value is not null)
        {
            background++;
        }

        Assert.Equal(5, background);
        Assert.NotNull((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
    }

    [Fact]
    public async Task UsedUpTariff_IsNotAskedAgainBeforeItsTime()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.RateLimited);
        Assert.Null((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
        scene.Upgates.Fault = StandInFault.None;

        Assert.Null((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
        Assert.Single(scene.Upgates.Requests);
        scene.Pass(TimeSpan.FromMinutes(61));
        Assert.NotNull((await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation)).Value);
    }

    [Theory]
    [InlineData(StandInFaultKind.Error)]
    [InlineData(StandInFaultKind.Malformed)]
    [InlineData(StandInFaultKind.WrongType)]
    [InlineData(StandInFaultKind.Huge)]
    [InlineData(StandInFaultKind.Drop)]
    public async Task AnswerThatCannotBeUsed_IsNoAnswerAndNotRepeated(StandInFaultKind kind)
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        scene.Upgates.Fault = new StandInFault(kind);

        var fetched = await scene.Api.OrderAsync(UpgatesScene.Packing, Urgency.Call, Cancellation);
        Assert.Null(fetched.Value);
        Assert.NotNull(fetched.Why);
        Assert.Single(scene.Upgates.Requests);
    }

    [Fact]
    public void ChangeOfAnOrder_AlwaysSaysWhetherTheShopWrites()
    {
        var json = JsonNode.Parse(new UpgatesChange("VO-2026-0001") { StatusId = "2" }.ToJson())!;
        Assert.False((bool)json["send_emails_yn"]!);
        Assert.False((bool)json["send_sms_yn"]!);
        Assert.Equal("""{"order_number":"VO-2026-0001","status_id":2}""", json["orders"]![0]!.ToJsonString());
    }
}
