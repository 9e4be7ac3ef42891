namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/api/errors and https://www.twilio.com/docs/usage/twilios-response</summary>
public sealed class DocumentRuleTests
{
    [Theory]
    [InlineData("<Shout>hello</Shout>", 12200)]
    [InlineData("<say>hello</say>", 12200)]
    [InlineData("<Say Voice=\"man\">hello</Say>", 12200)]
    [InlineData("<Say>hello</Say>text", 12200)]
    [InlineData("<Say></Say>", 13520)]
    [InlineData("<Say><Pause/>hello</Say>", 12200)]
    [InlineData("<Say voice=\"Google.cs-CZ-Wavenet-A\" language=\"en-US\">hello</Say>", 13511)]
    [InlineData("<Gather><Redirect>/a</Redirect></Gather>", 13320)]
    [InlineData("<Gather><Play digits=\"1\"/></Gather>", 13320)]
    [InlineData("<Gather numdigits=\"1\"/>", 12200)]
    [InlineData("<Gather numDigits=\"0\"/>", 13314)]
    [InlineData("<Gather timeout=\"soon\"/>", 13313)]
    [InlineData("<Gather finishOnKey=\"12\"/>", 13310)]
    [InlineData("<Gather method=\"post\"/>", 13312)]
    [InlineData("<Gather input=\"voice\"/>", 12200)]
    [InlineData("<Gather speechModel=\"phone_call\" language=\"cs-CZ\"/>", 13331)]
    [InlineData("<Gather speechModel=\"googlev2_telephony\" speechTimeout=\"auto\"/>", 13327)]
    [InlineData("<Dial></Dial>", 13223)]
    [InlineData("<Dial timeout=\"1\">+420601777777</Dial>", 13212)]
    [InlineData("<Say>one<Say>two</Say></Say>", 12200)]
    [InlineData("<Say>not closed", 12100)]
    [InlineData("<Say>&nbsp;</Say>", 12100)]
    public async Task BrokenRule_LeadsToTheFallbackWithItsCode(string verbs, int code)
    {
        await using var server = await TwimlServer.StartAsync(("/voice", verbs), ("/fallback", "<Say>fallback</Say>"));
        var call = await server.CallToTheEndAsync();

        var fallback = server.Turns.Single(turn => turn.Path == "/fallback");
        Assert.Equal(code.ToString(), fallback["ErrorCode"]);
        Assert.EndsWith("/voice", fallback["ErrorUrl"], StringComparison.Ordinal);
        Assert.Equal(["fallback"], TwimlServer.Heard(call));
    }

    [Theory]
    [InlineData(" <?xml version=\"1.0\"?><Response/>", "text/xml", 200, 12100)]
    [InlineData("\uFEFF<Response/>", "text/xml", 200, 12100)]
    [InlineData("<Answer/>", "text/xml", 200, 12102)]
    [InlineData("", "text/xml", 200, 11770)]
    [InlineData("<Response/>", "application/json", 200, 12300)]
    [InlineData("<Response/>", "text/xml", 302, 11200)]
    [InlineData("<Response/>", "text/xml", 500, 11200)]
    public async Task UnusableAnswer_LeadsToTheFallbackWithItsCode(string body, string contentType, int status, int code)
    {
        await using var server = await TwimlServer.StartAsync(("/fallback", "<Hangup/>"));
        server.On("/voice", http =>
        {
            http.Response.StatusCode = status;
            return TwimlServer.WriteAsync(http, body, contentType);
        });
        var call = await server.CallToTheEndAsync();

        Assert.Equal([code], TwimlServer.TroubleCodes(call));
        Assert.Equal("completed", call.Status);
    }

    [Theory]
    [InlineData(64 * 1024, null)]
    [InlineData(64 * 1024 + 1, 11750)]
    public async Task Document_MayHave64KilobytesAndNotOneMore(int size, int? code)
    {
        await using var server = await TwimlServer.StartAsync(("/fallback", "<Hangup/>"));
        const string frame = "<Response><!----></Response>";
        server.On("/voice", http => TwimlServer.WriteAsync(http, frame.Insert(14, new string('a', size - frame.Length))));
        var call = await server.CallToTheEndAsync();

        Assert.Equal(code is null ? [] : [code.Value], TwimlServer.TroubleCodes(call));
    }

    [Theory]
    [InlineData("man", 4097, 'a', 13521)]
    [InlineData("man", 2049, 'č', 13521)]
    [InlineData("Polly.Jitka-Neural", 3001, 'a', 13521)]
    [InlineData("Google.cs-CZ-Wavenet-A", 4501, 'a', 13521)]
    [InlineData("Google.cs-CZ-Wavenet-A", 751, 'č', 13521)]
    [InlineData("Google.cs-CZ-Wavenet-A", 750, 'č', null)]
    public async Task Say_HasALimitByVoiceAndWhenEncoded(string voice, int length, char letter, int? code)
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", $"<Say voice=\"{voice}\">{new string(letter, length)}</Say>"), ("/fallback", "<Hangup/>"));
        var call = await server.CallToTheEndAsync();

        Assert.Equal(code is null ? [] : [code.Value], TwimlServer.TroubleCodes(call));
    }

    [Fact]
    public async Task BrokenFallback_EndsTheCallAsFailedWithItsReason()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Shout/>"), ("/fallback", "<Shout/>"));
        var call = await server.CallToTheEndAsync();

        Assert.Equal("failed", call.Status);
        Assert.Contains("12200", TwimlServer.EndOf(call).Reason, StringComparison.Ordinal);
        Assert.Equal("failed", Assert.Single(server.StatusCallbacks)["CallStatus"]);
    }

    [Fact]
    public async Task AfterTheFallback_TheCallGoesOnAsUsual()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Shout/>"), ("/fallback", "<Gather numDigits=\"1\" action=\"/menu\"/>"), ("/menu", "<Say>menu</Say>"));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("1");
        await server.UntilEndAsync(call);

        Assert.Equal(["menu"], TwimlServer.Heard(call));
    }

    [Fact]
    public async Task EveryDocument_IsKeptOnceForThoseWhoCheckThem()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await using var server = await TwimlServer.StartAsync(
                options => options.DocumentsFolder = folder.FullName,
                ("/voice", "<Redirect>/next</Redirect>"),
                ("/next", "<Say>hello</Say>"));
            await server.CallToTheEndAsync();
            await server.CallToTheEndAsync();

            var kept = folder.GetFiles("*.xml").Select(file => File.ReadAllText(file.FullName)).Order(StringComparer.Ordinal);
            Assert.Equal([TwimlServer.Document("<Redirect>/next</Redirect>"), TwimlServer.Document("<Say>hello</Say>")], kept);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
