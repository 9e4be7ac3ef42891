using System.Text;
using System.Xml;
using System.Xml.Linq;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>
/// Zásilkovna's XML, both ways. What comes may be anything: no document type is taken, nothing is fetched, and what is not understood is a
/// value.
/// </summary>
internal static class PacketaXml
{
    private static readonly XmlWriterSettings Written = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
    private static readonly XmlReaderSettings Read = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = OutsideHttp.MostBytes,
    };

    /// <summary>A request: the password first, then the parameters. Fields without a value are left out.</summary>
    public static byte[] Request(string method, string password, params ReadOnlySpan<(string Name, string? Value)> parameters)
        => Write(method, password, group: null, parameters);

    /// <summary>A request whose parameters stand in an element of their own.</summary>
    public static byte[] Grouped(string method, string password, string group, params ReadOnlySpan<(string Name, string? Value)> parameters)
        => Write(method, password, group, parameters);

    /// <summary>Reads an answer that came whole.</summary>
    public static PacketaReply Reply(OutsideAnswer answer)
    {
        if (answer.MediaType is not ("text/xml" or "application/xml"))
        {
            return new PacketaReply.Unknown("not XML");
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(answer.Bytes), Read);
            return Reply(XDocument.Load(reader).Root);
        }
        catch (XmlException)
        {
            return new PacketaReply.Unknown("malformed XML");
        }
    }

    // Inside the detail of a fault the elements are called fault again: only the direct children count.
    private static PacketaReply Reply(XElement? response) => response is null ? new PacketaReply.Unknown("malformed XML")
        : PacketaReply.Ok.Field(response, "status") switch
        {
            "ok" => new PacketaReply.Ok(response.Element("result") ?? new XElement("result")),
            "fault" when PacketaReply.Ok.Field(response, "fault") is { } fault => new PacketaReply.Refused(PacketaFault.Of(fault)),
            _ => new PacketaReply.Unknown("neither result nor fault"),
        };

    private static byte[] Write(string method, string password, string? group, ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Written))
        {
            writer.WriteStartElement(method);
            writer.WriteElementString("apiPassword", password);
            if (group is not null)
            {
                writer.WriteStartElement(group);
            }

            foreach (var (name, value) in parameters)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    writer.WriteElementString(name, WithoutControls(value));
                }
            }

            writer.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    // Signs that XML cannot hold at all, not even escaped.
    private static string WithoutControls(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
