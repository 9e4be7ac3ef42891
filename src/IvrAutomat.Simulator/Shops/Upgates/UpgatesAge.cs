using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>The same answer as other shops would write it: without newer fields, or with strings for numbers and truths.</summary>
internal static class UpgatesAge
{
    private static readonly string[] Newer =
    [
        "uuid", "type", "parent_uuid", "price_with_vat", "price_without_vat", "price_per_unit_with_vat", "price_per_unit_without_vat",
        "order_total_before_round", "order_total_rest", "dimensions", "case_number", "oss_yn", "loyalty_points", "quantity_discount", "agreements",
    ];

    public static JsonNode Of(JsonNode answer, bool isOld, bool writesStrings)
    {
        if (isOld)
        {
            foreach (var order in (answer["orders"] as JsonArray)?.OfType<JsonObject>() ?? [])
            {
                Strip(order);
            }
        }

        return writesStrings ? Strings(answer)! : answer;
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var name in Newer)
                {
                    fields.Remove(name);
                }

                foreach (var (_, value) in fields)
                {
                    Strip(value);
                }

                break;
            case JsonArray list:
                foreach (var each in list)
                {
                    Strip(each);
                }

                break;
            default:
                break;
        }
    }

    private static JsonNode? Strings(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Strings(field.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Strings)]),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            JsonValueKind.Number => UpgatesValue.Number(value)!.Value.ToString(CultureInfo.InvariantCulture),
            _ => value.DeepClone(),
        },
        _ => null,
    };
}
