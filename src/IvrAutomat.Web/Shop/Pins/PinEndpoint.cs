using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IvrAutomat.Web.Shop.Pins;

/// <summary>
/// Where the shop's own programs learn the PIN of an order, for the shop's own e-mails. The number is in the body, so that neither of them
/// ever stands in an address.
/// </summary>
internal static class PinEndpoint
{
    /// <summary>Its path.</summary>
    public const string Path = "/shop/pins";

    private const string Bearer = "Bearer ";
    private const int MostBytes = 4096;

    /// <summary>Maps it; without a token in the settings there is no such address.</summary>
    public static void Map(IEndpointRouteBuilder routes, string? token)
    {
        if (!string.IsNullOrWhiteSpace(token))
        {
            routes.MapPost(Path, (HttpContext http, PinDesk desk) => AnswerAsync(http, desk, token));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, PinDesk desk, string token)
    {
        http.Response.Headers.CacheControl = "no-store";
        var shown = http.Request.Headers.Authorization.ToString();
        if (!shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown[Bearer.Length..].Trim()), Encoding.UTF8.GetBytes(token)))
        {
            return Results.Unauthorized();
        }

        if (!desk.IsOpen)
        {
            return Results.Json(new { error = "Identification:Pin is not Derived: there is no PIN to be told." }, statusCode: StatusCodes.Status409Conflict);
        }

        return await NumberAsync(http) is { } number && await desk.FindAsync(number, http.RequestAborted) is { } pin
            ? Results.Json(new { number, pin })
            : Results.Json(new { error = "Send {\"number\": \"the order's number\"}." }, statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<string?> NumberAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not (> 0 and <= MostBytes))
        {
            return null;
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("number", out var number)
                ? number.ValueKind switch { JsonValueKind.String => number.GetString(), JsonValueKind.Number => number.GetRawText(), _ => null }
                : null;
        }
        catch (Exception nonsense) when (nonsense is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
