namespace IvrAutomat.Web.Shop.Helpdesk;

/// <summary>Where cases go so that people see them. Section <c>Helpdesk</c> of the settings.</summary>
internal sealed class HelpdeskOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Helpdesk";

    /// <summary>The shared mailbox of the helpdesk.</summary>
    /// <value>No default: without it cases stay in this program, where <c>-- cases</c> lists them.</value>
    public string? Mailbox { get; set; }

    /// <summary>True when cases are sent.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Mailbox);

    /// <summary>Everything that is wrong, each with its remedy. No secret is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (IsSet && !System.Net.Mail.MailAddress.TryCreate(Mailbox, out _))
        {
            yield return "Helpdesk:Mailbox is no e-mail address. Write it as podpora@example.cz, or leave it out.";
        }
    }
}
