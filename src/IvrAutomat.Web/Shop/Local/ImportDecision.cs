using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>
/// Decides an import and takes its changes over. One short transaction makes all new orders visible and takes over the first changes; more
/// than two thousand changes follow in pieces, each order whole. What a process that died left undone is finished by the next.
/// </summary>
internal sealed class ImportDecision(Database database, IDbContextFactory<AutomatDb> contexts, TimeProvider time)
{
    private const int PatienceSeconds = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Decides an import: from here on it holds, whatever happens to this process.</summary>
    /// <returns>Orders that were cancelled by phone and that the file still has as open.</returns>
    public async Task<IReadOnlyList<string>> DecideAsync(string importId, CancellationToken cancellationToken)
    {
        var unheard = new List<string>();
        DateTimeOffset? now = time.GetUtcNow();
        await InTransactionAsync(
            async (db, stop) =>
            {
                await db.Imports.Where(row => row.Id == importId).ExecuteUpdateAsync(set => set.SetProperty(row => row.DecidedAt, now), stop);
                await TakeOverAsync(db, await db.Imports.AsNoTracking().SingleAsync(row => row.Id == importId, stop), unheard, stop);
            },
            cancellationToken);
        unheard.AddRange(await FinishAsync(cancellationToken));
        return unheard;
    }

    /// <summary>Takes over what is left of decided imports; mostly nothing.</summary>
    /// <returns>As <see cref="DecideAsync"/>.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync(CancellationToken cancellationToken)
    {
        var unheard = new List<string>();
        while (await NextAsync(cancellationToken) is { } import)
        {
            await InTransactionAsync((db, stop) => TakeOverAsync(db, import, unheard, stop), cancellationToken);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return unheard;
    }

    private async Task<ImportRow?> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Imports.AsNoTracking().Where(row => row.DecidedAt != null && db.ImportOrders.Any(order => order.ImportId == row.Id))
            .OrderBy(row => row.DecidedAt).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task InTransactionAsync(Func<AutomatDb, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var turn = await database.WriteAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(PatienceSeconds);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Orders that no call has changed since the last file are replaced at once; the others are merged one by one.
    private static async Task TakeOverAsync(AutomatDb db, ImportRow import, List<string> unheard, CancellationToken cancellationToken)
    {
        if (await db.ImportOrders.Where(row => row.ImportId == import.Id).Select(row => (int?)row.Piece).MinAsync(cancellationToken) is not { } piece)
        {
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE orders SET phone_key = news.phone_key, contact = news.contact, pin_key = news.pin_key, imported_rest = news.rest,
                data = CASE WHEN orders.data = orders.imported THEN news.data ELSE orders.data END,
                imported = CASE WHEN orders.data = orders.imported THEN news.data ELSE orders.imported END,
                changed_by = CASE WHEN orders.data = orders.imported THEN NULL ELSE orders.changed_by END,
                former = CASE WHEN orders.data = orders.imported THEN NULL ELSE orders.former END,
                changed_at = CASE WHEN orders.data = orders.imported AND orders.changed_at < news.changed_at THEN news.changed_at ELSE orders.changed_at END
            FROM import_orders AS news WHERE news.import_id = {import.Id} AND news.piece = {piece} AND news.order_id = orders.id
            """,
            cancellationToken);
        await MergeAsync(db, import, piece, unheard, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM order_keys WHERE order_id IN (SELECT order_id FROM import_orders WHERE import_id = {import.Id} AND piece = {piece})
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO order_keys (order_id, kind, spoken_key) SELECT keys.order_id, keys.kind, keys.spoken_key FROM import_keys AS keys
            JOIN import_orders AS news ON news.order_id = keys.order_id WHERE news.import_id = {import.Id} AND news.piece = {piece}
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM import_keys WHERE order_id IN (SELECT order_id FROM import_orders WHERE import_id = {import.Id} AND piece = {piece})
            """,
            cancellationToken);
        await db.ImportOrders.Where(row => row.ImportId == import.Id && row.Piece == piece).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task MergeAsync(AutomatDb db, ImportRow import, int piece, List<string> unheard, CancellationToken cancellationToken)
    {
        var touched = await db.ImportOrders.Where(news => news.ImportId == import.Id && news.Piece == piece)
            .Join(db.Orders, news => news.OrderId, order => order.Id, (news, order) => new { order, news })
            .Where(pair => pair.order.Imported != pair.news.Data).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var pair in touched)
        {
            var (order, news) = (pair.order, pair.news);
            var merged = OrderMerge.Merge(order.Imported ?? order.Data, order.Data, news.Data, import.AsOf > order.ChangedAt);
            var data = StoredJson.Write(merged);
            var isOurs = data == order.Data;
            if (OrderMerge.IsUnheard(merged, StoredJson.Read<Order>(news.Data)))
            {
                unheard.Add(merged.Number);
            }

            // A call that changes it at this very moment wins; the next file merges again.
            await db.Orders.Where(row => row.Id == order.Id && row.Data == order.Data).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Data, data)
                    .SetProperty(row => row.Imported, news.Data)
                    .SetProperty(row => row.ChangedAt, isOurs || order.ChangedAt > news.ChangedAt ? order.ChangedAt : news.ChangedAt)
                    .SetProperty(row => row.ChangedBy, isOurs ? order.ChangedBy : null)
                    .SetProperty(row => row.Former, isOurs ? order.Former : null),
                cancellationToken);
        }
    }
}
