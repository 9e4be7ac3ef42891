using System.Text;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Local;
using IvrAutomat.Web.Tests.Persistence;
using IvrAutomat.Web.Tests.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Local;

/// <summary>A local shop on a database of its own, and files to import into it.</summary>
internal sealed class LocalShop : IAsyncDisposable
{
    /// <summary>The columns that a file needs.</summary>
    public const string Header = "number;ordered;total;status;phone";

    private readonly ShopFixture _fixture;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-local-");

    private LocalShop(ShopFixture fixture) => _fixture = fixture;

    public ShopFixture House => _fixture;

    public List<RejectedRow> Rejected { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LocalShop> OpenAsync(string provider = BothDatabasesAttribute.Sqlite, IdentificationOptions? identification = null)
        => new(await ShopFixture.CreateAsync(
            provider,
            shop =>
            {
                shop.Source = ShopSource.Local;
                shop.Name = "Místní obchod";
            },
            identification ?? new IdentificationOptions { PinLength = 4 }));

    /// <summary>Writes a file and imports it.</summary>
    public Task<ImportResult?> ImportAsync(string text, string name = "orders.csv", DateTimeOffset? asOf = null, Encoding? encoding = null)
        => ImportFileAsync(Write(text, name, encoding), asOf);

    /// <summary>Writes a file.</summary>
    public string Write(string text, string name = "orders.csv", Encoding? encoding = null)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    /// <summary>Imports a file.</summary>
    public async Task<ImportResult?> ImportFileAsync(
        string path, DateTimeOffset? asOf = null, OrderFileFormat? format = null, Action<int>? progress = null, CancellationToken? stop = null)
    {
        Rejected.Clear();
        await using var file = OrderFile.Open(path, format);
        return await _fixture.Get<OrderImport>().RunAsync(file, asOf ?? _fixture.Clock.Now, Rejected.Add, progress ?? (_ => { }), stop ?? Cancellation);
    }

    /// <summary>The order of a number as a call would read it; null when there is none.</summary>
    public async Task<Order?> FindAsync(string number)
    {
        var found = await _fixture.Desk.FindNumberAsync([number], from: null, Cancellation);
        return found.OrderId is { } id ? await _fixture.OrderAsync(id) : null;
    }

    /// <summary>The row of a number.</summary>
    public async Task<OrderRow> RowAsync(string number)
    {
        await using var db = _fixture.Database.Open();
        return await db.Orders.AsNoTracking().SingleAsync(row => row.Number == number, Cancellation);
    }

    /// <summary>All that is there of imported orders, seen or unseen.</summary>
    public async Task<(int Orders, int Keys, int Imports)> CountAsync()
    {
        await using var db = _fixture.Database.Open();
        var orders = await db.Orders.IgnoreQueryFilters().Where(row => row.ImportId != null).Select(row => row.Id).ToListAsync(Cancellation);
        return (orders.Count, await db.OrderKeys.CountAsync(key => orders.Contains(key.OrderId), Cancellation), await db.Imports.CountAsync(Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
