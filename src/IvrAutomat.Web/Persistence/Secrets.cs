using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// Keyed hashes and encryption under separate labels, so that a value of one kind tells nothing about another. Each result names the key
/// that made it, so that keys can rotate. It is not a store: it keeps nothing but the key.
/// </summary>
internal sealed class Secrets
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyIdBytes = 4;
    private const int HeaderBytes = KeyIdBytes + NonceBytes;

    private readonly byte[] _key;
    private readonly byte[] _keyId;
    private readonly string _prefix;
    private readonly ConcurrentDictionary<string, byte[]> _hashing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _sealing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentBag<AesGcm>> _ciphers = new(StringComparer.Ordinal);

    /// <summary>Takes over the key.</summary>
    /// <param name="key">32 bytes.</param>
    public Secrets(byte[] key)
    {
        if (key.Length != SecretsOptions.KeyBytes)
        {
            throw new ArgumentException($"The key has {key.Length} bytes instead of {SecretsOptions.KeyBytes}.", nameof(key));
        }

        _key = key;
        _keyId = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyIdBytes, info: "key-id"u8.ToArray());
        _prefix = Convert.ToHexStringLower(_keyId) + ":";
    }

    /// <summary>A name of the key that tells nothing about it; every hash starts with it and a colon.</summary>
    public string KeyId => _prefix[..^1];

    /// <summary>
    /// The keyed hash of <paramref name="parts"/>: HMAC-SHA256, each part preceded by its length, so that ("1", "23") and ("12", "3")
    /// differ.
    /// </summary>
    /// <param name="label">What kind of value it is; see <see cref="SecretLabel"/>.</param>
    /// <param name="parts">The value.</param>
    public string Hash(string label, params ReadOnlySpan<string> parts)
    {
        var length = 0;
        foreach (var part in parts)
        {
            length += sizeof(int) + Encoding.UTF8.GetByteCount(part);
        }

        Span<byte> message = length <= 512 ? stackalloc byte[length] : new byte[length];
        var rest = message;
        foreach (var part in parts)
        {
            var written = Encoding.UTF8.GetBytes(part, rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, written);
            rest = rest[(sizeof(int) + written)..];
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_hashing.GetOrAdd(label, Derive, "hash:"), message, hash);
        CryptographicOperations.ZeroMemory(message);
        return _prefix + Convert.ToHexStringLower(hash);
    }

    /// <summary>Encrypts with AES-256-GCM. The same value never looks the same twice.</summary>
    /// <param name="label">What kind of value it is; only the same label reads it again.</param>
    /// <param name="plain">The value.</param>
    public byte[] Protect(string label, ReadOnlySpan<byte> plain)
    {
        var sealedValue = new byte[HeaderBytes + plain.Length + TagBytes];
        var nonce = sealedValue.AsSpan(KeyIdBytes, NonceBytes);
        _keyId.CopyTo(sealedValue, 0);
        RandomNumberGenerator.Fill(nonce);
        var ciphers = Ciphers(label);
        var cipher = Take(ciphers, label);
        cipher.Encrypt(nonce, plain, sealedValue.AsSpan(HeaderBytes, plain.Length), sealedValue.AsSpan(HeaderBytes + plain.Length));
        ciphers.Add(cipher);
        return sealedValue;
    }

    /// <summary>Encrypts a text.</summary>
    public byte[] Protect(string label, string plain) => Protect(label, Encoding.UTF8.GetBytes(plain));

    /// <summary>
    /// Reads what <see cref="Protect(string, ReadOnlySpan{byte})"/> made. Throws <see cref="CryptographicException"/> when it was made with
    /// another key or label, or was changed.
    /// </summary>
    public byte[] Unprotect(string label, ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < HeaderBytes + TagBytes)
        {
            throw new CryptographicException(
                $"A protected '{label}' has {sealedValue.Length} bytes; at least {HeaderBytes + TagBytes} are needed.");
        }

        if (!sealedValue[..KeyIdBytes].SequenceEqual(_keyId))
        {
            var other = Convert.ToHexStringLower(sealedValue[..KeyIdBytes]);
            throw new CryptographicException($"A protected '{label}' was made with the key {other}, but Secrets:Key is the key {KeyId}.");
        }

        var plain = new byte[sealedValue.Length - HeaderBytes - TagBytes];
        var ciphers = Ciphers(label);
        var cipher = Take(ciphers, label);
        cipher.Decrypt(sealedValue.Slice(KeyIdBytes, NonceBytes), sealedValue[HeaderBytes..^TagBytes], sealedValue[^TagBytes..], plain);
        ciphers.Add(cipher);
        return plain;
    }

    /// <summary>Reads a text.</summary>
    public string UnprotectText(string label, ReadOnlySpan<byte> sealedValue) => Encoding.UTF8.GetString(Unprotect(label, sealedValue));

    // One cipher cannot be used by two threads at once; there are as many as were ever busy together. One that failed is left to the collector.
    private ConcurrentBag<AesGcm> Ciphers(string label) => _ciphers.GetOrAdd(label, static _ => []);

    private AesGcm Take(ConcurrentBag<AesGcm> free, string label)
        => free.TryTake(out var cipher) ? cipher : new AesGcm(_sealing.GetOrAdd(label, Derive, "protect:"), TagBytes);

    private byte[] Derive(string label, string purpose)
        => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, SecretsOptions.KeyBytes, info: Encoding.UTF8.GetBytes(purpose + label));
}

/// <summary>The kinds of values that are hashed or encrypted, each under its own derived key.</summary>
internal static class SecretLabel
{
    /// <summary>Order and PIN.</summary>
    public const string Pin = "pin";

    /// <summary>What the PIN of an order is made from.</summary>
    public const string PinValue = "pin-value";

    /// <summary>A phone number.</summary>
    public const string Phone = "phone";

    /// <summary>Hour and PIN, to notice one PIN being tried on many orders.</summary>
    public const string Spray = "spray";

    /// <summary>An order in the list of failures.</summary>
    public const string Order = "order";

    /// <summary>What a call holds back from the dialogue: a typed number, a callback number.</summary>
    public const string Call = "call";

    /// <summary>Who can be reached and how: phone, e-mail, name.</summary>
    public const string Contact = "contact";

    /// <summary>A one-time code.</summary>
    public const string Code = "code";

    /// <summary>The random part of a payment link.</summary>
    public const string Link = "link";

    /// <summary>What a case holds for the person who does it: words, a company's number.</summary>
    public const string Case = "case";

    /// <summary>What a write to an outside system came to: a return code, a link.</summary>
    public const string Outside = "outside";

    /// <summary>The secret part of an address at which a system elsewhere notifies us.</summary>
    public const string Hook = "hook";

    /// <summary>What the shop's people read about a case, and customers never.</summary>
    public const string Note = "note";

    /// <summary>What a message says.</summary>
    public const string Message = "message";

    /// <summary>The random part of a link that signs a colleague in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>A caller's day, for the share of calls that the automat takes.</summary>
    public const string Share = "share";

    /// <summary>A caller's wait for a person.</summary>
    public const string Transfer = "transfer";

    /// <summary>The name of an audio file.</summary>
    public const string Audio = "audio";
}
