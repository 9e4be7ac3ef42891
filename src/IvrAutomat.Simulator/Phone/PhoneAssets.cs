using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Phone;

/// <summary>The files of the phone page, which are part of this assembly.</summary>
internal static class PhoneAssets
{
    private const string Page = "index.html";

    /// <summary>Everything comes from here, nothing runs that is not a file, and nobody may frame the page.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; "
        + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".wav"] = "audio/wav",
    };

    public static IResult Index(HttpResponse response) => File(Page, response);

    public static IResult File(string asset, HttpResponse response)
    {
        if (!Types.TryGetValue(Path.GetExtension(asset), out var type)
            || typeof(PhoneAssets).Assembly.GetManifestResourceStream(asset) is not { } stream)
        {
            return Results.NotFound();
        }

        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        return Results.Stream(stream, type);
    }
}
