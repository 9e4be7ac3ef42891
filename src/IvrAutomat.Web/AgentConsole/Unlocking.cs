using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Pins;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>What a colleague does for somebody who is locked out: forget the failures of an order, or give it a new PIN. Both are audited.</summary>
internal sealed class Unlocking(IDbContextFactory<AutomatDb> contexts, Secrets secrets, PinDesk pins, Contacts contacts, Receipts receipts, Letters letters, AuditBook audit)
{
    /// <summary>Forgets the failed attempts against an order.</summary>
    public async Task UnlockAsync(string orderId, string account, CancellationToken cancellationToken)
    {
        var key = secrets.Hash(SecretLabel.Order, orderId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Failures.Where(failure => failure.OrderKey == key).ExecuteDeleteAsync(cancellationToken);
        audit.Stage(db, account, "order.unlocked", new(orderId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Gives the order a new PIN and sends it to the contact of the order, and to nobody else: no colleague ever sees it.</summary>
    /// <returns>False when the order's PIN is not ours to give, or nobody can be written to.</returns>
    public async Task<bool> RenewPinAsync(string orderId, string account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!pins.IsOpen || await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == orderId, cancellationToken) is not { } row)
        {
            return false;
        }

        var contact = contacts.Read(row.Contact);
        if (contact.Channel == IvrAutomat.Calls.Channel.None || await pins.RenewAsync(row.Number, cancellationToken) is not { } pin)
        {
            return false;
        }

        await receipts.PromiseAsync(
            db, new ReceiptFor($"pin-{ColleagueRequests.NewPress()}", CallId: null, orderId, CaseId: null), contact, letters.Pin(OrderBook.OrderOf(row), pin), cancellationToken);
        audit.Stage(db, account, "order.new-pin", new(orderId));
        await db.SaveChangesAsync(cancellationToken);
        receipts.Promised();
        return true;
    }
}
