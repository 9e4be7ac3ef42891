using System.Net.Mail;

namespace IvrAutomat.Web.Shop;

/// <summary>The server that sends e-mail. Section <c>Mail</c> of the settings.</summary>
internal sealed class MailOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>The server's name.</summary>
    /// <value>No default: without it nobody is written to by e-mail, unless the simulator stands in.</value>
    public string? Host { get; set; }

    /// <summary>The server's port; from 1 to 65535.</summary>
    /// <value>The default is 587, where servers take messages of their own users.</value>
    public int Port { get; set; } = 587;

    /// <summary>Whom e-mails come from: an address, or a name with an address, <c>Obchod &lt;obchod@example.cz&gt;</c>.</summary>
    /// <value>No default; required when <see cref="Host"/> is set.</value>
    public string? From { get; set; }

    /// <summary>The user name at the server.</summary>
    /// <value>None by default: the server takes messages from this machine.</value>
    public string? User { get; set; }

    /// <summary>The user's password.</summary>
    /// <value>None by default; required when <see cref="User"/> is set.</value>
    public string? Password { get; set; }

    /// <summary>Whether the connection is encrypted by STARTTLS before anything is said.</summary>
    /// <value>The default is true. Off it needs a server on this machine or in its own network.</value>
    public bool StartTls { get; set; } = true;

    /// <summary>True when e-mails can be sent.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    /// <summary>Everything that is wrong, each with its remedy. No password is quoted.</summary>
    public IEnumerable<string> Validate()
    {
        if (Port is < 1 or > 65_535)
        {
            yield return $"Mail:Port is {Port}. Use 1 to 65535; servers mostly take messages on 587.";
        }

        if (IsSet && !MailAddress.TryCreate(From, out _))
        {
            yield return "Mail:From is missing or malformed. Set it to the shop's address, as obchod@example.cz.";
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return "Mail:User and Mail:Password belong together. Set both, or neither.";
        }

        if (!string.IsNullOrEmpty(Password) && !StartTls)
        {
            yield return "Mail:StartTls is false, so that Mail:Password would travel in the clear. Set it to true.";
        }
    }
}
