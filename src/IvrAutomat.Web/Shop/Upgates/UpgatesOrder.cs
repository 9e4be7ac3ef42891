using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>An order as Upgates answers it, taken apart: facts, customer, and the shop's own fields.</summary>
/// <param name="Facts">Everything about it but its customer.</param>
/// <param name="Contact">The customer.</param>
/// <param name="Fields">The shop's own fields (metas) by their key.</param>
internal sealed record UpgatesOrder(UpgatesFacts Facts, Contact Contact, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The currency in which orders are spoken of.</summary>
    public const string Crowns = "CZK";

    /// <summary>Most items that are kept of an order.</summary>
    private const int MostItems = 100;

    /// <summary>The company number (IČO) that the order bears; null when it has none.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>Our identifier of an order: it tells nothing about its number.</summary>
    public static string IdOf(string number) => $"u-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)))[..20]}";

    /// <summary>Reads an order; everything but its number may be missing.</summary>
    /// <param name="json">One of the <c>orders</c> of an answer.</param>
    /// <param name="dispatchField">The field with the day of dispatch; null: there is none.</param>
    /// <returns>Null when it has no number, or holds what is no text.</returns>
    public static UpgatesOrder? Read(JsonElement json, string? dispatchField)
    {
        try
        {
            return json.Text("order_number") is { Length: <= 64 } number ? Read(json, number, dispatchField) : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is valid JSON and no text.
            return null;
        }
    }

    /// <inheritdoc />
    public override string ToString() => nameof(UpgatesOrder);

    private static UpgatesOrder Read(JsonElement json, string number, string? dispatchField)
    {
        var (customer, payment, shipment) = (json.Object("customer"), json.Object("payment"), json.Object("shipment"));
        var fields = Metas(json);
        var products = json.Each("products").ToList();
        var facts = new UpgatesFacts
        {
            Number = number,
            StatusId = json.Text("status_id"),
            Status = json.Text("status"),
            CreatedAt = json.Time("creation_time"),
            UpdatedAt = json.Time("last_update_time"),
            PaidAt = json.Time("paid_date"),
            Tracking = json.Text("tracking_code"),
            Symbol = json.Text("variable_symbol"),
            Invoice = json.Text("invoice_number"),
            Total = json.Number("order_total") ?? 0m,
            Currency = json.Text("currency_id")?.ToUpperInvariant() ?? Crowns,
            Rate = json.Number("default_currency_rate") is { } rate and > 0 ? rate : 1m,
            PricesWithVat = !json.TryGetProperty("prices_with_vat_yn", out _) || json.Flag("prices_with_vat_yn"),
            Language = json.Text("language_id"),
            PaymentType = payment.Text("type"),
            PaymentName = payment.Text("name"),
            PaymentPrice = payment.Number("price_with_vat") ?? payment.Number("price") ?? 0m,
            Vat = products.Append(shipment).Append(payment).Max(line => line.Number("vat") ?? 0m),
            ShipmentType = shipment.Text("type"),
            ShipmentName = shipment.Text("name"),
            ShipmentId = shipment.Text("id"),
            ShipmentCode = shipment.Text("code"),
            ShipmentPrice = shipment.Number("price") ?? shipment.Number("price_with_vat") ?? 0m,
            ShipmentVat = shipment.Number("vat") ?? 0m,
            Point = shipment.Text("affiliate_name"),
            PointId = shipment.Text("affiliate_id"),
            IsCompany = customer.Flag("company_yn") || customer.Text("ico") is not null,
            Items = Items(products),
            DispatchOn = dispatchField is not null && fields.TryGetValue(dispatchField, out var day) ? Day(day) : null,
        };
        return new UpgatesOrder(facts, ContactOf(customer), fields) { CompanyNumber = customer.Text("ico") };
    }

    // Parts of a set belong to its line; gifts and discounts are no goods that anybody sends back.
    private static ImmutableArray<UpgatesItem> Items(List<JsonElement> products)
        => [.. products.Where(line => line.Text("type") is null or "product" or "set")
            .Select((line, at) => new UpgatesItem(line.Text("uuid") ?? $"{at + 1}", line.Text("title") ?? line.Text("code") ?? "zboží"))
            .DistinctBy(item => item.Id).Take(MostItems)];

    private static Contact ContactOf(JsonElement customer)
    {
        var postal = customer.Flag("postal_yn") && customer.Text("street_postal") is not null;
        var (street, city) = postal
            ? (customer.Text("street_postal"), customer.Text("city_postal"))
            : (customer.Text("street_invoice"), customer.Text("city_invoice"));
        var name = $"{customer.Text("firstname_invoice")} {customer.Text("surname_invoice")}".Trim();
        return new Contact(PhoneNumber.Parse(customer.Text("phone"))?.Value, customer.Text("email"), name.Length > 0 ? name : customer.Text("company"))
        {
            Address = street is null || city is null
                ? null
                : new OrderAddress(street, city, customer.Text(postal ? "zip_postal" : "zip_invoice")),
        };
    }

    private static Dictionary<string, string> Metas(JsonElement json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meta in json.Each("metas"))
        {
            var value = meta.Text("value") ?? meta.Each("values").Select(each => each.Text("value")).FirstOrDefault(each => each is not null);
            if (meta.Text("key") is { } key && value is not null)
            {
                fields[key] = value;
            }
        }

        return fields;
    }

    private static DateOnly? Day(string text)
    {
        string[] shapes = ["yyyy-M-d", "d.M.yyyy", "d. M. yyyy", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ss"];
        return DateTime.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day)
            ? DateOnly.FromDateTime(day)
            : null;
    }
}
