using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>
/// Asks the gateway what became of payments: at once when it notified us, and otherwise every 15 minutes in the first hour, then hourly, and
/// once more an hour after a payment expired, so that no notification has to arrive. Money that came becomes one request in the ledger.
/// </summary>
internal sealed partial class GatewayWatch(
    IDbContextFactory<AutomatDb> contexts, ComgateClient client, Ledger ledger, CaseBook cases, SystemsNow systems, ShopSettings settings,
    TimeProvider time, ILogger<GatewayWatch> log) : PollingWorker(time)
{
    /// <summary>Before what follows the random part of a payment's identifier in the identifier of its request.</summary>
    public const string RequestPrefix = "paid-";

    private const string RequestKind = "note-payment";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Closely = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    /// <summary>1 while the gateway is being asked by this process, else 0.</summary>
    public int Busy => IsLooking ? 1 : 0;

    /// <inheritdoc />
    protected override async Task<bool> WorkAsync(CancellationToken stopping)
    {
        var now = Time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(stopping);
        var row = await db.GatewayPayments.AsNoTracking().Where(payment => payment.AskAt <= now).OrderBy(payment => payment.AskAt).FirstOrDefaultAsync(stopping);
        if (row is null)
        {
            return false;
        }

        DateTimeOffset? until = now + Lease;
        var (asked, due) = (row.Asked, row.AskAt);
        if (await db.GatewayPayments.Where(payment => payment.Id == row.Id && payment.Asked == asked && payment.AskAt == due).ExecuteUpdateAsync(
            set => set.SetProperty(payment => payment.AskAt, until).SetProperty(payment => payment.Asked, asked + 1), stopping) == 1)
        {
            (row.Asked, row.AskAt) = (asked + 1, until);
            await AskAsync(row);
        }

        return true;
    }

    /// <inheritdoc />
    protected override void Failed(Exception exception) => LogFailed(log, exception);

    private async Task AskAsync(GatewayPaymentRow row)
    {
        // Stopping the host lets the gateway answer first.
        using var limit = new CancellationTokenSource(AskLimit, Time);
        var answer = row.TransId is { } transId
            ? await client.StateAsync(transId, limit.Token)
            : new ComgateAnswer(ComgateMeaning.Never, "no identifier");
        switch (answer)
        {
            case { Meaning: ComgateMeaning.Ok, Status: ComgateStatus.Paid }:
                await PaidAsync(row, answer);
                break;
            case { Meaning: ComgateMeaning.Ok, Status: ComgateStatus.Cancelled }:
                await CancelledAsync(row);
                break;
            case { Meaning: ComgateMeaning.Ok }:
                await AgainAsync(row, Next(row));
                break;
            default:
                LogNotTold(log, row.Id, answer.Why);
                await AgainAsync(row, Later(row));
                break;
        }
    }

    private async Task PaidAsync(GatewayPaymentRow row, ComgateAnswer answer)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        if (await db.Requests.AnyAsync(
            request => request.Id == row.RequestId && (request.State == RequestState.Waiting || request.State == RequestState.Running), CancellationToken.None))
        {
            // The request that made the payment still has the order as it was before: it comes to its end first.
            await AgainAsync(row, Time.GetUtcNow() + Soon);
            return;
        }

        if (answer.RefId != row.RefId || answer.Price != row.Hellers || answer.Currency != ComgateOrder.Currency || answer.IsTest != systems().Comgate.Test)
        {
            await DisputeAsync(row, answer);
            return;
        }

        var now = Time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await MoveAsync(db, row, GatewayPaymentState.Paid, now))
        {
            db.Requests.Add(new RequestRow
            {
                Id = RequestPrefix + row.Id,
                IdempotencyKey = RequestPrefix + row.Id,
                CallId = await LastCallAsync(db, row),
                OrderId = row.OrderId,
                Kind = RequestKind,
                Body = StoredJson.Write<Work>(new NotePayment(row.OrderId, row.Hellers, ComgateOrder.Currency)),
                State = RequestState.Waiting,
                CreatedAt = now,
            });
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            ledger.Wake();
        }
    }

    // Money that is not what was asked for is nobody's decision but a person's.
    private async Task DisputeAsync(GatewayPaymentRow row, ComgateAnswer answer)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var now = Time.GetUtcNow();
        var open = new OpenCase(CaseKind.FailedRequest, HandoverReason.Unconfirmed, row.OrderId, settings.Profile.DueAfter(now));
        await cases.OpenAsync(
            new CaseWish($"{RequestPrefix}{row.Id}-other", await LastCallAsync(db, row), open)
            {
                Detail = new CaseDetail { At = now, Wanted = new NotePayment(row.OrderId, answer.Price, answer.Currency) },
                Receipt = false,
            },
            CancellationToken.None);
        await MoveAsync(db, row, GatewayPaymentState.Disputed, now);
        LogOther(log, row.Id);
    }

    // The order must not go on telling of a link that is dead.
    private async Task CancelledAsync(GatewayPaymentRow row)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        if (!await MoveAsync(db, row, GatewayPaymentState.Cancelled, paidAt: null))
        {
            return;
        }

        if (await db.Orders.AsNoTracking().SingleOrDefaultAsync(order => order.Id == row.OrderId) is { } stored && OrderBook.OrderOf(stored) is { LinkUntil: not null } order
            && !await db.GatewayPayments.AnyAsync(other => other.OrderId == row.OrderId && other.State == GatewayPaymentState.Open))
        {
            var data = StoredJson.Write(order with { LinkUntil = null });
            await db.Orders.Where(each => each.Id == stored.Id && each.Data == stored.Data).ExecuteUpdateAsync(set => set.SetProperty(each => each.Data, data));
        }
    }

    private static async Task<bool> MoveAsync(AutomatDb db, GatewayPaymentRow row, string state, DateTimeOffset? paidAt)
        => await db.GatewayPayments.Where(each => each.Id == row.Id && each.Asked == row.Asked).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.State, state).SetProperty(each => each.PaidAt, paidAt).SetProperty(each => each.AskAt, (DateTimeOffset?)null)) == 1;

    // Only while nobody wants it sooner: a notification may have come while the gateway was being asked.
    private async Task AgainAsync(GatewayPaymentRow row, DateTimeOffset? at)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.GatewayPayments.Where(each => each.Id == row.Id && each.AskAt == row.AskAt).ExecuteUpdateAsync(set => set.SetProperty(each => each.AskAt, at));
    }

    /// <summary>The thanks speak as the call in which the order was last talked about.</summary>
    private static async Task<string> LastCallAsync(AutomatDb db, GatewayPaymentRow row)
        => await db.Requests.Where(request => request.OrderId == row.OrderId).OrderByDescending(request => request.CreatedAt)
            .Select(request => request.CallId).FirstOrDefaultAsync() ?? string.Empty;

    private DateTimeOffset? Next(GatewayPaymentRow row)
    {
        var now = Time.GetUtcNow();
        var last = row.ExpiresAt + Hourly;
        var next = now + (now - row.CreatedAt < Hourly ? Closely : Hourly);
        return next <= row.ExpiresAt ? next : now < last ? last : null;
    }

    // A gateway that does not answer is asked less and less often, but as often as one that has nothing new to tell.
    private DateTimeOffset? Later(GatewayPaymentRow row)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Closely.TotalSeconds, 10 * Math.Pow(2, Math.Min(row.Asked, 10))));
        return Time.GetUtcNow() <= row.ExpiresAt + TimeSpan.FromDays(1) ? Time.GetUtcNow() + pause : null;
    }

    [LoggerMessage(3044, LogLevel.Warning, "Comgate did not tell how payment {Payment} stands: {Why}. It is asked again.")]
    private static partial void LogNotTold(ILogger logger, string payment, string why);

    [LoggerMessage(
        3045, LogLevel.Critical,
        "Comgate has other money for payment {Payment} than was asked for (amount, currency, reference or test). A case is open; nothing was marked paid.")]
    private static partial void LogOther(ILogger logger, string payment);

    [LoggerMessage(3046, LogLevel.Error, "Payments could not be looked after; trying again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
