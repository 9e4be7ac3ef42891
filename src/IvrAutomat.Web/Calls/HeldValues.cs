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

    /// <summary>What an entry has collected since the caller began it anew.</summary>
    public string Collected { get; init; } = string.Empty;

    /// <summary>The caller's number as a value.</summary>
    [JsonIgnore]
    public PhoneNumber? Caller => PhoneNumber.Parse(From);

    /// <summary>The digits that a prompt says under a name of <see cref="Held"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing is held under that name: the dialogue says what it never asked for.</exception>
    public string Digits(string name) => name switch
    {
        Held.Number when Number is not null => Number,
        Held.CallerEnd when Caller is { } caller => caller.End,
        Held.Callback when PhoneNumber.Parse(Callback) is { } callback => callback.Value[4..],
        _ => throw new InvalidOperationException($"Nothing is held as '{name}'."),
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, CallJson.Default.HeldValues);

    public static HeldValues FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, CallJson.Default.HeldValues) ?? new();

    /// <inheritdoc />
    public override string ToString() => nameof(HeldValues);
}
