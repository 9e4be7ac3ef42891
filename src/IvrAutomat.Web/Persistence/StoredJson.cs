using System.Text.Json;
using System.Text.Json.Serialization;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// How values are written into columns: names of enum members rather than numbers, nothing for null. It is stored as text, not as a
/// database's JSON type, because the discriminator of a polymorphic value has to stay first and a journal has to keep its bytes.
/// </summary>
internal static class StoredJson
{
    /// <summary>The options that every stored value is written and read with.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a value as <typeparamref name="T"/>: name the base type of a polymorphic value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write{T}"/> wrote; throws <see cref="JsonException"/> for anything else.</summary>
    public static T Read<T>(string json)
        => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
