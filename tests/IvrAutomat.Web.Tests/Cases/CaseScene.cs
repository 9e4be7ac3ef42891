using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using IvrAutomat.Web.Tests.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Cases;

/// <summary>The demo shop with colleagues who work on its cases, on one instance or two.</summary>
internal sealed class CaseScene(ShopFixture shop) : IAsyncDisposable
{
    public const string Postponed = "demo-07";

    public static readonly Colleague Jana = new("jana", "Jana", AccountRole.Agent, "cs");
    public static readonly Colleague Petr = new("petr", "Petr", AccountRole.Agent, "cs");
    public static readonly Colleague Boss = new("boss", null, AccountRole.Supervisor, "cs");

    public ShopFixture Shop => shop;

    public CaseDesk Desk { get; } = DeskOf(shop);

    public ApologyList Apologies { get; } = new(
        shop.Get<IDbContextFactory<AutomatDb>>(), shop.Get<CaseBook>(), shop.Get<OwnFaults>(), shop.Get<ShopSettings>(), new CaseOptions(), shop.Clock,
        NullLogger<ApologyList>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CaseScene> OpenAsync(string provider = BothDatabasesAttribute.Sqlite, Action<ShopOptions>? configure = null)
        => new(await ShopFixture.CreateAsync(provider, configure));

    /// <summary>The same shop as another process has it.</summary>
    public CaseScene Another() => new(shop.Another());

    /// <summary>A case as a call opens one; its number.</summary>
    public async Task<string> CaseAsync(string? order = ShopFixture.First, CaseKind kind = CaseKind.Callback, TimeSpan? due = null)
    {
        var open = new OpenCase(kind, HandoverReason.Asked, order, shop.Clock.Now + (due ?? TimeSpan.FromHours(24)));
        var wish = new CaseWish(Guid.NewGuid().ToString("N"), ShopFixture.FirstCall, open) { Receipt = false, Phone = ShopFixture.Phone("+420601000001") };
        return (await shop.Get<CaseBook>().OpenAsync(wish, Stop)).CaseNumber;
    }

    public async Task<CaseView> ViewAsync(string number) => await Desk.FindAsync(number, Stop) ?? throw new InvalidOperationException("There is no such case.");

    public async Task<List<T>> RowsAsync<T>()
        where T : class
    {
        await using var db = shop.Database.Open();
        return await db.Set<T>().AsNoTracking().ToListAsync(Stop);
    }

    public async Task SignAsync(Colleague who, string signature)
    {
        await using var db = shop.Database.Open();
        db.Accounts.Add(new AccountRow
        {
            Name = who.Account,
            Agent = who.Agent,
            Role = $"{who.Role}",
            Language = "cs",
            Stamp = "1",
            Signature = signature,
            CreatedAt = shop.Clock.Now,
        });
        await db.SaveChangesAsync(Stop);
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    private static CaseDesk DeskOf(ShopFixture shop)
    {
        var contexts = shop.Get<IDbContextFactory<AutomatDb>>();
        var history = new CaseHistory(shop.Get<Secrets>(), new AuditBook(contexts, shop.Clock), shop.Clock);
        return new CaseDesk(
            contexts,
            new CaseShelf(contexts, shop.Get<Secrets>(), shop.Get<Contacts>(), shop.Get<ShopSettings>(), shop.Clock),
            history,
            new CaseLetters(contexts, shop.Get<Contacts>(), shop.Get<Receipts>(), shop.Get<Letters>(), history, shop.Clock),
            shop.Get<OwnFaults>(),
            shop.Get<ShopSettings>(),
            shop.Clock);
    }
}
