using IvrAutomat.Calls;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Paying;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Conventions;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>The demo shop on a database of its own, at ten o'clock on Monday 23 November 2026 in Prague.</summary>
internal sealed class ShopFixture : IAsyncDisposable
{
    public const string First = "demo-01";
    public const string FirstPin = "4821";
    public const string FirstCall = "CA00000000000000000000000000000001";

    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _started = [];
    private readonly OtherSide? _elsewhere;
    private bool _isSecond;

    private ShopFixture(
        TestDatabase database, Clock clock, Action<ShopOptions>? configure, IdentificationOptions? identification = null, bool mail = true,
        OtherSide? elsewhere = null, Action<IServiceCollection>? also = null)
    {
        (Database, Clock) = (database, clock);
        var shop = new ShopOptions();
        configure?.Invoke(shop);
        _elsewhere = elsewhere;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddSingleton<Activity>()
            .AddPersistence(database.Options, database.SecretsOptions)
            .AddSingleton<IMessageSender>(Carrier)
            .AddSingleton<IMessageSender>(Post)
            .AddSingleton<LinkTo>(path => "https://shop.example" + path)
            .AddSingleton<SystemsNow>(() => Systems)
            .AddSingleton<MailServerNow>(() => Mail)
            .AddSingleton<MessageText>((_, utterance, _) => new CustomerText(WordsOf(utterance)))
            .AddSingleton(provider => new StatusFile(
                Repository.At("prompts", StatusFile.Name), provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<StatusFile>>()))
            .AddShop(new ShopSettings(shop, identification ?? new IdentificationOptions(), [], mailStandsIn: mail));
        if (elsewhere is not null)
        {
            services.AddSingleton<IShopSystem>(provider => new ShopElsewhere(provider.GetRequiredService<OwnShop>(), elsewhere));
        }

        also?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public Clock Clock { get; }

    public FakeCarrier Carrier { get; } = new();

    /// <summary>The systems elsewhere; none unless a test has some.</summary>
    public SystemOptions Systems { get; set; } = SystemOptions.None;

    /// <summary>The mail server for e-mails about cases.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>Takes e-mails.</summary>
    public FakeCarrier Post { get; } = new() { Channel = Channel.Email };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public OrderDesk Desk => Get<OrderDesk>();

    public static PhoneNumber Phone(string number) => PhoneNumber.Parse(number)!.Value;

    /// <summary>A second process on the same database.</summary>
    public ShopFixture Another() => new(Database, Clock, configure: null, elsewhere: _elsewhere) { _isSecond = true };

    public static async Task<ShopFixture> CreateAsync(
        string provider = BothDatabasesAttribute.Sqlite, Action<ShopOptions>? configure = null, IdentificationOptions? identification = null,
        bool mail = true, OtherSide? elsewhere = null, Action<IServiceCollection>? also = null)
    {
        var clock = new Clock();
        var fixture = new ShopFixture(await TestDatabase.CreateAsync(provider, clock), clock, configure, identification, mail, elsewhere, also);
        await fixture.Get<DemoShop>().SeedAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A call that gave a number, or whose own number is known when <paramref name="candidate"/> is null and it is said so.</summary>
    public static Call CallAbout(string? candidate, bool byCallersNumber = false, int failures = 0) => new()
    {
        Id = FirstCall,
        State = "EnteringPin",
        Identification = new Identification { Candidate = candidate, ByCallersNumber = byCallersNumber, Failures = failures },
    };

    /// <summary>Checks a PIN and saves its failures, as a turn does.</summary>
    public async Task<PinOffered> TryAsync(string? candidate, string pin, string? from, bool byCallersNumber = false, int failuresInCall = 0)
    {
        var call = CallAbout(candidate, byCallersNumber, failuresInCall);
        var cancellation = TestContext.Current.CancellationToken;
        var check = await Desk.CheckPinAsync(call, new SecretEntry(pin, CodeOnly: false, PhoneNumber.Parse(from), Contact: null), cancellation);
        await SaveAsync(check.Failures);
        return check.Input;
    }

    public async Task SaveAsync(IReadOnlyList<FailureRow> failures)
    {
        await using var db = Database.Open();
        db.Failures.AddRange(failures);
        await db.SaveChangesAsync(Cancellation);
    }

    // What a message says is its key; only of a code tests need the words, and of a payment the link.
    private static string WordsOf(Utterance utterance)
        => utterance.Variant == Letter.Subject ? $"{utterance.Key} subject"
            : utterance.Slots.TryGet("code", out var code) && utterance.Key.EndsWith(".code", StringComparison.Ordinal) ? ((CodeSlot)code).Value
            : utterance.Slots.TryGet("code", out var pin) && utterance.Key.EndsWith(".pin", StringComparison.Ordinal) ? ((CodeSlot)pin).Value
            : utterance.Slots.TryGet("link", out var link) ? ((TextSlot)link).Value
            : utterance.Key;

    /// <summary>Starts the ledger and the messages, as a host does.</summary>
    public async Task StartAsync()
    {
        foreach (var worker in _services.GetServices<IHostedService>())
        {
            await worker.StartAsync(CancellationToken.None);
            _started.Add(worker);
        }
    }

    /// <summary>Saves a request as a turn does, and returns its id.</summary>
    public async Task<string> SaveAsync(Request request, HeldDetails? details = null, string call = FirstCall)
    {
        var id = Guid.NewGuid().ToString("N");
        await using var db = Database.Open();
        db.Requests.Add(new RequestRow
        {
            Id = id,
            IdempotencyKey = id,
            CallId = call,
            OrderId = request.OrderId,
            Kind = request.GetType().Name,
            Body = StoredJson.Write<Work>(request),
            State = RequestState.Waiting,
            Held = details?.Protect(Get<Secrets>()),
            CreatedAt = Clock.Now,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    /// <summary>Saves a request and waits for what comes of it.</summary>
    public Task<WorkResult> AskAsync(Request request, PhoneNumber? held = null, string call = FirstCall)
        => AskAsync(request, held is { } phone ? new HeldDetails { Phone = phone.Value } : HeldDetails.None, call);

    /// <summary>Saves a request with what the caller gave for it, and waits for what comes of it.</summary>
    public async Task<WorkResult> AskAsync(Request request, HeldDetails details, string call = FirstCall)
    {
        var id = await SaveAsync(request, details, call);
        Get<Ledger>().Wake();
        return await ResultAsync(id);
    }

    /// <summary>An order as a later call reads it.</summary>
    public async Task<IvrAutomat.Orders.Order> OrderAsync(string id)
        => Assert.IsType<OrderRead>(await Desk.ReadAsync(new ReadOrder(id), Cancellation)).Order;

    /// <summary>Changes an order as the shop itself would, for the state that a test begins with.</summary>
    public async Task SetAsync(string id, Func<IvrAutomat.Orders.Order, IvrAutomat.Orders.Order> change)
    {
        await using var db = Database.Open();
        var row = await db.Orders.SingleAsync(order => order.Id == id, Cancellation);
        row.Data = StoredJson.Write(change(StoredJson.Read<IvrAutomat.Orders.Order>(row.Data)));
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>
    /// As if a process had died after it did a request and before it could end it: whoever finds the request asks for it again.
    /// </summary>
    public async Task<WorkResult> AgainAsync(string requestId)
    {
        await using (var db = Database.Open())
        {
            DateTimeOffset? until = Clock.Now;
            await db.Requests.Where(row => row.Id == requestId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, RequestState.Running).SetProperty(row => row.LeaseOwner, "dead")
                    .SetProperty(row => row.LeaseUntil, until).SetProperty(row => row.FinishedAt, (DateTimeOffset?)null),
                Cancellation);
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        Get<Ledger>().Wake();
        while (true)
        {
            await using var db = Database.Open();
            if (await db.Requests.AnyAsync(row => row.Id == requestId && row.State != RequestState.Running && row.FinishedAt != null, Cancellation))
            {
                return await ResultAsync(requestId);
            }

            await Task.Delay(20, Cancellation);
        }
    }

    public async Task<WorkResult> ResultAsync(string requestId)
    {
        var result = await Get<Ledger>().WaitAsync(requestId, TimeSpan.FromSeconds(10), Cancellation);
        return result ?? throw new TimeoutException("The request did not end in ten seconds.");
    }

    /// <summary>The messages, once each has left our hands or failed.</summary>
    public async Task<List<MessageRow>> MessagesAsync(Func<List<MessageRow>, bool> until)
    {
        for (var look = 0; ; look++)
        {
            await using var db = Database.Open();
            var rows = await db.Messages.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation);
            if (until(rows))
            {
                return rows;
            }

            Assert.True(look < 200, "The messages did not come to that in ten seconds: " + string.Join(", ", rows.Select(row => $"{row.Channel} {row.State}")));
            await Task.Delay(50, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _started)
        {
            await worker.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        if (!_isSecond)
        {
            await Database.DisposeAsync();
        }
    }
}
