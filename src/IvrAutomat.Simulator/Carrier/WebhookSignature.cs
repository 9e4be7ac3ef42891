using System.Security.Cryptography;
using System.Text;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>The carrier's signature of a webhook.</summary>
/// <remarks>
/// https://www.twilio.com/docs/usage/security: base64 of HMAC-SHA1, keyed with the account's token, over the URL and, for a
/// posted form, all names and values in ordinal order of the names without delimiters.
/// </remarks>
internal static class WebhookSignature
{
    public static string Of(string url, IEnumerable<KeyValuePair<string, string>> form, string authToken)
    {
        var data = new StringBuilder(url);
        var byName = form
            .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
            .OrderBy(fields => fields.Key, StringComparer.Ordinal);
        foreach (var fields in byName)
        {
            foreach (var value in fields.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                data.Append(fields.Key).Append(value);
            }
        }

#pragma warning disable CA5350 // The carrier's contract names SHA-1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(data.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>
    /// The URL as the carrier signs it: no user, no fragment; over HTTPS a voice webhook also loses its port.
    /// </summary>
    public static string SignedUrl(Uri url, bool voice)
    {
        var port = voice && url.Scheme == Uri.UriSchemeHttps || url.IsDefaultPort ? "" : $":{url.Port}";
        return $"{url.Scheme}://{url.Host}{port}{url.PathAndQuery}";
    }
}
