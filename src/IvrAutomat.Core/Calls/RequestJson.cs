using System.Text.Json;
using System.Text.Json.Serialization;

namespace IvrAutomat.Calls;

/// <summary>A request inside a request: it is written as the <see cref="Work"/> that it is, because only that knows its kinds by name.</summary>
public sealed class RequestJson : JsonConverter<Request>
{
    /// <inheritdoc />
    public override Request Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => JsonSerializer.Deserialize<Work>(ref reader, options) as Request ?? throw new JsonException("A request was expected.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Request value, JsonSerializerOptions options)
        => JsonSerializer.Serialize<Work>(writer, value, options);
}
