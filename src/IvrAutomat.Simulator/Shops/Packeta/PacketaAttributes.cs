using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>What Zásilkovna demands of the attributes of parcels and of returns.</summary>
internal static partial class PacketaAttributes
{
    private static readonly string[] Currencies = ["CZK", "EUR", "HUF", "PLN", "RON"];

    /// <summary>What is wrong with a new parcel.</summary>
    public static IReadOnlyList<(string Name, string Text)> OfParcel(XElement given) =>
    [
        .. Number(given),
        .. Names(given, "name"),
        .. Names(given, "surname"),
        .. Contact(given),
        .. Missing(given, "addressId"),
        .. Value(given),
        .. Text(given, "weight") is { } weight && decimal.TryParse(weight, NumberStyles.Number, CultureInfo.InvariantCulture, out var kilos) && kilos > 0
            ? Array.Empty<(string, string)>()
            : [("weight", "Invalid weight.")],
    ];

    /// <summary>What is wrong with a return that is handed in with a printed label.</summary>
    public static IReadOnlyList<(string Name, string Text)> OfClaim(XElement given) =>
    [
        .. Number(given),
        .. Contact(given),
        .. Value(given),
        .. Flag(given, "sendLabelToEmail") ? Missing(given, "email") : [],
    ];

    /// <summary>What is wrong with a return that is handed in by its password.</summary>
    public static IReadOnlyList<(string Name, string Text)> OfClaimWithPassword(XElement given) =>
    [
        .. Number(given),
        .. Contact(given),
        .. Value(given),
        .. Missing(given, "eshop"),
        .. Flag(given, "sendEmailToCustomer") ? [.. Missing(given, "email"), .. Missing(given, "consignCountry")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>A field's text; null when it is missing or empty.</summary>
    public static string? Text(XElement given, string name) => given.Element(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Whether a field says yes.</summary>
    public static bool Flag(XElement given, string name) => Text(given, name) is "1" or "true";

    private static IEnumerable<(string, string)> Number(XElement given)
        => Text(given, "number") is { Length: <= 36 } ? [] : [("number", "Number must be 1 to 36 characters long.")];

    private static IEnumerable<(string, string)> Names(XElement given, string field)
        => Text(given, field) is { Length: <= 32 } text && Letters().IsMatch(text) ? [] : [(field, $"Invalid {field}.")];

    private static IEnumerable<(string, string)> Contact(XElement given)
    {
        var (email, phone) = (Text(given, "email"), Text(given, "phone"));
        if (email is null && phone is null)
        {
            yield return ("email", "Please enter email.");
        }

        if (email is not null && !email.Contains('@'))
        {
            yield return ("email", "Invalid email.");
        }

        if (phone is not null && !Phone().IsMatch(phone))
        {
            yield return ("phone", "Invalid phone.");
        }
    }

    private static IEnumerable<(string, string)> Value(XElement given)
    {
        if (!decimal.TryParse(Text(given, "value"), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) || value < 0)
        {
            yield return ("value", "Invalid value.");
        }

        if (Text(given, "currency") is { } currency && !Currencies.Contains(currency))
        {
            yield return ("currency", "Invalid currency.");
        }
    }

    private static IEnumerable<(string, string)> Missing(XElement given, string field)
        => Text(given, field) is null ? [(field, $"Please enter {field}.")] : [];

    [GeneratedRegex(@"^[\p{L}\p{N} ,.'\-&()]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\+[0-9]{9,15}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone();
}
