using IvrAutomat.Orders;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>One order of the demo shop as it stands on a given day.</summary>
/// <param name="Order">The order.</param>
/// <param name="Pin">Its PIN; public, for this is a demo, and yet stored only as a keyed hash.</param>
/// <param name="Phone">The customer's phone.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="Email">The customer's e-mail address; null when there is none.</param>
/// <param name="Situation">What can be tried with it, in the language of the demo.</param>
/// <param name="ChangedDaysAgo">How long ago something last happened to it.</param>
internal sealed record DemoOrder(Order Order, string Pin, string Phone, string Name, string? Email, string Situation, int ChangedDaysAgo)
{
    /// <summary>Where it goes.</summary>
    public required OrderAddress Address { get; init; }

    /// <summary>Where receipts go.</summary>
    public Contact Contact => new(Phone, Email, Name) { Address = Address };

    /// <summary>The last three digits of all the order's numbers.</summary>
    private string End => Order.Number[^3..];

    /// <summary>The numbers under which the customer knows the order; each ten digits long, so that an entry ends by itself.</summary>
    public IEnumerable<(string Kind, string Number)> Numbers()
    {
        yield return (OrderNumberKind.Order, Order.Number);
        yield return (OrderNumberKind.VariableSymbol, "5260010" + End);
        if (Order.HasInvoice)
        {
            yield return (OrderNumberKind.Invoice, "3260010" + End);
        }

        if (Order.State is OrderState.OnTheWay or OrderState.AtPoint or OrderState.Delivered)
        {
            yield return (OrderNumberKind.Parcel, "7041260" + End);
        }
    }
}

/// <summary>The numbers that a shop gives an order.</summary>
internal static class OrderNumberKind
{
    /// <summary>The order's own number.</summary>
    public const string Order = "order";

    /// <summary>The variable symbol of its payment.</summary>
    public const string VariableSymbol = "variable-symbol";

    /// <summary>The number of its invoice.</summary>
    public const string Invoice = "invoice";

    /// <summary>The carrier's number of its parcel.</summary>
    public const string Parcel = "parcel";
}
