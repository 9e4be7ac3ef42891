using System.Globalization;
using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>The shape of an order as the shop answers it, and what is computed in it.</summary>
internal static class UpgatesOrderForm
{
    private const decimal Vat = 21;

    /// <summary>An order with every field that a newer shop answers, each empty or usual.</summary>
    public static JsonObject Blank(string number, int id, DateTimeOffset created) => new()
    {
        ["order_number"] = number,
        ["order_id"] = id,
        ["case_number"] = $"B{id:00000}",
        ["external_order_number"] = null,
        ["uuid"] = $"7b1c0c58-0000-4000-8000-{id:000000000000}",
        ["language_id"] = "cs",
        ["currency_id"] = "CZK",
        ["default_currency_rate"] = 1,
        ["prices_with_vat_yn"] = true,
        ["status_id"] = null,
        ["status"] = null,
        ["paid_date"] = null,
        ["tracking_code"] = null,
        ["tracking_url"] = null,
        ["statistics_yn"] = true,
        ["resolved_yn"] = false,
        ["oss_yn"] = false,
        ["internal_note"] = null,
        ["last_update_time"] = UpgatesValue.Write(created),
        ["creation_time"] = UpgatesValue.Write(created),
        ["variable_symbol"] = null,
        ["dimensions"] = new JsonObject { ["width"] = 20, ["length"] = 30, ["height"] = 20 },
        ["total_weight"] = 0,
        ["order_total"] = 0,
        ["order_total_before_round"] = 0,
        ["order_total_rest"] = 0,
        ["invoice_number"] = null,
        ["origin"] = "frontend",
        ["admin_url"] = $"https://vzorovy-obchod.admin.s1.upgates.com/orders/edit-order/default/{id}",
        ["customer"] = new JsonObject(),
        ["products"] = new JsonArray(),
        ["discount_voucher"] = null,
        ["quantity_discount"] = null,
        ["loyalty_points"] = null,
        ["shipment"] = null,
        ["payment"] = null,
        ["attachments"] = new JsonArray(),
        ["metas"] = new JsonArray(),
    };

    public static JsonObject Customer(string first, string last, string? email, string? phone, string street, string city, string zip) => new()
    {
        ["email"] = email,
        ["phone"] = phone,
        ["code"] = null,
        ["customer_id"] = null,
        ["customer_pricelist_id"] = null,
        ["pricelist_name"] = "Výchozí",
        ["pricelist_percent"] = null,
        ["firstname_invoice"] = first,
        ["surname_invoice"] = last,
        ["street_invoice"] = street,
        ["city_invoice"] = city,
        ["state_invoice"] = string.Empty,
        ["zip_invoice"] = zip,
        ["country_id_invoice"] = "cz",
        ["postal_yn"] = false,
        ["firstname_postal"] = null,
        ["surname_postal"] = null,
        ["street_postal"] = null,
        ["city_postal"] = null,
        ["state_postal"] = null,
        ["zip_postal"] = null,
        ["country_id_postal"] = null,
        ["company_postal"] = null,
        ["company_yn"] = false,
        ["company"] = null,
        ["ico"] = null,
        ["dic"] = null,
        ["vat_payer_yn"] = false,
        ["customer_note"] = string.Empty,
        ["agreements"] = new JsonArray
        {
            new JsonObject { ["name"] = "Obchodní podmínky", ["valid_to"] = null, ["status"] = true },
            new JsonObject
            {
                ["name"] = "Výzva ke kontrole košíku",
                ["valid_to"] = new JsonObject
                {
                    ["date"] = "2027-11-23 14:24:49.000000", ["timezone_type"] = 3, ["timezone"] = "Europe/Prague",
                },
                ["status"] = true,
            },
        },
    };

