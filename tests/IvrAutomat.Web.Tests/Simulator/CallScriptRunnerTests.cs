using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Tests.Simulator;

public sealed class CallScriptRunnerTests
{
    private const string Menu =
        "<Gather numDigits=\"1\" finishOnKey=\"\" input=\"dtmf speech\" action=\"/menu\">"
        + "<Say>Dobrý den. Zrušit objednávku, dvojka.</Say></Gather><Redirect>/silence</Redirect>";

    [Fact]
    public async Task ScriptThatHolds_Passes()
    {
        var result = await RunAsync("""
            name: Menu, cancel
            call:
              - hear: [ Dobrý den, "/dvojk[au]/" ]
              - heard-within: 3 s
              - press: 2
              - not-heard: omlouv
              - hear: Zrušeno
            then: { ended: by automat, cases: none, requests: none, sms: none, order: { number: 1, state: open }, heard-at-most: 60 s }
            """);
        Assert.True(result.Passed, result.Failure);
        Assert.Equal(2, result.Turns);
        Assert.InRange(result.SecondsHeard, 3, 8);
    }

    [Fact]
    public async Task SilenceAndSpeech_ArePlayed()
    {
        var result = await RunAsync("""
            name: Silent, then speaks
            call: [ stay silent, hear: Nic neslyším, say: dvě, hear: Zrušeno ]
            """);
        Assert.True(result.Passed, result.Failure);
    }

