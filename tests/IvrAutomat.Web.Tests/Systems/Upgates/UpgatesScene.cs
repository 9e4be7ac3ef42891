using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Upgates;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Persistence;
using IvrAutomat.Web.Tests.Shop;
using IvrAutomat.Web.Tests.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

/// <summary>A shop on Upgates: its stand-in and the address for its messages are real servers, and the clock is the test's.</summary>
internal sealed class UpgatesScene : IAsyncDisposable
{
    /// <summary>Paid by card, being packed: can be cancelled.</summary>
    public const string Packing = "2026001001";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private UpgatesScene(ShopFixture shop, WebApplication app, Action<UpgatesOptions>? configure)
    {
        (Shop, _app) = (shop, app);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var options = new UpgatesOptions
        {
            ApiUrl = $"{app.Urls.First()}{StandIns.Path}/upgates/api/v2",
            Login = StandInKeys.User,
            ApiKey = StandInKeys.Secret,
            AllowOtherHosts = true,
        };
        configure?.Invoke(options);
        shop.Systems = SystemOptions.None with { Upgates = options };
    }

    public ShopFixture Shop { get; }

    public UpgatesStandIn Upgates => _app.Services.GetServices<StandIn>().OfType<UpgatesStandIn>().Single();

    public UpgatesApi Api => Shop.Get<UpgatesApi>();

    public IShopSystem System => Shop.Get<IShopSystem>();

    public CatchUpWorker CatchUp => Shop.Get<CatchUpWorker>();

    public string HookPath => new Uri(Shop.Get<UpgatesHook>().Url).AbsolutePath;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the shop; its orders are mirrored unless the test wants to see that itself.</summary>
    public static async Task<UpgatesScene> OpenAsync(
        string provider = BothDatabasesAttribute.Sqlite, Action<UpgatesOptions>? configure = null, IdentificationOptions? identification = null,
        bool fill = true, bool mail = true)
    {
        var shop = await ShopFixture.CreateAsync(
            provider,
            options =>
            {
                options.Source = ShopSource.Upgates;
                options.Name = "Vzorový obchod";
                options.CashFee = 39;
            },
            identification ?? new IdentificationOptions { Pin = PinSource.OrderField, PinField = "pin" }, mail);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(shop.Clock).AddSingleton<IStage>(new TestStage()).AddSimulator()
            .AddSingleton(_ => shop.Get<UpgatesHook>());
        var app = builder.Build();
        app.MapSimulator();
        UpgatesHook.Map(app);
        await app.StartAsync(Cancellation);
        var scene = new UpgatesScene(shop, app, configure);
        if (fill)
        {
            Assert.True(await scene.CatchUp.CatchUpAsync(Cancellation));
            scene.Upgates.Forget();
        }

        return scene;
    }

    /// <summary>The order as a conversation reads it; null when it is gone or the shop is silent.</summary>
    public Task<OrderSight?> ReadAsync(string number) => System.ReadAsync(UpgatesOrder.IdOf(number), Cancellation);

    public async Task<Order> OrderAsync(string number) => OrderBook.OrderOf((await ReadAsync(number))!.Row);

    /// <summary>Asks for something about an order and waits for what comes of it; the ledger must have been started.</summary>
    public Task<WorkResult> AskAsync(Func<string, Request> request, string number) => Shop.AskAsync(request(UpgatesOrder.IdOf(number)));

    /// <summary>What Upgates was asked since the test began: <c>GET orders</c>.</summary>
    public IReadOnlyList<string> Asked => [.. Upgates.Requests.Select(seen => $"{seen.Method} {seen.Path[(seen.Path.IndexOf("/v2/", StringComparison.Ordinal) + 4)..]}")];

    /// <summary>Sends what Upgates would send.</summary>
    public async Task<HttpStatusCode> TellAsync(string body, string? path = null, string mediaType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var answer = await _http.PostAsync(new Uri(path ?? HookPath, UriKind.Relative), content, Cancellation);
        return answer.StatusCode;
    }

    /// <summary>Tells of one order.</summary>
    public Task<HttpStatusCode> TellAsync(string number, DateTimeOffset changed, string statusId) => TellAsync(new JsonObject
    {
        ["project_name"] = "vzorovy-obchod",
        ["orders"] = new JsonArray(new JsonObject { ["order_number"] = number, ["last_update_time"] = $"{changed:O}", ["status_id"] = statusId }),
    }.ToJsonString());

    /// <summary>Puts the clock forward.</summary>
    public void Pass(TimeSpan time) => Shop.Clock.Advance(time);

    /// <summary>Looks until something has become so.</summary>
    public async Task<T> UntilAsync<T>(Func<AutomatDb, Task<T>> read, Func<T, bool> until)
    {
        for (var look = 0; ; look++)
        {
            await using var db = Shop.Database.Open();
            if (await read(db) is var value && until(value))
            {
                return value;
            }

            Assert.True(look < 200, "It did not come to that in ten seconds.");
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>Until every hint was followed.</summary>
    public Task SettledAsync() => UntilAsync(db => db.Hints.CountAsync(Cancellation), left => left == 0);

    public async Task<MirrorRow> MirrorAsync(string number)
    {
        await using var db = Shop.Database.Open();
        return await db.Mirror.SingleAsync(row => row.Number == number, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Shop.DisposeAsync();
        await _app.DisposeAsync();
    }
}
