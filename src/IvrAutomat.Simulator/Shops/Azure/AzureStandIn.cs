using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Azure;

/// <summary>
/// Azure Speech on this machine: synthesis over HTTP and over the WebSocket that Microsoft's own libraries use, and the list of voices. It hums
/// instead of speaking, a tone for each word, as long as a voice would take.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class AzureStandIn(TimeProvider time) : StandIn("Azure", time)
{
    /// <summary>The most characters of SSML that are taken at once.</summary>
    internal const int MostSsml = 64 * 1024;

    private const string KeyName = "Ocp-Apim-Subscription-Key";
    private const int LongestUserAgent = 254;

    /// <inheritdoc />
    protected override string MediaType => "audio/x-wav";

    /// <inheritdoc />
    protected override void MapPaths(RouteGroupBuilder group)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.MapPost("/cognitiveservices/v1", (Delegate)SpeakAsync);
        group.MapGet("/cognitiveservices/voices/list", () => Results.Json(AzureVoices.All));
        foreach (var path in (string[])["/tts/cognitiveservices/websocket/v1", "/cognitiveservices/websocket/v1"])
        {
            group.MapGet(path, async (HttpContext context) =>
            {
                if (!context.WebSockets.IsWebSocketRequest)
                {
                    return Results.StatusCode(StatusCodes.Status400BadRequest);
                }

                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await new AzureConversation(socket, Count).RunAsync(context.RequestAborted);
                return Results.Empty;
            });
        }
    }

    /// <inheritdoc />
    protected override void ResetData()
    {
    }

    /// <inheritdoc />
    protected override IResult? Refuse(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Libraries in a browser can set no header, so the key may come in the query.
        var key = context.Request.Headers[KeyName].FirstOrDefault() ?? context.Request.Query[KeyName].FirstOrDefault();
        return key == StandInKeys.Secret ? null : LoginRefused();
    }

    /// <inheritdoc />
    protected override IResult LoginRefused() => Results.StatusCode(StatusCodes.Status401Unauthorized);

    /// <inheritdoc />
    protected override IResult RateLimited() => Results.StatusCode(StatusCodes.Status429TooManyRequests);

    private async Task<IResult> SpeakAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType?.StartsWith("application/ssml+xml", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        using var reader = new StreamReader(request.Body);
        var ssml = await reader.ReadToEndAsync(context.RequestAborted);
        if (request.Headers.UserAgent.ToString() is not { Length: > 0 and <= LongestUserAgent }
            || AzureSound.Find(request.Headers["X-Microsoft-OutputFormat"].ToString()) is not { } form
            || AzureSsml.Read(ssml) is not { } spoken)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        Count("speak", spoken.Voice);
        return Results.Bytes(form.File(AzureSound.Hum(spoken)), form.MediaType);
    }
}
