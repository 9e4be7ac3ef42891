using System.Globalization;
using System.Text.Json.Nodes;

namespace IvrAutomat.Simulator.Shops.Upgates;

/// <summary>Reads and writes values as Upgates does: numbers and truth also as strings, times of the shop's zone to the second.</summary>
internal static class UpgatesValue
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    /// <summary>A text; numbers as they are written, null for everything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value
        ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString()
        : null;

    /// <summary><c>true</c>, <c>1</c>, <c>"1"</c> and their opposites; null for everything else.</summary>
    public static bool? Truth(JsonNode? node) => Text(node) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    /// <summary>A number, written as one or as a string.</summary>
    public static decimal? Number(JsonNode? node)
        => decimal.TryParse(Text(node), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A date or a time; without an offset it is meant in the shop's zone.</summary>
    public static DateTimeOffset? Time(string? written)
    {
        if (!DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
        {
            return null;
        }

        return local.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(local, Zone.GetUtcOffset(local))
            : DateTimeOffset.Parse(written!, CultureInfo.InvariantCulture);
    }

    /// <summary>A time as the shop writes it.</summary>
    public static string Write(DateTimeOffset instant)
        => TimeZoneInfo.ConvertTime(instant, Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A phone as the filter wants it: digits with the country, no plus.</summary>
    public static string Msisdn(string? phone)
    {
        var digits = string.Concat((phone ?? string.Empty).Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length == 9 ? "420" + digits : digits;
    }

    /// <summary>The values of a list in a query.</summary>
    public static string[] List(string? joined) => (joined ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A message of an answer.</summary>
    public static JsonObject Message(string @object, string? property, string text, string level = "error") => new()
    {
        ["object"] = @object,
        ["property"] = property,
        ["message"] = text,
        ["level"] = level,
    };

    /// <summary>Copies that can stand in an answer.</summary>
    public static JsonArray Copies(IEnumerable<JsonObject> objects) => [.. objects.Select(each => each.DeepClone())];
}