    /// <summary>A line of an order; <see cref="Total"/> fills in its prices.</summary>
    public static JsonObject Product(string title, decimal pricePerUnit, decimal quantity = 1, string type = "product", string? parent = null) => new()
    {
        ["product_id"] = null,
        ["option_set_id"] = null,
        ["type"] = type,
        ["uuid"] = $"{Guid.NewGuid()}",
        ["parent_uuid"] = parent,
        ["code"] = null,
        ["code_supplier"] = null,
        ["supplier"] = null,
        ["ean"] = null,
        ["title"] = title,
        ["adult_yn"] = false,
        ["unit"] = "ks",
        ["length"] = null,
        ["length_unit"] = "ks",
        ["quantity"] = quantity,
        ["price_per_unit"] = pricePerUnit,
        ["vat"] = Vat,
        ["buy_price"] = null,
        ["recycling_fee"] = null,
        ["weight"] = 500,
        ["availability"] = "Skladem",
        ["stock_position"] = null,
        ["invoice_info"] = string.Empty,
        ["parameters"] = new JsonArray(),
        ["configurations"] = new JsonArray(),
        ["categories"] = new JsonArray(),
        ["image_url"] = null,
    };

    /// <summary>A way to ship or to pay as it stands in an order; one that the shop does not know has no id and no type.</summary>
    public static JsonObject Method(JsonObject? known, string name, decimal price, decimal vat) => Priced(
        new JsonObject
        {
            ["id"] = known is null ? null : int.Parse(UpgatesValue.Text(known["id"])!, CultureInfo.InvariantCulture),
            ["code"] = known?["code"]?.DeepClone(),
            ["name"] = name,
            ["type"] = known?["type"]?.DeepClone(),
        },
        price,
        vat);

    /// <summary>The method of this code or, where it has none, of this name; null when the shop has none such.</summary>
    public static JsonObject? Find(IReadOnlyList<JsonObject> methods, string? code, string? name)
        => methods.FirstOrDefault(method => code is not null && UpgatesValue.Text(method["code"]) == code)
            ?? methods.FirstOrDefault(method => code is null && NameOf(method) == name);

    /// <summary>The name of a method.</summary>
    public static string NameOf(JsonObject method) => UpgatesValue.Text(method["descriptions"]![0]!["name"])!;

    /// <summary>Its price in the shop's currency.</summary>
    public static decimal PriceOf(JsonObject method) => UpgatesValue.Number(method["descriptions"]![0]!["price"]) ?? 0;

    /// <summary>Computes everything that follows from lines, shipping and payment.</summary>
    public static void Total(JsonObject order)
    {
        var sum = 0m;
        var weight = 0m;
        foreach (var line in order["products"]!.AsArray().OfType<JsonObject>())
        {
            var quantity = UpgatesValue.Number(line["quantity"]) ?? 1;
            var perUnit = UpgatesValue.Number(line["price_per_unit"]) ?? 0;
            var vat = UpgatesValue.Number(line["vat"]) ?? Vat;
            line["price_per_unit_with_vat"] = perUnit;
            line["price_per_unit_without_vat"] = Net(perUnit, vat);
            Priced(line, perUnit * quantity, vat);
            sum += perUnit * quantity;
            weight += quantity * (UpgatesValue.Number(line["weight"]) ?? 0);
        }

        sum += UpgatesValue.Number(order["shipment"]?["price"]) ?? 0;
        sum += UpgatesValue.Number(order["payment"]?["price"]) ?? 0;
        var rounded = Math.Round(sum, UpgatesValue.Text(order["currency_id"]) == "CZK" ? 0 : 2, MidpointRounding.AwayFromZero);
        order["order_total"] = rounded;
        order["order_total_before_round"] = sum;
        order["order_total_rest"] = rounded - sum;
        order["total_weight"] = weight;
    }

    private static JsonObject Priced(JsonObject priced, decimal price, decimal vat)
    {
        priced["price"] = price;
        priced["price_with_vat"] = price;
        priced["price_without_vat"] = Net(price, vat);
        priced["vat"] = vat;
        return priced;
    }

    private static decimal Net(decimal price, decimal vat) => Math.Round(price / (1 + vat / 100), 2);
}
