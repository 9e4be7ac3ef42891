using System.Text.RegularExpressions;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>Which addresses may be given login and key.</summary>
internal static partial class UpgatesAddress
{
    /// <summary>The base of all paths, without a slash at its end; null when nothing may be sent there.</summary>
    /// <param name="url">An address from the settings, or one that a shop which moved has answered.</param>
    /// <param name="allowOthers">Other hosts than those of Upgates, and plain HTTP, are allowed.</param>
    public static Uri? Read(string? url, bool allowOthers)
        => Uri.TryCreate(url?.Trim().TrimEnd('/'), UriKind.Absolute, out var address)
            && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
            && (IsUpgates(address) || (allowOthers && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
            ? address
            : null;

    private static bool IsUpgates(Uri address)
        => address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Host().IsMatch(address.Host);

    [GeneratedRegex(@"\A[a-z0-9-]+\.admin\.[a-z0-9]+\.upgates\.com\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Host();
}
