using System.Security.Cryptography;
using System.Text;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Orders with which the shop is at fault become cases before the customer calls, so that a colleague phones first. Each mistake becomes one
/// case, once, whichever process finds it; the customer is sent nothing about it.
/// </summary>
internal sealed partial class ApologyList(
    IDbContextFactory<AutomatDb> contexts, CaseBook cases, OwnFaults faults, ShopSettings settings, CaseOptions options, TimeProvider time,
    ILogger<ApologyList> log) : BackgroundService
{
    private const int Page = 500;

    // A colleague who has just talked about the mistake, or is about to, is not sent to do it again.
    private static readonly TimeSpan JustDone = TimeSpan.FromHours(24);

    /// <summary>Looks through the open orders once.</summary>
    /// <returns>How many cases were opened.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - OrderDesk.OpenFor;
        var opened = 0;
        for (var last = string.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var after = last;
            var page = await db.Orders.AsNoTracking().Where(row => row.ChangedAt >= since && string.Compare(row.Id, after) > 0).OrderBy(row => row.Id)
                .Select(row => row.Data).Take(Page).ToListAsync(cancellationToken);
            var orders = page.ConvertAll(data => faults.AsOfToday(StoredJson.Read<Order>(data)));
            var ids = orders.Where(OwnFaultRule.IsStanding).Select(order => order.Id).ToList();
            var known = await db.OwnFaults.Where(row => ids.Contains(row.OrderId)).Select(row => new { row.OrderId, row.Sign }).ToListAsync(cancellationToken);
            foreach (var order in orders.Where(OwnFaultRule.IsStanding).Where(order => !known.Contains(new { OrderId = order.Id, Sign = OwnFaultRule.SignOf(order) })))
            {
                opened += await OpenAsync(order, cancellationToken) ? 1 : 0;
            }

            if (page.Count < Page)
            {
                return opened;
            }

            last = orders[^1].Id;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.ApologyList && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, failure);
            }

            await Task.Delay(TimeSpan.FromMinutes(options.ApologyMinutes), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> OpenAsync(Order order, CancellationToken cancellationToken)
    {
        var (now, sign) = (time.GetUtcNow(), OwnFaultRule.SignOf(order));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var found = new OwnFaultRow { OrderId = order.Id, Sign = sign, SeenAt = now };
            db.OwnFaults.Add(found);
            var since = now - JustDone;
            found.CaseId = await db.Cases
                .Where(row => row.OrderId == order.Id && row.Kind == nameof(CaseKind.OwnFault) && (row.ClosedAt == null || row.ClosedAt >= since))
                .Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            var isNew = found.CaseId is null;
            if (isNew)
            {
                found.CaseId = $"apology-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{order.Id} {sign}")))[..24]}";
                var open = new OpenCase(CaseKind.OwnFault, OwnFaults.ReasonOf(order.OwnFault!.Value), order.Id, settings.Profile.DueAfter(now));
                var detail = order.FaultReason is { } why ? new CaseDetail { At = now, Fault = why } : null;
                await cases.StageAsync(db, new CaseWish(found.CaseId, string.Empty, open) { Receipt = false, Detail = detail }, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return isNew;
        }
        catch (DbUpdateException)
        {
            // Another process was quicker, a call opened the case, or the number was taken: the next look sees which.
            return false;
        }
    }

    [LoggerMessage(3061, LogLevel.Warning, "The open orders could not be looked through for mistakes of the shop; that is done again soon.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
