using System.Net.Http.Headers;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>
/// Zásilkovna's REST interface: one address, always POST, HTTP 200 also for faults. Nothing that writes is ever repeated here; reading is
/// repeated once where the connection broke. No fault is an exception.
/// </summary>
internal sealed partial class PacketaClient(OutsideHttp http, SystemsNow systems, LoginGate gate, ILogger<PacketaClient> log)
{
    /// <summary>The system's name, as its section of the settings is called.</summary>
    public const string System = PacketaOptions.Section;

    private PacketaOptions Account => systems().Packeta;

    /// <summary>The state that a parcel is in: <see cref="ParcelState.Read(PacketaReply.Ok)"/>.</summary>
    public Task<PacketaReply> StatusAsync(string parcel, CancellationToken cancellationToken) => ReadAsync("packetStatus", parcel, cancellationToken);

    /// <summary>All that happened to a parcel: <see cref="ParcelState.ReadHistory"/>.</summary>
    public Task<PacketaReply> TrackingAsync(string parcel, CancellationToken cancellationToken) => ReadAsync("packetTracking", parcel, cancellationToken);

    /// <summary>The last day at the point: <see cref="ParcelState.DayOf"/> of the result's text.</summary>
    public Task<PacketaReply> StoredUntilAsync(string parcel, CancellationToken cancellationToken)
        => ReadAsync("packetGetStoredUntil", parcel, cancellationToken);

    /// <summary>Keeps a parcel at its point until a day. Done twice it is the same.</summary>
    public Task<PacketaReply> KeepAsync(string parcel, DateOnly until, CancellationToken cancellationToken) => SendAsync(
        "packetSetStoredUntil",
        account => PacketaXml.Request(
            "packetSetStoredUntil", account.ApiPassword!, ("packetId", parcel), ("date", $"{until:yyyy-MM-dd}")),
        cancellationToken);

    /// <summary>Calls a parcel off that Zásilkovna does not have yet.</summary>
    public Task<PacketaReply> CancelAsync(string parcel, CancellationToken cancellationToken) => SendAsync(
        "cancelPacket", account => PacketaXml.Request("cancelPacket", account.ApiPassword!, ("packetId", parcel)), cancellationToken);

    /// <summary>
    /// Issues a password by which a return is handed in without a label. Done twice there are two: an answer that got lost must not be made
    /// up for by asking again.
    /// </summary>
    public Task<PacketaReply> ClaimAsync(ReturnClaim claim, CancellationToken cancellationToken) => SendAsync(
        "createPacketClaimWithPassword",
        account => PacketaXml.Grouped(
            "createPacketClaimWithPassword", account.ApiPassword!, "claimWithPasswordAttributes",
            ("number", claim.Number), ("email", claim.Email), ("phone", claim.Phone), ("value", $"{claim.Value:0.##}"), ("currency", "CZK"),
            ("eshop", account.Eshop), ("consignCountry", "cz"), ("sendEmailToCustomer", "false")),
        cancellationToken);

    private async Task<PacketaReply> ReadAsync(string method, string parcel, CancellationToken cancellationToken)
    {
        Task<PacketaReply> Once() => SendAsync(
            method, account => PacketaXml.Request(method, account.ApiPassword!, ("packetId", parcel)), cancellationToken);
        var reply = await Once();
        return reply is PacketaReply.Unknown { Reason: nameof(Delivery.Lost) } or PacketaReply.NotDone { Reason: nameof(Delivery.NeverSent) }
            ? await Once()
            : reply;
    }

    private async Task<PacketaReply> SendAsync(string method, Func<PacketaOptions, byte[]> write, CancellationToken cancellationToken)
    {
        var account = Account;
        if (!account.IsSet || gate.IsClosed(System))
        {
            return new PacketaReply.Closed();
        }

        using var content = new ByteArrayContent(write(account));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, account.ApiUrl) { Content = content };
        var answer = await http.SendAsync(request, cancellationToken);
        var reply = answer switch
        {
            { IsCertainlyNotDone: true } => new PacketaReply.NotDone(answer.Why),
            { IsAnswered: true, Status: StatusCodes.Status200OK } => PacketaXml.Reply(answer),
            { IsAnswered: true, Status: StatusCodes.Status429TooManyRequests } => new PacketaReply.NotDone(answer.Why),
            _ => new PacketaReply.Unknown(answer.Why),
        };
        Judge(method, reply);
        return reply;
    }

    private void Judge(string method, PacketaReply reply)
    {
        switch (reply)
        {
            case PacketaReply.Ok:
                break;
            case PacketaReply.Refused { Fault.Remedy: PacketaRemedy.CloseGate }:
                gate.Close(System, "Packeta:ApiPassword");
                break;
            case PacketaReply.Refused { Fault.Remedy: PacketaRemedy.Alarm }:
                LogSender(method);
                break;
            default:
                LogNot(method, reply.Why);
                break;
        }
    }

    [LoggerMessage(3031, LogLevel.Warning, "Zásilkovna did not do '{Method}': {Why}")]
    private partial void LogNot(string method, string why);

    [LoggerMessage(3032, LogLevel.Critical,
        "Zásilkovna does not know the sender that '{Method}' named, and people issue return codes. Set Packeta:Eshop to the label that its client section shows.")]
    private partial void LogSender(string method);
}

/// <summary>A return to be announced.</summary>
/// <param name="Number">Ours for it, up to 36 characters, never used before.</param>
/// <param name="Email">The customer's; null when unknown.</param>
/// <param name="Phone">The customer's, E.164; null when unknown.</param>
/// <param name="Value">What the goods are worth, in Czech crowns.</param>
internal sealed record ReturnClaim(string Number, string? Email, string? Phone, decimal Value)
{
    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(ReturnClaim);
}
