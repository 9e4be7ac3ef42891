using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Where the carrier reaches us: scheme, host, port and base path from the settings. Signatures are checked against it alone, never
/// against <c>Host</c> or <c>X-Forwarded-*</c>, which a stranger can write.
/// </summary>
internal sealed class PublicAddress
{
    private readonly string _origin;
    private readonly ImmutableArray<string> _origins;
    private readonly string _basePath;

    private PublicAddress(string scheme, string host, string port, string basePath)
    {
        _origin = scheme + host + port;
        _basePath = basePath;
        var standardPort = scheme == "https://" ? ":443" : ":80";
        _origins = port.Length == 0 ? [_origin, _origin + standardPort] : [_origin, scheme + host];
    }

    /// <summary>Reads setting <c>PublicUrl</c>.</summary>
    /// <param name="url">An absolute http(s) URL in ASCII without user, query and fragment; a trailing slash does not count.</param>
    /// <param name="address">The address, or <see langword="null"/> if the URL is not of that shape.</param>
    public static bool TryParse(string? url, [NotNullWhen(true)] out PublicAddress? address)
    {
        address = null;
        if (url is null || url.AsSpan().ContainsAny("?#@\\") || url.AsSpan().ContainsAnyExceptInRange('!', '~')
            || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return false;
        }

        // The letters stay as configured: the carrier signs the URL that stands in its own settings, not a normalised one.
        var scheme = uri.Scheme + "://";
        var rest = url.AsSpan(scheme.Length);
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        var basePath = slash < 0 ? [] : rest[slash..].TrimEnd('/');

        // A colon begins the port only after the bracket that closes an IPv6 address.
        var colon = authority[(authority.LastIndexOf(']') + 1)..].LastIndexOf(':');
        var hostLength = colon < 0 ? authority.Length : authority.LastIndexOf(':');
        address = new(scheme, authority[..hostLength].ToString(), authority[hostLength..].ToString(), basePath.ToString());
        return true;
    }

    /// <summary>The absolute URL of one of our paths.</summary>
    /// <param name="path">Begins with a slash, as routed here, without the base path.</param>
    public string UrlOf(string path) => _origin + _basePath + path;

    /// <summary>What stands before each of our paths; empty when we are at the root of the host.</summary>
    public string BasePath => _basePath;

    /// <summary>
    /// The URLs over which the carrier may have signed a request, likeliest first: as configured, then with the port left out or the
    /// standard port added, because its back ends are not consistent about ports. A proxy in front of us may strip the base path or
    /// keep it.
    /// </summary>
    /// <param name="rawTarget">The request target exactly as received; anything but a path gives no URL.</param>
    public IEnumerable<string> SignedUrls(string rawTarget)
    {
        if (!rawTarget.StartsWith('/'))
        {
            yield break;
        }

        foreach (var origin in _origins)
        {
            yield return origin + _basePath + rawTarget;
        }

        if (_basePath.Length == 0 || !rawTarget.StartsWith(_basePath + "/", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var origin in _origins)
        {
            yield return origin + rawTarget;
        }
    }

    public override string ToString() => _origin + _basePath;
}
