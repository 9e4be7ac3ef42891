using IvrAutomat.Calls;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web;

/// <summary>
/// Joins the shop's messages with the carrier: the shop knows what is to be said to whom, the carrier how it travels.
/// Neither knows the other.
/// </summary>
internal sealed class SmsSender(IServiceProvider services) : IMessageSender
{
    private const string StatusPath = "/twilio/messages/status/";

    /// <inheritdoc />
    public Channel Channel => Channel.Sms;

    // Asked for at each message: the address is known only once the server listens, and connections are not kept for ever.
    private TwilioClient Carrier => services.GetRequiredService<TwilioClient>();

    private PublicAddress Address => services.GetRequiredService<PublicAddress>();

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(Shop.OutgoingMessage message, CancellationToken cancellationToken)
    {
        var outgoing = new Telephony.OutgoingMessage(message.To, message.Text)
        {
            StatusCallback = Address.UrlOf(StatusPath + Uri.EscapeDataString(message.Id)),
        };
        return await Carrier.SendMessageAsync(outgoing, cancellationToken) switch
        {
            TwilioOutcome<SentMessage>.Done done => new MessageAccepted(done.Value.Sid),
            TwilioOutcome<SentMessage>.Refused refused => new MessageRefused($"{refused.Code ?? refused.HttpStatus}", refused.MayRetry),
            _ => new MessageUncertain(),
        };
    }

    /// <inheritdoc />
    public async Task<SendOutcome> FindAsync(Shop.OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
        => await Carrier.ListMessagesAsync(message.To, from: null, since, cancellationToken) is TwilioOutcome<IReadOnlyList<ListedMessage>>.Done list
            ? list.Value.FirstOrDefault(listed => listed.Body == message.Text) is { } found ? new MessageAccepted(found.Sid) : new MessageAbsent()
            : new MessageUncertain();

    /// <summary>Maps the carrier's reports about messages.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        StatusPath + "{id}",
        async (HttpContext http, string id, WebhookReader reader, MessageBook book, CancellationToken stop) =>
        {
            if (await reader.ReadMessageAsync(http) is not { } report)
            {
                return Results.Empty;
            }

            if (report.Parameters.Single("MessageStatus") is { } status)
            {
                await book.ReportAsync(id, report.MessageSid, status, report.ErrorCode is { } code ? $"{code}" : null, stop);
            }

            return Results.NoContent();
        });
}
