using IvrAutomat.Calls;

namespace IvrAutomat.Web.Persistence;

/// <summary>A phone number as it is kept for a person to call: encrypted, in the form that requests and cases share.</summary>
internal static class HeldPhone
{
    /// <summary>Encrypts the number.</summary>
    public static byte[] Protect(Secrets secrets, PhoneNumber number) => secrets.Protect(SecretLabel.Contact, number.Value);

    /// <summary>Reads the number; null when nothing is held.</summary>
    public static PhoneNumber? Read(Secrets secrets, byte[]? held)
        => held is null ? null : PhoneNumber.Parse(secrets.UnprotectText(SecretLabel.Contact, held));
}
