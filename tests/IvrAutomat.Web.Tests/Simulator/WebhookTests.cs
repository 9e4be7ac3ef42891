using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/usage/webhooks and https://www.twilio.com/docs/usage/security</summary>
public sealed class WebhookTests
{
    private const string Menu = "<Gather numDigits=\"1\" action=\"/menu\"/>";

    [Fact]
    public async Task EachRequest_CarriesTheStandardParametersAndOneThatNobodyKnows()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/>"));
        var call = await server.CallToTheEndAsync();

        var turn = server.Turns[0];
        Assert.Matches("^CA[0-9a-f]{32}$", turn["CallSid"]);
        Assert.Equal(
            (call.Sid, server.Options.AccountSid, TwimlServer.Caller, "+420800123456", "ringing", "2010-04-01", "inbound"),
            (turn["CallSid"], turn["AccountSid"], turn["From"], turn["To"], turn["CallStatus"], turn["ApiVersion"], turn["Direction"]));
        Assert.NotNull(turn["ParameterOfTomorrow"]);
        Assert.NotEmpty(turn.Token!);
    }

    [Fact]
    public async Task EachRequest_IsSignedOverItsUrlAndForm()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Menu), ("/menu", "<Hangup/>"));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("1");
        await server.UntilEndAsync(call);

        Assert.Equal(3, server.Turns.Count + server.StatusCallbacks.Count);
        Assert.All(server.Turns.Concat(server.StatusCallbacks), request => Assert.Equal(server.SignatureOf(request), request.Signature));
    }

    // The examples of the official test suites, token 12345.
    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "+14158675309", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "+14158675309", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData("https://example.com/myapp.php?foo=1&bar=2", "+14158675310", "L/OH5YylLD5NRKLltdqwSvS0BnU=")]
    public void Signature_IsThatOfTheOfficialExamples(string url, string caller, string signature)
    {
        KeyValuePair<string, string>[] form =
        [
            new("To", "+18005551212"), new("Digits", "1234"), new("CallSid", "CA1234567890ABCDE"), new("From", caller), new("Caller", caller),
        ];
        Assert.Equal(signature, WebhookSignature.Of(url, form, "12345"));
    }

    [Fact]
    public void Signature_SortsRepeatedValuesAndTakesEachOnce()
    {
        KeyValuePair<string, string>[] form =
            [new("Sid", "CA123"), new("SidAccount", "AC123"), new("Digits", "5678"), new("Digits", "1234"), new("Digits", "1234")];
        Assert.Equal("IK+Dwps556ElfBT0I3Rgjkr1wJU=", WebhookSignature.Of("https://mycompany.com/myapp.php?foo=1&bar=2", form, "12345"));
    }

    [Theory]
    [InlineData("https://user:pass@ivr.example.cz:8443/voice#rc=2", true, "https://ivr.example.cz/voice")]
    [InlineData("https://ivr.example.cz:8443/sms", false, "https://ivr.example.cz:8443/sms")]
    [InlineData("http://127.0.0.1:5080/voice", true, "http://127.0.0.1:5080/voice")]
    public void SignedUrl_DropsUserFragmentAndForVoiceOverHttpsThePort(string url, bool voice, string signed) =>
        Assert.Equal(signed, WebhookSignature.SignedUrl(new Uri(url), voice));

    [Fact]
    public async Task End_IsToldToTheStatusCallbackWithTheDuration()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Pause length=\"61\"/>"));
        await server.CallToTheEndAsync();

        var status = Assert.Single(server.StatusCallbacks);
        Assert.Equal(("completed", "61", "2"), (status["CallStatus"], status["CallDuration"], status["Duration"]));
        Assert.Equal("0", status["SequenceNumber"]);
        Assert.Equal("Mon, 23 Nov 2026 09:01:01 +0000", status["Timestamp"]);
    }

    [Fact]
    public async Task DeliveredTwice_BothHaveOneTokenAndOnlyOneIsExecuted()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Say>hello</Say>"));
        var call = await server.CallToTheEndAsync(new CarrierFaults { DeliverTwice = true });

        Assert.Equal(2, server.Turns.Count);
        Assert.Single(server.Turns.Select(turn => turn.Token).Distinct(StringComparer.Ordinal));
        Assert.Equal(["hello"], TwimlServer.Heard(call));
    }

    [Fact]
    public async Task LostAnswer_LeadsToTheFallback()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Menu), ("/fallback", "<Say>fallback</Say>"));
        var call = await server.CallToTheEndAsync(new CarrierFaults { LoseAnswer = 1 });

        Assert.Equal(["fallback"], TwimlServer.Heard(call));
    }

    [Fact]
    public async Task LateWebhook_LeavesLater()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/>"));
        var began = server.Time.GetUtcNow();
        await server.CallToTheEndAsync(new CarrierFaults { Delay = TimeSpan.FromSeconds(3), LoseStatusCallback = true });

        Assert.Equal(TimeSpan.FromSeconds(3), server.Time.GetUtcNow() - began);
        Assert.Empty(server.StatusCallbacks);
    }

    [Fact]
    public async Task WithheldNumber_ArrivesAsAWord()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/>"));
        await server.UntilEndAsync(server.Carrier.Call(from: null));

        Assert.Equal("anonymous", server.Turns[0]["From"]);
    }

    [Fact]
    public async Task AnswerThatTakesFifteenSeconds_IsGivenUp()
    {
        await using var server = await TwimlServer.StartAsync(("/fallback", "<Say>fallback</Say>"));
        server.On("/voice", async http =>
        {
            server.Stage.Park(1);
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(20), server.Time, http.RequestAborted);
            }
            finally
            {
                server.Stage.Park(-1);
            }
        });
        var began = server.Time.GetUtcNow();
        var call = await server.CallAsync();
        await server.Driver.PassUntilAsync(
            () => TwimlServer.Heard(call).Count > 0, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(15), server.Time.GetUtcNow() - began);
        Assert.Equal("11200", server.Turns.Single(turn => turn.Path == "/fallback")["ErrorCode"]);
    }

    [Fact]
    public async Task NobodyListening_IsAConnectionFailure()
    {
        await using var server = await TwimlServer.StartAsync(
            options =>
            {
                options.VoiceUrl = new Uri("http://127.0.0.1:1/voice");
                options.FallbackUrl = null;
            });
        var call = await server.CallToTheEndAsync();

        Assert.Equal([11205], TwimlServer.TroubleCodes(call));
        Assert.Equal("failed", call.Status);
    }

    [Fact]
    public async Task HangUpBeforeARedirect_MakesNoFurtherRequest()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Dial action=\"/done\">+420601777777</Dial>"), ("/done", "<Redirect>/never</Redirect>"));
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        call.HangUp();
        await server.UntilEndAsync(call);

        Assert.Equal(["/voice", "/done"], server.Turns.Select(turn => turn.Path));
        Assert.Equal("canceled", server.Turns[1]["DialCallStatus"]);
    }

    [Fact]
    public async Task HangUpWhileAWebhookIsUnderWay_EndsTheCallWithoutWaitingForIt()
    {
        await using var server = await TwimlServer.StartAsync();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.On("/voice", async http =>
        {
            await released.Task;
            await TwimlServer.WriteAsync(http, TwimlServer.Document("<Say>too late</Say>"));
        });
        var call = await server.CallAsync();
        while (server.Turns.Count == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        call.HangUp();
        await call.Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("canceled", call.Status);
        released.SetResult();
        await server.Driver.SettleAsync(TestContext.Current.CancellationToken);
        Assert.Empty(TwimlServer.Heard(call));
    }
}
