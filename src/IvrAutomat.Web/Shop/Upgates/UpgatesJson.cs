using System.Globalization;
using System.Text.Json;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Reads what Upgates answers as tolerantly as its documentation is loose: numbers as texts, yes as <c>"1"</c>, one object where a list was
/// announced, empty texts for nothing, fields that are not there.
/// </summary>
internal static class UpgatesJson
{
    /// <summary>The object of an answer; null when it is none.</summary>
    public static JsonElement? Parse(OutsideAnswer answer)
    {
        if (answer.MediaType.Length > 0 && !answer.MediaType.EndsWith("json", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text, or a number as one; null for nothing and for an empty one.</summary>
    public static string? Text(this JsonElement json, string name) => Field(json, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A number, or a text that is one.</summary>
    public static decimal? Number(this JsonElement json, string name)
        => json.Text(name) is { } text
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A yes or no in any of its forms; nothing is no.</summary>
    public static bool Flag(this JsonElement json, string name) => Field(json, name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var value) && value != 0,
        { ValueKind: JsonValueKind.String } text => text.GetString() is "1" or "true" or "True",
        _ => false,
    };

    /// <summary>An instant; a day alone is its first moment in UTC.</summary>
    public static DateTimeOffset? Time(this JsonElement json, string name)
        => json.Text(name) is { } text
            && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>An object; undefined when there is none, which reads as empty.</summary>
    public static JsonElement Object(this JsonElement json, string name)
        => Field(json, name) is { ValueKind: JsonValueKind.Object } found ? found : default;

    /// <summary>The objects of a list; one object stands for a list of one.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement json, string name) => Field(json, name) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object),
        { ValueKind: JsonValueKind.Object } one => [one],
        _ => [],
    };

    /// <summary>An error among the messages of an answer or of one of its items.</summary>
    public static bool HasError(this JsonElement json)
        => json.Each("messages").Any(message => message.Text("level") is "error" or "fatal_error");

    private static JsonElement? Field(JsonElement json, string name)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
}
