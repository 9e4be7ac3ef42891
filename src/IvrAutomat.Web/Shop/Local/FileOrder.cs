using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Local;

/// <summary>A row that is an order.</summary>
/// <param name="Line">Where it began.</param>
/// <param name="Order">The order as the file tells it.</param>
/// <param name="Contact">How the customer can be reached.</param>
/// <param name="PinKey">The keyed hash of order and PIN.</param>
/// <param name="Numbers">The numbers under which customers know it, by their kind; see <see cref="OrderNumberKind"/>.</param>
/// <param name="ChangedAt">When the shop changed it last; null where the file does not tell.</param>
/// <param name="LastAt">The last day on which something is known to have happened to it.</param>
internal sealed record FileOrder(
    int Line, Order Order, Contact Contact, string PinKey, IReadOnlyList<(string Kind, string SpokenKey)> Numbers, DateTimeOffset? ChangedAt,
    DateTimeOffset LastAt)
{
    /// <summary>The order's identifier.</summary>
    public string Id => Order.Id;

    /// <inheritdoc />
    public override string ToString() => $"order {Id}, line {Line}";
}
