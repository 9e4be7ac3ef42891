using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace IvrAutomat.Simulator.Shops.Comgate;

/// <summary>Reads what a shop wants to be paid, with the gateway's own objections.</summary>
internal static class ComgateCreation
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int LongestLabel = 16;
    private static readonly TimeSpan Usual = TimeSpan.FromDays(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly string[] Methods =
        ["ALL", "CARD_ALL", "BANK_ALL", "BANK_ONLY", "LATER_ALL", "PART_ALL", "LOAN_ALL", "APPLEPAY_REDIRECT", "GOOGLEPAY_REDIRECT", "PAYPAL", "CARD_CZ_CSOB_2", "CARD_CZ_COMGATE"];

    private static readonly string[] Languages = ["cs", "sk", "en", "pl", "fr", "ro", "de", "hu", "si", "hr"];

    /// <summary>The payment, or the code with which the gateway refuses it.</summary>
    public static (ComgatePayment? Payment, int Code, string Message) Read(JsonElement body, DateTimeOffset now)
    {
        string Text(string name) => ComgateJson.Text(body, name);
        var price = long.TryParse(Text("price"), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : 0;
        var (currency, country, method) = (Text("curr"), Text("country"), Text("method"));
        if (price <= 0)
        {
            return Refused(1309, "Incorrect amount");
        }

        if (currency is not ("CZK" or "EUR"))
        {
            return Refused(1310, "Unknown currency");
        }

        if ((currency, country) is ("CZK", "SK") or ("EUR", "CZ"))
        {
            return Refused(1107, "Price of the payment not supported");
        }

        if (Text("label").Length is 0 or > LongestLabel)
        {
            return Refused(1305, "Product description missing");
        }

        if (method.Length == 0 || method.Split('+', '-').FirstOrDefault(each => !IsMethod(each)) is { } unknown)
        {
            return Refused(method.Length == 0 ? 1306 : 1109, $"Invalid payment method [{method}]");
        }

        if (Text("lang") is { Length: > 0 } language && !Languages.Contains(language))
        {
            return Refused(1102, "Language not supported");
        }

        // An empty e-mail is taken; neither of the two named at all is not.
        if (Text("refId").Length == 0 || !(body.TryGetProperty("email", out _) || body.TryGetProperty("phone", out _)) || Lifetime(Text("expirationTime")) is not { } lifetime)
        {
            return Refused(1400, "Wrong query");
        }

        return (new ComgatePayment(NewId(), Text("refId"), price, currency, Text("label"), method, ComgateJson.Flag(body, "test"), now + lifetime)
        {
            Email = Text("email"),
            Phone = Text("phone"),
            Return = (Text("url_paid"), Text("url_cancelled"), Text("url_pending")),
        }, 0, "OK");
    }

    private static (ComgatePayment?, int, string) Refused(int code, string message) => (null, code, message);

    private static bool IsMethod(string name) => Methods.Contains(name) || name.StartsWith("BANK_CZ_", StringComparison.Ordinal);

    // "30m", "10h", "7d"; empty is the shop's default.
    private static TimeSpan? Lifetime(string text)
    {
        if (text.Length == 0)
        {
            return Usual;
        }

        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        TimeSpan? length = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        };
        return length >= Shortest && length <= Longest ? length : null;
    }

    private static string NewId() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}

/// <summary>Reads JSON as the gateway does: numbers and flags may be texts.</summary>
internal static class ComgateJson
{
    public static string Text(JsonElement body, string name) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Null ? string.Empty : value.GetRawText()
        : string.Empty;

    public static bool Flag(JsonElement body, string name) => Text(body, name) is "true" or "1";
}
