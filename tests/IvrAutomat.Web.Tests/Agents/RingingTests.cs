using IvrAutomat.Queue;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>Agents are rung one by one: answers of the carrier that are lost, and reports that come late, twice or never, change nothing.</summary>
[Collection(RealTime.Name)]
public sealed class RingingTests
{
    [Theory, BothDatabases]
    public async Task ALostAnswer_NeverRingsTheSameAgentTwice_AndTheLegThatExistsCounts(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        scene.Carrier.Instead = asked => asked is { Method: "POST", Path: "Calls.json" } ? (500, "{}") : null;
        await scene.JoinAsync();
        var leg = await scene.RingsAsync();

        scene.Clock.Advance(TimeSpan.FromSeconds(4));
        await HandoverScene.UntilAsync(async () => (await scene.OffersAsync())[0].Leg == leg.Sid, "the leg is found");
        var agent = await scene.AnswersAsync(leg);

        Assert.NotNull((await agent.PressAsync("1")).Response.Element("Dial"));
        Assert.Single(scene.Carrier.Legs);
    }

    [Theory, BothDatabases]
    public async Task ALegThatIsNowhereToBeFound_IsGivenUp_AndTheNextAgentIsRung(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        scene.Carrier.ListsLegs = false;
        scene.Carrier.Instead = asked => asked.Path == "Calls.json" && asked.Form.GetValueOrDefault("To") == HandoverScene.Jana ? (500, "{}") : null;
        await scene.JoinAsync();
        await scene.RingsAsync();
        for (var look = 0; look < 4; look++)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(4));
            await Task.Delay(1200, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);

        // It rang after all: whoever picks up now hears that the call is not theirs.
        Assert.Contains("Hovor už skončil", (await scene.AnswersAsync(scene.Carrier.Legs[0])).Now.Said, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task ABusyLine_ReportedTwice_IsOneEnd_AndOneNextOffer(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        await scene.ReportAsync(await scene.RingsAsync(), "busy", times: 2);

        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);
        Assert.Equal($"{OfferEnd.Busy}", (await scene.OffersAsync())[0].Result);
        Assert.Equal(2, (await scene.OffersAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task NoReportAtAll_TheTimerEndsTheRinging(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();

        scene.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);
        await HandoverScene.UntilAsync(() => Task.FromResult(scene.EndsOf(leg.Sid).Count > 0), "the ringing is ended at the carrier");
        Assert.Equal("canceled", scene.EndsOf(leg.Sid)[0]);
    }

    [Theory, BothDatabases]
    public async Task APhoneThatTheCarrierHasNotBegunToRing_IsNotLeftUnanswered_AndHasItsWholeTimeThen(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        scene.Carrier.HasBegun = false;
        await scene.JoinAsync();
        var leg = await scene.RingsAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(31));
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(await scene.OffersAsync()).EndedAt);

        scene.Carrier.HasBegun = true;
        await scene.ReportAsync(leg, "ringing", times: 2);
        scene.Clock.Advance(TimeSpan.FromSeconds(20));
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(await scene.OffersAsync()).EndedAt);
        scene.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);
    }

    [Theory, BothDatabases]
    public async Task TheReportComesBeforeTheAnswer_WhichIsLost_AndItCounts(string provider)
    {
        await using var scene = await HandoverScene.OpenAsync(provider);
        scene.Carrier.Instead = asked => asked.Path == "Calls.json" && asked.Form.GetValueOrDefault("To") == HandoverScene.Jana ? (500, "{}") : null;
        await scene.JoinAsync();
        await scene.ReportAsync(await scene.RingsAsync(), "busy");

        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);
        Assert.Equal($"{OfferEnd.Busy}", (await scene.OffersAsync())[0].Result);
    }

    [Theory, BothDatabases]
    public async Task ALateReportOfRinging_AfterTheAgentAnswered_TakesNothingBack(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        var agent = await scene.AnswersAsync(leg);

        await scene.ReportAsync(leg, "ringing");
        await scene.ReportAsync(leg, "initiated");

        Assert.NotNull((await agent.PressAsync("1")).Response.Element("Dial"));
    }

    [Theory, BothDatabases]
    public async Task ARefusal_AndSilence_MoveOn_AndTheAgentIsLeftAloneForAWhile(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        Assert.True((await (await scene.AnswersAsync(await scene.RingsAsync())).PressAsync("2")).EndsCall);

        var petr = await scene.AnswersAsync(await scene.RingsAsync(2));
        await petr.StaySilentAsync();
        Assert.Contains("chce člověka", petr.Now.Said, StringComparison.Ordinal);
        Assert.True((await petr.StaySilentAsync()).EndsCall);

        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Assert.Equal(2, scene.Carrier.Legs.Count);
        scene.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HandoverScene.Jana, (await scene.RingsAsync(3)).To);
    }

    [Theory, BothDatabases]
    public async Task AMachineThatPicksUp_IsNoAgent(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        var phone = scene.Phone(leg.To, leg.Sid);

        Assert.True((await phone.FollowAsync(scene.OnHost(leg.Url), ("AnsweredBy", "machine_start"))).EndsCall);
        Assert.Equal(HandoverScene.Petr, (await scene.RingsAsync(2)).To);
    }
}
