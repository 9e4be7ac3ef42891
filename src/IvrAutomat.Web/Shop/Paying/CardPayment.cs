using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Paying;

/// <summary>What a payment link leads to.</summary>
/// <param name="Standing">Whether it can be paid.</param>
/// <param name="Order">The order's number and total; null when there is no such link.</param>
internal sealed record Payable(PaymentStanding Standing, Order? Order);

/// <summary>Whether a link can be paid on.</summary>
internal enum PaymentStanding
{
    /// <summary>There is no such link, or it is no longer valid.</summary>
    Gone,

    /// <summary>It can be paid.</summary>
    Open,

    /// <summary>It has been paid.</summary>
    Paid,

    /// <summary>The customer has been at the gateway, and the gateway is being asked what came of it.</summary>
    Asked,

    /// <summary>The order was cancelled or changed, or is paid in another way: nothing is to be paid on this link.</summary>
    Closed,
}

/// <summary>The demo shop's gateway: a payment marks the order paid, once, and the order goes on.</summary>
internal sealed class CardPayment(
    IDbContextFactory<AutomatDb> contexts, PaymentLinks links, Contacts contacts, Receipts receipts, Letters letters, ShopSettings settings,
    TimeProvider time)
{
    private const int MostChanges = 3;

    /// <summary>How the link stands; reading changes nothing.</summary>
    public async Task<Payable> LookAsync(string token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await FindAsync(db, token, cancellationToken)).Payable;
    }

    /// <summary>Pays. Paying again, or at the same time twice, pays once.</summary>
    public async Task<Payable> PayAsync(string token, CancellationToken cancellationToken)
    {
        for (var change = 0; change < MostChanges; change++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var (payable, stored, link) = await FindAsync(db, token, cancellationToken);
            if (payable.Standing != PaymentStanding.Open || stored is null || link is null)
            {
                return payable;
            }

            var now = time.GetUtcNow();
            var paid = PaidOrder.Of(payable.Order!, settings.DayOf(now), settings);
            var about = new ReceiptFor($"paid-{link.Key[^24..]}", CallId: null, stored.Id, CaseId: null);
            var data = StoredJson.Write(paid);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Orders.Where(row => row.Id == stored.Id && row.Data == stored.Data).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Data, data).SetProperty(row => row.Former, stored.Data)
                    .SetProperty(row => row.ChangedAt, now).SetProperty(row => row.ChangedBy, about.Id),
                cancellationToken) == 1)
            {
                link.PaidAt = now;
                await receipts.PromiseAsync(db, about, contacts.Read(stored.Contact), letters.Paid(paid, paid.DispatchOn!.Value), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                receipts.Promised();
                return new Payable(PaymentStanding.Paid, paid);
            }
        }

        return await LookAsync(token, cancellationToken);
    }

    private async Task<(Payable Payable, Persistence.Rows.OrderRow? Stored, Persistence.Rows.PaymentLinkRow? Link)> FindAsync(
        AutomatDb db, string token, CancellationToken cancellationToken)
    {
        var key = links.KeyOf(token);
        var link = await db.PaymentLinks.SingleOrDefaultAsync(each => each.Key == key, cancellationToken);
        if (link is null || await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == link.OrderId, cancellationToken) is not { } stored)
        {
            return (new Payable(PaymentStanding.Gone, Order: null), null, null);
        }

        var order = OrderBook.OrderOf(stored);
        var standing = link.PaidAt is not null ? PaymentStanding.Paid
            : link.ExpiresAt <= time.GetUtcNow() ? PaymentStanding.Gone
            : RequestPolicy.WhyNotPay(order) is not null || link.Hellers != PaymentLinks.HellersOf(order) ? PaymentStanding.Closed
            : PaymentStanding.Open;
        return (new Payable(standing, order), stored, link);
    }
}
