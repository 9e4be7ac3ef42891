using System.Text.Json;
using System.Text.Json.Serialization;

namespace IvrAutomat.Prompts;

/// <summary>Slots as a JSON object: the name of each slot with its value.</summary>
internal sealed class SlotsJson : JsonConverter<Slots>
{
    public override Slots Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Slots are an object of names and values.");
        }

        var slots = Slots.Empty;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            slots = slots.With(name, JsonSerializer.Deserialize<SlotValue>(ref reader, options)
                ?? throw new JsonException($"The slot '{name}' has no value."));
        }

        return slots;
    }

    public override void Write(Utf8JsonWriter writer, Slots value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, slot) in value)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, slot, options);
        }

        writer.WriteEndObject();
    }
}
