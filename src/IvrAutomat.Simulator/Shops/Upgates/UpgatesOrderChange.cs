using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>One order of a PUT: checked as a whole, then applied as a whole.</summary>
internal sealed class UpgatesOrderChange(UpgatesData data, Action<string, string> count)
{
    private static readonly string[] Plain =
        ["external_order_number", "paid_date", "tracking_code", "resolved_yn", "internal_note", "statistics_yn", "dimensions", "metas"];

    /// <summary>Applies an item; the answer says whether it was.</summary>
    /// <param name="item">What is to change.</param>
    /// <param name="at">Its place in the list.</param>
    /// <param name="letter">What the whole PUT says about e-mails, SMS and missing lines.</param>
    public JsonObject Apply(JsonObject? item, int at, JsonObject letter)
    {
        var number = UpgatesValue.Text(item?["order_number"]);
        var order = data.Find(number);
        var problems = new JsonArray();
        if (item is null || order is null)
        {
            problems.Add(UpgatesValue.Message($"orders[{at}]", "order_number", "Objednávka neexistuje."));
            return Answer(number, null, problems);
        }

        Check(item, order, $"orders[{at}]", problems);
        if (problems.Count > 0)
        {
            return Answer(number, order, problems);
        }

        var before = UpgatesCatalogue.TypeOf(order["status_id"]);
        foreach (var kind in KindsOf(item, before))
        {
            count(kind, number!);
        }

        Change(item, order, UpgatesValue.Truth(letter["delete_missing_products_yn"]) == true);
        Tell(order, before, letter);
        return Answer(number, order, problems);
    }

    /// <summary>What kinds of change an item asks for, for the count of what was performed.</summary>
    private static IEnumerable<string> KindsOf(JsonObject item, string? before)
    {
        var known = 0;
        if (StatusOf(item) is { } status)
        {
            known++;
            var type = UpgatesValue.Text(status["type"]);
            yield return type == "Canceled" ? "cancel" : before == "Canceled" ? "restore" : type == "PaymentSuccessful" ? "paid" : "status";
        }
        else if (item.ContainsKey("paid_date"))
        {
            known++;
            yield return "paid";
        }

        foreach (var part in (string[])["payment", "shipment", "invoice", "credit_note", "products", "customer"])
        {
            if (item.ContainsKey(part))
            {
                known++;
                yield return part;
            }
        }

        if (known == 0)
        {
            yield return "change";
        }
    }

    private static JsonObject? StatusOf(JsonObject item)
        => UpgatesCatalogue.StatusOf(UpgatesValue.Text(item["status_id"]) ?? UpgatesValue.Text(item["status"]));

