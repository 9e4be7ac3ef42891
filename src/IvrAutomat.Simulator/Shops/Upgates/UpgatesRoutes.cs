using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>A request whose login is right.</summary>
/// <param name="Method">The method, also when it came as an override.</param>
/// <param name="Path">Below the base path; it may end with a slash.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The body; empty when there was none.</param>
internal sealed record UpgatesRequest(string Method, string Path, IQueryCollection Query, JsonObject Body);

/// <summary>An answer: JSON, or something else ready made.</summary>
internal sealed record UpgatesAnswer(JsonNode? Json, int Status = StatusCodes.Status200OK, IResult? Result = null)
{
    public static implicit operator UpgatesAnswer(JsonObject json) => new(json, StatusCodes.Status200OK);
}

/// <summary>The end points: which paths there are, what they take, and what they answer.</summary>
internal sealed class UpgatesRoutes(
    UpgatesData data, UpgatesOrders orders, UpgatesWebhooks webhooks, UpgatesLogins logins, Action<string, string> count)
{
    private const int LongestName = 50;
    private const int LongestValue = 500;

    private static readonly string[] Services =
        ["orders", "order-statuses", "payments", "shipments", "invoices", "customers", "products", "languages", "owner", "config"];

    /// <summary>An error with its message.</summary>
    public static IResult Error(int status, string text) => Results.Json(Messages(text), statusCode: status);

    /// <summary>The method meant: a POST may carry another one.</summary>
    public static string MethodOf(HttpRequest request) => request.Method == "POST" && request.Headers["X-HTTP-Method-Override"] is [{ Length: > 0 } meant, ..]
        ? meant.ToUpperInvariant()
        : request.Method;

    /// <summary>Answers a request.</summary>
    public UpgatesAnswer Answer(UpgatesRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (Find(path, request) is not { } methods)
        {
            return Refused(StatusCodes.Status404NotFound, "Adresa neexistuje.");
        }

        if (!methods.TryGetValue(request.Method, out var answer))
        {
            return Refused(StatusCodes.Status405MethodNotAllowed, "Metoda není podporována.");
        }

        return logins.Allows(path[0], request.Method != "GET")
            ? answer()
            : Refused(StatusCodes.Status403Forbidden, "K tomuto nemáte oprávnění.");
    }

    private Dictionary<string, Func<UpgatesAnswer>>? Find(string[] path, UpgatesRequest request) => path switch
    {
        ["status"] => Get(Status),
        ["orders"] => new()
        {
            ["GET"] = () => ListOrders(request.Query),
            ["PUT"] = () => Batch(orders.Put(request.Body)),
            ["POST"] = () => Batch(orders.Post(request.Body)),
            ["DELETE"] = () => orders.Delete(UpgatesValue.List(request.Query["order_numbers"]).Append(request.Query["order_number"].ToString()).Where(each => each.Length > 0)),
        },
        ["orders", var number] => Get(() => OneOrder(number, request.Query)),
        ["orders", var number, "pdf"] => Get(() => Pdf($"Objednavka {number}", HasOrder(number))),
        ["orders", var number, "history"] => new() { ["GET"] = () => History(number), ["POST"] = () => AddHistory(number, request.Body) },
        ["orders", var number, "urls"] => new() { ["POST"] = () => AddLink(number, request.Body) },
        ["order-statuses"] => Get(() => ListOf("order_statuses", UpgatesCatalogue.Statuses, request.Query)),
        ["order-statuses", var id] => Get(() => One("order_statuses", UpgatesCatalogue.Statuses, id, request.Query)),
        ["payments"] => Get(() => ListOf("payments", UpgatesCatalogue.Payments, request.Query)),
        ["payments", var id] => Get(() => One("payments", UpgatesCatalogue.Payments, id, request.Query)),
        ["shipments"] => Get(() => ListOf("shipments", UpgatesCatalogue.Shipments, request.Query)),
        ["shipments", "groups"] => Get(() => new JsonObject { ["groups"] = new JsonArray() }),
        ["shipments", var id] => Get(() => One("shipments", UpgatesCatalogue.Shipments, id, request.Query)),
        ["shipments", var id, "affiliates"] => Get(() => UpgatesOrderQuery.Page("affiliates", UpgatesCatalogue.AffiliatesOf(id), request.Query)),
        ["invoices"] => Get(() => ListDocuments(request.Query)),
        ["invoices", var number] => Get(() => Documents(request.Query, each => UpgatesValue.Text(each["invoice_number"]) == number)),
        ["invoices", var number, "pdf"] => Get(() => Pdf($"Faktura {number}", HasDocument(number))),
        ["customers"] => Get(() => UpgatesOrderQuery.Page("customers", [], request.Query)),
        ["languages"] => Get(() => UpgatesCatalogue.Languages()),
        ["owner"] => Get(() => UpgatesCatalogue.Owner()),
        ["config"] => Get(() => UpgatesCatalogue.Config()),
        ["webhooks", "events"] => Get(AllEvents),
        ["webhooks"] => new()
        {
            ["GET"] = () => new JsonObject { ["webhooks"] = UpgatesValue.Copies(webhooks.All) },
            ["POST"] = () => SaveWebhook(request.Body, isNew: true),
            ["PUT"] = () => SaveWebhook(request.Body, isNew: false),
            ["DELETE"] = () => new JsonObject { ["webhooks"] = webhooks.Delete(UpgatesValue.List(request.Query["ids"])) },
        },
        ["webhooks", var id] => new()
        {
            ["GET"] = () => new JsonObject { ["webhooks"] = UpgatesValue.Copies(webhooks.All.Where(each => UpgatesValue.Text(each["id"]) == id)) },
            ["DELETE"] = () => new JsonObject { ["webhooks"] = webhooks.Delete([id]) },
        },
        _ => null,
    };

    private static Dictionary<string, Func<UpgatesAnswer>> Get(Func<UpgatesAnswer> answer) => new() { ["GET"] = answer };

    private UpgatesAnswer Status() => new JsonObject
    {
        ["services"] = new JsonArray([.. Services.Select(service => (JsonNode)new JsonObject
        {
            ["service"] = service,
            ["url"] = $"https://vzorovy-obchod.admin.s1.upgates.com/api/v2/{service}",
            ["privilege"] = logins.RightAt(service),
        })]),
        ["documentation_link"] = "https://docs.upgates.com/api/intro",
    };

    private UpgatesAnswer ListOrders(IQueryCollection query)
    {
        lock (data.Gate)
        {
            return UpgatesOrderQuery.Unreadable(query) is { } time
                ? Refused(StatusCodes.Status400BadRequest, $"Neplatný čas: {time}.")
                : UpgatesOrderQuery.Page("orders", [.. UpgatesOrderQuery.Select(data.Orders, query)], query);
        }
    }

    // Also the detail is a list; an unknown number gives an empty one.
    private UpgatesAnswer OneOrder(string number, IQueryCollection query)
    {
        lock (data.Gate)
        {
            return UpgatesOrderQuery.Page("orders", data.Find(number) is { } order ? [order] : [], query);
        }
    }

    private static UpgatesAnswer Batch(JsonObject? answer)
        => answer ?? Refused(StatusCodes.Status413PayloadTooLarge, "Nejvýše 100 položek.");

    private UpgatesAnswer History(string number)
    {
        lock (data.Gate)
        {
            var records = data.HistoryOf(number);
            return new JsonObject { ["number_of_items"] = records.Count, ["history"] = UpgatesValue.Copies(records) };
        }
    }

    private UpgatesAnswer AddHistory(string number, JsonObject body)
    {
        lock (data.Gate)
        {
            if (data.Find(number) is null || body["data"] is not JsonArray entries)
            {
                return new JsonObject { ["updated"] = false, ["messages"] = new JsonArray { UpgatesValue.Message("order", "order_number", "Objednávka neexistuje.") } };
            }

            data.HistoryOf(number).Add(new JsonObject
            {
                ["event"] = "Záznam z API",
                ["user_name"] = StandInKeys.User,
                ["changes"] = new JsonArray(),
                ["admin_yn"] = true,
                ["origin"] = "api",
                ["data"] = new JsonArray([.. entries.Select(entry => (JsonNode)new JsonObject
                {
                    ["name"] = Cut(UpgatesValue.Text(entry?["name"]), LongestName),
                    ["value"] = Cut(UpgatesValue.Text(entry?["value"]), LongestValue),
                })]),
                ["creation_time"] = data.Now,
            });
            count("history", number);
            return new JsonObject { ["updated"] = true, ["messages"] = new JsonArray() };
        }
    }

    private UpgatesAnswer AddLink(string number, JsonObject body)
    {
        lock (data.Gate)
        {
            if (data.Find(number)?["attachments"] is not JsonArray attachments || body["urls"] is not JsonArray links)
            {
                return Refused(StatusCodes.Status404NotFound, "Objednávka neexistuje.");
            }

            var link = links[0]!.DeepClone().AsObject();
            link["id"] = $"{attachments.Count + 1}";
            attachments.Add(link.DeepClone());
            count("link", number);
            link["inserted_yn"] = true;
            link["messages"] = new JsonArray();
            return new JsonObject { ["urls"] = link, ["messages"] = new JsonArray() };
        }
    }

    private static UpgatesAnswer ListOf(string name, IReadOnlyList<JsonObject> all, IQueryCollection query)
    {
        bool Fits(string parameter, JsonNode? value) => !query.TryGetValue(parameter, out var wanted)
            || UpgatesValue.List(wanted).Contains(UpgatesValue.Text(value), StringComparer.Ordinal);
        return UpgatesOrderQuery.Page(
            name, [.. all.Where(each => Fits("ids", each["id"]) && Fits("code", each["code"]) && Fits("codes", each["code"]) && Fits("type", each["type"]))], query);
    }

    private static UpgatesAnswer One(string name, IReadOnlyList<JsonObject> all, string id, IQueryCollection query)
        => UpgatesOrderQuery.Page(name, [.. all.Where(each => UpgatesValue.Text(each["id"]) == id)], query);

    private UpgatesAnswer ListDocuments(IQueryCollection query)
    {
        bool Is(string parameter, string? value) => !query.TryGetValue(parameter, out var wanted) || UpgatesValue.List(wanted).Contains(value, StringComparer.Ordinal);
        bool From(string parameter, JsonNode? value)
            => !query.TryGetValue(parameter, out var from) || UpgatesValue.Time(UpgatesValue.Text(value)) >= UpgatesValue.Time(from);
        return Documents(query, each => Is("invoice_numbers", UpgatesValue.Text(each["invoice_number"]))
            && Is("type", UpgatesValue.Text(each["type"]))
            && Is("paid_yn", UpgatesValue.Truth(each["paid_yn"]) == true ? "1" : "0")
            && From("creation_time_from", each["creation_time"])
            && From("last_update_time_from", each["last_update_time"]));
    }

    private UpgatesAnswer Documents(IQueryCollection query, Func<JsonObject, bool> fits)
    {
        lock (data.Gate)
        {
            return UpgatesOrderQuery.Page("invoices", [.. data.Documents.Where(fits)], query);
        }
    }

    private bool HasOrder(string number)
    {
        lock (data.Gate)
        {
            return data.Find(number) is not null;
        }
    }

    private bool HasDocument(string number)
    {
        lock (data.Gate)
        {
            return data.Documents.Exists(each => UpgatesValue.Text(each["invoice_number"]) == number);
        }
    }

    private static UpgatesAnswer Pdf(string title, bool exists) => exists
        ? new(Json: null, Result: Results.Bytes(UpgatesDocuments.Pdf(title), "application/pdf"))
        : Refused(StatusCodes.Status404NotFound, "Doklad neexistuje.");

    private static UpgatesAnswer AllEvents() => new JsonObject
    {
        ["events"] = new JsonArray([.. UpgatesWebhooks.Events.Select(name => (JsonNode)new JsonObject { ["name"] = name, ["allowed_yn"] = "1" })]),
    };

    private UpgatesAnswer SaveWebhook(JsonObject wanted, bool isNew)
    {
        if (isNew == wanted.ContainsKey("id"))
        {
            return Refused(StatusCodes.Status400BadRequest, "id");
        }

        var (webhook, problem) = webhooks.Save(wanted);
        return webhook is null
            ? new JsonObject { ["webhook"] = null, ["messages"] = new JsonArray { UpgatesValue.Message("webhook", problem, "Neplatná hodnota.") } }
            : new JsonObject { ["webhook"] = webhook };
    }

    private static UpgatesAnswer Refused(int status, string text) => new(Messages(text), status);

    private static JsonObject Messages(string text) => new() { ["messages"] = new JsonArray { UpgatesValue.Message("api", property: null, text) } };

    private static string Cut(string? text, int longest) => text is null ? string.Empty : text.Length > longest ? text[..longest] : text;
}
