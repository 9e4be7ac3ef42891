using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>What can be done about orders by API, and by people in the administration.</summary>
internal sealed class UpgatesOrders(UpgatesData data, UpgatesWebhooks webhooks, Action<string, string> count)
{
    private const int MostItems = 100;
    private readonly UpgatesOrderChange _change = new(data, count);
    private readonly Dictionary<string, Action> _between = new(StringComparer.Ordinal);
    private int _made;

    /// <summary>Forgets what was to happen, and how many orders were made.</summary>
    public void Reset()
    {
        lock (data.Gate)
        {
            _between.Clear();
            _made = 0;
        }
    }

    /// <summary>Somebody changes this order in the administration just before the next PUT about it is performed: after it was read.</summary>
    public void ChangeBeforeNextWrite(string number, JsonObject change)
    {
        lock (data.Gate)
        {
            _between[number] = () => ByHand(number, change);
        }
    }

    /// <summary>Somebody changes an order in the administration.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="change">Fields as in a PUT.</param>
    /// <returns>False when there is no such order, or the change is not possible.</returns>
    public bool ChangeByHand(string number, JsonObject change)
    {
        lock (data.Gate)
        {
            return ByHand(number, change);
        }
    }

    /// <summary>Somebody brings an order into a situation, now or just before the next PUT about it is performed.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="state">See <see cref="UpgatesStates"/>.</param>
    /// <param name="beforeNextWrite">Not now.</param>
    public UpgatesStateSet SetState(string number, string state, bool beforeNextWrite)
    {
        lock (data.Gate)
        {
            if (data.Find(number) is not { } order)
            {
                return UpgatesStateSet.NoSuchOrder;
            }

            if (!UpgatesStates.Knows(state))
            {
                return UpgatesStateSet.NoSuchState;
            }

            if (beforeNextWrite)
            {
                _between[number] = () => Apply(order, state);
            }
            else
            {
                Apply(order, state);
            }

            return UpgatesStateSet.Set;
        }
    }

    private void Apply(JsonObject order, string state)
    {
        UpgatesStates.Apply(data, order, state);
        webhooks.Notify("Orders.update", Hint(order, "last_update_time"));
    }

    /// <summary><c>PUT /orders</c>; null when the list is longer than the shop takes.</summary>
    public JsonObject? Put(JsonObject body)
    {
        lock (data.Gate)
        {
            var items = body["orders"] as JsonArray ?? [];
            if (items.Count > MostItems)
            {
                return null;
            }

            var answers = new JsonArray();
            for (var at = 0; at < items.Count; at++)
            {
                var item = items[at] as JsonObject;
                var number = UpgatesValue.Text(item?["order_number"]);
                if (number is not null && _between.Remove(number, out var change))
                {
                    change();
                }

                var answer = _change.Apply(item, at, body);
                answers.Add(answer);
                if (UpgatesValue.Truth(answer["updated_yn"]) == true)
                {
                    webhooks.Notify("Orders.update", Hint(data.Find(number)!, "last_update_time"));
                }
            }

            return new JsonObject { ["orders"] = answers };
        }
    }

    /// <summary><c>POST /orders</c>; null when the list is longer than the shop takes.</summary>
    public JsonObject? Post(JsonObject body)
    {
        lock (data.Gate)
        {
            var items = body["orders"] as JsonArray ?? [];
            return items.Count > MostItems
                ? null
                : new JsonObject { ["orders"] = new JsonArray([.. items.Select((item, at) => (JsonNode)Create(item as JsonObject ?? [], at))]) };
        }
    }

    /// <summary><c>DELETE /orders</c>.</summary>
    public JsonObject Delete(IEnumerable<string> numbers)
    {
        lock (data.Gate)
        {
            var answers = new JsonArray();
            foreach (var number in numbers)
            {
                var order = data.Find(number);
                if (order is not null)
                {
                    data.Orders.Remove(order);
                    count("delete", number);
                    webhooks.Notify("Orders.delete", new JsonObject { ["order_number"] = number, ["deletion_time"] = data.Now });
                }

                answers.Add(new JsonObject
                {
                    ["order_number"] = number,
                    ["deleted_yn"] = order is not null,
                    ["messages"] = order is null ? [UpgatesValue.Message("orders", "order_number", "Objednávka neexistuje.")] : new JsonArray(),
                });
            }

            return new JsonObject { ["orders"] = answers };
        }
    }