    [Fact]
    public async Task SeveralCalls_ArePlayedAtTheirTimes()
    {
        await using var server = await StartAsync();
        var result = await RunAsync(server, """
            name: Calls again after two hours, from a withheld number
            given: { clock: 2026-07-01 10:00, caller: "+420601000005" }
            calls:
              - steps: [ hear: Dobrý den, hang up ]
              - { after: 2 h, caller: withheld, steps: [ hear: Dobrý den, press now: 2 ] }
            """);

        Assert.True(result.Passed, result.Failure);
        Assert.Equal(["+420601000005", "anonymous"], server.Turns.Where(turn => turn.Path == "/voice").Select(turn => turn["From"]));
        var starts = server.Carrier.Calls.Select(call => call.StartedAt).Order().ToArray();
        // 10:00 in Prague, in summer.
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero), starts[0]);
        Assert.InRange(starts[1] - starts[0], TimeSpan.FromHours(2), TimeSpan.FromHours(2).Add(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("  - hear: Dobry den", "expected to hear \"Dobry den\"")]
    [InlineData("  - { press: 2, hear: Dobrý den }", "expected to hear \"Dobrý den\"")]
    [InlineData("  - not-heard: dvojka", "expected not to hear \"dvojka\"")]
    [InlineData("  - { hear: dvojka, heard-within: 1 s }", "expected within 1 s")]
    [InlineData("  - { press: 2, stay silent: 1 }", "nobody listens")]
    public async Task StepThatDoesNotHold_IsToldWithFileLineAndWhatWasHeard(string step, string message)
    {
        var result = await RunAsync($"name: A mistake\ncall:\n{step}");

        Assert.False(result.Passed);
        Assert.StartsWith("test.yaml:3: A mistake", result.Failure, StringComparison.Ordinal);
        Assert.Contains(message, result.Failure, StringComparison.Ordinal);
        Assert.Contains("automat: Dobrý den.", result.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ ended: by caller }", "by Caller")]
    [InlineData("{ order: { number: 1, state: cancelled } }", "it is open")]
    [InlineData("{ order: { number: 2, state: open } }", "does not exist")]
    [InlineData("{ cases: { kind: callback } }", "1 cases")]
    [InlineData("{ requests: { kind: cancel } }", "1 requests")]
    [InlineData("{ sms: { text: zrusena } }", "there is none")]
    [InlineData("{ dialled: \"+420601777777\" }", "to be dialled")]
    [InlineData("{ not-heard: Zrušeno }", "never to hear")]
    [InlineData("{ heard-at-most: 1 s }", "at most 1 s")]
    public async Task ExpectationThatDoesNotHold_IsTold(string then, string message)
    {
        var result = await RunAsync($"name: A mistake\ncall: [ press: 2, hear: Zrušeno ]\nthen: {then}");

        Assert.Contains(message, result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkThatIsDoneLater_IsAwaited()
    {
        await using var server = await StartAsync();
        server.On("/menu", http =>
        {
            _ = Task.Delay(TimeSpan.FromSeconds(30), server.Time).ContinueWith(
                _ => server.Stage.Cases.Add(new CaseSeen("callback", "late", "1", "Jana", Due: null, PhoneEnd: "001")),
                TaskScheduler.Default);
            return TwimlServer.WriteAsync(http, TwimlServer.Document("<Hangup/>"));
        });
        var result = await RunAsync(server, """
            name: A case follows
            call: [ press: 2 ]
            then: { cases: { kind: callback, reason: late, order: 1, owner: Jana } }
            """);
        Assert.True(result.Passed, result.Failure);
    }

    [Fact]
    public async Task Stage_IsPreparedAsGiven()
    {
        await using var server = await StartAsync();
        await RunAsync(server, """
            name: Slow shop
            given: { orders: [ { number: 7, state: paid } ], shop: { delay: 5 s, down: true }, settings: { "Shop:Source": Local } }
            call: [ hang up ]
            """);

        var prepared = server.Stage.Prepared!;
        Assert.Equal(("paid", "Local"), (prepared.Orders["7"], prepared.Settings["Shop:Source"]));
        Assert.Equal((TimeSpan.FromSeconds(5), true), (prepared.ShopDelay, prepared.ShopDown));
    }

    [Fact]
    public async Task UnknownStateThatIsGiven_FailsTheScriptAndNotTheRun()
    {
        await using var server = await StartAsync();
        server.Stage.Refusal = "there is no state \"pakced\"";
        var result = await RunAsync(server, "name: A mistake\ngiven: { order: { number: 1, state: pakced } }\ncall: [ hang up ]");

        Assert.Contains("pakced", result.Failure, StringComparison.Ordinal);
        Assert.Empty(server.Turns);
    }

    [Fact]
    public async Task FaultsAndNumbers_AreThoseOfTheScript()
    {
        await using var server = await TwimlServer.StartAsync(
            ("/voice", "<Say>lost</Say>"), ("/fallback", "<Dial>+420601777777</Dial><Say>Nikdo.</Say>"));
        var result = await RunAsync(server, """
            name: The first answer is lost, the person does not answer
            given: { faults: { lose answer: 1 }, numbers: { "+420601777777": does not answer } }
            call: [ hear: Nikdo ]
            then: { dialled: "+420601777777", not-heard: lost }
            """);
        Assert.True(result.Passed, result.Failure);
        Assert.Contains("dialled side: no-answer", result.Transcript);
    }

    private static async Task<CallScriptResult> RunAsync(string yaml)
    {
        await using var server = await StartAsync();
        return await RunAsync(server, yaml);
    }

    private static async Task<CallScriptResult> RunAsync(TwimlServer server, string yaml)
    {
        var reading = CallScriptReader.Read(yaml, "test.yaml");
        Assert.Empty(reading.Errors);
        var runner = new CallScriptRunner(server.Carrier, server.Stage, server.Time);
        return await runner.RunAsync(reading.Script!, TestContext.Current.CancellationToken);
    }

    private static async Task<TwimlServer> StartAsync()
    {
        var server = await TwimlServer.StartAsync(
            ("/voice", Menu), ("/silence", $"<Say>Nic neslyším.</Say>{Menu}"), ("/menu", "<Say>Zrušeno.</Say>"));
        server.Stage.Orders["1"] = "open";
        return server;
    }
}
