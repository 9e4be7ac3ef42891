using System.Xml.Linq;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>A fault as Zásilkovna tells it: with HTTP 200.</summary>
/// <param name="Name">Its name; the only part to decide by.</param>
/// <param name="Text">English, for people.</param>
/// <param name="Fields">The fields that are wrong, each with a sentence; empty for faults that are not about fields.</param>
public sealed record PacketaFault(string Name, string Text, params IReadOnlyList<(string Name, string Text)> Fields)
{
    internal static PacketaFault Login { get; } = new("IncorrectApiPasswordFault", "Incorrect API password.");

    internal static PacketaFault Data { get; } = new("IncorrectDataFault", "Incorrect data.");

    internal static PacketaFault Id { get; } = new("PacketIdFault", "Invalid packet id.");

    internal static PacketaFault NotCancellable { get; } = new("CancelNotAllowedFault", "Packet state does not allow this operation.");

    internal static PacketaFault OutOfRange { get; } = new("DateOutOfRangeFault", "Date is out of range.");

    internal static PacketaFault LabelFormat { get; } = new("UnknownLabelFormatFault", "Unknown label format.");

    internal static PacketaFault Attributes(params IReadOnlyList<(string Name, string Text)> fields)
        => new("PacketAttributesFault", "Failed to validate attributes. See detail.", fields);

    // Inside the detail the element is called fault again.
    internal XElement ToXml() => new(
        "response", new XElement("status", "fault"), new XElement("fault", Name), new XElement("string", Text),
        Fields.Count == 0 ? null : new XElement("detail", new XElement(
            "attributes", Fields.Select(field => new XElement("fault", new XElement("name", field.Name), new XElement("fault", field.Text))))));
}
