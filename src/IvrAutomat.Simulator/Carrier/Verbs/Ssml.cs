using System.Globalization;
using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>The mark-up of speech inside Say (https://www.twilio.com/docs/voice/twiml/say/text-speech).</summary>
internal static class Ssml
{
    private static readonly string[] Inline = ["break", "emphasis", "lang", "phoneme", "prosody", "say-as", "sub", "w"];

    public static IReadOnlyList<string> Names { get; } = [.. Inline, "p", "s"];

    public static IReadOnlyList<ElementRule> Rules { get; } =
    [
        new("break")
        {
            Attributes = Named(
                ("strength", AttributeRule.OneOf(12200, "none", "x-weak", "weak", "medium", "strong", "x-strong")),
                ("time", new AttributeRule("seconds or milliseconds, as 500ms", value => Seconds(value) is not null, 12200))),
        },
        Words("emphasis", Inline, ("level", AttributeRule.OneOf(12200, "strong", "moderate", "reduced"))),
        Words("lang", [.. Names], ("xml:lang", AttributeRule.Any)),
        Words("p", [.. Inline, "s"]),
        Words("s", Inline),
        Words("phoneme", [], ("alphabet", AttributeRule.OneOf(12200, "ipa", "x-sampa")), ("ph", AttributeRule.Any)),
        Words("prosody", [.. Names], ("volume", AttributeRule.Any), ("rate", AttributeRule.Any), ("pitch", AttributeRule.Any)),
        Words("say-as", [], ("interpret-as", AttributeRule.Any), ("format", AttributeRule.Any)),
        Words("sub", [], ("alias", AttributeRule.Any)),
        Words("w", ["break", "emphasis", "phoneme", "prosody", "say-as", "sub"], ("role", AttributeRule.Any)),
    ];

    public static string NameOf(XAttribute attribute) =>
        attribute.Name.Namespace == XNamespace.Xml ? $"xml:{attribute.Name.LocalName}" : attribute.Name.ToString();

    /// <summary>Seconds of all pauses written into the words.</summary>
    public static double Pauses(XElement words) =>
        words.Descendants("break").Sum(pause => Seconds((string?)pause.Attribute("time") ?? "0s") ?? 0);

    private static double? Seconds(string value)
    {
        var (number, unit) = value.EndsWith("ms", StringComparison.Ordinal) ? (value[..^2], 0.001)
            : value.EndsWith('s') ? (value[..^1], 1.0)
            : ("", 0);
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) ? length * unit : null;
    }

    private static ElementRule Words(string name, string[] children, params (string Name, AttributeRule Rule)[] attributes) => new(name)
    {
        Text = TextRule.Optional,
        Children = children.ToHashSet(StringComparer.Ordinal),
        Attributes = Named(attributes),
    };

    private static Dictionary<string, AttributeRule> Named(params (string Name, AttributeRule Rule)[] attributes) =>
        attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Rule, StringComparer.Ordinal);
}
