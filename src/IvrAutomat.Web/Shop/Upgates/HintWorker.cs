using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Follows hints: after a short rest, in which further ones come together, it reads the orders they name, up to a hundred with one request.
/// A hint about what we wrote or have read ourselves costs none.
/// </summary>
internal sealed partial class HintWorker(
    IDbContextFactory<AutomatDb> contexts, HintBox box, UpgatesApi api, MirrorStore store, MirrorNotes notes, TimeProvider time,
    ILogger<HintWorker> log, IHostApplicationLifetime? lifetime = null) : PollingWorker(time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private DateTimeOffset _notBefore;

    /// <summary>1 while it works.</summary>
    public int Busy => IsLooking ? 1 : 0;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started.WaitAsync(lifetime, stoppingToken);
        await base.ExecuteAsync(stoppingToken);
    }

    /// <inheritdoc />
    protected override async Task<bool> WorkAsync(CancellationToken stopping)
    {
        await box.StoreKeptAsync(stopping);
        var now = Time.GetUtcNow();
        if (now < _notBefore)
        {
            return false;
        }

        var rested = now - Rest;
        await using var db = await contexts.CreateDbContextAsync(stopping);
        var hints = await db.Hints.AsNoTracking().Where(hint => hint.ReceivedAt <= rested).OrderBy(hint => hint.ReceivedAt)
            .Take(UpgatesApi.MostOrders).ToListAsync(stopping);
        if (hints.Count == 0 || !await notes.TakeAsync("hints", Lease, stopping))
        {
            return false;
        }

        var news = await WithoutOursAsync(db, hints, stopping);
        if (news.Count > 0 && !await FollowAsync(news, stopping))
        {
            _notBefore = Time.GetUtcNow() + AfterFailure;
            return false;
        }

        var numbers = hints.ConvertAll(hint => hint.Number);
        await db.Hints.Where(hint => numbers.Contains(hint.Number) && hint.ReceivedAt <= rested).ExecuteDeleteAsync(stopping);
        return hints.Count == UpgatesApi.MostOrders;
    }

    /// <inheritdoc />
    protected override void Failed(Exception exception) => LogFailed(exception);

    private static async Task<List<string>> WithoutOursAsync(AutomatDb db, List<HintRow> hints, CancellationToken stopping)
    {
        var ids = hints.ConvertAll(hint => UpgatesOrder.IdOf(hint.Number));
        var known = await db.Mirror.AsNoTracking().Where(row => ids.Contains(row.OrderId)).ToDictionaryAsync(row => row.Number, stopping);
        return [.. hints.Where(hint => !known.TryGetValue(hint.Number, out var row) || !Mirror.IsOurs(hint, row)).Select(hint => hint.Number)];
    }

    private async Task<bool> FollowAsync(List<string> numbers, CancellationToken stopping)
    {
        var asOf = Time.GetUtcNow();
        var fetched = await api.OrdersAsync(numbers, Urgency.Background, stopping);
        if (fetched.Value is not { } page)
        {
            return false;
        }

        await store.StoreAsync(page.Orders, asOf, isFill: false, stopping);
        if (page.IsWhole)
        {
            var gone = numbers.Except(page.Orders.Select(order => order.Facts.Number)).ToList();
            if (gone.Count > 0)
            {
                await store.ForgetAsync(gone, stopping);
            }
        }

        return true;
    }

    [LoggerMessage(3144, LogLevel.Error, "Hints of Upgates could not be followed; trying again")]
    private partial void LogFailed(Exception exception);
}
