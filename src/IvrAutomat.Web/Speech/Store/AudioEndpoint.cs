using IvrAutomat.Web.Speech.Sound;

namespace IvrAutomat.Web.Speech.Store;

/// <summary>
/// Serves audio to the carrier, which fetches without a signature: a name that nobody can guess is the key. What is shared never changes and
/// may be kept by everybody; what belongs to a call by nobody.
/// </summary>
internal static class AudioEndpoint
{
    /// <summary>Where audio is served, below the address of the automat.</summary>
    public const string Path = "/audio";

    private const string Get = "GET", Head = "HEAD";

    /// <summary>Maps both kinds of addresses. Anything that is no name is not found: no path ever reaches the disk.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path + "/{name}.wav", [Get, Head], (string name, HttpResponse response, AudioStore store) => AudioNames.IsName(name) && store.Has(name)
            ? Serve(response, store.PathOf(name), "public, max-age=31536000, immutable", $"\"{name}\"")
            : Results.NotFound());
        routes.MapMethods(Path + "/{call}/{name}.wav", [Get, Head], (string call, string name, HttpResponse response, CallAudio calls)
            => AudioNames.IsCall(call) && AudioNames.IsName(name) ? Serve(response, calls.PathOf(call, name), "no-store", tag: null) : Results.NotFound());
    }

    private static IResult Serve(HttpResponse response, string path, string caching, string? tag)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = caching;
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(
            file, PhoneAudio.ContentType, enableRangeProcessing: true, entityTag: tag is null ? null : new Microsoft.Net.Http.Headers.EntityTagHeaderValue(tag));
    }
}
