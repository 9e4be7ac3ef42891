using System.Runtime.CompilerServices;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Doctor;

/// <summary>Would the mail server take a message. None is sent.</summary>
internal sealed class MailCheck(MailServerNow server, SystemsNow systems, TimeProvider time) : ICheck
{
    /// <inheritdoc />
    public string System => MailOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = server();
        if (!options.IsSet)
        {
            yield return systems().Helpdesk.IsSet
                ? Finding.Wrong(System, "Helpdesk:Mailbox is set, but no server that would send there. Set Mail:Host and Mail:From.")
                : Finding.Skipped(System, "no server is set: nobody is written to by e-mail");
            yield break;
        }

        var wrong = await SmtpProbe.TryAsync(options, time, cancellationToken);
        yield return wrong is null
            ? Finding.Ok(System, $"the server takes messages{(options.StartTls ? ", encrypted" : string.Empty)}{(string.IsNullOrEmpty(options.User) ? string.Empty : ", and the login fits")}")
            : Finding.Wrong(System, wrong);
        if (wrong is null && !systems().Helpdesk.IsSet)
        {
            yield return Finding.Warning(System, "cases are sent nowhere. Set Helpdesk:Mailbox to the shared mailbox of the shop, or look at the command cases.");
        }
    }
}
