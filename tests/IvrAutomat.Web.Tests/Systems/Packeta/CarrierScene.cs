using System.Collections.Concurrent;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Simulator;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Packeta;
using IvrAutomat.Simulator.Shops.Zaslat;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using IvrAutomat.Web.Tests.Shop;
using IvrAutomat.Web.Tests.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Systems.Packeta;

/// <summary>The demo shop with accounts at the stand-ins of both carriers, over real HTTP and by one clock.</summary>
internal sealed class CarrierScene : IAsyncDisposable
{
    private readonly WebApplication _world;
    private readonly Lines _log;

    private CarrierScene(ShopFixture shop, WebApplication world, Lines log) => (Shop, _world, _log) = (shop, world, log);

    public ShopFixture Shop { get; }

    public PacketaStandIn Packeta => _world.Services.GetServices<StandIn>().OfType<PacketaStandIn>().Single();

    public ZaslatStandIn Zaslat => _world.Services.GetServices<StandIn>().OfType<ZaslatStandIn>().Single();

    public string Url => _world.Urls.First() + StandIns.Path;

    /// <summary>What was logged, each with its level.</summary>
    public IReadOnlyList<string> Logged => [.. _log.All];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CarrierScene> OpenAsync(string provider = BothDatabasesAttribute.Sqlite, Action<SystemOptions>? configure = null)
    {
        var (systems, log) = (SystemOptions.None, new Lines());
        var shop = await ShopFixture.CreateAsync(provider, also: services => services
            .AddSingleton<SystemsNow>(_ => () => systems)
            .AddLogging(logging => logging.AddProvider(log)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(shop.Clock).AddSingleton<IStage, TestStage>().AddSimulator();
        var world = builder.Build();
        world.MapSimulator();
        await world.StartAsync(Cancellation);
        var scene = new CarrierScene(shop, world, log);
        systems = systems with
        {
            Packeta = new()
            {
                ApiUrl = $"{scene.Url}/packeta/api/rest",
                PointUrl = $"{scene.Url}/packeta/v6/pps/api/widget/v1/validate",
                ApiPassword = StandInKeys.Secret,
                Eshop = StandInKeys.User,
            },
            Zaslat = new()
            {
                ApiUrl = $"{scene.Url}/zaslat/api/v1",
                ApiKey = StandInKeys.Secret,
                Warehouse = new() { Company = "Vzorový obchod", Street = "Vzorová 5", Town = "Praha 2", PostCode = "120 00", Phone = "+420222000111" },
            },
        };
        configure?.Invoke(systems);
        await shop.StartAsync();
        return scene;
    }

    public T Get<T>()
        where T : notnull => Shop.Get<T>();

    /// <summary>Gives a demo order a parcel at Zásilkovna.</summary>
    public async Task<CarrierScene> WithParcelAsync(string order, long parcel)
    {
        await Shop.SetAsync(order, each => each with { Carrier = "Zásilkovna" });
        await using var db = Shop.Database.Open();
        await db.OrderKeys.Where(key => key.OrderId == order && key.Kind == OrderNumberKind.Parcel).ExecuteDeleteAsync(Cancellation);
        db.OrderKeys.Add(new OrderKeyRow { OrderId = order, Kind = OrderNumberKind.Parcel, SpokenKey = $"{parcel}" });
        await db.SaveChangesAsync(Cancellation);
        return this;
    }

    /// <summary>The order as a call reads it.</summary>
    public async Task<OrderRead> ReadAsync(string order) => Assert.IsType<OrderRead>(await Shop.Desk.ReadAsync(new ReadOrder(order), Cancellation));

    /// <summary>Saves a request and lets time pass until it ends.</summary>
    public async Task<WorkResult> AskAsync(Request request)
    {
        var id = await Shop.SaveAsync(request);
        for (var look = 0; look < 300; look++)
        {
            Get<Ledger>().Wake();
            if (await Get<Ledger>().WaitAsync(id, TimeSpan.FromMilliseconds(100), Cancellation) is { } result)
            {
                return result;
            }

            Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException("The request did not end in five minutes of the shop's time.");
    }

    /// <summary>How often something was really done, whatever it was about.</summary>
    public static int Times(StandIn system, string kind)
        => system.Performed.Where(done => done.Key.StartsWith(kind + " ", StringComparison.Ordinal)).Sum(done => done.Value);

    /// <summary>The cases that are open, by kind and reason.</summary>
    public async Task<IReadOnlyList<string>> CasesAsync()
    {
        await using var db = Shop.Database.Open();
        return await db.Cases.Where(row => row.ClosedAt == null).Select(row => row.Kind + " " + row.Reason).ToListAsync(Cancellation);
    }

    /// <summary>Makes a return of an order, so that its way can be arranged.</summary>
    public async Task<GoodsReturn> NoteReturnAsync(string order)
        => Assert.IsType<RequestDone>(await AskAsync(new NoteReturn(order, []))).Order.Return!;

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await _world.DisposeAsync();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => All.Enqueue($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
