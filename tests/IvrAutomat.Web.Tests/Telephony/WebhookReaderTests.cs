using System.Net;
using System.Net.Sockets;
using System.Text;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class WebhookReaderTests
{
    private const string Voice = "/twilio/voice";
    private const string WrongSignature = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static readonly (string, string) Call = ("CallSid", WebhookHost.CallSid);

    [Fact]
    public async Task SignedCall_IsRead()
    {
        await using var host = await WebhookHost.StartAsync(call =>
            $"{call.CallSid} {call.AccountSid} {call.From} {call.To} {call.ForwardedFrom} {call.Digits} {call.SpeechResult} {call.Confidence} {call.CallStatus}");
        using var response = await host.PostAsync(
            Voice,
            Call,
            ("From", "+420601000001"), ("To", "+420800123456"), ("ForwardedFrom", "+420222000000"), ("Digits", "12*#"),
            ("SpeechResult", "chtěla bych zrušit"), ("Confidence", "0.875"), ("CallStatus", "in-progress"), ("StirVerstat", "TN-Validation-Passed-A"));

        Assert.Equal(
            $"{WebhookHost.CallSid} {WebhookHost.AccountSid} +420601000001 +420800123456 +420222000000 12*# chtěla bych zrušit 0.875 InProgress",
            await TextAsync(response));
    }

    [Fact]
    public async Task EndOfACall_IsReadWithItsDurationAndPlace()
    {
        await using var host = await WebhookHost.StartAsync(call => $"{call.CallStatus} {call.CallDuration} {call.SequenceNumber}");
        using var response = await host.PostAsync(Voice + "/status", Call, ("CallStatus", "completed"), ("CallDuration", "75"), ("SequenceNumber", "3"));
        Assert.Equal("Completed 00:01:15 3", await TextAsync(response));
    }

    [Fact]
    public async Task MessageStatus_IsReadWithoutACall()
    {
        await using var host = await WebhookHost.StartAsync(message => $"{message.MessageSid} {message.MessageStatus} {message.ErrorCode}");
        using var response = await host.PostAsync(
            "/twilio/message", ("MessageSid", "SM0123456789abcdef0123456789abcdef"), ("MessageStatus", "undelivered"), ("ErrorCode", "30006"));
        Assert.Equal("SM0123456789abcdef0123456789abcdef Undelivered 30006", await TextAsync(response));
    }

    [Fact]
    public async Task RepeatedDelivery_BearsItsToken()
    {
        await using var host = await WebhookHost.StartAsync(call => call.IdempotencyToken ?? "none");
        host.Client.DefaultRequestHeaders.Add("I-Twilio-Idempotency-Token", "b7d1-4c");
        using var response = await host.PostAsync(Voice, Call);
        Assert.Equal("b7d1-4c", await TextAsync(response));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData(WrongSignature)]
    public async Task UnsignedCall_Gets403(string? signature)
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        var body = Encoding.UTF8.GetBytes($"CallSid={WebhookHost.CallSid}&AccountSid={WebhookHost.AccountSid}");
        using var response = await host.PostRawAsync(Voice, body, signature);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Refusal_IsLoggedByNamesOnly()
    {
        await using var host = await WebhookHost.StartAsync(Unreachable, "https://ivr.example.cz");
        var body = Encoding.UTF8.GetBytes($"CallSid={WebhookHost.CallSid}&Digits=4821&From=%2B420601000001&4821=x&a%0Ab=y");
        using var response = await host.PostRawAsync(Voice + "?pin=7305", body, WrongSignature);

        var line = Assert.Single(host.Log, line => line.Contains(" 2102 ", StringComparison.Ordinal));
        Assert.Contains("Mismatch", line, StringComparison.Ordinal);
        Assert.Contains("https://ivr.example.cz as configured", line, StringComparison.Ordinal);
        Assert.Contains("CallSid Digits From and 2 more", line, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, logged => logged.Contains("4821", StringComparison.Ordinal) || logged.Contains("601000001", StringComparison.Ordinal));
        Assert.DoesNotContain("7305", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CA123")]
    [InlineData("SM0123456789abcdef0123456789abcdef")]
    [InlineData("CA0123456789abcdef0123456789abcdeg")]
    public async Task SignedRequestWithoutACall_Gets400(string? sid)
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        using var response = sid is null ? await host.PostAsync(Voice) : await host.PostAsync(Voice, ("CallSid", sid));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task TwoDifferentCalls_Get400()
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        using var response = await host.PostAsync(Voice, Call, ("CallSid", "CAffffffffffffffffffffffffffffffff"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(WebhookReader.MaxBodyBytes, HttpStatusCode.Forbidden)]
    [InlineData(WebhookReader.MaxBodyBytes + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(400_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task BodyOverTheLimit_Gets413BeforeAnythingElse(int size, HttpStatusCode status)
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        using var response = await host.PostRawAsync(Voice, Encoding.ASCII.GetBytes(new string('a', size)), signature: null);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task BodyOfUnknownLengthOverTheLimit_Gets413()
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        using var request = new HttpRequestMessage(HttpMethod.Post, Voice);
        request.Content = new StreamContent(new MemoryStream(new byte[WebhookReader.MaxBodyBytes + 1]));
        request.Headers.TransferEncodingChunked = true;
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Get_Is405()
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        using var response = await host.Client.GetAsync(new Uri(Voice, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task TargetIsSignedAsReceived()
    {
        await using var host = await WebhookHost.StartAsync(call => call.CallSid, "https://ivr.example.cz/shop");
        using var response = await host.PostAsync(Voice + "/a%2fb/%C5%99//c?x=%7e&y=a+b", Call);
        Assert.Equal(WebhookHost.CallSid, await TextAsync(response));
    }

    [Theory]
    [InlineData("Digits", "12ab")]
    [InlineData("Digits", "１２３４")]
    [InlineData("Digits", "1\u00002\u0007")]
    [InlineData("Digits", "1234567890123456789012345678901234567890")]
    [InlineData("From", "anonymous")]
    [InlineData("Confidence", "NaN")]
    [InlineData("Confidence", "1e999")]
    [InlineData("CallStatus", "levitating")]
    [InlineData("SequenceNumber", "99999999999999999999")]
    [InlineData("CallDuration", "-5")]
    [InlineData("ErrorCode", "")]
    public async Task OddValues_AreReadWithoutAnException(string name, string value)
    {
        await using var host = await WebhookHost.StartAsync(call =>
            $"{call.Digits}|{call.From}|{call.Confidence}|{call.CallStatus}|{call.SequenceNumber}|{call.CallDuration}|{call.ErrorCode}");
        using var response = await host.PostAsync(Voice, Call, (name, value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(name is "Digits" or "From" ? value : "", (await TextAsync(response)).Trim('|'));
    }

    [Fact]
    public async Task TenThousandCharactersOfSpeech_AreRead()
    {
        var speech = new string('ř', 10_000);
        await using var host = await WebhookHost.StartAsync(call => $"{call.SpeechResult!.Length}");
        using var response = await host.PostAsync(Voice, Call, ("SpeechResult", speech));
        Assert.Equal("10000", await TextAsync(response));
    }

    [Theory]
    [InlineData("%zz=%&a=%1&=x&&==&%00=%ff%fe&b=%E2%82")]
    [InlineData("&&&&&&")]
    [InlineData("a=1&a=1&a=2;b=3")]
    public async Task BrokenForm_IsRefusedLikeAnyUnsignedOne(string body)
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        using var response = await host.PostRawAsync(Voice, Encoding.UTF8.GetBytes(body), WrongSignature);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task ThirtyThousandPairs_AreRefusedLikeAnyUnsignedForm()
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a&", 32_000)));
        using var response = await host.PostRawAsync(Voice, body, WrongSignature);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task CallerWhoBreaksOffInTheMiddle_LeavesNoError()
    {
        await using var host = await WebhookHost.StartAsync(Unreachable);
        using (var socket = new TcpClient())
        {
            var address = new Uri(host.Address);
            await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            var half = "POST /twilio/voice HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nCallSid="u8.ToArray();
            await socket.GetStream().WriteAsync(half, TestContext.Current.CancellationToken);
        }

        using var response = await host.PostRawAsync(Voice, [], signature: null);
        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static string Unreachable(WebhookRequest request) => throw new InvalidOperationException("A refused request must not reach its handler.");

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
