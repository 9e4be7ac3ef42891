using IvrAutomat.Calls;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// What the caller gave for a request and nobody else may read: it is stored encrypted in the request's row, and can be erased there.
/// Its text never prints a value.
/// </summary>
internal sealed record HeldDetails
{
    /// <summary>The number to call back, in E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>The number that calls, in E.164; null when it is withheld or says nothing about who calls.</summary>
    public string? Caller { get; init; }

    /// <summary>The phone number that stands in the order, as the caller typed it, in E.164.</summary>
    public string? Contact { get; init; }

    /// <summary>A company's number (IČO), its check digit right.</summary>
    public string? Company { get; init; }

    /// <summary>The defect in the caller's own words.</summary>
    public string? Said { get; init; }

    /// <summary>Nothing is held.</summary>
    public static HeldDetails None { get; } = new();

    /// <summary>The number to call back as a value.</summary>
    public PhoneNumber? CallBack => PhoneNumber.Parse(Phone);

    /// <summary>Encrypts it for a row; null when there is nothing to keep.</summary>
    public byte[]? Protect(Secrets secrets) => this == None ? null : secrets.Protect(SecretLabel.Contact, StoredJson.Write(this));

    /// <summary>Reads it from a row.</summary>
    public static HeldDetails Read(Secrets secrets, byte[]? held)
        => held is null ? None : StoredJson.Read<HeldDetails>(secrets.UnprotectText(SecretLabel.Contact, held));

    /// <inheritdoc />
    public override string ToString() => nameof(HeldDetails);
}
