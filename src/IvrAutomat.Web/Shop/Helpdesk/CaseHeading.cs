using System.Text.Json;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop.Helpdesk;

/// <summary>What stands above a note about a case, and the note itself: it is fixed before the first attempt to send it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="ReplyTo">The customer's address, so that an answer goes there; null when it is not known.</param>
/// <param name="First">The identifier of the first e-mail about the case; null when this is it.</param>
/// <param name="Note">The note, encrypted by itself.</param>
internal sealed record CaseHeading(string Subject, string? ReplyTo, string? First, byte[] Note)
{
    /// <summary>Encrypts it for a row.</summary>
    public byte[] Protect(Secrets secrets) => secrets.Protect(SecretLabel.Note, StoredJson.Write(this));

    /// <summary>Reads it from a row.</summary>
    public static CaseHeading Read(Secrets secrets, byte[] kept)
    {
        try
        {
            return StoredJson.Read<CaseHeading>(secrets.UnprotectText(SecretLabel.Note, kept));
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("An e-mail about a case cannot be read.", broken);
        }
    }

    /// <summary>Prints nothing of it.</summary>
    public override string ToString() => nameof(CaseHeading);
}
