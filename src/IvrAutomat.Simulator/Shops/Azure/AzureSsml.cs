using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace IvrAutomat.Simulator.Shops.Azure;

/// <summary>What an SSML document asks for.</summary>
/// <param name="Voice">The voice's short name.</param>
/// <param name="Text">The words.</param>
/// <param name="Pace">How fast; 1 is the voice's own pace.</param>
internal sealed record AzureSsml(string Voice, string Text, double Pace)
{
    private static readonly XNamespace Ssml = "http://www.w3.org/2001/10/synthesis";

    /// <summary>Reads a document; null when Azure would refuse it.</summary>
    public static AzureSsml? Read(string document)
    {
        if (document.Length is 0 or > AzureStandIn.MostSsml)
        {
            return null;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new StringReader(document), settings);
            var root = XElement.Load(reader);
            return root.Name == Ssml + "speak" && (string?)root.Attribute("version") == "1.0" && root.Attribute(XNamespace.Xml + "lang") is not null
                && root.Element(Ssml + "voice") is { } voice && (string?)voice.Attribute("name") is { } name && AzureVoices.Has(name)
                && !string.IsNullOrWhiteSpace(voice.Value)
                ? new AzureSsml(name, voice.Value, PaceOf((string?)voice.Descendants(Ssml + "prosody").FirstOrDefault()?.Attribute("rate")))
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static double PaceOf(string? rate)
        => rate?.EndsWith('%') == true && double.TryParse(rate[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            ? Math.Clamp(1 + (percent / 100), 0.5, 2)
            : 1;
}
