using System.Xml;
using System.Xml.Linq;
using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Why a document cannot be executed, in the carrier's numbering (https://www.twilio.com/docs/api/errors).</summary>
internal sealed record TwimlError(int Code, string Message);

/// <summary>A document that keeps the rules.</summary>
internal sealed record TwimlDocument(Uri Url, XElement Response, string Xml);

/// <summary>Reads an answer as a document, or says which rule it breaks.</summary>
/// <remarks>The real carrier warns about some of these and goes on without the setting; here every one is refused.</remarks>
internal static class TwimlReader
{
    private const int LargestDocument = 64 * 1024;
    private static readonly string[] DocumentTypes = ["text/xml", "application/xml", "text/html"];

    /// <summary>A sound that was answered where a document was asked for, as the document that plays it.</summary>
    public static TwimlDocument SoundAt(Uri url)
    {
        var response = new XElement("Response", new XElement("Play", url.AbsoluteUri));
        return new TwimlDocument(url, response, response.ToString(SaveOptions.DisableFormatting));
    }

    public static TwimlError? Read(Uri url, WebhookOutcome.Answer answer, CarrierSwitches switches, out TwimlDocument? document)
    {
        document = null;
        if (Unusable(answer) is { } error)
        {
            return error;
        }

        XDocument parsed;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new MemoryStream(answer.Body), settings);
            parsed = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException broken)
        {
            return new TwimlError(12100, $"The document is not well-formed at line {broken.LineNumber}, position {broken.LinePosition}.");
        }

        var root = parsed.Root!;
        if (root.Name != "Response")
        {
            return new TwimlError(12102, $"The root is {root.Name}, not Response.");
        }

        error = Grammar.Check(root) ?? (switches.AllowRecording ? null : Recording.Check(root));
        if (error is null)
        {
            document = new TwimlDocument(url, root, System.Text.Encoding.UTF8.GetString(answer.Body));
        }

        return error;
    }

    private static TwimlError? Unusable(WebhookOutcome.Answer answer) => answer switch
    {
        { Status: >= 300 and < 400 } =>
            new(11200, $"HTTP {answer.Status}: a redirected webhook loses its form, and is not followed here."),
        { Status: < 200 or >= 400 } => new(11200, $"HTTP {answer.Status}."),
        { Body.Length: > LargestDocument } => new(11750, "The body is over 64 kB."),
        { ContentType: null } => new(12300, "There is no content type."),
        { ContentType: { } type } when !DocumentTypes.Contains(type, StringComparer.OrdinalIgnoreCase) =>
            new(12300, $"The content type is {type}, not text/xml."),
        { Body.Length: 0 } => new(11770, "The body is empty."),
        { Body: [not (byte)'<', ..] } => new(12100, "Something stands before the XML: a blank, a line end or a byte order mark."),
        _ => null,
    };
}