    private bool ByHand(string number, JsonObject change)
    {
        var item = change.DeepClone().AsObject();
        item["order_number"] = number;
        var quiet = new JsonObject { ["send_emails_yn"] = false, ["send_sms_yn"] = false };
        var answer = new UpgatesOrderChange(data, static (_, _) => { }).Apply(item, 0, quiet);
        if (UpgatesValue.Truth(answer["updated_yn"]) != true)
        {
            return false;
        }

        webhooks.Notify("Orders.update", Hint(data.Find(number)!, "last_update_time"));
        return true;
    }

    private JsonObject Create(JsonObject wanted, int at)
    {
        var problems = Missing(wanted, at);
        if (problems.Count > 0)
        {
            return Made(wanted, order: null, problems);
        }

        var id = data.Orders.Count + 1 + _made;
        var number = $"{2026002000L + ++_made}";
        var order = UpgatesOrderForm.Blank(number, id, UpgatesValue.Time(UpgatesValue.Text(wanted["creation_time"]) ?? data.Now)!.Value);
        order["origin"] = "api";
        order["language_id"] = wanted["language_id"]!.DeepClone();
        order["currency_id"] = wanted["currency_id"]?.DeepClone() ?? "CZK";
        order["external_order_number"] = wanted["external_order_number"]?.DeepClone();
        order["variable_symbol"] = number;
        order["last_update_time"] = data.Now;
        order["customer"] = UpgatesOrderForm.Customer(string.Empty, string.Empty, email: null, phone: null, string.Empty, string.Empty, string.Empty);
        data.Orders.Add(order);
        var item = wanted.DeepClone().AsObject();
        item["order_number"] = number;
        item["status_id"] = wanted["status_id"]?.DeepClone() ?? UpgatesCatalogue.Received;
        var answer = new UpgatesOrderChange(data, static (_, _) => { }).Apply(item, at, wanted);
        if (UpgatesValue.Truth(answer["updated_yn"]) != true)
        {
            data.Orders.Remove(order);
            return Made(wanted, order: null, answer["messages"]!.DeepClone().AsArray());
        }

        count("create", number);
        webhooks.Notify("Orders.create", Hint(order, "creation_time"));
        return Made(wanted, order, []);
    }

    private static JsonArray Missing(JsonObject wanted, int at)
    {
        var problems = new JsonArray();
        void Need(bool given, string property)
        {
            if (!given)
            {
                problems.Add(UpgatesValue.Message($"orders[{at}]", property, "Povinná položka chybí."));
            }
        }

        var lines = wanted["products"] as JsonArray ?? [];
        Need(UpgatesValue.Text(wanted["language_id"]) is not null, "language_id");
        Need(UpgatesValue.Text(wanted["customer"]?["email"]) is not null, "customer.email");
        Need(lines.Count > 0, "products");
        foreach (var field in (string[])["title", "price_per_unit", "vat"])
        {
            Need(lines.All(line => UpgatesValue.Text(line?[field]) is not null), $"products.{field}");
        }

        return problems;
    }

    private static JsonObject Made(JsonObject wanted, JsonObject? order, JsonArray messages) => new()
    {
        ["external_order_number"] = wanted["external_order_number"]?.DeepClone(),
        ["order_number"] = order?["order_number"]?.DeepClone(),
        ["order_url"] = order?["admin_url"]?.DeepClone(),
        ["created_yn"] = order is not null,
        ["messages"] = messages,
    };

    private static JsonObject Hint(JsonObject order, string time) => new()
    {
        ["order_number"] = order["order_number"]!.DeepClone(),
        [time] = order[time]!.DeepClone(),
        ["status_id"] = order["status_id"]?.DeepClone(),
        ["status"] = order["status"]?.DeepClone(),
    };
}
