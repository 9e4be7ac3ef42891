using System.Net.Http.Headers;
using System.Xml.Linq;
using IvrAutomat.Proof.World;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Proof.Callers;

/// <summary>Sends webhooks as the carrier does: signed over the public address, whatever machine they then go to. It repeats nothing by itself.</summary>
/// <param name="account">Who signs.</param>
/// <param name="publicUrl">What the product takes for its own address.</param>
internal sealed class Delivery(CarrierAccount account, string publicUrl) : IDisposable
{
    /// <summary>The line that is called.</summary>
    public const string Line = "+420800123456";

    // https://www.twilio.com/docs/voice/twiml: a whole response within fifteen seconds.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>Sends a webhook of a call.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="path">The path below the public address.</param>
    /// <param name="callSid">The call.</param>
    /// <param name="from">Who calls; null for withheld.</param>
    /// <param name="more">Further fields; they win over the usual ones.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Answered> PostAsync(
        Uri host, string path, string callSid, string? from, (string Name, string Value)[] more, CancellationToken cancellationToken)
    {
        (string Name, string Value)[] usual =
        [
            ("AccountSid", account.Sid), ("ApiVersion", "2010-04-01"), ("CallSid", callSid), ("CallStatus", "in-progress"), ("Called", Line),
            ("Caller", from ?? "anonymous"), ("Direction", "inbound"), ("From", from ?? "anonymous"), ("To", Line),
        ];
        (string Name, string Value)[] form = [.. usual.Where(field => Array.TrueForAll(more, other => other.Name != field.Name)), .. more];
        var body = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        return SendAsync(host, path, System.Text.Encoding.UTF8.GetBytes(body), Sign(path, form), cancellationToken);
    }

    /// <summary>The signature of a form.</summary>
    public string Sign(string path, params (string Name, string Value)[] form)
        => TwilioSignature.Sign(publicUrl + path, FormParameters.Of(form), account.Token);

    /// <summary>Sends exactly these bytes.</summary>
    public async Task<Answered> SendAsync(Uri host, string path, byte[] body, string? signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, path))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } },
        };
        if (signature is not null)
        {
            request.Headers.Add(TwilioSignature.Header, signature);
        }

        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var took = TimeProvider.System.GetElapsedTime(began);
            return Answered.Of(new Uri(host, path), (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, bytes, took);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Answered(Status: null, Response: null, lost.GetType().Name, TimeProvider.System.GetElapsedTime(began)) { Body = [] };
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}

/// <summary>What came of a webhook.</summary>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="Response">The document, when it is one that keeps the carrier's rules; else null.</param>
/// <param name="Trouble">Why it is none; null when it is one.</param>
/// <param name="Took">From sending to the last byte.</param>
internal sealed record Answered(int? Status, XElement? Response, string? Trouble, TimeSpan Took)
{
    /// <summary>The bytes.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Judges an answer by the carrier's grammar: known verbs, attributes, nesting.</summary>
    public static Answered Of(Uri url, int status, string? contentType, byte[] body, TimeSpan took)
    {
        var error = TwimlReader.Read(url, new WebhookOutcome.Answer(status, contentType, body, took), new CarrierSwitches(), out var document);
        return new Answered(status, document?.Response, error is null ? null : $"{error.Code} {error.Message}", took) { Body = body };
    }
}
