using System.Text.Json;
using System.Text.Json.Serialization;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// All that a decision knows besides the call, the input and the instant: with it and the journal a call is decided again exactly. It holds
/// no secret and no customer.
/// </summary>
/// <param name="Shop">The shop's settings, with the opening hours that held.</param>
/// <param name="Languages">The languages that everything could be said in.</param>
/// <param name="Announced">What was announced.</param>
internal sealed record HouseFacts(ShopProfile Shop, ValueList<string> Languages, ValueList<AnnouncedText> Announced)
{
    /// <summary>The facts of a decision without its instant.</summary>
    public static HouseFacts Of(Facts facts) => new(facts.Shop, facts.Languages, facts.Announced);

    /// <summary>The facts of a decision at an instant.</summary>
    public Facts At(DateTimeOffset at)
        => new(TimeZoneInfo.ConvertTime(at, Shop.TimeZone), Shop) { Languages = Languages, Announced = Announced };

    /// <summary>As it is kept. The same facts give the same text.</summary>
    public string ToText() => JsonSerializer.Serialize(this, HouseFactsJson.Default.HouseFacts);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="JsonException">It is no such text.</exception>
    public static HouseFacts Read(string text)
        => JsonSerializer.Deserialize(text, HouseFactsJson.Default.HouseFacts) ?? throw new JsonException("Kept facts are empty.");
}

/// <summary>How the facts of the house are kept.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(TimeZoneJson)])]
[JsonSerializable(typeof(HouseFacts))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(AnnouncedText))]
internal sealed partial class HouseFactsJson : JsonSerializerContext;

/// <summary>A time zone by its name.</summary>
internal sealed class TimeZoneJson : JsonConverter<TimeZoneInfo>
{
    public override TimeZoneInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TimeZoneInfo.FindSystemTimeZoneById(reader.GetString() ?? throw new JsonException("A time zone has a name."));

    public override void Write(Utf8JsonWriter writer, TimeZoneInfo value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
