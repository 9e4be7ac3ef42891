using System.Net.Mail;
using System.Text;
using IvrAutomat.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Sends e-mail to customers. A server cannot be asked what it took: where its answer was lost, a person finds out, and nothing is sent twice.
/// </summary>
internal sealed class MailSender(MailPost post, ShopSettings settings) : IMessageSender
{
    /// <inheritdoc />
    public Channel Channel => Channel.Email;

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        => post.SendAsync(from => Write(message, from), message.Id, cancellationToken);

    /// <inheritdoc />
    public Task<SendOutcome> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
        => Task.FromResult<SendOutcome>(new MessageUncertain());

    private MailMessage Write(OutgoingMessage message, MailAddress from)
    {
        var mail = new MailMessage(from, new MailAddress(message.To))
        {
            Subject = message.Subject?.Value ?? settings.Profile.Name,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };

        if (message.Attachment is { } document)
        {
            mail.Attachments.Add(new Attachment(new MemoryStream(document.Content), document.Name, document.MediaType));
        }

        // The same for each attempt, so that a mailbox shows a message once.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
