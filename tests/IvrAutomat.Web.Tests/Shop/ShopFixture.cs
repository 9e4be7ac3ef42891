using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>The demo shop on a database of its own, at ten o'clock on Monday 23 November 2026 in Prague.</summary>
internal sealed class ShopFixture : IAsyncDisposable
{
    public const string First = "demo-01";
    public const string FirstPin = "4821";

    private readonly ServiceProvider _services;

    private ShopFixture(TestDatabase database, Clock clock, Action<ShopOptions>? configure)
    {
        (Database, Clock) = (database, clock);
        var shop = new ShopOptions();
        configure?.Invoke(shop);
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock)
            .AddPersistence(database.Options, database.SecretsOptions)
            .AddShop(shop, new IdentificationOptions(), [])
            .BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public Clock Clock { get; }

    public OrderDesk Desk => Get<OrderDesk>();

    public static PhoneNumber Phone(string number) => PhoneNumber.Parse(number)!.Value;

    public static async Task<ShopFixture> CreateAsync(string provider = BothDatabasesAttribute.Sqlite, Action<ShopOptions>? configure = null)
    {
        var clock = new Clock();
        var fixture = new ShopFixture(await TestDatabase.CreateAsync(provider, clock), clock, configure);
        await fixture.Get<DemoShop>().SeedAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A call that gave a number, or whose own number is known when <paramref name="candidate"/> is null and it is said so.</summary>
    public static Call CallAbout(string? candidate, bool byCallersNumber = false, int failures = 0) => new()
    {
        Id = "CA00000000000000000000000000000001",
        State = "EnteringPin",
        Identification = new Identification { Candidate = candidate, ByCallersNumber = byCallersNumber, Failures = failures },
    };

    /// <summary>Checks a PIN and saves its failures, as a turn does.</summary>
    public async Task<PinOffered> TryAsync(string? candidate, string pin, string? from, bool byCallersNumber = false, int failuresInCall = 0)
    {
        var call = CallAbout(candidate, byCallersNumber, failuresInCall);
        var cancellation = TestContext.Current.CancellationToken;
        var check = await Desk.CheckPinAsync(call, pin, PhoneNumber.Parse(from), cancellation);
        await SaveAsync(check.Failures);
        return check.Input;
    }

    public async Task SaveAsync(IReadOnlyList<FailureRow> failures)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = await Database.Database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await FailureLog.InsertAsync(connection, transaction, failures, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
