using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>
/// The orders of the shop: the fifteen situations of the demo under the same numbers, and beyond them what an Upgates shop also has (a set with
/// a gift, a number with a prefix, crowns and euros, a status that says nothing, one phone written in four ways).
/// </summary>
internal static class UpgatesFixtures
{
    private const string Card = "CARD";
    private const string OnDelivery = "DOB";
    private const string Parcels = "ZAS";
    private const string Courier = "PPL";

    /// <summary>The orders as they stand at an instant, and whether an invoice was issued.</summary>
    public static IEnumerable<(JsonObject Order, bool HasInvoice)> On(DateTimeOffset now)
        => All.Select((fixture, at) => (Make(fixture, at + 1, now), fixture.Invoice));

    /// <summary>Those who call about them.</summary>
    public static IReadOnlyList<UpgatesCaller> Callers =>
        [.. All.Select(fixture => new UpgatesCaller(fixture.Number, fixture.Dialled, fixture.Pin, fixture.Situation, EmailOf(fixture)))];

    private static readonly Fixture[] All =
    [
        Demo(1, "Alena", "Nová", UpgatesCatalogue.Packing, "zaplacená, balí se: jde zrušit") with { Pin = "482101", Goods = [("Kávovar", 1191)], PaidDaysAgo = 1 },
        Demo(2, "Bohumil", "Malý", UpgatesCatalogue.PaymentFailed, "platba kartou neprošla: zaplatit znovu") with { Pin = "730502", Goods = [("Rychlovarná konvice", 750)] },
        Demo(3, "Cyril", "Dlouhý", UpgatesCatalogue.Sent, "předaná Zásilkovně, zítra dorazí") with
        {
            Pin = "196403", Goods = [("Kniha pohádek", 580)], OrderedDaysAgo = 3, ChangedDaysAgo = 1, PaidDaysAgo = 3, Shipment = Parcels, Point = "1234", Invoice = true,
        },
        Demo(4, "Dana", "Krátká", UpgatesCatalogue.AtPoint, "čeká na výdejním místě, dva dny do konce") with
        {
            Pin = "557704", Goods = [("Dětská stavebnice", 1021)], OrderedDaysAgo = 8, ChangedDaysAgo = 5, PaidDaysAgo = 8, Shipment = Parcels, Point = "1235", Invoice = true,
        },
        Demo(5, "Emil", "Veselý", UpgatesCatalogue.Delivered, "doručená před pěti dny: jde vrátit") with
        {
            Pin = "314005", Goods = [("Běžecké boty", 2321)], OrderedDaysAgo = 8, ChangedDaysAgo = 5, PaidDaysAgo = 8, Shipment = Parcels, Point = "1234", Invoice = true,
        },
        Demo(6, "Františka", "Bílá", UpgatesCatalogue.Delivered, "doručená před čtyřiceti dny: reklamace") with
        {
            Pin = "864206", Goods = [("Tyčový vysavač", 3421)], OrderedDaysAgo = 44, ChangedDaysAgo = 40, PaidDaysAgo = 44, Shipment = Parcels, Point = "1234", Invoice = true,
        },
        Demo(7, "Gustav", "Černý", UpgatesCatalogue.Late, "obchod ji odložil: k člověku") with
        {
            Pin = "209307", Goods = [("Jídelní židle", 4891)], OrderedDaysAgo = 12, ChangedDaysAgo = 2, PaidDaysAgo = 12,
        },
        Demo(8, "Hana", "Šedá", UpgatesCatalogue.Cancelled, "zrušená") with
        {
            Pin = "641808", Goods = [("Cestovní batoh", 891)], OrderedDaysAgo = 6, ChangedDaysAgo = 4, PaidDaysAgo = 6,
        },
        Demo(9, "Ivan", "Zelený", UpgatesCatalogue.Received, "dobírka, neodeslaná: změna platby") with { Pin = "927609", Goods = [("Sada hrnců", 1052)], Payment = OnDelivery },
        Demo(10, "Jitka", "Modrá", UpgatesCatalogue.SoldOut, "jedna položka není na skladě: k člověku") with
        {
            Pin = "135710", Goods = [("Stolní lampa", 651), ("Pracovní stůl", 2000)], OrderedDaysAgo = 4, PaidDaysAgo = 4,
        },
        Demo(11, "Alena", "Nová", UpgatesCatalogue.Sent, "druhá objednávka prvního volajícího, na cestě") with
        {
            Pin = "771411", Dialled = "+420601000001", Phone = "601 000 001", Goods = [("Tričko s potiskem", 461)], OrderedDaysAgo = 4, PaidDaysAgo = 4, Invoice = true,
        },
        Demo(12, "Karel", "Lípa", UpgatesCatalogue.Delivered, "na firmu, pevná linka, doručená") with
        {
            Pin = "520812", Dialled = "+420222000012", Phone = "+420 222 000 012", Goods = [("Kancelářská židle", 12001), ("Kancelářský papír", 300)],
            Payment = null, OrderedDaysAgo = 9, ChangedDaysAgo = 5, PaidDaysAgo = 8, Company = "Kancelář Lípa s.r.o.", Invoice = true,
        },
        Demo(13, "Ludmila", "Růžová", UpgatesCatalogue.Delivered, "tři položky, doručená před třemi dny") with
        {
            Pin = "396113", Goods = [("Zimní bunda", 1200), ("Vlněná čepice", 271), ("Náušnice", 300)], OrderedDaysAgo = 6, ChangedDaysAgo = 3, PaidDaysAgo = 6, Invoice = true,
        },
        Demo(14, "Marek", "Zlatý", UpgatesCatalogue.AtPoint, "přesměrovaná do jiného boxu") with
        {
            Pin = "817514", Goods = [("Bezdrátová sluchátka", 651)], OrderedDaysAgo = 5, PaidDaysAgo = 5, Shipment = Parcels, Point = "1234", Invoice = true,
        },
        Demo(15, "Naděžda", "Tichá", UpgatesCatalogue.ToConfirm, "dobírka, čeká na potvrzení") with
        {
            Pin = "463015", Goods = [("Dřevěné sáňky", 1452)], Payment = OnDelivery, OrderedDaysAgo = 0, ChangedDaysAgo = 0,
        },
        Demo(16, "Jan", "Vzorový", UpgatesCatalogue.Received, "čeká na převod") with { Pin = "284716", Goods = [("Vzorové pivo 11°", 204)], Payment = null },
        Demo(17, "Jana", "Vzorová", UpgatesCatalogue.Paid, "sada s dárkem, zaplacená") with
        {
            Pin = "593817", Goods = [("Čajová sada", 790)], HasSet = true, OrderedDaysAgo = 0, ChangedDaysAgo = 0, PaidDaysAgo = 0,
        },
        Demo(18, "Jan", "Vzorový", UpgatesCatalogue.Paid, "číslo s předponou, zaplacená") with
        {
            Number = "VO-2026-0001", Pin = "617318", Goods = [("Hrnek", 190)], OrderedDaysAgo = 0, ChangedDaysAgo = 0, PaidDaysAgo = 0,
        },
        Demo(19, "Ján", "Vzorový", UpgatesCatalogue.Paid, "v eurech") with
        {
            Pin = "740519", Phone = "+421 901 000 019", Dialled = "+421901000019", Goods = [("Termoska", 24.90m)], Currency = "EUR", Language = "sk",
            OrderedDaysAgo = 0, ChangedDaysAgo = 0, PaidDaysAgo = 0,
        },
        Demo(20, "Jan", "Vzorový", UpgatesCatalogue.Meaningless, "stav, kterému nikdo nedal význam") with { Pin = "852620", Goods = [("Nůž s rytinou", 1290)], PaidDaysAgo = 1 },
        Spelled(21, "931721", "+420 601 000 021"),
        Spelled(22, "374922", "601000021"),
        Spelled(23, "486523", "00420601000021"),
        Spelled(24, "529424", "420 601-000-021"),
    ];

