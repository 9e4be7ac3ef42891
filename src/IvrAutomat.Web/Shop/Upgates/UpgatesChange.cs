using System.Text.Json.Nodes;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>The fields of one order that are written; what is null stays as it is.</summary>
/// <param name="Number">The order's number.</param>
internal sealed record UpgatesChange(string Number)
{
    /// <summary>The new status.</summary>
    public string? StatusId { get; init; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The new way of payment, with all that Upgates requires of one.</summary>
    public PaymentTerms? Payment { get; init; }

    /// <summary>The way of delivery with another point, with all that Upgates requires of one.</summary>
    public ShipmentTerms? Shipment { get; init; }

    /// <summary>The company that the order is for from now on.</summary>
    public InvoicedCompany? Company { get; init; }

    /// <summary>The invoice is issued, or made again from what the order then says.</summary>
    public bool WantsInvoice { get; init; }

    /// <summary>
    /// The shop sends its own e-mail about it. Not so when the automat writes to the customer: one message for one event. Its text messages
    /// are never asked for: whoever can get one, gets ours.
    /// </summary>
    public bool SendEmail { get; init; }

    /// <summary>The body of the request.</summary>
    public string ToJson()
    {
        var order = new JsonObject { ["order_number"] = Number };
        if (StatusId is { } status)
        {
            order["status_id"] = int.TryParse(status, out var id) ? id : status;
        }

        if (PaidAt is { } paid)
        {
            order["paid_date"] = paid.ToString("yyyy-MM-dd'T'HH:mm:sszzz");
        }

        if (Payment is { } payment)
        {
            var terms = new JsonObject { ["name"] = payment.Name, ["price"] = payment.Price, ["vat"] = payment.Vat };
            if (payment.Code is { } code)
            {
                terms["code"] = code;
            }

            order["payment"] = terms;
        }

        AddDelivery(order);
        AddInvoice(order);
        return new JsonObject { ["send_emails_yn"] = SendEmail, ["send_sms_yn"] = false, ["orders"] = new JsonArray(order) }.ToJsonString();
    }

    private void AddDelivery(JsonObject order)
    {
        if (Shipment is not { } shipment)
        {
            return;
        }

        var terms = new JsonObject
        {
            ["name"] = shipment.Name,
            ["price"] = shipment.Price,
            ["vat"] = shipment.Vat,
            ["affiliate_id"] = shipment.Point.Id,
            ["affiliate_name"] = shipment.Point.Name,
        };
        if (shipment.Code is { } code)
        {
            terms["code"] = code;
        }

        order["shipment"] = terms;
    }

    private void AddInvoice(JsonObject order)
    {
        if (Company is { } company)
        {
            var customer = new JsonObject { ["company_yn"] = true, ["company"] = company.Name, ["ico"] = company.Number };
            if (company.TaxNumber is { } tax)
            {
                customer["dic"] = tax;
            }

            order["customer"] = customer;
        }

        if (WantsInvoice)
        {
            order["invoice"] = new JsonObject { ["generate_yn"] = true };
        }
    }
}

/// <summary>A way of delivery as it is written into an order.</summary>
/// <param name="Code">The shop's code for it; null when it has none, and the name says which one it is.</param>
/// <param name="Name">What the shop calls it.</param>
/// <param name="Price">What it costs, with or without tax as the order's prices are.</param>
/// <param name="Vat">Its rate of tax, in per cent.</param>
/// <param name="Point">Where the parcel is collected.</param>
internal sealed record ShipmentTerms(string? Code, string Name, decimal Price, decimal Vat, ShopPoint Point);

/// <summary>A pick-up point of a way of delivery.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Name">What it is called; part of it is its address.</param>
internal sealed record ShopPoint(string Id, string Name);

/// <summary>A way of payment as it is written into an order.</summary>
/// <param name="Code">The shop's code for it; null when it has none, and the name says which one it is.</param>
/// <param name="Name">What the shop calls it.</param>
/// <param name="Price">What it costs, with or without tax as the order's prices are.</param>
/// <param name="Vat">Its rate of tax, in per cent.</param>
internal sealed record PaymentTerms(string? Code, string Name, decimal Price, decimal Vat);
