using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Sends the invoice once more, by e-mail only: a text message cannot hold it. Who has no e-mail gets it from a person.</summary>
internal sealed class SendInvoiceHandler(OrderChanges changes, Letters letters) : OrderHandler<SendInvoice>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(SendInvoice request, LiveOrder live)
        => RequestPolicy.WhyNotInvoice(live.Order) is { } why
            ? Change.Refuse(why)
            : new Change.Done(live.Order)
            {
                Mail = letters.Invoice(live.Order, live.Numbers.GetValueOrDefault(OrderNumberKind.Invoice, live.Order.Number)),
            };
}
