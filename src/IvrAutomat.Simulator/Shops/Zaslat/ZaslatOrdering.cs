using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Shops.Zaslat;

/// <summary>Offers and orders: what is asked for is judged as Zaslat judges it.</summary>
internal sealed class ZaslatOrdering(ZaslatBoard board, ZaslatStandIn switches)
{
    private static readonly string[] DropOffOnly = ["BALIKOVNA", "ZASILKOVNA"];
    private int _orders;

    /// <summary>What can be had on a day.</summary>
    public IResult Rates(JsonNode asked)
    {
        var wrong = new List<(string, string)>();
        foreach (var side in (string[])["from", "to"])
        {
            if (Text(asked[side], "id") is null && Text(asked[side], "country") is null)
            {
                wrong.Add(($"{side}.country", "Country cannot be empty"));
            }
        }

        wrong.AddRange(Packages(asked["packages"]));
        if (wrong.Count > 0)
        {
            return ZaslatAnswer.Wrong("Validation error", switches.ErrorShape, [.. wrong]);
        }

        var rates = new JsonArray();
        if (Day(asked) is { } day && switches.Goes(day))
        {
            rates.Add(Rate("PPL", "PPL Parcel", 11, day, ZaslatBoard.Price));
            rates.Add(Rate("DPD", "DPD Classic", 21, day, ZaslatBoard.Price + 20m));
            rates.Add(Rate("FEDEX", "FedEx Economy", 31, day, ZaslatBoard.Price - 20m, isSelectable: false));
        }

        return ZaslatAnswer.Rates(rates);
    }

    /// <summary>Orders shipments.</summary>
    public IResult Create(JsonNode asked)
    {
        if (Text(asked, "payment_type") == "INVOICE" && !switches.AllowsInvoice)
        {
            return ZaslatAnswer.Of(StatusCodes.Status401Unauthorized, "You are not allowed to use invoice payment method");
        }

        if (asked["shipments"] is not JsonArray { Count: > 0 } shipments || shipments.Any(shipment => shipment is null))
        {
            return ZaslatAnswer.Wrong("Validation error", switches.ErrorShape, ("shipments", "Shipments cannot be empty"));
        }

        var wrong = shipments.SelectMany(shipment => Judge(shipment!)).ToArray();
        if (wrong.Length > 0)
        {
            return ZaslatAnswer.Wrong("Contact validation error", switches.ErrorShape, wrong);
        }

        var price = ZaslatBoard.Price * shipments.Count;
        if (Text(asked, "payment_type") == "CREDIT" && board.Credit < price)
        {
            return ZaslatAnswer.Wrong("Insufficient credit", switches.ErrorShape, ("payment_type", "Insufficient credit"));
        }

        board.Credit -= price;
        var order = $"OP{23_100_000 + ++_orders}X";
        var made = shipments.Select(shipment => board.Create(
            order, Text(shipment, "reference"), Text(shipment, "carrier") ?? "PPL", Day(shipment!)!.Value,
            shipment!["from"]!.DeepClone(), shipment["to"]!.DeepClone())).ToList();
        return ZaslatAnswer.Data("Order was successfully created", new JsonObject
        {
            ["order"] = $"{_orders:00000000000000000000000000000000}",
            ["order_number"] = order,
            ["shipments"] = new JsonArray([.. made.Select(shipment => (JsonNode)shipment.Id)]),
        });
    }

    private static JsonObject Rate(string carrier, string service, int id, DateOnly day, decimal price, bool isSelectable = true) => new()
    {
        ["carrier"] = carrier,
        ["service"] = service,
        ["service_id"] = id,
        ["pickup_date"] = $"{day:yyyy-MM-dd}",
        ["delivery_date"] = $"{day.AddDays(1):yyyy-MM-dd}",
        ["price"] = new JsonObject { ["value"] = price, ["currency"] = "CZK" },
        ["price_vat"] = new JsonObject { ["value"] = price * 1.21m, ["currency"] = "CZK" },
        ["selectable"] = isSelectable,
    };

    private IEnumerable<(string Field, string Text)> Judge(JsonNode shipment)
    {
        var carrier = Text(shipment, "carrier");
        if (carrier is not null && DropOffOnly.Contains(carrier) && Text(shipment, "type") is not null)
        {
            yield return ("type", "Type is not allowed for drop-off");
        }

        if (Text(shipment, "type") == "OCCASIONAL" && shipment["from"] is not JsonObject { Count: 1 })
        {
            yield return ("from", "Only id of a contracted address is allowed");
        }

        if (Day(shipment) is not { } day || !switches.Goes(day))
        {
            yield return ("pickup_date", "Pickup date is not available");
        }

        foreach (var side in (string[])["from", "to"])
        {
            foreach (var error in Address(shipment[side], side))
            {
                yield return error;
            }
        }

        foreach (var error in Packages(shipment["packages"]))
        {
            yield return error;
        }
    }

    private static IEnumerable<(string Field, string Text)> Address(JsonNode? given, string side)
    {
        if (Text(given, "id") is not null)
        {
            yield break;
        }

        foreach (var (field, text) in ((string, string)[])
            [("street", "Address line cannot be empty"), ("city", "City cannot be empty"), ("country", "Country cannot be empty"), ("phone", "Phone cannot be empty")])
        {
            if (Text(given, field) is null)
            {
                yield return ($"{side}.{field}", text);
            }
        }

        if (Text(given, "zip") is not { } zip || zip.Any(sign => !char.IsAsciiLetterOrDigit(sign)))
        {
            yield return ($"{side}.zip", "Invalid postal code");
        }
    }

    private static IEnumerable<(string Field, string Text)> Packages(JsonNode? given)
    {
        if (given is not JsonArray { Count: > 0 } packages
            || packages.Any(package => !decimal.TryParse(
                Text(package, "weight"), NumberStyles.Number, CultureInfo.InvariantCulture, out var weight) || weight <= 0))
        {
            yield return ("packages", "Weight must be greater than 0");
        }
    }

    private static DateOnly? Day(JsonNode asked) => DateOnly.TryParseExact(
        Text(asked, "pickup_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(JsonNode? node, string name)
        => (node as JsonObject)?[name] is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;
}