    private static Fixture Demo(int n, string first, string last, int status, string situation) => new(n, $"2026001{n:000}", first, last, status, situation)
    {
        Dialled = $"+4206010000{n:00}",
        Phone = $"+420 6010000{n:00}",
    };

    private static Fixture Spelled(int n, string pin, string phone) => Demo(n, "Jan", "Vzorový", UpgatesCatalogue.Received, "jeden telefon, psaný čtyřmi způsoby") with
    {
        Pin = pin,
        Phone = phone,
        Dialled = "+420601000021",
        Goods = [("Zápisník", 149)],
        Payment = OnDelivery,
        OrderedDaysAgo = 0,
        ChangedDaysAgo = 0,
    };

    private static string EmailOf(Fixture fixture) => $"zakaznik{fixture.N}@example.com";

    private static JsonObject Make(Fixture fixture, int id, DateTimeOffset now)
    {
        var order = UpgatesOrderForm.Blank(fixture.Number, id, now.AddDays(-fixture.OrderedDaysAgo).AddHours(-2));
        var status = UpgatesCatalogue.StatusOf($"{fixture.Status}")!;
        order["language_id"] = fixture.Language;
        order["currency_id"] = fixture.Currency;
        order["default_currency_rate"] = fixture.Currency == "CZK" ? 1 : 0.04m;
        order["status_id"] = fixture.Status;
        order["status"] = UpgatesCatalogue.NameOf(status, fixture.Language);
        order["resolved_yn"] = status["mark_resolved_yn"]!.DeepClone();
        order["last_update_time"] = UpgatesValue.Write(now.AddDays(-fixture.ChangedDaysAgo).AddHours(-1));
        order["paid_date"] = fixture.PaidDaysAgo is { } paid ? UpgatesValue.Write(now.AddDays(-paid).AddMinutes(-110)) : null;
        order["variable_symbol"] = $"5260010{fixture.N:000}";
        order["customer"] = Customer(fixture);
        order["products"] = new JsonArray([.. Lines(fixture)]);
        Send(order, fixture);
        var payment = UpgatesOrderForm.Find(UpgatesCatalogue.Payments, fixture.Payment, "Bankovním převodem")!;
        order["payment"] = UpgatesOrderForm.Method(payment, UpgatesOrderForm.NameOf(payment), UpgatesOrderForm.PriceOf(payment), 21);
        order["metas"] = new JsonArray { new JsonObject { ["key"] = "pin", ["type"] = "input", ["value"] = fixture.Pin } };
        UpgatesOrderForm.Total(order);
        return order;
    }

