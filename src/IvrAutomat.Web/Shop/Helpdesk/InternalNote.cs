using System.Net.Mail;
using System.Text;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Helpdesk;

/// <summary>
/// What the shop's people read about a case, and customers never. It gives its words only to an e-mail that is addressed to the helpdesk and
/// to the pages of colleagues, and is kept under a key of its own: whatever reads messages for customers cannot read it.
/// </summary>
internal sealed class InternalNote
{
    private readonly string _text;

    private InternalNote(string text) => _text = text;

    /// <summary>A note of these lines.</summary>
    public static InternalNote Of(IEnumerable<string> lines) => new(string.Join('\n', lines));

    /// <summary>Reads what <see cref="Protect"/> made.</summary>
    public static InternalNote Read(Secrets secrets, byte[] kept) => new(secrets.UnprotectText(SecretLabel.Note, kept));

    /// <summary>Encrypts it for a row.</summary>
    public byte[] Protect(Secrets secrets) => secrets.Protect(SecretLabel.Note, _text);

    /// <summary>Puts the words on a page that only colleagues see; a test holds that nothing else asks for them.</summary>
    public TPage OnPage<TPage>(Func<string, TPage> write) => write(_text);

    /// <summary>An e-mail to the helpdesk's mailbox, and to nobody else.</summary>
    public MailMessage To(MailAddress mailbox, MailAddress from) => new(from, mailbox)
    {
        Body = _text,
        BodyEncoding = Encoding.UTF8,
        SubjectEncoding = Encoding.UTF8,
        HeadersEncoding = Encoding.UTF8,
    };

    /// <summary>Prints nothing of it.</summary>
    public override string ToString() => nameof(InternalNote);
}
