using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

public sealed class HookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WrongAddress_IsNoAddress()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        Assert.Equal(HttpStatusCode.NotFound, await scene.TellAsync("{}", UpgatesHook.Path + new string('0', 40)));
        Assert.Equal(HttpStatusCode.NoContent, await scene.TellAsync("{}"));
        Assert.Matches("^/hooks/upgates/[0-9a-f]{40}$", scene.HookPath);
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[1,2]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"orders\":", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("<orders/>", "text/xml", HttpStatusCode.BadRequest)]
    [InlineData("{\"orders\":7}", "application/json", HttpStatusCode.NoContent)]
    [InlineData("{\"orders\":[{},{\"order_number\":\"\"},{\"order_number\":\"\\ud800\"},{\"order_number\":\"a\\u0000b\"}]}", "application/json", HttpStatusCode.NoContent)]
    [InlineData("{\"invoices\":[{\"invoice_number\":\"26000012\"}]}", "application/json", HttpStatusCode.NoContent)]
    public async Task Nonsense_HasNoEffect(string body, string mediaType, HttpStatusCode status)
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        Assert.Equal(status, await scene.TellAsync(body, mediaType: mediaType));
        await using var db = scene.Shop.Database.Open();
        Assert.Equal(0, await db.Hints.CountAsync(Cancellation));
    }

    [Fact]
    public async Task TooLargeMessage_IsRefused()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await scene.TellAsync("{\"a\":\"" + new string('x', 2_100_000) + "\"}"));
    }

    [Theory, BothDatabases]
    public async Task FiveThousandOrdersAtOnce_AreStoredAndCostNoRequestBeforeTheAnswer(string provider)
    {
        await using var scene = await UpgatesScene.OpenAsync(provider, fill: false);
        Assert.Equal(HttpStatusCode.NoContent, await scene.TellAsync(Many(5000)));
        Assert.Equal(5000, await scene.UntilAsync(db => db.Hints.CountAsync(Cancellation), count => count == 5000));
        Assert.Empty(scene.Asked);
    }

    [Fact]
    public async Task BusyDatabase_DoesNotKeepUpgatesWaiting_AndNothingIsLost()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        await scene.TellAsync("{}");
        await using (var other = await scene.Shop.Database.Database.OpenAsync(Cancellation))
        await using (var locked = other.CreateCommand())
        {
            locked.CommandText = "BEGIN IMMEDIATE";
            await locked.ExecuteNonQueryAsync(Cancellation);
            Assert.Equal(HttpStatusCode.NoContent, await scene.TellAsync(Many(10)).WaitAsync(TimeSpan.FromSeconds(2), Cancellation));
            await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
            locked.CommandText = "ROLLBACK";
            await locked.ExecuteNonQueryAsync(Cancellation);
        }

        await scene.Shop.Get<HintBox>().StoreKeptAsync(Cancellation);
        await using var db = scene.Shop.Database.Open();
        Assert.Equal(10, await db.Hints.CountAsync(Cancellation));
    }

    [Theory, BothDatabases]
    public async Task ManyChanges_AreReadWithOneRequestForAHundred(string provider)
    {
        await using var scene = await UpgatesScene.OpenAsync(provider);
        scene.Pass(TimeSpan.FromMinutes(1));
        scene.Upgates.SetState(UpgatesScene.Packing, "Delivered");
        var numbers = new JsonArray([.. Enumerable.Range(1, 17).Select(n => (JsonNode)new JsonObject { ["order_number"] = $"2026001{n:000}", ["status_id"] = 1 })]);
        await scene.TellAsync(new JsonObject { ["orders"] = numbers }.ToJsonString());
        scene.Pass(TimeSpan.FromSeconds(5));
        await scene.Shop.StartAsync();
        await scene.SettledAsync();

        Assert.Equal(1, scene.Asked.Count(asked => asked == "GET orders"));
        Assert.Equal(OrderState.Delivered, (await scene.OrderAsync(UpgatesScene.Packing)).State);
    }

    [Fact]
    public async Task DeletedOrder_IsGoneAndItsCustomerForgotten()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await DeleteAsync(scene, UpgatesScene.Packing);
        await scene.TellAsync(new JsonObject
        {
            ["orders"] = new JsonArray(new JsonObject { ["order_number"] = UpgatesScene.Packing, ["deletion_time"] = "2026-11-23T10:00:00+01:00" }),
        }.ToJsonString());
        scene.Pass(TimeSpan.FromSeconds(5));
        await scene.Shop.StartAsync();
        await scene.SettledAsync();

        Assert.Null(await scene.ReadAsync(UpgatesScene.Packing));
        await using var db = scene.Shop.Database.Open();
        var id = UpgatesOrder.IdOf(UpgatesScene.Packing);
        Assert.Equal(0, await db.OrderKeys.CountAsync(key => key.OrderId == id, Cancellation));
        Assert.Null((await db.Orders.SingleAsync(row => row.Id == id, Cancellation)).Contact);
    }

    [Fact]
    public async Task OrderThatNobodyHas_ChangesNothing()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.TellAsync("7777777", scene.Shop.Clock.Now, "1");
        scene.Pass(TimeSpan.FromSeconds(5));
        await scene.Shop.StartAsync();
        await scene.SettledAsync();

        await using var db = scene.Shop.Database.Open();
        Assert.Equal(24, await db.Mirror.CountAsync(Cancellation));
    }

    [Fact]
    public async Task SilentShop_KeepsTheHintsUntilItSpeaks()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.Error);
        await scene.TellAsync(UpgatesScene.Packing, scene.Shop.Clock.Now.AddMinutes(1), "7");
        scene.Pass(TimeSpan.FromSeconds(5));
        await scene.Shop.StartAsync();
        await scene.UntilAsync(_ => Task.FromResult(scene.Asked.Count), count => count > 0);
        scene.Upgates.Fault = StandInFault.None;
        scene.Pass(TimeSpan.FromMinutes(2));

        await scene.SettledAsync();
    }

    [Fact]
    public async Task Connecting_RegistersEachEventOnce()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        var webhooks = scene.Shop.Get<UpgatesWebhooks>();
        Assert.All((await webhooks.ConnectAsync(change: false, Cancellation)).Value!, state => Assert.Equal(WebhookStanding.Missing, state.Standing));
        for (var time = 0; time < 2; time++)
        {
            Assert.All((await webhooks.ConnectAsync(change: true, Cancellation)).Value!, state => Assert.Equal(WebhookStanding.Connected, state.Standing));
        }

        Assert.Equal(3, scene.Asked.Count(asked => asked == "POST webhooks"));
        Assert.Equal(3, (await scene.Api.ListAsync("webhooks", "webhooks", Urgency.Call, Cancellation)).Value!.Count);
    }

    private static string Many(int count)
    {
        var text = new StringBuilder("{\"project_name\":\"vzorovy-obchod\",\"orders\":[");
        for (var n = 0; n < count; n++)
        {
            text.Append(n == 0 ? "" : ",").Append($"{{\"order_number\":\"90{n:00000}\",\"last_update_time\":\"2026-11-23T15:00:00+01:00\",\"status_id\":2,\"status\":\"Storno\"}}");
        }

        return text.Append("]}").ToString();
    }

    private static async Task DeleteAsync(UpgatesScene scene, string number)
    {
        var reply = await scene.Shop.Get<UpgatesClient>().SendAsync(HttpMethod.Delete, $"orders?order_number={number}", Urgency.Call, body: null, Cancellation);
        Assert.True(reply.IsAnswered);
    }
}
