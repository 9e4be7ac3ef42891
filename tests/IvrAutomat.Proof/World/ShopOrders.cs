using System.Globalization;
using System.Text.Json.Nodes;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Proof.World;

/// <summary>Orders of a made-up shop at Upgates, and the settings of a product that serves it.</summary>
internal static class ShopOrders
{
    /// <summary>Orders that are alike but for their customers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="status">What the shop says about them.</param>
    public static IEnumerable<JsonObject> Make(int count, UpgatesStatus status) => Enumerable.Range(0, count).Select(at => new JsonObject
    {
        ["language_id"] = "cs",
        ["currency_id"] = "CZK",
        ["status_id"] = (int)status,
        ["customer"] = new JsonObject
        {
            ["email"] = MailOf(status, at),
            ["phone"] = PhoneOf(status, at),
            ["firstname_invoice"] = "Zdislava",
            ["surname_invoice"] = NameOf(status, at),
            ["street_invoice"] = StreetOf(status, at),
            ["city_invoice"] = "Beroun",
            ["zip_invoice"] = "26601",
            ["country_id_invoice"] = "cz",
        },
        ["products"] = new JsonArray(new JsonObject { ["title"] = "Kniha", ["quantity"] = 1, ["price_per_unit"] = 293, ["vat"] = 21 }),
        ["payment"] = new JsonObject { ["code"] = "CARD", ["name"] = "Kartou online", ["price"] = 0, ["vat"] = 21 },
    });

    /// <summary>Who made the order at this place among those of a status.</summary>
    public static string PhoneOf(UpgatesStatus status, int at) => string.Create(CultureInfo.InvariantCulture, $"+42060{(int)status % 10}{at:000000}");

    /// <summary>What that customer must be able to trust: none of it may turn up in the clear.</summary>
    public static IEnumerable<(string Kind, string Secret)> CanariesOf(UpgatesStatus status, int at) =>
    [
        ("phone number", PhoneOf(status, at)["+420".Length..]), ("name", NameOf(status, at)), ("street", StreetOf(status, at)), ("e-mail address", MailOf(status, at)),
    ];

    private static string NameOf(UpgatesStatus status, int at) => string.Create(CultureInfo.InvariantCulture, $"Kanárková{(int)status}x{at}");

    private static string StreetOf(UpgatesStatus status, int at) => string.Create(CultureInfo.InvariantCulture, $"Kanárčí {(int)status}/{at}b");

    private static string MailOf(UpgatesStatus status, int at) => string.Create(CultureInfo.InvariantCulture, $"zakaznik{status}{at}@example.com");

    /// <summary>What a product needs to know of the world's systems; database, carrier and keys come on top.</summary>
    public static Dictionary<string, string> Settings(OutsideWorld world)
    {
        var shops = world.Url + StandIns.Path;
        return new(StringComparer.Ordinal)
        {
            ["Shop:Source"] = "Upgates",
            ["Shop:Name"] = "Vzorový obchod",
            ["Shop:Line"] = "+420800123456",
            ["Simulator:Enabled"] = "false",
            ["Upgates:ApiUrl"] = $"{shops}/upgates/api/v2",
            ["Upgates:AllowOtherHosts"] = "true",
            ["Upgates:Login"] = StandInKeys.User,
            ["Upgates:ApiKey"] = StandInKeys.Secret,
            ["Packeta:ApiUrl"] = $"{shops}/packeta/api/rest",
            ["Packeta:ApiPassword"] = StandInKeys.Secret,
            ["Packeta:Eshop"] = StandInKeys.User,
            ["Zaslat:ApiUrl"] = $"{shops}/zaslat/api/v1",
            ["Zaslat:ApiKey"] = StandInKeys.Secret,
            ["Zaslat:Warehouse:Company"] = "Vzorový obchod s.r.o.",
            ["Zaslat:Warehouse:Street"] = "Skladová 1",
            ["Zaslat:Warehouse:Town"] = "Praha 2",
            ["Zaslat:Warehouse:PostCode"] = "12000",
            ["Zaslat:Warehouse:Phone"] = "+420222000111",
            ["Comgate:ApiUrl"] = $"{shops}/comgate/v2.0",
            ["Comgate:Merchant"] = StandInKeys.User,
            ["Comgate:Secret"] = StandInKeys.Secret,
            ["Comgate:Test"] = "true",
            ["Payments:Account"] = "2000000018/0100",
            ["Returns:Address"] = "Skladová 1, 120 00 Praha 2",
            ["Returns:Courier:Price"] = "119",
            ["Returns:Packeta:Price"] = "79",
        };
    }
}

/// <summary>Statuses of the stand-in's shop, by their identifiers there.</summary>
internal enum UpgatesStatus
{
    /// <summary>Received, not dispatched.</summary>
    Received = 1,

    /// <summary>The card payment failed.</summary>
    PaymentFailed = 4,

    /// <summary>With the customer.</summary>
    Delivered = 12,
}
