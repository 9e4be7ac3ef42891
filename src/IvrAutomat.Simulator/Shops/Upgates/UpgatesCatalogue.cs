using System.Globalization;
using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>What the shop's owner has set up and no call changes: statuses, ways to pay and to ship, languages, the owner.</summary>
internal static class UpgatesCatalogue
{
    public const int Received = 1;
    public const int Cancelled = 2;
    public const int Paid = 3;
    public const int PaymentFailed = 4;
    public const int Sent = 7;
    public const int Packing = 9;
    public const int Late = 10;
    public const int SoldOut = 11;
    public const int Delivered = 12;
    public const int ToConfirm = 13;
    public const int AtPoint = 14;
    public const int Meaningless = 15;
    public const int Returning = 16;

    /// <summary>The statuses. Ids and names are those of this shop alone, as every shop has its own.</summary>
    public static IReadOnlyList<JsonObject> Statuses { get; } =
    [
        Status(Received, "Received", "Přijatá", "Received"),
        Status(Cancelled, "Canceled", "Storno", "Cancelled", resolved: true),
        Status(Paid, "PaymentSuccessful", "Platba proběhla", "Paid", paid: true),
        Status(PaymentFailed, "PaymentFailed", "Platba selhala", "Payment failed"),
        Status(5, "PaymentCanceled", "Platba zrušena", "Payment cancelled"),
        Status(6, "PaymentInProcess", "Platba probíhá", "Payment in process"),
        Status(Sent, "Sent", "Odeslaná", "Sent"),
        Status(8, "Unresolved", "Nedořešená", "Unresolved"),
        Status(Packing, "Custom", "Balí se", "Packing"),
        Status(Late, "Custom", "Čeká na naskladnění", "Waiting for stock"),
        Status(SoldOut, "Custom", "Vyprodáno", "Sold out"),
        Status(Delivered, "Custom", "Doručená", "Delivered", resolved: true),
        Status(ToConfirm, "Custom", "Čeká na potvrzení", "To be confirmed"),
        Status(AtPoint, "Custom", "Připravena k vyzvednutí", "Ready for pick-up"),
        Status(Meaningless, "Custom", "Gravírování", "Engraving"),
        Status(Returning, "Custom", "Vrácená", "Returned"),
    ];

    public static IReadOnlyList<JsonObject> Payments { get; } =
    [
        Payment(3, code: null, "command", "Bankovním převodem"),
        Payment(5, "DOB", "cashOnDelivery", "Dobírka", 39),
        Payment(7, "CARD", "comgate", "Kartou online"),
    ];

    public static IReadOnlyList<JsonObject> Shipments { get; } =
    [
        Shipment(4, "ZAS", "zasilkovna", "Zásilkovna", 69, "https://tracking.packeta.com/cs/?id=", "zasilkovna"),
        Shipment(6, "PPL", "ppl", "PPL", 99, "https://www.ppl.cz/vyhledat-zasilku?shipmentId=", affiliates: null),
        Shipment(8, "OSO", "custom", "Osobní odběr", 0, trackingUrl: null, "custom"),
    ];

    /// <summary>The pick-up points of a way to ship, by its id.</summary>
    public static IReadOnlyList<JsonObject> AffiliatesOf(string shipment) => shipment switch
    {
        "4" =>
        [
            Affiliate("1234", "Praha 2, Vzorová 5", "Vzorová 5", "Praha", "12000"),
            Affiliate("1235", "Beroun, Dlouhá 12", "Dlouhá 12", "Beroun", "26601"),
            Affiliate("1236", "Z-BOX Praha 3, Lipová 8", "Lipová 8", "Praha", "13000"),
        ],
        "8" => [Affiliate("1", "Praha 1, Prodejna", "Prodejní 1", "Praha", "11000")],
        _ => [],
    };

    public static JsonObject Languages() => new()
    {
        ["languages"] = new JsonArray
        {
            Language("cs", "CZK", isDefault: true),
            Language("sk", "EUR", isDefault: false),
        },
    };

