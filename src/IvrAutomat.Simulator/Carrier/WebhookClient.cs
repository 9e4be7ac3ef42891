using System.Net.Http.Headers;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>A request of the carrier to the product.</summary>
internal sealed record Webhook(Uri Url, HttpMethod Method, IReadOnlyList<KeyValuePair<string, string>> Form, bool Voice = true)
{
    /// <summary>How many bytes of the answer are read at most. One more than a document may have shows that it has too many.</summary>
    public int ReadsAtMost { get; init; } = 64 * 1024 + 1;

    /// <summary>Equal on all attempts of one request.</summary>
    public string Token { get; } = Sid.NewToken();
}

/// <summary>What came back: an answer, or why there is none.</summary>
internal abstract record WebhookOutcome(TimeSpan Took)
{
    public sealed record Answer(int Status, string? ContentType, byte[] Body, TimeSpan Took) : WebhookOutcome(Took);

    public sealed record None(int Code, string Reason, TimeSpan Took) : WebhookOutcome(Took);
}

/// <summary>Sends signed webhooks with the carrier's time-outs and its default retry: once more, only if it never connected.</summary>
internal sealed class WebhookClient(SimulatorOptions options, TimeProvider time) : IDisposable
{
    /// <summary>https://www.twilio.com/docs/voice/twiml: a whole response, the connection included.</summary>
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(15);

    // Time-outs follow the carrier's clock, so the client has none of its own.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private long _slowest;

    /// <summary>The longest time, by the clock of the calls, that the product took for an answer since the last <see cref="Forget"/>.</summary>
    public TimeSpan Slowest => TimeSpan.FromTicks(Interlocked.Read(ref _slowest));

    public void Dispose() => _http.Dispose();

    public void Forget() => Interlocked.Exchange(ref _slowest, 0);

    public async Task<WebhookOutcome> SendAsync(Webhook webhook, CancellationToken ct)
    {
        var sent = time.GetTimestamp();
        var outcome = await AttemptAsync(webhook, ct);
        InterlockedMax(time.GetElapsedTime(sent).Ticks);
        return outcome;
    }

    private void InterlockedMax(long ticks)
    {
        for (var seen = Interlocked.Read(ref _slowest); ticks > seen; seen = Interlocked.Read(ref _slowest))
        {
            if (Interlocked.CompareExchange(ref _slowest, ticks, seen) == seen)
            {
                return;
            }
        }
    }

    private async Task<WebhookOutcome> AttemptAsync(Webhook webhook, CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var cap = new CancellationTokenSource(Cap, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cap.Token, ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(webhook, began, either.Token);
            }
            catch (HttpRequestException failure) when (NeverConnected(failure) && attempt == 1)
            {
            }
            catch (HttpRequestException failure)
            {
                var code = NeverConnected(failure) ? 11205 : 11200;
                return new WebhookOutcome.None(code, $"No answer: {failure.HttpRequestError}.", TimeProvider.System.GetElapsedTime(began));
            }
            catch (IOException)
            {
                return new WebhookOutcome.None(11200, "The connection broke during the answer.", TimeProvider.System.GetElapsedTime(began));
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return new WebhookOutcome.None(11200, "No whole answer within 15 s.", TimeProvider.System.GetElapsedTime(began));
            }
        }
    }

    private async Task<WebhookOutcome> SendOnceAsync(Webhook webhook, long began, CancellationToken ct)
    {
        using var request = Message(webhook);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var body = await ReadAsync(response.Content, webhook.ReadsAtMost, ct);
        return new WebhookOutcome.Answer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            body,
            TimeProvider.System.GetElapsedTime(began));
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, int atMost, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(part.AsMemory(0, (int)Math.Min(part.Length, atMost - body.Length)), ct)) > 0)
        {
            body.Write(part, 0, read);
        }

        return body.ToArray();
    }

    private HttpRequestMessage Message(Webhook webhook)
    {
        var url = webhook.Url;
        var post = webhook.Method == HttpMethod.Post;
        if (!post && webhook.Form.Count > 0)
        {
            var fields = webhook.Form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}");
            var query = string.Join('&', fields);
            url = new UriBuilder(url) { Query = url.Query.Length > 1 ? $"{url.Query[1..]}&{query}" : query }.Uri;
        }

        var request = new HttpRequestMessage(webhook.Method, Where(url));
        if (post)
        {
            request.Content = new FormUrlEncodedContent(webhook.Form);
        }

        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TwilioProxy", "1.1"));
        request.Headers.Accept.ParseAdd("*/*");
        request.Headers.Add("I-Twilio-Idempotency-Token", webhook.Token);
        request.Headers.Add(
            "X-Twilio-Signature",
            WebhookSignature.Of(WebhookSignature.SignedUrl(url, webhook.Voice), post ? webhook.Form : [], options.AuthToken));
        return request;
    }

    private Uri Where(Uri url)
    {
        var address = new UriBuilder(url) { Fragment = "" }.Uri;
        return options.Via is { } via && options.BaseAddress?.Invoke() is { } known && known.Authority == address.Authority
            ? new Uri(via(), address.PathAndQuery)
            : address;
    }

    private static bool NeverConnected(HttpRequestException failure) =>
        failure.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
