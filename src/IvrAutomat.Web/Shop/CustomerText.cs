using System.Text.Json;
using System.Text.Json.Serialization;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Words for a customer: what messages are made of, and nothing else is. It is made from prompts, or typed by a colleague
/// who writes to the customer. What is written for the shop's people
/// (<see cref="Helpdesk.InternalNote"/>) is another type, gives its words to nobody, and cannot become this one.
/// </summary>
/// <param name="Value">The words.</param>
[JsonConverter(typeof(CustomerTextJson))]
internal readonly record struct CustomerText(string Value)
{
    /// <summary>Prints nothing of them.</summary>
    public override string ToString() => nameof(CustomerText);
}

/// <summary>Stores the words as they are.</summary>
internal sealed class CustomerTextJson : JsonConverter<CustomerText>
{
    /// <inheritdoc />
    public override CustomerText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => new(reader.GetString() ?? throw new JsonException("Words for a customer were expected."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, CustomerText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
