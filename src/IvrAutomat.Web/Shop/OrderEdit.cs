using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>What is to be changed about an order in the shop's own system.</summary>
internal abstract record OrderEdit
{
    /// <summary>Call the order off.</summary>
    internal sealed record Cancel : OrderEdit;

    /// <summary>Take a cancellation back: the former status is written, if the order still is as our cancellation left it, and read again.</summary>
    /// <param name="Former">The order before it was cancelled.</param>
    internal sealed record Restore(Order Former) : OrderEdit;

    /// <summary>Pay in another way.</summary>
    /// <param name="Method">The new way.</param>
    internal sealed record Pay(PaymentMethod Method) : OrderEdit;

    /// <summary>The customer confirmed an order that is paid on delivery.</summary>
    internal sealed record Confirm : OrderEdit;

    /// <summary>The money came through the gateway.</summary>
    /// <param name="At">When, as the gateway was asked.</param>
    internal sealed record Paid(DateTimeOffset At) : OrderEdit;

    /// <summary>Collect the parcel at another place, in the same way of delivery and at its price.</summary>
    /// <param name="PointId">The point, as the shop's system names it.</param>
    internal sealed record PickUpPoint(string PointId) : OrderEdit;

    /// <summary>Issue the invoice, or make the one that exists again from what the order says.</summary>
    /// <param name="Company">Whom it is for from now on; null: as the order says.</param>
    internal sealed record Invoice(InvoicedCompany? Company) : OrderEdit;
}

/// <summary>A company that an order is invoiced to. It prints nothing: a sole trader's company is a person.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its company number (IČO); see <see cref="CompanyNumber"/>.</param>
/// <param name="TaxNumber">Its tax number (DIČ); null: it is not written.</param>
internal sealed record InvoicedCompany(string Name, string Number, string? TaxNumber)
{
    /// <inheritdoc />
    public override string ToString() => nameof(InvoicedCompany);
}
