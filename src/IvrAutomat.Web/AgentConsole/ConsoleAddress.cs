namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// The address of the pages where <c>PublicUrl</c> has a base path. A proxy may strip it or keep it; pages are routed without it, and
/// <see cref="HtmlResult"/> and redirects put it before every address of theirs.
/// </summary>
internal static class ConsoleAddress
{
    private static readonly string[] Roots = ["/console", "/studio"];

    /// <summary>Takes the base path off what a proxy kept, and remembers it for the answer.</summary>
    public static void UseAddressBelow(this WebApplication app, string basePath)
    {
        if (basePath.Length == 0)
        {
            return;
        }

        app.Use((http, next) =>
        {
            http.Request.Path = http.Request.Path.StartsWithSegments(basePath, StringComparison.Ordinal, out var rest) ? rest : http.Request.Path;
            http.Request.PathBase = basePath;
            return next(http);
        });
    }

    /// <summary>
    /// Takes requests for what the settings say: HTTPS ends at the proxy, and without it no form would be given its token. No header tells, because a
    /// stranger can write it.
    /// </summary>
    public static void UseScheme(this WebApplication app, bool isSecure)
    {
        if (isSecure)
        {
            app.Use((http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            });
        }
    }

    /// <summary>
    /// Whether a page may be shown after sign-in: one of ours, with identifiers at most. Anything else is a stranger's wish, or holds what
    /// belongs in no address.
    /// </summary>
    public static bool IsPage(string? path) => path is not null
        && Array.Exists(Roots, root => path == root || path.StartsWith($"{root}/", StringComparison.Ordinal) || path.StartsWith($"{root}?", StringComparison.Ordinal))
        && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal)
        && path.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-' or '?' or '=' or '&' or '.');
}
