using System.Xml.Linq;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>An agent takes a call: of all who want the caller exactly one gets them, whoever is asked and however often.</summary>
[Collection(RealTime.Name)]
public sealed class TakingTests
{
    [Theory, BothDatabases]
    public async Task AnAgentTakesTheCall_BothGoToOneRoom_AndTheTalkClosesTheCase(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var agent = await scene.AnswersAsync(await scene.RingsAsync());
        Assert.Contains("nula nula tři, objednávka nula nula tři, chce člověka.", agent.Now.Said, StringComparison.Ordinal);

        var joined = await agent.PressAsync("1");
        var met = await scene.MovedAsync();
        Assert.Equal(RoomOf(joined), RoomOf(met));
        await scene.RoomAsync(met, "conference-start");
        Assert.Equal(TransferState.Talking, (await scene.WaitAsync()).State);

        var over = await scene.Caller.FollowAsync(new Uri(met.Url, met.Response.Element("Dial")!.Attribute("action")!.Value), ("DialCallStatus", "answered"));
        Assert.True(over.EndsCall);
        Assert.Empty(over.Said);
        await scene.UntilAsync(wait => wait is { Outcome: TransferOutcome.Talked, SettledAt: not null }, "the talk is settled");
        var closed = Assert.Single(await scene.CasesAsync());
        Assert.NotNull(closed.ClosedAt);
        Assert.Equal("Jana", closed.Owner);
    }

    [Theory, BothDatabases]
    public async Task TwoAgentsAcceptAtOnce_ExactlyOneGetsTheCaller(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var jana = await scene.AnswersAsync(await scene.RingsAsync());

        // Jana thinks for so long that the call goes to Petr, and then both press at the same moment.
        scene.Clock.Advance(TimeSpan.FromSeconds(60));
        var petr = await scene.AnswersAsync(await scene.RingsAsync(2));
        var answers = await Task.WhenAll(jana.PressAsync("1"), petr.PressAsync("1"));

        Assert.Single(answers, answer => answer.Response.Element("Dial") is not null);
        Assert.Single(answers, answer => answer.Said.Contains("Hovor už skončil", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task OneKeyDeliveredTwiceAtOnceToTwoHosts_IsOneClaim_AndTheSameDocument(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var agent = await scene.AnswersAsync(await scene.RingsAsync());
        var keys = agent.Now.Action!;
        var other = await scene.StartHostAsync();

        var answers = await Task.WhenAll(
            agent.PostAsync(keys, ("Digits", "1")), agent.PostAsync(other.At(keys), ("Digits", "1")));

        Assert.All(answers, answer => Assert.Equal(RoomOf(answers[0]), RoomOf(answer)));
        Assert.Single(await scene.OffersAsync());
    }

    [Theory, BothDatabases]
    public async Task TheCallerChoosesACallback_WhileTheAgentAccepts_AndOneOfTheTwoHolds(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var agent = await scene.AnswersAsync(await scene.RingsAsync());

        var both = await Task.WhenAll(
            scene.Caller.PostAsync(scene.Caller.Now.Action!, ("Digits", "1")), agent.PostAsync(agent.Now.Action!, ("Digits", "1")));

        var hasLeft = both[0].Response.Element("Leave") is not null;
        var isTaken = both[1].Response.Element("Dial") is not null;
        Assert.NotEqual(hasLeft, isTaken);
        Assert.Equal(hasLeft ? TransferState.Ended : TransferState.Claimed, (await scene.WaitAsync()).State);
    }

    [Theory, BothDatabases]
    public async Task TheTwoDoNotMeet_TheCallerIsFetchedBackInTheSamePlace_AndTheNextAgentIsRung(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var since = (await scene.WaitAsync()).WaitingSince;
        var first = await scene.RingsAsync();
        await (await scene.AnswersAsync(first)).PressAsync("1");
        await scene.MovedAsync();

        scene.Clock.Advance(TimeSpan.FromSeconds(6));
        var back = await scene.MovedAsync(2);

        Assert.NotNull(back.Response.Element("Enqueue"));
        var wait = await scene.WaitAsync();
        Assert.Equal((TransferState.Waiting, since), (wait.State, wait.WaitingSince));
        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);
        await HandoverScene.UntilAsync(() => Task.FromResult(scene.EndsOf(first.Sid).Count > 0), "the first leg is ended");
    }

    [Theory, BothDatabases]
    public async Task TheReportOfTheBeginningIsLost_TheCarrierIsAsked_AndTheTalkGoesOn(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        await (await scene.AnswersAsync(await scene.RingsAsync())).PressAsync("1");
        await scene.MovedAsync();
        scene.Carrier.IsTalking = true;

        scene.Clock.Advance(TimeSpan.FromSeconds(6));

        await scene.UntilAsync(wait => wait.State == TransferState.Talking, "they are seen to talk");
        Assert.Single(scene.Carrier.Legs);
    }

    [Theory, BothDatabases]
    public async Task FetchedOnceMoreAfterTheAgentHasLeft_TheCallerDoesNotSitInAnEmptyRoom(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        await (await scene.AnswersAsync(leg)).PressAsync("1");
        await scene.RoomAsync(await scene.MovedAsync(), "conference-start");
        await scene.UntilAsync(wait => wait.State == TransferState.Talking, "they are seen to talk");
        await scene.ReportAsync(leg, "completed");

        scene.Clock.Advance(TimeSpan.FromSeconds(6));
        var fetched = await scene.MovedAsync(2);

        Assert.NotNull(fetched.Response.Element("Hangup"));
        await scene.UntilAsync(wait => wait is { State: TransferState.Ended, Outcome: TransferOutcome.Talked }, "the talk is over");
    }

    private static string RoomOf(Reply reply)
        => (reply.Response.Element("Dial")?.Element("Conference") ?? throw new InvalidOperationException($"No room: {new XElement(reply.Response)}")).Value;
}
