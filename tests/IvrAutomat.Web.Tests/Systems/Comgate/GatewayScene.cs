using System.Net;
using IvrAutomat.Calls;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Comgate;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Tests.Shop;
using IvrAutomat.Web.Tests.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Systems.Comgate;

/// <summary>The demo shop with an account at the gateway's stand-in; both speak over real HTTP.</summary>
internal sealed class GatewayScene : IAsyncDisposable
{
    /// <summary>An order whose payment by card did not go through: 849 Kč.</summary>
    public const string OrderId = "demo-02";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private GatewayScene(ShopFixture shop, WebApplication app)
    {
        (Shop, _app) = (shop, app);
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        Gateway.NotifyAt = () => Notified ? new Uri(_http.BaseAddress!, shop.Get<GatewayHook>().Path) : null;
        shop.Systems = SystemOptions.None with
        {
            Comgate = new ComgateOptions
            {
                ApiUrl = $"{app.Urls.First()}{StandIns.Path}/comgate/v2.0",
                Merchant = StandInKeys.User,
                Secret = StandInKeys.Secret,
                Test = true,
            },
        };
    }

    public ShopFixture Shop { get; }

    public ComgateStandIn Gateway => _app.Services.GetServices<StandIn>().OfType<ComgateStandIn>().Single();

    /// <summary>Notifications arrive.</summary>
    public bool Notified { get; set; } = true;

    public string HookPath => Shop.Get<GatewayHook>().Path;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<GatewayScene> OpenAsync(string provider = Persistence.BothDatabasesAttribute.Sqlite)
    {
        var shop = await ShopFixture.CreateAsync(provider);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(shop.Clock).AddSingleton<IStage>(new TestStage()).AddSimulator()
            .AddSingleton(_ => shop.Get<GatewayHook>()).AddSingleton(_ => shop.Get<GatewayPayments>()).AddSingleton(_ => shop.Get<GatewayWatch>())
            .AddSingleton(_ => shop.Get<OrderBook>()).AddSingleton(_ => shop.Get<ShopSettings>());
        var app = builder.Build();
        app.MapSimulator();
        app.MapGateway();
        await app.StartAsync(Cancellation);
        var scene = new GatewayScene(shop, app);
        await shop.StartAsync();
        return scene;
    }

    /// <summary>Asks for a link and returns the path of its short address, as the message has it.</summary>
    public async Task<string> LinkAsync()
    {
        var before = Shop.Carrier.Taken.Count;
        Assert.IsType<RequestDone>(await Shop.AskAsync(new SendPaymentLink(OrderId)));
        await Shop.MessagesAsync(rows => rows.TrueForAll(row => row.State == MessageState.Queued) && Shop.Carrier.Taken.Count > before);
        return LastLink;
    }

    /// <summary>Asks for a link, and waits until the first attempt has come to nothing.</summary>
    public async Task<string> TryLinkAsync()
    {
        var request = await Shop.SaveAsync(new SendPaymentLink(OrderId));
        Shop.Get<Ledger>().Wake();
        await UntilAsync(
            db => db.Requests.CountAsync(row => row.Id == request && row.Attempts == 1 && row.State == RequestState.Waiting, Cancellation), tried => tried == 1);
        return request;
    }

    /// <summary>The path of the short address that was sent last.</summary>
    public string LastLink => new Uri(Shop.Carrier.Taken.Last(message => message.Text.StartsWith("https", StringComparison.Ordinal)).Text).AbsolutePath;

    public async Task<(HttpStatusCode Status, string Text, string? To)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), answer.Headers.Location?.OriginalString);
    }

    public async Task<HttpStatusCode> NotifyAsync(HttpContent content, string? path = null)
    {
        using (content)
        {
            using var answer = await _http.PostAsync(new Uri(path ?? HookPath, UriKind.Relative), content, Cancellation);
            return answer.StatusCode;
        }
    }

    /// <summary>A notification as the gateway would send it, with some fields changed.</summary>
    public Task<HttpStatusCode> NotifyAsync(ComgatePayment payment, params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>
        {
            ["merchant"] = StandInKeys.User,
            ["secret"] = StandInKeys.Secret,
            ["test"] = "true",
            ["transId"] = payment.TransId,
            ["refId"] = payment.RefId,
            ["price"] = $"{payment.Price}",
            ["curr"] = payment.Currency,
            ["label"] = payment.Label,
            ["status"] = "PAID",
            ["email"] = string.Empty,
            ["fullName"] = "Jan Vzorový",
        };
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return NotifyAsync(new FormUrlEncodedContent(fields));
    }

    /// <summary>Puts the clock forward and lets the workers look.</summary>
    public void Pass(TimeSpan time)
    {
        Shop.Clock.Advance(time);
        Shop.Get<Ledger>().Wake();
        Shop.Get<GatewayWatch>().Wake();
        Shop.Get<Receipts>().Promised();
    }

    /// <summary>Waits until the database says so; workers run meanwhile.</summary>
    public async Task<T> UntilAsync<T>(Func<IvrAutomat.Web.Persistence.AutomatDb, Task<T>> read, Func<T, bool> reached)
    {
        for (var look = 0; ; look++)
        {
            await using var db = Shop.Database.Open();
            var value = await read(db);
            if (reached(value))
            {
                return value;
            }

            Assert.True(look < 300, $"It did not come to that in 15 seconds: {value}");
            await Task.Delay(50, Cancellation);
        }
    }

    public Task<string?> PaymentStateAsync(string state) => UntilAsync(
        db => db.GatewayPayments.OrderByDescending(row => row.CreatedAt).Select(row => (string?)row.State).FirstOrDefaultAsync(Cancellation), seen => seen == state);

    public async Task UntilPaidAsync()
    {
        for (var look = 0; !(await Shop.OrderAsync(OrderId)).IsPaid; look++)
        {
            Assert.True(look < 300, "The order was not paid in 15 seconds.");
            await Task.Delay(50, Cancellation);
        }
    }

    public Task<CaseRow?> CaseAsync() => UntilAsync(db => db.Cases.AsNoTracking().FirstOrDefaultAsync(Cancellation), row => row is not null);

    /// <summary>Waits until nothing is left to be asked or done, and says how often the customer was thanked.</summary>
    public async Task<int> ThanksAsync()
    {
        await UntilAsync(
            db => db.Requests.CountAsync(row => row.State == RequestState.Waiting || row.State == RequestState.Running, Cancellation), left => left == 0);
        await Shop.MessagesAsync(rows => rows.TrueForAll(row => row.State == MessageState.Queued));
        return Shop.Carrier.Taken.Count(message => message.Text == "sms.paid");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Shop.DisposeAsync();
        await _app.DisposeAsync();
    }
}
