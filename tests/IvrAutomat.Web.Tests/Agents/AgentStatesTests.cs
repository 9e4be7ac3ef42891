using IvrAutomat.Queue;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>What agents say at the console decides who is rung.</summary>
[Collection(RealTime.Name)]
public sealed class AgentStatesTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task WhoNeverUsedTheConsole_IsReadyAroundTheClock_AndRungAsEver(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);

        Assert.All(await States(scene).AllAsync(Stop), agent => Assert.Equal((AgentPresence.Ready, null), (agent.Presence, agent.Until)));
        await scene.JoinAsync();
        await scene.RingsAsync();

        Assert.Single(await States(scene).AllAsync(Stop), agent => agent.Presence == AgentPresence.Ringing);
        Assert.False(await scene.Host.ReadAsync(db => db.AgentStates.AnyAsync(Stop)));
    }

    [Theory, BothDatabases]
    public async Task WhoIsAway_IsNotRung_AndOnceReady_IsRungAtOnce(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        await States(scene).SetAwayAsync("Jana", "lunch", Stop);
        await States(scene).SetAwayAsync("Petr", "lunch", Stop);
        await scene.JoinAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.5), Stop);
        Assert.Empty(scene.Carrier.Legs);

        Assert.True(await States(scene).SetReadyAsync("Petr", Stop));

        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync()).To);
        Assert.Equal((AgentPresence.Away, "lunch"), await StateAsync(scene, "Jana"));
    }

    [Theory, BothDatabases]
    public async Task AnUnansweredPhone_SendsItsAgentAway_AndTheNextIsRung(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        await States(scene).SetReadyAsync("Jana", Stop);
        await States(scene).SetReadyAsync("Petr", Stop);
        await scene.JoinAsync();
        var first = await scene.RingsAsync();

        await scene.ReportAsync(first, "no-answer", times: 2);

        Assert.Equal((AgentPresence.Away, "rona"), await StateAsync(scene, first.To == HandoverScene.Jana ? "Jana" : "Petr"));
        Assert.NotEqual(first.To, (await scene.RingsAsync(2)).To);
    }

    [Theory, BothDatabases]
    public async Task ARefusal_IsNoReasonToBeAway(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        await States(scene).SetReadyAsync("Jana", Stop);
        await States(scene).SetAwayAsync("Petr", "lunch", Stop);
        await scene.JoinAsync();

        await (await scene.AnswersAsync(await scene.RingsAsync())).PressAsync("2");

        Assert.Equal((AgentPresence.Ready, null), await StateAsync(scene, "Jana"));
    }

    [Theory, BothDatabases]
    public async Task TheEndOfTheShift_SendsAway_AndIsToldToOpenPages(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        await States(scene).SetReadyAsync("Jana", Stop);
        Assert.NotNull((await States(scene).AllAsync(Stop))[0].Until);
        var told = await ToldAsync(scene);

        scene.Clock.Advance(TimeSpan.FromHours(10));

        await HandoverScene.UntilAsync(async () => await StateAsync(scene, "Jana") == (AgentPresence.Away, "shift"), "she is away");
        Assert.True(await ToldAsync(scene) > told);
    }

    [Theory, BothDatabases]
    public async Task AfterATalk_TheAgentWrapsUp_UntilTheySayThatItIsDone(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        await States(scene).SetReadyAsync("Jana", Stop);
        await States(scene).SetAwayAsync("Petr", "lunch", Stop);
        await scene.JoinAsync();
        var agent = await scene.AnswersAsync(await scene.RingsAsync());
        await agent.PressAsync("1");
        Assert.Equal((AgentPresence.Talking, null), await StateAsync(scene, "Jana"));
        var met = await scene.MovedAsync();
        await scene.RoomAsync(met, "conference-start");
        await scene.Caller.FollowAsync(new Uri(met.Url, met.Response.Element("Dial")!.Attribute("action")!.Value), ("DialCallStatus", "answered"));

        await HandoverScene.UntilAsync(async () => await StateAsync(scene, "Jana") == (AgentPresence.WrapUp, null), "she wraps up");
        await States(scene).EndWrapUpAsync("Jana", Stop);

        Assert.Equal((AgentPresence.Ready, null), await StateAsync(scene, "Jana"));

        // How long it took belongs to the handling of the call.
        var talked = Assert.Single(await scene.OffersAsync());
        Assert.NotNull(talked.WrappedAt);
        Assert.True(talked.WrappedAt >= talked.EndedAt);
    }

    [Theory, BothDatabases]
    public async Task AnAgentWhoClosesTheBrowserInTheTalk_TalksOn_AndFindsTheCallAgain(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        await States(scene).SetReadyAsync("Jana", Stop);
        await States(scene).SetAwayAsync("Petr", "lunch", Stop);
        var jana = await DeskClient.SignInAsync(scene.Host, "jana");
        var stream = await jana.ListenAsync();
        await scene.JoinAsync();
        var agent = await scene.AnswersAsync(await scene.RingsAsync());
        await agent.PressAsync("1");
        await scene.RoomAsync(await scene.MovedAsync(), "conference-start");

        stream.Dispose();
        jana.Dispose();
        await Task.Delay(TimeSpan.FromSeconds(1.5), Stop);

        Assert.Equal(AgentPresence.Talking, (await StateAsync(scene, "Jana")).Item1);
        Assert.Equal(TransferState.Talking, (await scene.WaitAsync()).State);
        using var again = await DeskClient.SignInAsync(scene.Host, "jana");
        Assert.Contains("2026001003", again.Page.QuerySelector(".incoming")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task SomebodyWhomTheShopDoesNotHave_CannotBeReady(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);

        Assert.False(await States(scene).SetReadyAsync("Nobody", Stop));
    }

    private static AgentStates States(HandoverScene scene) => scene.Host.Services.GetRequiredService<AgentStates>();

    private static async Task<(AgentPresence Presence, string? Reason)> StateAsync(HandoverScene scene, string agent)
    {
        var state = (await States(scene).AllAsync(Stop)).Single(each => each.Agent == agent);
        return (state.Presence, state.Reason);
    }

    private static Task<int> ToldAsync(HandoverScene scene) => scene.Host.ReadAsync(db => db.Feed.CountAsync(row => row.Kind == FeedKinds.Agent, Stop));
}
