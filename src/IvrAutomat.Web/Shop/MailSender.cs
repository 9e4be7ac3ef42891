using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using IvrAutomat.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>The mail server to be used now: the operator's, or a stand-in whose port is known only once it listens.</summary>
internal delegate MailOptions MailServerNow();

/// <summary>
/// Sends e-mail by SMTP. A server cannot be asked what it took: where its answer was lost, a person finds out, and nothing is sent twice.
/// </summary>
internal sealed class MailSender(MailServerNow server, ShopSettings settings) : IMessageSender
{
    /// <inheritdoc />
    public Channel Channel => Channel.Email;

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var options = server();
        using var mail = Write(message, options);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (!string.IsNullOrEmpty(options.User))
        {
            client.Credentials = new System.Net.NetworkCredential(options.User, options.Password);
        }

        try
        {
            await client.SendMailAsync(mail, cancellationToken);
            return new MessageAccepted(message.Id);
        }
        catch (SmtpException failure)
        {
            return OutcomeOf(failure);
        }
    }

    /// <inheritdoc />
    public Task<SendOutcome> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
        => Task.FromResult<SendOutcome>(new MessageUncertain());

    // The client reports whatever broke as a general failure; a connection that was never made has certainly delivered nothing.
    private static SendOutcome OutcomeOf(SmtpException failure) => failure switch
    {
        { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: SocketException } => new MessageRefused("unreachable", MayRetry: true),
        { StatusCode: SmtpStatusCode.GeneralFailure } => new MessageUncertain(),
        { StatusCode: var code } => new MessageRefused($"{(int)code}", MayRetry: (int)code is >= 400 and < 500),
    };

    private MailMessage Write(OutgoingMessage message, MailOptions options)
    {
        var from = new MailAddress(options.From!);
        var mail = new MailMessage(from.DisplayName.Length > 0 ? from : new MailAddress(from.Address, settings.Profile.Name, Encoding.UTF8), new MailAddress(message.To))
        {
            Subject = message.Subject ?? settings.Profile.Name,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };

        // The same for each attempt, so that a mailbox shows a message once.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