    private static JsonObject Customer(Fixture fixture)
    {
        var customer = UpgatesOrderForm.Customer(fixture.First, fixture.Last, EmailOf(fixture), fixture.Phone, $"Vzorová {fixture.N}", "Praha 2", "12000");
        if (fixture.Company is { } company)
        {
            customer["company_yn"] = true;
            customer["company"] = company;
            customer["ico"] = "12345679";
            customer["dic"] = "CZ12345679";
        }

        return customer;
    }

    private static List<JsonObject> Lines(Fixture fixture)
    {
        var lines = fixture.Goods.Select(item => UpgatesOrderForm.Product(item.Title, item.Price)).ToList();
        if (fixture.HasSet)
        {
            lines[0]["type"] = "set";
            var set = UpgatesValue.Text(lines[0]["uuid"]);
            lines.Add(UpgatesOrderForm.Product("Konvička", 0, type: "set_part", parent: set));
            lines.Add(UpgatesOrderForm.Product("Vzorek čaje", 0, type: "gift", parent: set));
        }

        return lines;
    }

    private static void Send(JsonObject order, Fixture fixture)
    {
        var shipment = UpgatesOrderForm.Find(UpgatesCatalogue.Shipments, fixture.Shipment, name: null)!;
        var sent = UpgatesOrderForm.Method(shipment, UpgatesOrderForm.NameOf(shipment), UpgatesOrderForm.PriceOf(shipment), 21);
        var point = UpgatesCatalogue.AffiliatesOf(UpgatesValue.Text(shipment["id"])!).FirstOrDefault(each => UpgatesValue.Text(each["affiliate_id"]) == fixture.Point);
        sent["affiliate_id"] = fixture.Point;
        sent["affiliate_name"] = UpgatesValue.Text(point?["name"]);
        order["shipment"] = sent;
        if (fixture.Status is UpgatesCatalogue.Sent or UpgatesCatalogue.AtPoint or UpgatesCatalogue.Delivered)
        {
            var code = Fixtures.ParcelOf(fixture.Number)?.Id ?? $"7041260{fixture.N:000}";
            order["tracking_code"] = code;
            order["tracking_url"] = UpgatesValue.Text(shipment["tracking_url"]) + code;
        }
    }

    private sealed record Fixture(int N, string Number, string First, string Last, int Status, string Situation)
    {
        public string Pin { get; init; } = string.Empty;

        public required string Dialled { get; init; }

        public required string Phone { get; init; }

        public IReadOnlyList<(string Title, decimal Price)> Goods { get; init; } = [];

        public int OrderedDaysAgo { get; init; } = 1;

        public int ChangedDaysAgo { get; init; } = 1;

        public int? PaidDaysAgo { get; init; }

        public string? Payment { get; init; } = Card;

        public string Shipment { get; init; } = Courier;

        public string? Point { get; init; }

        public string? Company { get; init; }

        public bool Invoice { get; init; }

        public bool HasSet { get; init; }

        public string Currency { get; init; } = "CZK";

        public string Language { get; init; } = "cs";
    }
}

/// <summary>Somebody whose order the shop has.</summary>
/// <param name="Order">The order's number.</param>
/// <param name="Phone">The phone that calls, E.164.</param>
/// <param name="Pin">What the order's field <c>pin</c> holds.</param>
/// <param name="Situation">What can be tried.</param>
/// <param name="Email">The customer's e-mail address.</param>
public sealed record UpgatesCaller(string Order, string Phone, string Pin, string Situation, string Email);
