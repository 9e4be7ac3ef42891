using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>An order with all that a colleague may need of it. Its text never prints a value.</summary>
/// <param name="Order">The order as the shop knows it now, or as this database last knew it.</param>
/// <param name="Contact">How the customer can be reached.</param>
/// <param name="Numbers">The other numbers by which it is known, with their kinds.</param>
/// <param name="IsLive">False when the shop did not answer.</param>
internal sealed record OrderSeen(Order Order, Contact Contact, IReadOnlyList<(string Kind, string Number)> Numbers, bool IsLive)
{
    /// <inheritdoc />
    public override string ToString() => nameof(OrderSeen);
}

/// <summary>Reads orders for colleagues.</summary>
internal sealed class OrderSight(IDbContextFactory<AutomatDb> contexts, OrderDesk desk, Contacts contacts)
{
    // A page must open at once, also while the shop is slow: what is known is shown then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The order; null when there is none of that id.</summary>
    public async Task<OrderSeen?> SeeAsync(string orderId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == orderId, cancellationToken) is not { } row)
        {
            return null;
        }

        var live = await LiveAsync(orderId, cancellationToken);
        var numbers = await db.OrderKeys.Where(key => key.OrderId == orderId).Select(key => new { key.Kind, key.SpokenKey }).ToListAsync(cancellationToken);
        return new OrderSeen(
            live ?? OrderBook.OrderOf(row), contacts.ReadWhole(row.Contact), [.. numbers.Select(key => (key.Kind, key.SpokenKey))], live is not null);
    }

    private async Task<Order?> LiveAsync(string orderId, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await desk.ReadAsync(new ReadOrder(orderId), limit.Token) is OrderRead read ? read.Order : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
