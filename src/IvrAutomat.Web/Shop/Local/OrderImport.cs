using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop.Pins;
using IvrAutomat.Web.Shop.Upgates;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>
/// Makes the orders of a file the shop's. Nothing of a file is seen before all of it has been read, and then all of it holds; whenever it is
/// cut off before, the orders are as they were. Calls go on meanwhile.
/// </summary>
internal sealed class OrderImport(
    Database database, IDbContextFactory<AutomatDb> contexts, Secrets secrets, ShopSettings settings, OrderPins pins, StatusFile statuses,
    ImportDecision decision, TimeProvider time)
{
    private const int RowsAtOnce = 500;

    /// <summary>Imports a file.</summary>
    /// <param name="file">The file, not read yet.</param>
    /// <param name="asOf">When the shop wrote it.</param>
    /// <param name="rejected">Hears of each row that is not imported.</param>
    /// <param name="progress">Hears after each few hundred rows how many were read.</param>
    /// <param name="cancellationToken">Gives up; nothing is imported then.</param>
    /// <returns>What came of it; null while another import runs.</returns>
    /// <exception cref="OrderFileException">The file cannot be read, and nothing was imported.</exception>
    public async Task<ImportResult?> RunAsync(
        OrderFile file, DateTimeOffset asOf, Action<RejectedRow> rejected, Action<int> progress, CancellationToken cancellationToken)
    {
        await using var alone = await ImportLock.TryTakeAsync(database, cancellationToken);
        if (alone is null)
        {
            return null;
        }

        await decision.FinishAsync(cancellationToken);
        await using var store = await ImportStore.OpenAsync(database, cancellationToken);
        await store.DropUndecidedAsync(cancellationToken);
        var importId = Guid.NewGuid().ToString("N");
        await store.BeginAsync(importId, asOf, time.GetUtcNow(), cancellationToken);
        var staging = new Staging(new FileOrderReader(secrets, settings, pins, await VersionsAsync(cancellationToken), statuses.Now, asOf), rejected);
        await foreach (var rows in file.RowsAsync(cancellationToken).Chunk(RowsAtOnce).WithCancellation(cancellationToken))
        {
            await StageAsync(store, importId, asOf, staging.Take(rows), staging.Result, cancellationToken);
            progress(staging.Result.Rows);
        }

        if (staging.Result.IsNothing)
        {
            await store.DropUndecidedAsync(cancellationToken);
            return staging.Result;
        }

        staging.Result.Unheard = await decision.DecideAsync(importId, cancellationToken);
        return staging.Result;
    }

    /// <summary>Takes over what an import has decided and its process did not live to finish; mostly nothing.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        // An import that runs at this moment finishes it itself.
        await using var alone = await ImportLock.TryTakeAsync(database, cancellationToken);
        if (alone is not null)
        {
            await decision.FinishAsync(cancellationToken);
        }
    }

    // Few PINs were ever renewed.
    private async Task<Dictionary<string, int>> VersionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PinVersions.ToDictionaryAsync(pin => pin.Number, pin => pin.Version, StringComparer.Ordinal, cancellationToken);
    }

    private async Task StageAsync(
        ImportStore store, string importId, DateTimeOffset asOf, List<FileOrder> orders, ImportResult result, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(orders.ConvertAll(order => order.Id), cancellationToken);
        foreach (var order in orders)
        {
            var staged = Stage(order);
            if (!known.TryGetValue(order.Id, out var before))
            {
                store.AddNew(importId, staged with { ChangedAt = order.ChangedAt ?? order.LastAt });
                result.New++;
            }
            else if (before.Imported != staged.Data || before.Other != staged.Rest)
            {
                store.AddChange(importId, staged with { ChangedAt = order.ChangedAt ?? asOf });
                result.Changed++;
            }
            else
            {
                result.Same++;
            }
        }

        await store.WriteAsync(cancellationToken);
    }

    private async Task<Dictionary<string, (string? Imported, string? Other)>> KnownAsync(List<string> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Orders.Where(order => ids.Contains(order.Id)).Select(order => new { order.Id, order.Imported, order.ImportedRest })
            .ToDictionaryAsync(order => order.Id, order => (order.Imported, order.ImportedRest), StringComparer.Ordinal, cancellationToken);
    }

    // Encryption gives other bytes each time, so what is compared is hashed before.
    private StagedOrder Stage(FileOrder order)
    {
        string[] rest = [StoredJson.Write(order.Contact), order.PinKey, .. order.Numbers.SelectMany(number => (string[])[number.Kind, number.SpokenKey])];
        return new StagedOrder(
            order.Id, order.Order.Number, order.Contact.Phone is { } phone ? secrets.Hash(SecretLabel.Phone, phone) : null, order.Contact.Protect(secrets),
            order.PinKey, order.LastAt, StoredJson.Write(order.Order), secrets.Hash(SecretLabel.Contact, rest), order.Numbers);
    }

    /// <summary>Judges rows, and counts.</summary>
    private sealed class Staging(FileOrderReader reader, Action<RejectedRow> rejected)
    {
        private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

        public ImportResult Result { get; } = new();

        public List<FileOrder> Take(FileRow[] rows)
        {
            var orders = new List<FileOrder>(rows.Length);
            foreach (var row in rows)
            {
                Result.Rows++;
                if (reader.Read(row, out var reasons) is not { } order)
                {
                    Reject(row.Line, reasons);
                }
                else if (!_lines.TryAdd(order.Id, row.Line))
                {
                    Reject(row.Line, [$"number: stands on line {_lines[order.Id]} already"]);
                }
                else
                {
                    orders.Add(order);
                    Result.CountStatus(order.Order);
                }
            }

            return orders;
        }

        private void Reject(int line, IReadOnlyList<string> reasons)
        {
            Result.Rejected++;
            rejected(new RejectedRow(line, reasons));
        }
    }
}
