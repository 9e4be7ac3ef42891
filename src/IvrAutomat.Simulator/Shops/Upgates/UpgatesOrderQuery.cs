using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>Lists as the shop answers them: filtered, ordered, a hundred to a page.</summary>
internal static class UpgatesOrderQuery
{
    public const int PageSize = 100;
    private static readonly string[] Times = ["creation_time_from", "creation_time_to", "last_update_time_from"];

    /// <summary>The name of a time that cannot be read, as when its plus was not escaped; null when all can.</summary>
    public static string? Unreadable(IQueryCollection query)
        => Array.Find(Times, name => query.TryGetValue(name, out var written) && UpgatesValue.Time(written) is null);

    /// <summary>The orders that a query asks for.</summary>
    public static IEnumerable<JsonObject> Select(IEnumerable<JsonObject> orders, IQueryCollection query)
    {
        var chosen = orders.Where(order => Fits(order, query));
        var by = query["order_by"] == "last_update_time" ? "last_update_time" : "creation_time";
        return query["order_dir"] == "desc"
            ? chosen.OrderByDescending(order => TimeOf(order, by))
            : chosen.OrderBy(order => TimeOf(order, by));
    }

    /// <summary>One page with its envelope.</summary>
    public static JsonObject Page(string name, IReadOnlyCollection<JsonObject> all, IQueryCollection query)
    {
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : 1;
        var items = all.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new JsonObject
        {
            ["current_page"] = page,
            ["current_page_items"] = items.Count,
            ["number_of_pages"] = (all.Count + PageSize - 1) / PageSize,
            ["number_of_items"] = all.Count,
            [name] = UpgatesValue.Copies(items),
        };
    }

    private static bool Fits(JsonObject order, IQueryCollection query)
    {
        string? Of(string field) => UpgatesValue.Text(order[field]);
        string? Deep(string part, string field) => UpgatesValue.Text(order[part]?[field]);
        bool Is(string name, string? value) => !query.TryGetValue(name, out var wanted) || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);
        bool IsOneOf(string name, string? value) => !query.TryGetValue(name, out var wanted) || UpgatesValue.List(wanted).Contains(value, StringComparer.Ordinal);
        bool From(string name, string field) => !query.TryGetValue(name, out var from) || TimeOf(order, field) >= UpgatesValue.Time(from);
        return Is("order_number", Of("order_number"))
            && IsOneOf("order_numbers", Of("order_number"))
            && Is("external_order_number", Of("external_order_number"))
            && Is("status", Of("status") ?? string.Empty)
            && Is("status_id", Of("status_id"))
            && IsOneOf("status_ids", Of("status_id"))
            && Is("language", Of("language_id"))
            && Is("email", Deep("customer", "email"))
            && Is("payment_type", Deep("payment", "type"))
            && Is("shipment_type", Deep("shipment", "type"))
            && (!query.TryGetValue("paid_yn", out var paid) || paid == (Of("paid_date") is null ? "0" : "1"))
            && (!query.TryGetValue("phone", out var phone) || phone == UpgatesValue.Msisdn(Deep("customer", "phone")))
            && From("creation_time_from", "creation_time")
            && From("last_update_time_from", "last_update_time")
            && (!query.TryGetValue("creation_time_to", out var to) || TimeOf(order, "creation_time") <= UpgatesValue.Time(to));
    }

    private static DateTimeOffset? TimeOf(JsonObject order, string field) => UpgatesValue.Time(UpgatesValue.Text(order[field]));
}
