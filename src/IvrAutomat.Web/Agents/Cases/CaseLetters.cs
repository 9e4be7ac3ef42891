using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Cases;

/// <summary>What colleagues write to customers about a case: to the contact of its order and nowhere else, signed.</summary>
internal sealed class CaseLetters(
    IDbContextFactory<AutomatDb> contexts, Contacts contacts, Receipts receipts, Letters letters, CaseHistory history, TimeProvider time)
{
    /// <summary>As <see cref="CaseDesk.WriteAsync"/>.</summary>
    public async Task<CaseOutcome> WriteAsync(string number, CustomerText words, Guid once, Colleague who, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number, cancellationToken) is not { } row)
        {
            return new CaseGone();
        }

        if (row.ClosedAt is { } closed)
        {
            return new CaseShut(row.ClosedBy, closed);
        }

        if (row.ClaimedAt is { } claimed && row.Owner != who.Name && who.Role < AccountRole.Supervisor)
        {
            return new CaseTaken(row.Owner, claimed);
        }

        var contact = contacts.Read(await db.Orders.Where(each => each.Id == row.OrderId).Select(each => each.Contact).SingleOrDefaultAsync(cancellationToken));
        var about = new ReceiptFor($"{row.Id}-{once:N}", row.CallId.Length == 0 ? null : row.CallId, row.OrderId, row.Id);
        var letter = letters.FromColleague(row, words, await SignatureAsync(db, who, cancellationToken));
        if (await receipts.PromiseAsync(db, about, contact, letter, cancellationToken) == Channel.None)
        {
            return new CaseUnreachable();
        }

        if (!db.ChangeTracker.HasChanges())
        {
            // The same form again.
            return new CaseDone();
        }

        history.Stage(db, row, who, new CaseEvent(time.GetUtcNow(), who.Name, CaseAct.Written, null) { Written = words });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        receipts.Promised();
        return new CaseDone();
    }

    /// <summary>How a colleague's texts and mails are signed: as the account says, else by name.</summary>
    public static async Task<string> SignatureAsync(AutomatDb db, Colleague who, CancellationToken cancellationToken)
        => await db.Accounts.Where(account => account.Name == who.Account).Select(account => account.Signature).SingleOrDefaultAsync(cancellationToken)
            is { Length: > 0 } signature ? signature : who.Name;
}
