using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The signature of a webhook: HMAC-SHA1 under the AuthToken over the URL, followed by name and value of every form parameter in
/// ordinal order, without delimiters. Source: https://www.twilio.com/docs/usage/security.
/// </summary>
internal static class TwilioSignature
{
    /// <summary>The header that carries it, in base64.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>Bytes of a signature.</summary>
    public const int Size = HMACSHA1.HashSizeInBytes;

    /// <summary>The header's value for a request.</summary>
    /// <param name="url">The whole URL with its query, without its fragment.</param>
    /// <param name="parameters">The form; empty for a GET and for a JSON body.</param>
    /// <param name="authToken">The token of the account.</param>
    public static string Sign(string url, FormParameters parameters, string authToken)
    {
        Span<byte> signature = stackalloc byte[Size];
        Compute(url, parameters, authToken, signature);
        return Convert.ToBase64String(signature);
    }

    /// <summary>Writes the <see cref="Size"/> bytes of the signature.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The carrier's contract names HMAC-SHA1.")]
    public static void Compute(string url, FormParameters parameters, string authToken, Span<byte> signature)
    {
        var size = Encoding.UTF8.GetByteCount(url);
        foreach (var (name, value) in parameters.Pairs)
        {
            size += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
        }

        var data = ArrayPool<byte>.Shared.Rent(size);
        var length = Encoding.UTF8.GetBytes(url, data);
        foreach (var (name, value) in parameters.Pairs)
        {
            length += Encoding.UTF8.GetBytes(name, data.AsSpan(length));
            length += Encoding.UTF8.GetBytes(value, data.AsSpan(length));
        }

        HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), data.AsSpan(0, length), signature);

        // The data holds what the caller typed; a rented array outlives the request.
        ArrayPool<byte>.Shared.Return(data, clearArray: true);
    }
}