    private static void Check(JsonObject item, JsonObject order, string at, JsonArray problems)
    {
        void Wrong(string property, string text) => problems.Add(UpgatesValue.Message(at, property, text));
        if ((item.ContainsKey("status_id") || item.ContainsKey("status")) && StatusOf(item) is null)
        {
            Wrong(item.ContainsKey("status_id") ? "status_id" : "status", "Stav neexistuje.");
        }

        foreach (var part in (string[])["shipment", "payment"])
        {
            foreach (var field in (string[])["name", "price", "vat"])
            {
                if (item[part] is JsonObject method && UpgatesValue.Text(method[field]) is null)
                {
                    Wrong($"{part}.{field}", "Povinná položka chybí.");
                }
            }
        }

        foreach (var line in (item["products"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if (UpgatesValue.Number(line["price_per_unit"]) is null)
            {
                Wrong("products.price_per_unit", "Povinná položka chybí.");
            }

            if (UpgatesValue.Text(line["uuid"]) is { } uuid && LineOf(order, uuid) is null)
            {
                Wrong("products.uuid", "Řádek neexistuje.");
            }
        }

        if (item["quantity_discount"] is JsonObject discount
            && (UpgatesValue.Number(discount["amount"]) is null || UpgatesValue.Text(discount["type"]) is not ("price" or "percent")))
        {
            Wrong("quantity_discount", "Povinná položka chybí.");
        }

        if (item["customer"] is JsonObject customer)
        {
            if (UpgatesValue.Truth(customer["company_yn"]) == true && UpgatesValue.Text(customer["company"]) is null)
            {
                Wrong("customer.company", "Povinná položka chybí.");
            }

            if (customer.Any(field => field.Key.EndsWith("_postal", StringComparison.Ordinal)) && UpgatesValue.Truth(customer["postal_yn"]) != true)
            {
                Wrong("customer.postal_yn", "Doručovací adresa vyžaduje postal_yn.");
            }
        }
    }

    private void Change(JsonObject item, JsonObject order, bool deleteMissing)
    {
        foreach (var field in Plain.Where(item.ContainsKey))
        {
            order[field] = field.EndsWith("_yn", StringComparison.Ordinal) ? UpgatesValue.Truth(item[field]) : item[field]?.DeepClone();
        }

        if (item.ContainsKey("variable_symbol"))
        {
            order["variable_symbol"] = UpgatesValue.Text(item["variable_symbol"]);
        }

        if (StatusOf(item) is { } status)
        {
            data.SetStatus(order, status);
        }

        Merge(order["customer"]!.AsObject(), item["customer"] as JsonObject);
        order["shipment"] = Replaced(order, item, "shipment", UpgatesCatalogue.Shipments);
        order["payment"] = Replaced(order, item, "payment", UpgatesCatalogue.Payments);
        ChangeLines(order, item["products"] as JsonArray, deleteMissing);
        UpgatesOrderForm.Total(order);
        order["last_update_time"] = data.Now;
        if (UpgatesValue.Truth(item["invoice"]?["generate_yn"]) == true)
        {
            UpgatesDocuments.Issue(data, order, UpgatesDocuments.Invoice);
        }

        if (UpgatesValue.Truth(item["credit_note"]?["generate_yn"]) == true)
        {
            UpgatesDocuments.Issue(data, order, UpgatesDocuments.CreditNote);
        }
    }

    private static JsonNode? Replaced(JsonObject order, JsonObject item, string part, IReadOnlyList<JsonObject> known)
    {
        if (item[part] is not JsonObject wanted)
        {
            return order[part]?.DeepClone();
        }

        var name = UpgatesValue.Text(wanted["name"])!;
        var method = UpgatesOrderForm.Find(known, UpgatesValue.Text(wanted["code"]), name);
        var made = UpgatesOrderForm.Method(method, name, UpgatesValue.Number(wanted["price"]) ?? 0, UpgatesValue.Number(wanted["vat"]) ?? 0);
        if (part == "shipment")
        {
            made["affiliate_id"] = UpgatesValue.Text(wanted["affiliate_id"]);
            made["affiliate_name"] = UpgatesValue.Text(wanted["affiliate_name"]);
        }

        return made;
    }

    private static void ChangeLines(JsonObject order, JsonArray? wanted, bool deleteMissing)
    {
        if (wanted is null)
        {
            return;
        }

        var lines = order["products"]!.AsArray();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in wanted.OfType<JsonObject>())
        {
            var changed = UpgatesValue.Text(line["uuid"]) is { } uuid ? LineOf(order, uuid)! : null;
            if (changed is null)
            {
                changed = UpgatesOrderForm.Product(UpgatesValue.Text(line["title"]) ?? string.Empty, 0);
                lines.Add(changed);
            }

            kept.Add(UpgatesValue.Text(changed["uuid"])!);
            foreach (var (field, value) in line)
            {
                changed[field] = field is "uuid" ? changed["uuid"]!.DeepClone() : UpgatesValue.Number(value) is { } number ? number : value?.DeepClone();
            }
        }

        if (deleteMissing)
        {
            foreach (var line in lines.Where(line => !kept.Contains(UpgatesValue.Text(line!["uuid"])!)).ToList())
            {
                lines.Remove(line);
            }
        }
    }

    private static JsonObject? LineOf(JsonObject order, string uuid)
        => order["products"]!.AsArray().OfType<JsonObject>().FirstOrDefault(line => UpgatesValue.Text(line["uuid"]) == uuid);

    private static void Merge(JsonObject into, JsonObject? from)
    {
        foreach (var (field, value) in from ?? [])
        {
            into[field] = field.EndsWith("_yn", StringComparison.Ordinal) ? UpgatesValue.Truth(value) : value?.DeepClone();
        }
    }

    // The shop's own messages hang on the status; whoever tells the customer himself has to switch them off.
    private void Tell(JsonObject order, string? before, JsonObject letter)
    {
        var now = UpgatesCatalogue.TypeOf(order["status_id"]);
        if (now is null || now == before)
        {
            return;
        }

        var number = UpgatesValue.Text(order["order_number"])!;
        foreach (var (kind, flag) in (ReadOnlySpan<(string, string)>)[("email", "send_emails_yn"), ("sms", "send_sms_yn")])
        {
            if (UpgatesValue.Truth(letter[flag]) ?? true)
            {
                data.Outbox.Add(new UpgatesMessage(kind, number, now, UpgatesValue.Time(data.Now)!.Value));
            }
        }
    }

    private static JsonObject Answer(string? number, JsonObject? order, JsonArray messages) => new()
    {
        ["order_number"] = number,
        ["order_url"] = order?["admin_url"]?.DeepClone(),
        ["updated_yn"] = order is not null && messages.Count == 0,
        ["messages"] = messages,
    };
}
