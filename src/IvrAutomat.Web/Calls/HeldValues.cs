using System.Text.Json;
using System.Text.Json.Serialization;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// What a call needs and the dialogue must not know: numbers as digits. It is stored encrypted in the call's row and
/// erased when the call ends. Its text never prints a value.
/// </summary>
internal sealed record HeldValues
{
    /// <summary>The caller's number in E.164; null when withheld or not to be trusted.</summary>
    public string? From { get; init; }

    /// <summary>The order number as the caller gave it, until identification ends.</summary>
    public string? Number { get; init; }

    /// <summary>The callback number as the caller typed it, in E.164.</summary>
    public string? Callback { get; init; }

    /// <summary>The phone number in the order, as the caller typed it, in E.164.</summary>
    public string? Contact { get; init; }

    /// <summary>The company number as the caller typed it.</summary>
    public string? Company { get; init; }

    /// <summary>The defect in the caller's own words.</summary>
    public string? Said { get; init; }

    /// <summary>The address in the proved order, read when it was about to be said.</summary>
    public OrderAddress? Address { get; init; }

    /// <summary>What an entry has collected since the caller began it anew.</summary>
    public string Collected { get; init; } = string.Empty;

    /// <summary>The caller's number as a value.</summary>
    [JsonIgnore]
    public PhoneNumber? Caller => PhoneNumber.Parse(From);

    /// <summary>What a prompt says under a name of <see cref="Held"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing is held under that name: the dialogue says what it never asked for.</exception>
    public string Value(string name) => Find(name) ?? throw new InvalidOperationException($"Nothing is held as '{name}'.");

    /// <summary>The same; null where nothing is held under that name.</summary>
    public string? Find(string name) => name switch
    {
        Held.Number => Number,
        Held.CallerEnd => Caller?.End,
        Held.Callback => PhoneNumber.Parse(Callback)?.Value[4..],
        Held.Contact => PhoneNumber.Parse(Contact)?.Value[4..],
        Held.Company => Company,
        Held.Said => Said,
        Held.Street => Address?.Street,
        Held.Town => Address?.Town,
        _ => null,
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, CallJson.Default.HeldValues);

    public static HeldValues FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, CallJson.Default.HeldValues) ?? new();

    /// <inheritdoc />
    public override string ToString() => nameof(HeldValues);
}

/// <summary>Where an order goes. It is stored encrypted only.</summary>
/// <param name="Street">Street and number, in the nominative.</param>
/// <param name="Town">The town, in the nominative.</param>
/// <param name="PostCode">The postal code; null when unknown.</param>
internal sealed record OrderAddress(string Street, string Town, string? PostCode)
{
    /// <inheritdoc />
    public override string ToString() => nameof(OrderAddress);
}
