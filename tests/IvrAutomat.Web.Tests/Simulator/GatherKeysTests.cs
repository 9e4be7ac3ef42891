using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Web.Tests.Simulator;

/// <summary>https://www.twilio.com/docs/voice/twiml/gather</summary>
public sealed class GatherKeysTests
{
    private const string Bye = "<Say>bye</Say>";

    [Fact]
    public async Task LastDigitOfNumDigits_SubmitsAtOnce()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Gather numDigits=\"4\" action=\"/pin\"><Say>pin</Say></Gather>"), ("/pin", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        var quietAt = server.Time.GetUtcNow();
        call.Press("4821");
        await server.Driver.SettleAsync(TestContext.Current.CancellationToken);

        Assert.Equal("4821", server.Turns[1]["Digits"]);
        Assert.Equal(quietAt, server.Time.GetUtcNow());
    }

    [Fact]
    public async Task KeyDuringThePrompt_StopsItAndCounts()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Gather numDigits=\"1\" action=\"/menu\"><Say>a long prompt that nobody wants to hear out</Say></Gather>"),
            ("/menu", Bye));
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        call.Press("2");
        await server.UntilEndAsync(call);

        Assert.Equal("2", server.Turns[1]["Digits"]);
        Assert.InRange(call.SecondsHeard, 1.0, 2.0);
    }

    [Fact]
    public async Task Silence_FallsThroughToTheNextVerbWithoutARequest()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Gather action=\"/menu\"><Say>menu</Say></Gather><Redirect>/silence</Redirect>"), ("/silence", Bye));
        await server.CallToTheEndAsync();

        Assert.Equal(["/voice", "/silence"], server.Turns.Select(turn => turn.Path));
    }

    [Fact]
    public async Task Timeout_CountsOnlyAfterThePrompts()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Gather timeout=\"3\"><Pause length=\"60\"/></Gather>"));
        var began = server.Time.GetUtcNow();
        await server.CallToTheEndAsync();

        Assert.Equal(TimeSpan.FromSeconds(63), server.Time.GetUtcNow() - began);
    }

    [Fact]
    public async Task EachKey_StartsTheTimeoutAgain()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Gather timeout=\"5\" action=\"/number\"/>"), ("/number", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        foreach (var key in new[] { "1", "2", "3" })
        {
            call.Press(key);
            await server.Driver.PassAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        }

        Assert.Single(server.Turns);
        await server.UntilEndAsync(call);
        Assert.Equal("123", server.Turns[1]["Digits"]);
    }

    [Fact]
    public async Task FinishKey_SubmitsAndIsNotAmongTheDigits()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Gather action=\"/number\"/>"), ("/number", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("2026#");
        await server.UntilEndAsync(call);

        Assert.Equal("2026", server.Turns[1]["Digits"]);
    }

    [Fact]
    public async Task FinishKeyFirst_IsAnEmptyResult()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Gather action=\"/number\"/><Redirect>/silence</Redirect>"), ("/silence", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("#");
        await server.UntilEndAsync(call);

        Assert.Equal(["/voice", "/silence"], server.Turns.Select(turn => turn.Path));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("*")]
    public async Task WithoutFinishKey_HashAndStarAreDigits(string key)
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Gather numDigits=\"1\" finishOnKey=\"\" action=\"/menu\"/>"), ("/menu", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press(key);
        await server.UntilEndAsync(call);

        Assert.Equal(key, server.Turns[1]["Digits"]);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, null)]
    public async Task ActionOnEmptyResult_RequestsTheActionInBothReadings(bool present, string? digits)
    {
        await using var server = await TwimlServer.StartAsync(
            options => options.Switches = new CarrierSwitches { EmptyDigitsPresent = present },
            ("/voice", "<Gather actionOnEmptyResult=\"true\" action=\"/empty\"/>"),
            ("/empty", Bye));
        await server.CallToTheEndAsync();

        Assert.Equal("/empty", server.Turns[1].Path);
        Assert.Equal(digits, server.Turns[1]["Digits"]);
    }

    [Fact]
    public async Task WithoutAction_TheCurrentDocumentIsRequested()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Gather numDigits=\"1\"/>"));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("7");
        await server.UntilEndAsync(call);

        Assert.Equal(["/voice", "/voice"], server.Turns.Select(turn => turn.Path));
        Assert.Equal("7", server.Turns[1]["Digits"]);
    }

    [Theory]
    [InlineData(false, "2")]
    [InlineData(true, "1")]
    public async Task KeysBetweenDocuments_AreDroppedOrKeptByTheSwitch(bool keep, string taken)
    {
        await using var server = await TwimlServer.StartAsync(
            options => options.Switches = new CarrierSwitches { KeepKeysBetweenGathers = keep },
            ("/voice", "<Say>one moment, please, we look it up</Say><Gather numDigits=\"1\" action=\"/menu\"><Say>menu</Say></Gather>"),
            ("/menu", Bye));
        var call = await server.CallAsync();
        await server.Driver.PassAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        call.Press("1");
        if (!keep)
        {
            await server.UntilListeningAsync(call);
            call.Press("2");
        }

        await server.UntilEndAsync(call);
        Assert.Equal(taken, server.Turns[1]["Digits"]);
    }

    [Fact]
    public async Task HangUpWhileListening_MakesNoActionRequest()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Gather action=\"/menu\"/>"), ("/menu", Bye));
        var call = await server.CallAsync();
        await server.UntilListeningAsync(call);
        call.Press("1");
        call.HangUp();
        await server.UntilEndAsync(call);

        Assert.Single(server.Turns);
        Assert.Equal("completed", Assert.Single(server.StatusCallbacks)["CallStatus"]);
        Assert.Equal(EndedBy.Caller, TwimlServer.EndOf(call).By);
    }
}
