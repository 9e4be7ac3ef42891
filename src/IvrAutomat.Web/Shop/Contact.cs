using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
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

    /// <summary>Where the order goes; null when unknown.</summary>
    public OrderAddress? Address { get; init; }

    /// <summary>The way a message takes: the mobile, else e-mail, else none.</summary>
    public Channel Channel
        => PhoneNumber.Parse(Phone) is { CanReceiveSms: true } ? Channel.Sms : Email is null ? Channel.None : Channel.Email;

    /// <summary>The address on a channel; null when there is none.</summary>
    public string? AddressOn(Channel channel) => channel switch
    {
        Channel.Sms => Phone,
        Channel.Email => Email,
        _ => null,
    };

    /// <summary>Encrypts it for a row.</summary>
    public byte[] Protect(Secrets secrets) => secrets.Protect(SecretLabel.Contact, StoredJson.Write(this));

    /// <summary>Says only how the customer can be reached.</summary>
    public override string ToString() => $"Contact by {Channel}";
}

/// <summary>Reads contacts. Where no mail server is set, nobody has an e-mail address: what nobody delivers must not be promised.</summary>
internal sealed class Contacts(Secrets secrets, ShopSettings settings)
{
    /// <summary>The contact of a row.</summary>
    public Contact Read(byte[]? sealedContact)
        => Reachable(ReadWhole(sealedContact));

    /// <summary>The contact of a row as the shop has it, whether or not the automat can write there.</summary>
    public Contact ReadWhole(byte[]? sealedContact)
        => sealedContact is null ? Contact.None : StoredJson.Read<Contact>(secrets.UnprotectText(SecretLabel.Contact, sealedContact));

    private Contact Reachable(Contact contact) => settings.HasMail ? contact : contact with { Email = null };
}
