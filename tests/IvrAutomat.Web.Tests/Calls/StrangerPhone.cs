using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>
/// One call by a client that knows nothing but the carrier's contract: it signs its POSTs, executes the TwiML that comes back and
/// follows the URLs in it. It shares no code with the product or the stand-in carrier.
/// </summary>
internal sealed class StrangerPhone(Uri product, string? from) : IDisposable
{
    public const string AccountSid = "ACabcdefabcdefabcdefabcdefabcdef01";
    public const string AuthToken = "0123456789abcdef0123456789abcdef";
    public const string Line = "+420800123456";

    private const int MostRedirects = 20;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>The call's identifier.</summary>
    public string CallSid { get; init; } = NewSid();

    /// <summary>The document being executed.</summary>
    public Reply Now { get; private set; } = null!;

    /// <summary>Every answer so far, redirects included.</summary>
    public List<Reply> Answers { get; } = [];

    /// <summary>An identifier that no other call has.</summary>
    public static string NewSid() => $"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    /// <summary>A URL of the product.</summary>
    public Uri At(string path) => new(product, path);

    /// <summary>Announces the call.</summary>
    public Task<Reply> DialAsync() => FollowAsync(At("/twilio/voice"));

    /// <summary>Presses keys while the document listens.</summary>
    public Task<Reply> PressAsync(string keys) => FollowAsync(Listening(), ("Digits", keys));

    /// <summary>Speaks while the document listens.</summary>
    public Task<Reply> SayAsync(string words) => FollowAsync(Listening(), ("SpeechResult", words), ("Confidence", "0.91"));

    /// <summary>Does nothing until the document has given up listening.</summary>
    public Task<Reply> StaySilentAsync() => FollowAsync(Now.Redirect ?? throw new InvalidOperationException($"Silence leads nowhere: {Now.Said}"));

    /// <summary>Proves an order from whatever number this phone has.</summary>
    public async Task<Reply> IdentifyAsync(string number, string pin)
    {
        if ((await DialAsync()).Said.Contains("číslo objednávky", StringComparison.Ordinal))
        {
            await PressAsync(number);
        }

        return await PressAsync(pin);
    }

    /// <summary>Enters the queue that the document names, presses 1 there, and leaves it: to be called back instead.</summary>
    public async Task<Reply> LeaveQueueAsync()
    {
        var (asked, enqueue) = (Now.Url, Now.Response.Element("Enqueue") ?? throw new InvalidOperationException($"There is no queue: {Now.Response} {Troubles.Of(CallSid)}"));
        await FollowAsync(new Uri(asked, enqueue.Attribute("waitUrl")!.Value));
        Assert.NotNull((await PressAsync("1")).Response.Element("Leave"));
        return await FollowAsync(new Uri(asked, enqueue.Attribute("action")!.Value), ("QueueResult", "leave"));
    }

    /// <summary>Reports the end of the call, as the carrier does.</summary>
    public Task<Reply> ReportAsync(string status = "completed") =>
        PostAsync(At("/twilio/voice/status"), ("CallStatus", status), ("SequenceNumber", "0"), ("CallDuration", "42"));

    /// <summary>Posts, and then follows redirects as far as the next document that listens or ends.</summary>
    public async Task<Reply> FollowAsync(Uri url, params (string Name, string Value)[] more)
    {
        var reply = await PostAsync(url, more);
        for (var redirects = 0; reply.Action is null && reply.Redirect is { } next; redirects++)
        {
            Assert.True(redirects < MostRedirects, $"The call is sent round in a circle: {next}");
            reply = await PostAsync(next);
        }

        return Now = reply;
    }

    /// <summary>One delivery, as it is; nothing is followed.</summary>
    public Task<Reply> PostAsync(Uri url, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] form =
        [
            ("AccountSid", AccountSid), ("ApiVersion", "2010-04-01"), ("CallSid", CallSid), ("CallStatus", "in-progress"),
            ("Direction", "inbound"), ("From", from ?? "anonymous"), ("To", Line),
        ];
        return SendAsync(url, [.. form.Where(field => more.All(other => other.Name != field.Name)), .. more]);
    }

    /// <summary>Exactly these fields, signed.</summary>
    public Task<Reply> SendAsync(Uri url, (string Name, string Value)[] form, string token = AuthToken)
    {
        var body = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        return SendAsync(url, Encoding.UTF8.GetBytes(body), Sign(url, form, token));
    }

    /// <summary>Exactly these bytes.</summary>
    public async Task<Reply> SendAsync(Uri url, byte[] body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } },
        };
        if (signature is not null)
        {
            request.Headers.Add("X-Twilio-Signature", signature);
        }

        var began = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var reply = new Reply(url, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, bytes, Stopwatch.GetElapsedTime(began));
        lock (Answers)
        {
            Answers.Add(reply);
        }

        return reply;
    }

    public void Dispose() => _http.Dispose();

    private Uri Listening() => Now.Action ?? throw new InvalidOperationException($"Nobody listens: {Now.Response} {Troubles.Of(CallSid)}");

    private static string Sign(Uri url, (string Name, string Value)[] form, string token)
    {
        var signed = new StringBuilder(url.AbsoluteUri);
        foreach (var (name, value) in form.Distinct().OrderBy(field => field.Name, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal))
        {
            signed.Append(name).Append(value);
        }

#pragma warning disable CA5350 // The carrier's contract names SHA-1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }
}
