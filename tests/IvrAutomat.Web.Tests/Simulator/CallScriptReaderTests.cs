using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Web.Tests.Simulator;

public sealed class CallScriptReaderTests
{
    private const string Whole = """
        name: Paid order, being packed, is cancelled
        given: { clock: 2026-11-23 10:00, caller: "+420601000001", order: { number: 2026001001, state: packed }, shop: { delay: 2 s } }
        call:
          - hear: "Vzorový obchod"
          - press: 4821
          - hear: [ "je zaplacená", "/dvojk[ua]/" ]
          - press now: "#"
          - not-heard: omlouv
          - say: ano
          - stay silent
          - stay silent: 2
          - wait: 20 s
          - heard-within: 35 s
          - hang up
        then:
          order: { number: 2026001001, state: cancelled }
          sms: { to: "+420601000001", text: "je zrusena" }
          cases: none
          ended: by caller
        """;

    [Fact]
    public void WholeScript_IsRead()
    {
        var reading = CallScriptReader.Read(Whole, "cancel.yaml");

        Assert.Empty(reading.Errors);
        var script = reading.Script!;
        Assert.Equal(new DateTime(2026, 11, 23, 10, 0, 0), script.Given.Clock);
        Assert.Equal("packed", script.Given.Stage.Orders["2026001001"]);
        Assert.Equal(TimeSpan.FromSeconds(2), script.Given.Stage.ShopDelay);
        var steps = Assert.Single(script.Calls).Steps;
        Assert.Equal(
            ["Hear", "Press", "Hear", "Press", "NotHeard", "Say", "StaySilent", "StaySilent", "Wait", "HeardWithin", "HangUp"],
            steps.Select(step => step.GetType().Name));
        Assert.Equal(new CallStep.Press(5, "4821", Now: false), steps[1]);
        Assert.Equal(new CallStep.Press(7, "#", Now: true), steps[3]);
        Assert.Equal(new CallStep.StaySilent(11, 2), steps[7]);
        Assert.Equal(EndedBy.Caller, script.Then.Ended);
        Assert.Empty(script.Then.Cases!);
        Assert.Null(script.Then.Requests);
    }

    [Fact]
    public void SeveralCalls_HaveTheirCallersAndTheTimeBetween()
    {
        var script = CallScriptReader.Read(
            """
            name: Calls again the next day
            calls:
              - steps: [ hang up ]
              - { caller: withheld, after: 1 d, steps: [ hang up now ] }
            """,
            "again.yaml").Script!;

        Assert.Equal((null, TimeSpan.Zero), (script.Calls[0].Caller, script.Calls[0].After));
        Assert.Equal(("withheld", TimeSpan.FromDays(1)), (script.Calls[1].Caller, script.Calls[1].After));
        Assert.Equal(new CallStep.HangUp(4, Now: true), script.Calls[1].Steps[0]);
    }

    [Theory]
    [InlineData("call: [ hang up ]", 1, "needs a name")]
    [InlineData("name: a\ncall:\n  - shout: b", 3, "no step \"shout\"")]
    [InlineData("name: a\ncall:\n  - press: 12x", 3, "0-9")]
    [InlineData("name: a\ncall:\n  - press: #", 3, "quotes")]
    [InlineData("name: a\ncall:\n  - hear: \"/(/\"", 3, "invalid")]
    [InlineData("name: a\ncall:\n  - wait: 20", 3, "length of time")]
    [InlineData("name: a\ngiven: { color: red }\ncall: [ hang up ]", 2, "no \"color\"")]
    [InlineData("name: a\ngiven: { caller: 601000001 }\ncall: [ hang up ]", 2, "E.164")]
    [InlineData("name: a\ngiven: { clock: tomorrow }\ncall: [ hang up ]", 2, "clock")]
    [InlineData("name: a\ngiven: { systems: { upgates: tired } }\ncall: [ hang up ]", 2, "no fault \"tired\"; there are none, slow 4 s")]
    [InlineData("name: a\ncall:\n  - system: { upgates: { change: 1 } }", 3, "a change of something to a state")]
    [InlineData("name: a", 1, "either \"call\"")]
    [InlineData("name: a\ncall: [ hang up ]\nthen: { ended: by magic }", 3, "by automat")]
    [InlineData("name: a\n  call: [", 2, "not YAML")]
    [InlineData("", 1, "one script")]
    public void Mistake_IsAnErrorWithItsLine(string yaml, int line, string message)
    {
        var reading = CallScriptReader.Read(yaml, "bad.yaml");

        Assert.Null(reading.Script);
        Assert.Contains(reading.Errors, error => error.Line == line && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Systems_AreReadInBothForms()
    {
        var script = CallScriptReader.Read(
            """
            name: Systems go wrong
            given: { systems: { upgates: slow 2.5 s, packeta: { fault: lost answer, on: writes, times: 1 } } }
            call:
              - system: { upgates: { change: 1, to: OnTheWay, before: next write } }
              - press the PIN of: 2026001001
            then: { systems: { upgates: { requests at most: 3, performed: { cancel 1: 2 } }, packeta: { performed: none } } }
            """,
            "systems.yaml").Script!;

        Assert.Equal(StandInFaultKind.Slow, script.Given.Systems[0].Fault!.Kind);
        Assert.Equal(TimeSpan.FromSeconds(2.5), script.Given.Systems[0].Fault!.Delay);
        Assert.True(script.Given.Systems[1].Fault!.OnlyWrites);
        var act = Assert.IsType<CallStep.OnSystem>(script.Calls[0].Steps[0]).Acts[0];
        Assert.Equal(("1", "OnTheWay", true), (act.Subject, act.State, act.BeforeNextWrite));
        Assert.Equal(new CallStep.PressPin(5, "2026001001"), script.Calls[0].Steps[1]);
        Assert.Equal(3, script.Then.Systems[0].MostRequests);
        Assert.Equal(2, script.Then.Systems[0].Performed!["cancel 1"]);
        Assert.Empty(script.Then.Systems[1].Performed!);
    }

    [Fact]
    public void SeveralMistakes_AreToldAtOnce()
    {
        var reading = CallScriptReader.Read("name: a\ncall:\n  - shout: b\n  - wait: x\nthen: { colour: red }", "bad.yaml");
        Assert.Equal([3, 4, 5], reading.Errors.Select(error => error.Line));
    }
}
