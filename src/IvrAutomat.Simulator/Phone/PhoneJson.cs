using System.Text.Encodings.Web;
using System.Text.Json;

namespace IvrAutomat.Simulator.Phone;

/// <summary>JSON as the server writes it everywhere else: camelCase, letters as they are.</summary>
internal static class PhoneJson
{
    // Not for embedding into a page: it travels as the data of an event and is parsed.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);
}
