using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/twiml/gather, input, speechTimeout and SpeechResult.</summary>
public sealed class GatherSpeechTests
{
    private const string Bye = "<Say>bye</Say>";
    private const string Both =
        "<Gather input=\"dtmf speech\" language=\"cs-CZ\" action=\"/menu\" timeout=\"5\" speechTimeout=\"2\"><Say>say it</Say></Gather>";

    [Fact]
    public async Task Words_AreSubmittedAfterTheSpeechTimeout()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Both), ("/menu", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Say("zrušit objednávku");
        await server.Driver.PassAsync(TimeSpan.FromSeconds(1.9), TestContext.Current.CancellationToken);
        Assert.Single(server.Turns);

        await server.UntilEndAsync(call);
        Assert.Equal("zrušit objednávku", server.Turns[1]["SpeechResult"]);
        Assert.NotNull(server.Turns[1]["Confidence"]);
        Assert.Null(server.Turns[1]["Digits"]);
    }

    [Fact]
    public async Task NoConfidence_IsAFaultThatCanBeInjected()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Both), ("/menu", Bye));
        var call = await server.CallAsync(new CarrierFaults { NoConfidence = true });
        await server.UntilListeningAsync(call);
        call.Say("ano");
        await server.UntilEndAsync(call);

        Assert.Equal("ano", server.Turns[1]["SpeechResult"]);
        Assert.Null(server.Turns[1]["Confidence"]);
    }

    [Fact]
    public async Task WordsFirst_WinOverKeys()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Both), ("/menu", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Say("ano");
        call.Press("2");
        await server.UntilEndAsync(call);

        Assert.Equal("ano", server.Turns[1]["SpeechResult"]);
        Assert.Null(server.Turns[1]["Digits"]);
    }

    [Fact]
    public async Task KeysFirst_WinOverWords()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", Both), ("/menu", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("2");
        call.Say("ano");
        await server.UntilEndAsync(call);

        Assert.Equal("2", server.Turns[1]["Digits"]);
        Assert.Null(server.Turns[1]["SpeechResult"]);
    }

    [Fact]
    public async Task WordsWhereOnlyKeysAreTaken_AreNotHeard()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Gather action=\"/menu\"/><Hangup/>"), ("/menu", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Say("ano");
        await server.UntilEndAsync(call);

        Assert.Single(server.Turns);
    }

    [Fact]
    public async Task WordsBeforeTheGather_AreNotHeard()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Say>first this</Say><Gather input=\"speech\" action=\"/menu\"><Say>now</Say></Gather>"), ("/menu", Bye));
        var call = await server.CallAsync();
        call.Say("too early");
        await server.UntilEndAsync(call);

        Assert.Single(server.Turns);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WordsDuringThePrompt_InterruptItOnlyByTheSwitch(bool interrupts)
    {
        await using var server = await TwimlServer.StartAsync(
            options => options.Switches = new CarrierSwitches { SpeechInterrupts = interrupts },
            ("/voice", "<Gather input=\"speech\" speechTimeout=\"1\" action=\"/menu\"><Pause length=\"10\"/></Gather>"),
            ("/menu", "<Hangup/>"));
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        call.Say("ano");
        await server.UntilEndAsync(call);

        Assert.Equal("ano", server.Turns[1]["SpeechResult"]);
        Assert.Equal(interrupts ? 2 : 10, call.SecondsHeard);
    }
}
