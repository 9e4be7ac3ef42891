using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>The process dies while somebody waits; the next one goes on where it was.</summary>
[Collection(RealTime.Name)]
public sealed class RestartTests
{
    [Theory, BothDatabases]
    public async Task InTheMiddleOfARing_TheAgentCanStillTakeTheCall(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        await scene.KillHostAsync();
        await scene.StartHostAsync();

        var agent = await scene.AnswersAsync(leg);

        Assert.NotNull((await agent.PressAsync("1")).Response.Element("Dial"));
        Assert.NotNull((await scene.MovedAsync()).Response.Element("Dial"));
        Assert.Single(scene.Carrier.Legs);
    }

    [Theory, BothDatabases]
    public async Task InTheMiddleOfARingThatNobodyAnswers_TheNextAgentIsRung(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        await scene.KillHostAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(40));
        await scene.StartHostAsync();

        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);
        await HandoverScene.UntilAsync(() => Task.FromResult(scene.EndsOf(leg.Sid).Count > 0), "the first phone is silent");
    }

    [Theory, BothDatabases]
    public async Task InTheMiddleOfAWait_TheCallerWaitsOn_AndTheLimitHolds(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var next = scene.Caller.Now.Redirect!;
        await scene.KillHostAsync();
        await scene.StartHostAsync();

        var music = await scene.Caller.FollowAsync(scene.OnHost(next));
        Assert.NotNull(music.Action);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        var left = await scene.Caller.FollowAsync(music.Redirect!);
        Assert.NotNull(left.Response.Element("Leave"));

        var asked = await scene.Caller.FollowAsync(scene.OnHost(new Uri(scene.Joined.AbsoluteUri.Replace("/wait", "/left", StringComparison.Ordinal))), ("QueueResult", "leave"));
        Assert.Contains("Teď se nikdo neuvolnil.", asked.Said, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task BetweenAcceptingAndMeeting_TheCallerIsFetchedByTheNextProcess(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        scene.Carrier.Instead = asked => asked.Form.ContainsKey("Url") && asked.Path != "Calls.json" ? (500, "{}") : null;
        await (await scene.AnswersAsync(await scene.RingsAsync())).PressAsync("1");
        await HandoverScene.UntilAsync(
            () => Task.FromResult(scene.Carrier.Requests.Any(asked => asked.Path == $"Calls/{scene.Caller.CallSid}.json")), "the caller is asked for once");
        await scene.KillHostAsync();
        scene.Carrier.Instead = _ => null;
        await scene.StartHostAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.NotNull((await scene.MovedAsync(2)).Response.Element("Dial"));
    }
}
