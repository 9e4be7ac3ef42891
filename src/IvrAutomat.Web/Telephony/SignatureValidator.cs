using System.Collections.Immutable;
using System.Security.Cryptography;

namespace IvrAutomat.Web.Telephony;

/// <summary>Decides whether the carrier signed a request for one of our accounts. It never throws, whatever the request holds.</summary>
/// <param name="address">Where the carrier reaches us.</param>
/// <param name="accounts">The accounts accepted; the first one also answers for requests that name none.</param>
internal sealed class SignatureValidator(PublicAddress address, ImmutableArray<TwilioAccount> accounts)
{
    private const string BodyHashName = "bodySHA256=";

    /// <summary>Where the carrier reaches us.</summary>
    public PublicAddress Address => address;

    /// <summary>Judges one request.</summary>
    /// <param name="rawTarget">The request target exactly as received, with its query.</param>
    /// <param name="header">The value of <see cref="TwilioSignature.Header"/>, or none.</param>
    /// <param name="parameters">All parameters of the form, known or not.</param>
    /// <param name="body">The raw body: compared with the hash in the URL when there is one (JSON).</param>
    public SignatureVerdict Judge(string rawTarget, string? header, FormParameters parameters, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(header))
        {
            return SignatureVerdict.Missing;
        }

        Span<byte> given = stackalloc byte[TwilioSignature.Size];
        if (!Convert.TryFromBase64String(header, given, out var length)
            || length != TwilioSignature.Size
            || Convert.ToBase64String(given) != header)
        {
            return SignatureVerdict.Unreadable;
        }

        if (AccountOf(parameters) is not { } account)
        {
            return SignatureVerdict.UnknownAccount;
        }

        if (BodyHashOf(rawTarget) is not { } bodyHash)
        {
            return IsSigned(rawTarget, parameters, account, given) ? SignatureVerdict.Valid : SignatureVerdict.Mismatch;
        }

        return !IsSigned(rawTarget, FormParameters.Empty, account, given) ? SignatureVerdict.Mismatch
            : IsHashOf(bodyHash, body) ? SignatureVerdict.Valid
            : SignatureVerdict.BodyMismatch;
    }

    private bool IsSigned(string rawTarget, FormParameters parameters, TwilioAccount account, ReadOnlySpan<byte> given)
    {
        Span<byte> expected = stackalloc byte[TwilioSignature.Size];
        foreach (var url in address.SignedUrls(rawTarget))
        {
            foreach (var token in account.AuthTokens)
            {
                TwilioSignature.Compute(url, parameters, token, expected);
                if (CryptographicOperations.FixedTimeEquals(expected, given))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The request's own word chooses among configured accounts only; one that contradicts itself belongs to none of them.
    private TwilioAccount? AccountOf(FormParameters parameters)
    {
        var named = parameters.Values("AccountSid");
        return named switch
        {
            [] => accounts.FirstOrDefault(),
            [var sid] => accounts.FirstOrDefault(account => account.AccountSid == sid),
            _ => null,
        };
    }

    private static string? BodyHashOf(string rawTarget)
    {
        var query = rawTarget.IndexOf('?');
        if (query < 0)
        {
            return null;
        }

        foreach (var range in rawTarget.AsSpan(query + 1).Split('&'))
        {
            var pair = rawTarget.AsSpan(query + 1)[range];
            if (pair.StartsWith(BodyHashName))
            {
                return pair[BodyHashName.Length..].ToString();
            }
        }

        return null;
    }

    private static bool IsHashOf(string hex, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, expected);
        return hex.Length == 2 * SHA256.HashSizeInBytes
            && Convert.FromHexString(hex, given, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(expected, given);
    }
}

/// <summary>What a signature check found.</summary>
internal enum SignatureVerdict
{
    /// <summary>Signed by the carrier for one of our accounts.</summary>
    Valid,

    /// <summary>No signature header, or an empty one.</summary>
    Missing,

    /// <summary>The header is not the base64 of a signature.</summary>
    Unreadable,

    /// <summary>The request names an account that is not ours, or several.</summary>
    UnknownAccount,

    /// <summary>No token of the account gives this signature for any form of the URL.</summary>
    Mismatch,

    /// <summary>The URL is signed, but the body is not the one whose hash stands in it.</summary>
    BodyMismatch,
}
