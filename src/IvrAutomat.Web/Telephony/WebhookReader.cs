using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Reads a webhook and refuses what is not one, in this order: body too large 413, not signed 403, subject missing or malformed 400.
/// After a refusal the status is set and the handler has nothing left to do.
/// </summary>
internal sealed partial class WebhookReader(SignatureValidator validator, ILogger<WebhookReader> log)
{
    /// <summary>The largest body taken, in bytes.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    private const string IdempotencyHeader = "I-Twilio-Idempotency-Token";
    private const int MaxTokenLength = 200;

    /// <summary>Reads a webhook about a call.</summary>
    /// <returns>The request, or <see langword="null"/> when it was refused.</returns>
    public ValueTask<WebhookRequest?> ReadCallAsync(HttpContext http) =>
        ReadAsync(http, static parameters => Sid.Is(parameters.Single("CallSid"), Sid.Call), "CallSid");

    /// <summary>Reads a webhook about a message.</summary>
    /// <returns>The request, or <see langword="null"/> when it was refused.</returns>
    public ValueTask<WebhookRequest?> ReadMessageAsync(HttpContext http) =>
        ReadAsync(http, static parameters => Sid.Is(parameters.Single("MessageSid"), "SM", "MM"), "MessageSid");

    /// <summary>Reads a webhook about a conference; it need not name a call.</summary>
    /// <returns>The request, or <see langword="null"/> when it was refused.</returns>
    public ValueTask<WebhookRequest?> ReadConferenceAsync(HttpContext http) =>
        ReadAsync(http, static parameters => Sid.Is(parameters.Single("ConferenceSid"), Sid.Conference), "ConferenceSid");

    private async ValueTask<WebhookRequest?> ReadAsync(HttpContext http, Func<FormParameters, bool> namesItsSubject, string subject)
    {
        byte[]? body;
        try
        {
            body = await ReadBodyAsync(http);
        }
        catch (BadHttpRequestException broken)
        {
            http.Response.StatusCode = broken.StatusCode;
            return null;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The other side has hung up in the middle of its request: there is nobody to answer.
            return null;
        }

        if (body is null)
        {
            LogTooLarge(MaxBodyBytes);
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        var parameters = IsJson(http.Request) ? FormParameters.Empty : FormReader.Read(body);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var signatures = http.Request.Headers[TwilioSignature.Header];
        var verdict = validator.Judge(target, signatures.Count == 1 ? signatures[0] : null, parameters, body);
        if (verdict != SignatureVerdict.Valid)
        {
            LogRefused(verdict, validator.Address, new ParameterNames(parameters));
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return null;
        }

        if (!namesItsSubject(parameters))
        {
            LogSubjectMissing(subject);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }

        return new(parameters, IdempotencyToken(http.Request));
    }

    private static async ValueTask<byte[]?> ReadBodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MaxBodyBytes)
        {
            return null;
        }

        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > MaxBodyBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsJson(HttpRequest request) =>
        request.ContentType is { } type && type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    private static string? IdempotencyToken(HttpRequest request) =>
        request.Headers[IdempotencyHeader] is [{ Length: > 0 and <= MaxTokenLength } token]
        && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? token
            : null;

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "A webhook was refused: its body is longer than {Limit} bytes")]
    private partial void LogTooLarge(int limit);

    [LoggerMessage(
        EventId = 2102,
        Level = LogLevel.Warning,
        Message = "A webhook was refused: signature {Verdict}. Tried {PublicUrl} as configured, without its port and with the standard "
            + "port, each with the target as received. If the carrier sent it, PublicUrl must be what its console shows and Twilio:AuthToken the "
            + "account's primary token. Parameters: {Names}")]
    private partial void LogRefused(SignatureVerdict verdict, PublicAddress publicUrl, ParameterNames names);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "A signed webhook was refused: {Subject} is missing or malformed")]
    private partial void LogSubjectMissing(string subject);
}
