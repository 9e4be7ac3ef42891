using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Helpdesk;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// What becomes of the case behind a handover: a callback is agreed, moved or called off; the caller hangs up; or a person talks to the
/// caller and nothing is owed any more.
/// </summary>
internal sealed class CallbackBook(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, Contacts contacts, ShopSettings settings, Receipts receipts, Letters letters,
    CaseMailQueue mails, TimeProvider time)
{
    /// <summary>Kinds of cases that owe the caller a call.</summary>
    public static readonly string[] Kinds = [$"{CaseKind.Callback}", $"{CaseKind.OwnFault}", $"{CaseKind.Abandoned}"];

    /// <summary>Writes down what was agreed and confirms it to the contact of the order; null when there is no such case.</summary>
    public async Task<CaseOpened?> AgreeAsync(RequestRow request, AgreeCallback agree, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await Of(db, request).Where(row => row.Number == agree.CaseNumber).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        if (agree.Typed && HeldDetails.Read(secrets, request.Held).CallBack is { } typed)
        {
            row.Contact = HeldPhone.Protect(secrets, typed);
        }

        row.Kind = row.Kind == $"{CaseKind.Abandoned}" ? $"{CaseKind.Callback}" : row.Kind;
        if (agree.InTurnBy is { } latest)
        {
            (row.CallbackFrom, row.CallbackUntil, row.DueAt) = (null, null, latest.ToUniversalTime());
            await KeepPlaceAsync(db, row, cancellationToken);
        }
        else if (agree.Window is { } window)
        {
            row.CallbackFrom = Instant(window.Day, window.From);
            row.CallbackUntil = Instant(window.Day, window.To);
            row.DueAt = row.CallbackUntil.Value;
        }

        return await ConfirmAsync(db, row, cancellationToken);
    }

    /// <summary>Closes the case that the caller does not need any more; repeated, it changes nothing.</summary>
    public async Task CancelAsync(RequestRow request, CancelCallback cancel, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CloseAsync(db, Of(db, request).Where(row => row.Number == cancel.CaseNumber), Disposition.NothingOwed, agent: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Confirms the newest open case of the call, or of its order; null when there is none.</summary>
    public async Task<CaseOpened?> KeepAsync(RequestRow request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await Of(db, request).OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : await ConfirmAsync(db, row, cancellationToken);
    }

    /// <summary>True while a request of the call that opens a case has not come to its end.</summary>
    public async Task<bool> IsOpeningAsync(string callId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Requests.AnyAsync(request => request.CallId == callId && request.Kind == "open-case" && request.Result == null, cancellationToken);
    }

    /// <summary>The caller hung up while waiting for a person: the case says so, and is confirmed.</summary>
    public async Task AbandonAsync(string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Cases.SingleOrDefaultAsync(row => row.Number == caseNumber && row.ClosedAt == null, cancellationToken) is { } row)
        {
            row.Kind = row.Kind == $"{CaseKind.Callback}" ? $"{CaseKind.Abandoned}" : row.Kind;
            await ConfirmAsync(db, row, cancellationToken);
        }
    }

    /// <summary>A person has spoken with the caller: the case is theirs, and closed, and so is every call that is still owed for the same.</summary>
    public async Task SettleAsync(string caseNumber, string agent, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CloseOwedAsync(db, caseNumber, agent, cancellationToken);
        await CloseAsync(db, db.Cases.Where(row => row.Number == caseNumber && row.ClosedAt == null), Disposition.Resolved, agent, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Open pages are told in the same transaction.
    private async Task CloseAsync(AutomatDb db, IQueryable<CaseRow> cases, Disposition disposition, string? agent, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var closed = await cases.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ClosedAt, now).SetProperty(row => row.ClosedBy, agent).SetProperty(row => row.Disposition, $"{disposition}")
                .SetProperty(row => row.Owner, row => agent ?? row.Owner),
            cancellationToken);
        if (closed > 0)
        {
            db.Feed.Add(new FeedRow { At = now.Value, Kind = FeedKinds.Case });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // The same order, the same unverified number, or the same customer who is called back; a fault of ours in another order stays owed.
    private async Task CloseOwedAsync(AutomatDb db, string caseNumber, string agent, CancellationToken cancellationToken)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Number == caseNumber, cancellationToken) is not { } talked)
        {
            return;
        }

        var ours = $"{CaseKind.OwnFault}";
        var customer = HeldPhone.Read(secrets, talked.Contact) is { } number ? secrets.Hash(SecretLabel.Phone, number.Value) : null;
        var owed = db.Cases.Where(row => row.ClosedAt == null && row.Number != caseNumber && Kinds.Contains(row.Kind)
                && ((row.OrderId != null && row.OrderId == talked.OrderId)
                    || (row.CallerKey != null && row.CallerKey == talked.CallerKey)
                    || (row.Kind != ours && customer != null && db.Callbacks.Any(callback => callback.CaseId == row.Id && callback.Customer == customer))));
        await CloseAsync(db, owed, Disposition.Resolved, agent, cancellationToken);
    }

    /// <summary>When the wait began whose place the caller of a case keeps, to be called in turn; null where the automat does not call so.</summary>
    public static async Task<DateTimeOffset?> QueuedSinceAsync(AutomatDb db, CaseRow row, CancellationToken cancellationToken)
        => row is not { ClosedAt: null, CallbackFrom: null, Kind: nameof(CaseKind.Callback) or nameof(CaseKind.OwnFault) } ? null
            : await db.Callbacks.Where(callback => callback.CaseId == row.Id && callback.NextAt != null)
                .Select(callback => (DateTimeOffset?)callback.Since).SingleOrDefaultAsync(cancellationToken);

    // The place is that of the first wait for this case, whatever was agreed in between.
    private async Task KeepPlaceAsync(AutomatDb db, CaseRow row, CancellationToken cancellationToken)
    {
        if (HeldPhone.Read(secrets, row.Contact) is not { } number)
        {
            return;
        }

        var now = time.GetUtcNow();
        if (await db.Callbacks.SingleOrDefaultAsync(each => each.CaseId == row.Id, cancellationToken) is { } known)
        {
            (known.NextAt, known.Attempts) = (now, 0);
            return;
        }

        var first = await db.Transfers.Where(wait => wait.CaseNumber == row.Number).OrderBy(wait => wait.WaitingSince)
            .Select(wait => (DateTimeOffset?)wait.WaitingSince).FirstOrDefaultAsync(cancellationToken);
        db.Callbacks.Add(new CallbackRow
        {
            CaseId = row.Id,
            Customer = secrets.Hash(SecretLabel.Phone, number.Value),
            Since = first ?? now,
            NextAt = now,
        });
    }

    /// <summary>When the caller will be called back by this case; null where nothing but the due time is agreed, or the time has passed.</summary>
    public CallbackWindow? WindowOf(CaseRow row)
    {
        if (row.CallbackFrom is not { } from || row.CallbackUntil is not { } until || until <= time.GetUtcNow())
        {
            return null;
        }

        var (begins, ends) = (Local(from).DateTime, Local(until).DateTime);
        return new CallbackWindow(DateOnly.FromDateTime(begins), TimeOnly.FromDateTime(begins), TimeOnly.FromDateTime(ends));
    }

    // The number of a case is told aloud: only the call that it belongs to, its verified order, or the number that opened it, may change it.
    private IQueryable<CaseRow> Of(AutomatDb db, RequestRow request)
    {
        var caller = HeldDetails.Read(secrets, request.Held).Caller is { } number ? secrets.Hash(SecretLabel.Phone, number) : null;
        return db.Cases.Where(row => row.ClosedAt == null && Kinds.Contains(row.Kind)
            && (row.CallId == request.CallId
                || (row.OrderId != null && row.OrderId == request.OrderId)
                || (row.CallerKey != null && row.CallerKey == caller)));
    }

    private async Task<CaseOpened> ConfirmAsync(AutomatDb db, CaseRow row, CancellationToken cancellationToken)
    {
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(each => each.Id == row.OrderId, cancellationToken);
        var contact = contacts.Read(order?.Contact);
        var window = WindowOf(row);

        // One confirmation for each thing agreed: moved to another time, a callback is confirmed again.
        var id = window is null ? row.Id : $"{row.Id}-{row.CallbackUntil?.ToUnixTimeSeconds()}";
        var words = window is null ? letters.HandedOver(row, Local(row.DueAt)) : letters.Callback(row, window);
        var channel = await receipts.PromiseAsync(db, new ReceiptFor(id, row.CallId, row.OrderId, row.Id), contact, words, cancellationToken);
        await mails.StageAsync(db, row, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.CurrentTransaction!.CommitAsync(cancellationToken);
        receipts.Promised();
        return new CaseOpened(row.Number, Local(row.DueAt), channel) { Agreed = window };
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, settings.Profile.TimeZone);

    private DateTimeOffset Instant(DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at);
        return new DateTimeOffset(local, settings.Profile.TimeZone.GetUtcOffset(local));
    }
}