    public static JsonObject Owner() => new()
    {
        ["owner"] = new JsonArray
        {
            new JsonObject
            {
                ["company"] = "Vzorový obchod s.r.o.", ["company_number"] = "12345679", ["vat_number"] = "CZ12345679", ["vat_country_id"] = "cz",
                ["street"] = "Vzorová 1", ["city"] = "Praha 2", ["state"] = string.Empty, ["zip"] = "12000", ["country_id"] = "cz",
                ["language_id"] = "cs", ["email"] = "obchod@example.com", ["phone"] = "+420 800123456", ["firstname"] = "Jan",
                ["surname"] = "Vzorový", ["bank_account"] = "123456789/0100", ["bank_symbol"] = string.Empty,
                ["bank_specific_symbol"] = string.Empty, ["iban"] = "CZ6501000000000123456789", ["swift"] = "KOMBCZPP",
            },
        },
    };

    public static JsonObject Config() => new()
    {
        ["config"] = new JsonObject { ["prices_with_vat_yn"] = true, ["vat_payer_yn"] = true, ["oss_yn"] = false, ["limit_orders"] = "0" },
    };

    /// <summary>The status of an id, or of a name in any language; null when there is none.</summary>
    public static JsonObject? StatusOf(string? idOrName) => idOrName is null ? null : Statuses.FirstOrDefault(
        status => UpgatesValue.Text(status["id"]) == idOrName
            || status["descriptions"]!.AsArray().Any(each => UpgatesValue.Text(each!["name"]) == idOrName));

    /// <summary>The type of a status; null when there is no status of that id.</summary>
    public static string? TypeOf(JsonNode? statusId) => UpgatesValue.Text(StatusOf(UpgatesValue.Text(statusId))?["type"]);

    /// <summary>A status's name in a language of the shop.</summary>
    public static string NameOf(JsonObject status, string? language)
    {
        var names = status["descriptions"]!.AsArray();
        return UpgatesValue.Text((names.FirstOrDefault(each => UpgatesValue.Text(each!["language_id"]) == language) ?? names[0])!["name"])!;
    }

    private static JsonObject Status(int id, string type, string czech, string english, bool resolved = false, bool paid = false) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["color"] = "#beff4d",
        ["descriptions"] = new JsonArray { Named("cs", czech), Named("sk", czech), Named("en", english) },
        ["mark_resolved_yn"] = resolved,
        ["mark_paid_yn"] = paid,
        ["last_update_time"] = "2026-01-01T00:00:00+01:00",
        ["creation_time"] = "2026-01-01T00:00:00+01:00",
    };

    private static JsonObject Named(string language, string name) => new() { ["language_id"] = language, ["name"] = name };

    private static JsonObject Payment(int id, string? code, string type, string name, decimal price = 0) => new()
    {
        ["id"] = id.ToString(CultureInfo.InvariantCulture),
        ["code"] = code,
        ["image_url"] = null,
        ["type"] = type,
        ["active_yn"] = true,
        ["descriptions"] = new JsonArray
        {
            new JsonObject
            {
                ["language_id"] = "cs", ["name"] = name, ["description"] = null, ["price"] = price, ["price_type"] = "fixed", ["free_from"] = null,
            },
        },
        ["metas"] = new JsonArray(),
    };

    private static JsonObject Shipment(int id, string code, string type, string name, decimal price, string? trackingUrl, string? affiliates) => new()
    {
        ["id"] = id.ToString(CultureInfo.InvariantCulture),
        ["code"] = code,
        ["image_url"] = null,
        ["type"] = type,
        ["active_yn"] = true,
        ["affiliates"] = affiliates is null ? null : new JsonArray { affiliates },
        ["tracking_url"] = trackingUrl,
        ["internal_note"] = null,
        ["descriptions"] = new JsonArray
        {
            new JsonObject { ["language_id"] = "cs", ["name"] = name, ["description"] = null, ["price"] = price, ["free_from"] = 1500 },
        },
        ["metas"] = new JsonArray(),
    };

    private static JsonObject Affiliate(string id, string name, string street, string city, string zip) => new()
    {
        ["affiliate_id"] = id,
        ["name"] = name,
        ["street"] = street,
        ["city"] = city,
        ["zip"] = zip,
        ["country"] = "cz",
        ["note"] = null,
    };

    private static JsonObject Language(string id, string currency, bool isDefault) => new()
    {
        ["language_id"] = id,
        ["actual_language_id"] = id,
        ["active_yn"] = true,
        ["default_yn"] = isDefault,
        ["domain"] = "vzorovy-obchod.example.com",
        ["currency_id"] = currency,
        ["default_country_id"] = id == "sk" ? "sk" : "cz",
        ["logo_url"] = null,
        ["logo_no_svg"] = null,
    };
}
