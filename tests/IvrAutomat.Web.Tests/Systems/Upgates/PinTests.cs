using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IvrAutomat.Calls;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Pins;
using IvrAutomat.Web.Shop.Upgates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

public sealed class PinTests
{
    private const string Token = "0123456789-0123456789";

    private static readonly IdentificationOptions Derived = new() { Pin = PinSource.Derived, PinToken = Token };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DerivedPins_HaveTheirLengthAndAreNotTrivial()
    {
        await using var scene = await UpgatesScene.OpenAsync(identification: Derived, fill: false);
        var pins = scene.Shop.Get<OrderPins>();
        var all = Enumerable.Range(0, 5000).Select(n => pins.Derive($"90{n:00000}", 0)).ToList();

        Assert.All(all, pin => Assert.Matches("^[1-9][0-9]{5}$", pin));
        Assert.All(all, pin => Assert.False(PinShape.IsTrivial(pin)));
        Assert.True(all.Distinct().Count() > 4900);
    }

    [Fact]
    public async Task NewPin_EndsTheOldOne_AndLastsThroughAReading()
    {
        await using var scene = await UpgatesScene.OpenAsync(identification: Derived);
        var (desk, id) = (scene.Shop.Get<PinDesk>(), UpgatesOrder.IdOf(UpgatesScene.Packing));
        var old = (await desk.FindAsync(UpgatesScene.Packing, Cancellation))!;
        Assert.Equal(PinVerdict.Right, (await scene.Shop.TryAsync(id, old, "+420601000001")).Verdict);

        var next = (await desk.RenewAsync(UpgatesScene.Packing, Cancellation))!;
        scene.Pass(TimeSpan.FromMinutes(16));
        await scene.OrderAsync(UpgatesScene.Packing);
        Assert.NotEqual(old, next);
        Assert.Equal(PinVerdict.Wrong, (await scene.Shop.TryAsync(id, old, "+420601000001")).Verdict);
        Assert.Equal(PinVerdict.Right, (await scene.Shop.TryAsync(id, next, "+420601000001")).Verdict);
        Assert.Equal(next, await desk.FindAsync($" {UpgatesScene.Packing} ", Cancellation));
    }

    [Fact]
    public async Task ShopsOwnPrograms_LearnAPinWithTheirTokenOnly()
    {
        await using var scene = await UpgatesScene.OpenAsync(identification: Derived);
        await using var app = await PinServerAsync(scene, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(app, token: null, new { number = UpgatesScene.Packing })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(app, Token + "x", new { number = UpgatesScene.Packing })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(app, Token, new { number = "x" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(app, Token, new { })).Status);

        var (status, body) = await AskAsync(app, Token, new { number = UpgatesScene.Packing });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(await scene.Shop.Get<PinDesk>().FindAsync(UpgatesScene.Packing, Cancellation), (string?)body!["pin"]);
    }

    [Fact]
    public async Task WithoutAToken_ThereIsNoSuchAddress()
    {
        await using var scene = await UpgatesScene.OpenAsync(fill: false);
        await using var app = await PinServerAsync(scene, token: null);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(app, Token, new { number = UpgatesScene.Packing })).Status);
    }

    [Fact]
    public async Task NewOrder_IsToldItsPinOnce()
    {
        await using var scene = await UpgatesScene.OpenAsync(identification: new IdentificationOptions { TellPin = true });
        await scene.CatchUp.CatchUpAsync(Cancellation);
        scene.Pass(TimeSpan.FromMinutes(1));
        var number = await OrderAsync(scene);
        for (var look = 0; look < 2; look++)
        {
            scene.Pass(TimeSpan.FromMinutes(1));
            Assert.True(await scene.CatchUp.CatchUpAsync(Cancellation));
        }

        await scene.Shop.StartAsync();
        var message = Assert.Single(await scene.Shop.MessagesAsync(rows => rows.Count > 0 && rows.TrueForAll(row => row.State == MessageState.Queued)));
        Assert.Equal((UpgatesOrder.IdOf(number), "sms.pin"), (message.OrderId, message.PromptKey));
        Assert.Null(message.Body);
        Assert.Equal(scene.Shop.Get<OrderPins>().Derive(number, 0), Assert.Single(scene.Shop.Carrier.Taken).Text);
    }

    [Fact]
    public async Task CodeOnly_GivesNoOrderAPin()
    {
        await using var scene = await UpgatesScene.OpenAsync(identification: new IdentificationOptions { Pin = PinSource.CodeOnly });
        Assert.False(scene.Shop.Get<PinDesk>().IsOpen);
        Assert.False(scene.Shop.Get<ShopSettings>().Profile.HasPins);
        await using var db = scene.Shop.Database.Open();
        Assert.Equal(24, await db.Orders.CountAsync(row => row.Id.StartsWith("u-") && row.PinKey != "", Cancellation));
    }

    [Fact]
    public void SettingsThatContradict_AreTold()
    {
        Assert.Contains(new IdentificationOptions { Pin = PinSource.OrderField }.Validate(), problem => problem.Contains("PinField", StringComparison.Ordinal));
        Assert.Contains(new IdentificationOptions { PinToken = "short" }.Validate(), problem => problem.Contains("PinToken", StringComparison.Ordinal));
        Assert.Contains(
            new IdentificationOptions { Pin = PinSource.CodeOnly, TellPin = true }.Validate(), problem => problem.Contains("TellPin", StringComparison.Ordinal));
    }

    private static async Task<string> OrderAsync(UpgatesScene scene)
    {
        var order = new JsonObject
        {
            ["language_id"] = "cs",
            ["customer"] = new JsonObject { ["email"] = "jan@example.com", ["phone"] = "777 123 456", ["firstname_invoice"] = "Jan", ["surname_invoice"] = "Vzorový" },
            ["products"] = new JsonArray(new JsonObject { ["title"] = "Kniha", ["price_per_unit"] = 293, ["vat"] = 21 }),
        };
        var reply = await scene.Shop.Get<UpgatesClient>().SendAsync(
            HttpMethod.Post, "orders", Urgency.Call, new JsonObject { ["orders"] = new JsonArray(order) }.ToJsonString(), Cancellation);
        return reply.Json.Each("orders").Single().Text("order_number")!;
    }

    private static async Task<WebApplication> PinServerAsync(UpgatesScene scene, string? token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_ => scene.Shop.Get<PinDesk>());
        var app = builder.Build();
        PinEndpoint.Map(app, token);
        await app.StartAsync(Cancellation);
        return app;
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> AskAsync(WebApplication app, string? token, object body)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var content = JsonContent.Create(body);
        await content.LoadIntoBufferAsync(Cancellation);
        using var answer = await http.PostAsync(new Uri(PinEndpoint.Path, UriKind.Relative), content, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null);
    }
}
