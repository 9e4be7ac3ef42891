using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/twiml and the page of each verb.</summary>
public sealed class VerbTests
{
    [Fact]
    public async Task EndOfTheDocument_EndsTheCall()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Say>hello</Say>"));
        var call = await server.CallToTheEndAsync();

        Assert.Equal(["hello"], TwimlServer.Heard(call));
        Assert.Equal(("completed", EndedBy.Automat), (call.Status, TwimlServer.EndOf(call).By));
    }

    // https://www.twilio.com/docs/voice/twiml/redirect
    [Fact]
    public async Task Redirect_MakesTheRestUnreachableAndResolvesAgainstTheDocument()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Redirect>a/b</Redirect><Say>never</Say>"), ("/a/b", "<Redirect>c</Redirect>"), ("/a/c", "<Say>here</Say>"));
        var call = await server.CallToTheEndAsync();

        Assert.Equal(["/voice", "/a/b", "/a/c"], server.Turns.Select(turn => turn.Path));
        Assert.Equal(["here"], TwimlServer.Heard(call));
    }

    [Fact]
    public async Task RedirectByGet_PutsTheParametersIntoTheQuery()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Redirect method=\"GET\">/next</Redirect>"), ("/next", "<Hangup/>"));
        var call = await server.CallToTheEndAsync();

        Assert.Equal("GET", server.Turns[1].Method);
        Assert.Contains($"CallSid={call.Sid}", server.Turns[1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentThatLeadsToItselfForEver_EndsInTheEnd()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Redirect>/voice</Redirect>"));
        var call = await server.CallToTheEndAsync();

        Assert.Equal(("failed", EndedBy.Carrier), (call.Status, TwimlServer.EndOf(call).By));
    }

    // https://www.twilio.com/docs/voice/twiml/hangup
    [Fact]
    public async Task Hangup_EndsTheCallBeforeTheRest()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/><Say>never</Say>"));
        var call = await server.CallToTheEndAsync();

        Assert.Empty(TwimlServer.Heard(call));
        Assert.Equal("completed", call.Status);
    }

    // https://www.twilio.com/docs/voice/twiml/reject
    [Theory]
    [InlineData("<Reject/>", "no-answer")]
    [InlineData("<Reject reason=\"busy\"/>", "busy")]
    public async Task Reject_LeavesTheCallUnanswered(string verb, string status)
    {
        await using var server = await TwimlServer.StartAsync(("/voice", verb));
        var call = await server.CallToTheEndAsync();

        Assert.Equal(status, call.Status);
        Assert.DoesNotContain("in-progress", call.Transcript.After(0).OfType<StatusChanged>().Select(change => change.Status));
        Assert.Equal("0", Assert.Single(server.StatusCallbacks)["CallDuration"]);
    }

    // https://www.twilio.com/docs/voice/twiml/say
    [Fact]
    public async Task Say_TakesTimeByLengthCommasAndSentences()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Say language=\"cs-CZ\">Ano, ne.</Say>"));
        var call = await server.CallToTheEndAsync();

        var said = Assert.Single(call.Transcript.After(0).OfType<Spoken>());
        Assert.Equal(8 * 0.07 + 0.15 + 0.35, said.Seconds, precision: 3);
        Assert.Equal("cs-CZ", said.Language);
    }

    [Fact]
    public async Task SayInALoop_IsSpokenThatManyTimes()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Say loop=\"3\">hello</Say>"));
        Assert.Equal(3, TwimlServer.Heard(await server.CallToTheEndAsync()).Count);
    }

    [Fact]
    public async Task SkipAhead_LeavesOutTheRestOfWhatIsSpoken()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Pause length=\"60\"/><Say>next</Say>"));
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        call.SkipAhead();
        await server.UntilEndAsync(call);

        Assert.Equal(["next"], TwimlServer.Heard(call));
        Assert.InRange(call.SecondsHeard, 1, 2);
    }

    // https://www.twilio.com/docs/voice/twiml/play
    [Fact]
    public async Task Play_TakesAsLongAsTheRecording()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Play>/sound.wav</Play>"));
        server.On("/sound.wav", http =>
        {
            http.Response.ContentType = "audio/wav";
            return http.Response.Body.WriteAsync(Recording(seconds: 12)).AsTask();
        });
        Assert.Equal(12, (await server.CallToTheEndAsync()).SecondsHeard, precision: 3);
    }

    [Fact]
    public async Task PlayOfNothing_LeadsToTheFallback()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Play>/missing.wav</Play>"), ("/fallback", "<Hangup/>"));
        await server.CallToTheEndAsync();

        Assert.Equal("11200", server.Turns.Single(turn => turn.Path == "/fallback")["ErrorCode"]);
    }

    [Fact]
    public async Task NumberThatIsNotTheLine_CannotBeCalled()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/>"));
        var call = server.Carrier.Call(TwimlServer.Caller, "+420800999999");
        await server.UntilEndAsync(call);

        Assert.Equal("failed", call.Status);
        Assert.Empty(server.Turns);
    }

    private static byte[] Recording(int seconds)
    {
        const int rate = 8000;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + rate * seconds);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)7);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("data"u8);
        writer.Write(rate * seconds);
        writer.Write(new byte[rate * seconds]);
        return file.ToArray();
    }
}
