using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Shop;

/// <summary>The mail server to be used now: the operator's, or a stand-in whose port is known only once it listens.</summary>
internal delegate MailOptions MailServerNow();

/// <summary>Hands e-mails to the mail server by SMTP, one attempt at a time.</summary>
internal sealed class MailPost(MailServerNow server, ShopSettings settings, OutsideTraffic traffic, Signals signals, TimeProvider time)
{
    /// <summary>Hands one over.</summary>
    /// <param name="write">The e-mail from the shop's address.</param>
    /// <param name="id">Our identifier of it.</param>
    /// <param name="cancellationToken">Gives up: it may have been taken all the same.</param>
    public async Task<SendOutcome> SendAsync(Func<MailAddress, MailMessage> write, string id, CancellationToken cancellationToken)
    {
        var options = server();
        using var mail = write(From(options));
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (!string.IsNullOrEmpty(options.User))
        {
            client.Credentials = new System.Net.NetworkCredential(options.User, options.Password);
        }

        var (began, result) = (time.GetTimestamp(), "timeout");
        traffic.Enter();
        try
        {
            await client.SendMailAsync(mail, cancellationToken);
            result = "ok";
            return new MessageAccepted(id);
        }
        catch (SmtpException failure)
        {
            result = failure.StatusCode == SmtpStatusCode.GeneralFailure ? "connection" : "refused";
            return OutcomeOf(failure);
        }
        finally
        {
            signals.Outside("mail", result, time.GetElapsedTime(began).TotalSeconds);
            traffic.Leave();
        }
    }

    private MailAddress From(MailOptions options)
    {
        var from = new MailAddress(options.From!);
        return from.DisplayName.Length > 0 ? from : new MailAddress(from.Address, settings.Profile.Name, Encoding.UTF8);
    }

    // The client reports whatever broke as a general failure; a connection that was never made has certainly delivered nothing.
    private static SendOutcome OutcomeOf(SmtpException failure) => failure switch
    {
        { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: SocketException } => new MessageRefused("unreachable", MayRetry: true),
        { StatusCode: SmtpStatusCode.GeneralFailure } => new MessageUncertain(),
        { StatusCode: var code } => new MessageRefused($"{(int)code}", MayRetry: (int)code is >= 400 and < 500),
    };
}
