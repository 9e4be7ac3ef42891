using System.Text;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Benchmarks.Callers;

/// <summary>
/// Sends webhooks as the carrier does, signed over the public URL, on kept-alive connections. It does the same work for every variant,
/// whether or not that checks the signature.
/// </summary>
internal sealed class Carrier(Uri host) : IDisposable
{
    /// <summary>The account whose token signs.</summary>
    public const string AccountSid = "AC00000000000000000000000000000001";

    /// <summary>The token; it guards nothing but this run.</summary>
    public const string AuthToken = "benchmark-token";

    /// <summary>What the hosts take for their public address; requests go to loopback, as behind a proxy.</summary>
    public const string PublicUrl = "https://ivr.example.com";

    /// <summary>The shop's line.</summary>
    public const string Line = "+420800123456";

    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });

    /// <summary>Sends one webhook.</summary>
    /// <returns>The document; null when the answer is not 200.</returns>
    public Task<string?> PostAsync(string path, string callSid, string from, Doing? doing, CancellationToken cancellationToken)
        => SendAsync(path, callSid, from, doing is null ? "ringing" : "in-progress", Heard(doing), cancellationToken);

    /// <summary>The caller has hung up.</summary>
    public Task HangUpAsync(string callSid, string from, CancellationToken cancellationToken)
        => SendAsync("/twilio/voice/status", callSid, from, "completed", [], cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<string?> SendAsync(
        string path, string callSid, string from, string status, (string Name, string Value)[] heard, CancellationToken cancellationToken)
    {
        (string Name, string Value)[] fields =
        [
            ("AccountSid", AccountSid), ("ApiVersion", "2010-04-01"), ("CallSid", callSid),
            ("CallStatus", status), ("Called", Line), ("Caller", from),
            ("Direction", "inbound"), ("From", from), ("To", Line), .. heard,
        ];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add(TwilioSignature.Header, TwilioSignature.Sign(PublicUrl + path, FormParameters.Of(fields), AuthToken));
        using var response = await _http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode ? Encoding.UTF8.GetString(body) : null;
    }

    private static (string Name, string Value)[] Heard(Doing? doing) => doing switch
    {
        { Keys: { } keys } => [("Digits", keys), ("FinishedOnKey", string.Empty), ("msg", "Gather End")],
        { Words: { } words } => [("SpeechResult", words), ("Confidence", "0.91"), ("Language", "cs-CZ"), ("msg", "Gather End")],
        _ => [],
    };
}
