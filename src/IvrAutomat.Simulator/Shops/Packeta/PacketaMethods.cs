using System.Globalization;
using System.Xml.Linq;

namespace IvrAutomat.Simulator.Shops.Packeta;

/// <summary>The methods of the REST interface. Each takes the root of a request and gives the result's content, or a fault.</summary>
internal sealed class PacketaMethods(PacketaDepot depot, PacketaStandIn switches)
{
    private static readonly string[] LabelFormats = ["A6 on A6", "A7 on A7", "A6 on A4", "A7 on A4", "105x35mm on A4", "A8 on A8"];

    /// <summary>Methods that change something.</summary>
    public static bool IsWrite(string? method) => method is "createPacket" or "createPacketClaim" or "createPacketClaimWithPassword"
        or "cancelPacket" or "packetSetStoredUntil";

    /// <summary>The answer to a request whose login was right.</summary>
    public XElement Answer(XElement request) => request.Name.LocalName switch
    {
        "packetStatus" => OfParcel(request, parcel => Ok(State(parcel, parcel.Last, isNow: true))),
        "packetTracking" => OfParcel(request, parcel => Ok(
            [.. parcel.History.Select(record => new XElement("record", State(parcel, record, isNow: false)))])),
        "packetInfo" => OfParcel(request, Info),
        "packetGetStoredUntil" => OfParcel(request, parcel => Ok($"{parcel.StoredUntil:yyyy-MM-dd}")),
        "packetSetStoredUntil" => OfParcel(request, parcel => Keep(parcel, PacketaAttributes.Text(request, "date"))),
        "cancelPacket" => OfParcel(request, parcel => depot.Cancel(parcel)?.ToXml() ?? Ok()),
        "createPacket" => Create(request, "packetAttributes", PacketaAttributes.OfParcel, made: true),
        "packetAttributesValid" => Create(request, "packetAttributes", PacketaAttributes.OfParcel, made: false),
        "createPacketClaim" => Create(request, "claimAttributes", PacketaAttributes.OfClaim, made: true),
        "packetClaimAttributesValid" => Create(request, "claimAttributes", PacketaAttributes.OfClaim, made: false),
        "createPacketClaimWithPassword" => Create(request, "claimWithPasswordAttributes", PacketaAttributes.OfClaimWithPassword, made: true),
        "packetClaimWithPasswordAttributesValid"
            => Create(request, "claimWithPasswordAttributes", PacketaAttributes.OfClaimWithPassword, made: false),
        "packetLabelPdf" => OfParcel(request, _ => LabelFormats.Contains(PacketaAttributes.Text(request, "format"))
            ? Ok(TinyPdf.Base64)
            : PacketaFault.LabelFormat.ToXml()),
        "packetLabelZpl" => OfParcel(request, parcel => Ok($"^XA^FO50,50^FD{parcel.Barcode}^FS^XZ")),
        _ => PacketaFault.Data.ToXml(),
    };

    private static XElement Ok(params object?[] result)
        => new("response", new XElement("status", "ok"), new XElement("result", result));

    private XElement OfParcel(XElement request, Func<PacketaParcel, XElement> answer)
        => depot.Find(PacketaAttributes.Text(request, "packetId")) is { } parcel ? answer(parcel) : PacketaFault.Id.ToXml();

    private object?[] State(PacketaParcel parcel, PacketaRecord record, bool isNow) =>
    [
        new XElement("dateTime", record.At.ToString(switches.TimesWithOffset ? "yyyy-MM-ddTHH:mm:ss'+01:00'" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        new XElement("statusCode", record.Code),
        new XElement("codeText", PacketaStatus.Texts[record.Code]),
        new XElement("statusText", "Stav zásilky"),
        new XElement("branchId", record.Branch),
        new XElement("destinationBranchId", parcel.Destination),
        new XElement("externalTrackingCode", parcel.TrackingCode),
        isNow ? new XElement("isReturning", switches.Spell(parcel.IsReturning)) : null,
        isNow ? new XElement("storedUntil", record.Code == PacketaStatus.Ready ? $"{parcel.StoredUntil:yyyy-MM-dd}" : null) : null,
        isNow ? new XElement("carrierId", parcel.Carrier?.Id) : null,
        isNow ? new XElement("carrierName", parcel.Carrier?.Name) : null,
    ];

    private static XElement Info(PacketaParcel parcel) => Ok(
        new XElement("branchId", parcel.Last.Branch), new XElement("invoicedWeightGrams", 1000), new XElement("number", parcel.Number),
        parcel.Carrier is not { } carrier ? null : new XElement("courierInfo", new XElement(
            "courierInfoItem", new XElement("courierId", carrier.Id), new XElement("courierName", carrier.Name),
            new XElement("courierNumbers", new XElement("courierNumber", parcel.TrackingCode)))));

    private XElement Keep(PacketaParcel parcel, string? date)
        => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? depot.Keep(parcel, until)?.ToXml() ?? Ok()
            : PacketaFault.OutOfRange.ToXml();

    private XElement Create(
        XElement request, string attributes, Func<XElement, IReadOnlyList<(string Name, string Text)>> judge, bool made)
    {
        if (request.Element(attributes) is not { } given)
        {
            return PacketaFault.Data.ToXml();
        }

        if (judge(given) is { Count: > 0 } wrong)
        {
            return PacketaFault.Attributes(wrong).ToXml();
        }

        if (!made)
        {
            return Ok();
        }

        var method = request.Name.LocalName;
        var parcel = depot.Create(
            method, PacketaAttributes.Text(given, "number")!, method == "createPacketClaimWithPassword" ? switches.NewPassword() : null);
        foreach (var mail in (string[])["sendEmailToCustomer", "sendLabelToEmail"])
        {
            if (PacketaAttributes.Flag(given, mail))
            {
                depot.Outbox.Add((mail, parcel.Id));
            }
        }

        return Ok(
            new XElement("id", parcel.Id), new XElement("barcode", parcel.Barcode),
            switches.OmitBarcodeText ? null : new XElement("barcodeText", parcel.BarcodeText),
            parcel.Password is null ? null : new XElement("password", parcel.Password));
    }
}
