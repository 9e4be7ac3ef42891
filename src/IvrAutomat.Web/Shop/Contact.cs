using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Shop;

/// <summary>How the customer of an order can be reached. It is stored encrypted only.</summary>
/// <param name="Phone">In E.164; null when unknown.</param>
/// <param name="Email">Null when unknown.</param>
/// <param name="Name">Null when unknown.</param>
internal sealed record Contact(string? Phone, string? Email, string? Name)
{
    /// <summary>Nobody can be reached.</summary>
    public static Contact None { get; } = new(null, null, null);

    /// <summary>
    /// The way a message takes: the mobile, or none. There is no mail server yet, and what nobody delivers must not be promised; whoever
    /// has no mobile is told twice, and a person writes.
    /// </summary>
    public Channel Channel => PhoneNumber.Parse(Phone) is { CanReceiveSms: true } ? Channel.Sms : Channel.None;

    /// <summary>The address on a channel; null when there is none.</summary>
    public string? AddressOn(Channel channel) => channel switch
    {
        Channel.Sms => Phone,
        _ => null,
    };

    /// <summary>Encrypts it for a row.</summary>
    public byte[] Protect(Secrets secrets) => secrets.Protect(SecretLabel.Contact, StoredJson.Write(this));

    /// <summary>Reads it from a row.</summary>
    public static Contact Read(Secrets secrets, byte[]? sealedContact)
        => sealedContact is null ? None : StoredJson.Read<Contact>(secrets.UnprotectText(SecretLabel.Contact, sealedContact));

    /// <summary>Says only how the customer can be reached.</summary>
    public override string ToString() => $"Contact by {Channel}";
}
