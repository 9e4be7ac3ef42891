using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IvrAutomat.Web.Shop.Zaslat;

/// <summary>Reads Zaslat's JSON, in which values come in several shapes.</summary>
internal static partial class ZaslatJson
{
    /// <summary>A member of an object; undefined when there is none.</summary>
    public static JsonElement Part(JsonElement of, string name)
        => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : default;

    /// <summary>A text or a number as text; null for anything else.</summary>
    public static string? Text(JsonElement of, string name) => Part(of, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } value ? value : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A number, or a text that holds one; null for anything else.</summary>
    public static decimal? Number(JsonElement of, string name)
        => decimal.TryParse(Text(of, name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A flag in any of its spellings; <paramref name="otherwise"/> when it is missing.</summary>
    public static bool Flag(JsonElement of, string name, bool otherwise) => Part(of, name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => otherwise,
        _ => Text(of, name) is "1" or "true",
    };

    /// <summary>
    /// The fields that an error names: a list of messages with fields, an object keyed by fields, or a text that names none. Texts are never
    /// repeated, they may quote an address; a name that does not look like one neither.
    /// </summary>
    public static IReadOnlyList<string> Fields(JsonElement errors) => errors.ValueKind switch
    {
        JsonValueKind.Array => [.. errors.EnumerateArray().Select(error => Text(error, "field")).OfType<string>().Where(IsName)],
        JsonValueKind.Object => [.. errors.EnumerateObject().Select(error => error.Name).Where(IsName)],
        _ => [],
    };

    private static bool IsName(string text) => Name().IsMatch(text);

    [GeneratedRegex(@"^[a-z_.\[\]0-9]{1,60}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
