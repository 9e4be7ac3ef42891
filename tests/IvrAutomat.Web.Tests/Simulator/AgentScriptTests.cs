using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Tests.Simulator;

public sealed class AgentScriptTests
{
    [Fact]
    public async Task AgentAccepts_BothAreConnectedAndTheTalkIsHeard() => await HoldsAsync("""
        name: Jana accepts
        given: { agents: { Jana: rings } }
        call:
          - press: 0
          - hear: [ Spojím vás, Pořadí 1 ]
          - Jana: rings
          - Jana: answers
          - Jana: [ hear: ověřeno, heard-within: 3 s, press: 1 ]
          - Jana: { connected with: caller }
          - connected with: Jana
          - Jana: { say: "Dobrý den, tady Jana." }
          - hear: tady Jana
          - Jana: hangs up
          - hear: Na shledanou
          - ended
        then: { ended: by automat, conferences: [ { with: [ caller, Jana ] } ] }
        """);

    [Theory]
    [InlineData("busy")]
    [InlineData("declines")]
    [InlineData("no answer")]
    [InlineData("fails")]
    public async Task AgentWhoIsNotReached_IsFollowedByTheNext(string jana) => await HoldsAsync($$"""
        name: Jana is not reached, Petr accepts
        given: { agents: { Jana: {{jana}}, Petr: answers } }
        call:
          - press: 0
          - Petr: answers
          - Petr: [ hear: jednička, press: 1, connected with: caller ]
          - Jana: not ringing
          - hang up
          - Petr: ended
        then: { ended: by caller, conferences: { with: [ Petr, caller ] } }
        """);

    [Fact]
    public async Task VoicemailHearsTheWhisperOutAndTheNextIsCalled() => await HoldsAsync("""
        name: A machine answers at Jana's
        given: { agents: { Jana: voicemail, Petr: rings } }
        call:
          - press: 0
          - Petr: rings
          - Petr: declines
          - Petr: ended
          - wait: 20 s
          - hang up
        then: { conferences: none }
        """);

    [Fact]
    public async Task SecondCaller_WaitsBehindTheFirst() => await HoldsAsync("""
        name: Two callers, one queue
        given: { callers: { Karel: "+420601000009" }, agents: { Jana: no answer, Petr: no answer } }
        call:
          - press: 0
          - hear: Pořadí 1
          - Karel: calls
          - Karel: [ press: 0, hear: Pořadí 2 ]
          - hang up
          - Karel: [ hear: Pořadí 1, hangs up ]
        """);

    [Theory]
    [InlineData("  - Jana: { hear: něco jiného }", "expected to hear")]
    [InlineData("  - Jana: not ringing", "expected the phone of Jana not to ring")]
    [InlineData("  - connected with: Jana", "there is none")]
    [InlineData("  - Jana: [ answers, hear: jednička, heard-within: 1 s ]", "after the first word")]
    [InlineData("  - Petr: press", "there is no step")]
    public async Task StepThatDoesNotHold_IsAFailureWithItsLine(string step, string message)
    {
        var yaml = $"name: a\ngiven: {{ agents: {{ Jana: rings, Petr: rings }} }}\ncall:\n  - press: 0\n  - Jana: rings\n{step}";
        var reading = CallScriptReader.Read(yaml, "script.yaml");
        if (reading.Script is null)
        {
            Assert.Contains(reading.Errors, error => error.Line == 6 && error.Message.Contains(message, StringComparison.Ordinal));
            return;
        }

        await using var product = await HandoverServer.StartAsync();
        var failure = (await product.RunAsync(yaml)).Failure!;
        Assert.Contains("script.yaml:6:", failure, StringComparison.Ordinal);
        Assert.Contains(message, failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AgentWhomTheProductDoesNotHave_IsAFailure()
    {
        await using var product = await HandoverServer.StartAsync();
        var result = await product.RunAsync("name: a\ngiven: { agents: { Zdena: rings } }\ncall: [ hang up ]");
        Assert.Contains("there is no agent Zdena", result.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("given: { agents: { Jana: sleeps } }", "what the phone of an agent does")]
    [InlineData("given: { callers: { Karel: 601 } }", "E.164")]
    [InlineData("given: { faults: { rest: { request: dance, answer: 429 } } }", "request must be one of")]
    [InlineData("given: { carrier: { keep key: true } }", "carrier has no \"keep key\"")]
    public void Mistake_IsAnErrorWithItsLine(string given, string message)
    {
        var reading = CallScriptReader.Read($"name: a\n{given}\ncall: [ hang up ]", "bad.yaml");
        Assert.Contains(reading.Errors, error => error.Line == 2 && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void AgentWhoIsNotGiven_IsAnError()
    {
        var reading = CallScriptReader.Read("name: a\ncall:\n  - Jana: rings", "bad.yaml");
        Assert.Contains(reading.Errors, error => error.Line == 3 && error.Message.Contains("under \"given\"", StringComparison.Ordinal));
    }

    private static async Task HoldsAsync(string yaml)
    {
        await using var product = await HandoverServer.StartAsync();
        var result = await product.RunAsync(yaml);
        Assert.True(result.Passed, result.Failure);
    }
}
