using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>The caller hangs up, at every moment of a transfer: no phone goes on ringing, and what is owed is written down.</summary>
[Collection(RealTime.Name)]
public sealed class GoneTests
{
    [Theory, BothDatabases]
    public async Task WhileAnAgentIsRung_ThePhoneFallsSilent_AndTheCaseSaysSo(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        await scene.Caller.ReportAsync();

        await scene.UntilAsync(wait => wait is { Outcome: TransferOutcome.Gone, SettledAt: not null }, "the wait is settled");
        await HandoverScene.UntilAsync(() => Task.FromResult(scene.EndsOf(leg.Sid).Count > 0), "the phone is silent");
        await AssertAbandonedAsync(scene);
    }

    [Theory, BothDatabases]
    public async Task UntilThePhoneHasFallenSilent_ItIsRungForNobodyElse(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        scene.Carrier.Instead = asked => asked.Path == $"Calls/{leg.Sid}.json" ? (503, "{}") : null;
        await scene.Caller.ReportAsync();
        await HandoverScene.UntilAsync(() => Task.FromResult(scene.EndsOf(leg.Sid).Count > 0), "the phone is to be silent");

        await scene.JoinAsync("+420601000001", "4821");
        await scene.RingsAsync(2);
        await scene.JoinAsync("+420601000005", "3140");
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Assert.Equal([HandoverScene.Jana, HandoverScene.Petr], scene.Carrier.Legs.Select(each => each.To));

        scene.Carrier.Instead = _ => null;
        scene.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(HandoverScene.Jana, (await scene.RingsAsync(3)).To);
    }

    [Theory, BothDatabases]
    public async Task WhileTheAgentListens_AcceptingComesTooLate(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var agent = await scene.AnswersAsync(await scene.RingsAsync());
        await scene.Caller.ReportAsync();

        var late = await agent.PressAsync("1");

        Assert.Contains("Hovor už skončil", late.Said, StringComparison.Ordinal);
        Assert.True(late.EndsCall);
        await scene.UntilAsync(wait => wait.SettledAt is not null, "the wait is settled");
        await AssertAbandonedAsync(scene);
    }

    [Theory, BothDatabases]
    public async Task BeforeTheAgentPicksUp_TheAgentHearsSo(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        await scene.Caller.ReportAsync();

        var agent = await scene.AnswersAsync(leg);

        Assert.Contains("Hovor už skončil", agent.Now.Said, StringComparison.Ordinal);
        Assert.True(agent.Now.EndsCall);
    }

    [Theory, BothDatabases]
    public async Task BetweenAcceptingAndMeeting_TheAgentsLegEnds(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        var leg = await scene.RingsAsync();
        await (await scene.AnswersAsync(leg)).PressAsync("1");
        await scene.Caller.ReportAsync();

        await HandoverScene.UntilAsync(() => Task.FromResult(scene.EndsOf(leg.Sid).Count > 0), "the agent's leg is ended");
        await scene.UntilAsync(wait => wait.SettledAt is not null, "the wait is settled");
        await AssertAbandonedAsync(scene);
    }

    [Theory, BothDatabases]
    public async Task TheReportIsLost_TheCarrierSaysSoWhenTheCallerIsFetched(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        scene.Carrier.Instead = asked => asked.Path == $"Calls/{scene.Caller.CallSid}.json" ? (400, """{"code":21220,"status":400}""") : null;
        await (await scene.AnswersAsync(await scene.RingsAsync())).PressAsync("1");

        await scene.UntilAsync(wait => wait is { Outcome: TransferOutcome.Gone, SettledAt: not null }, "the wait is settled");
        await AssertAbandonedAsync(scene);
    }

    [Theory, BothDatabases]
    public async Task InTheTalk_TheAgentIsFreeAgain_AndNothingIsOwed(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        await (await scene.AnswersAsync(await scene.RingsAsync())).PressAsync("1");
        await scene.RoomAsync(await scene.MovedAsync(), "conference-start");
        await scene.Caller.ReportAsync();

        await scene.UntilAsync(wait => wait is { Outcome: TransferOutcome.Talked, SettledAt: not null }, "the talk is settled");
        Assert.All(await scene.OffersAsync(), offer => Assert.NotNull(offer.EndedAt));
        Assert.NotNull(Assert.Single(await scene.CasesAsync()).ClosedAt);
    }

    [Theory, BothDatabases]
    public async Task AllReportsOfTheEndAreLost_TheCarrierIsAsked_AndTheAgentIsFreeAgain(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        await (await scene.AnswersAsync(await scene.RingsAsync())).PressAsync("1");
        await scene.RoomAsync(await scene.MovedAsync(), "conference-start");
        scene.Carrier.IsTalking = true;
        var until = (await scene.WaitAsync()).DeadlineAt;
        scene.Clock.Advance(TimeSpan.FromMinutes(6));
        await scene.UntilAsync(wait => wait.State == TransferState.Talking && wait.DeadlineAt > until + TimeSpan.FromMinutes(4), "the talk goes on");

        scene.Carrier.IsTalking = false;
        scene.Clock.Advance(TimeSpan.FromMinutes(6));
        await scene.UntilAsync(wait => wait is { Outcome: TransferOutcome.Talked, SettledAt: not null }, "the talk is settled");
        Assert.All(await scene.OffersAsync(), offer => Assert.NotNull(offer.EndedAt));
    }

    [Theory, BothDatabases]
    public async Task TheEndReportedTwice_IsOneCase(string provider)
    {
        await using var scene = await HandoverScene.WaitingAsync(provider);
        await Task.WhenAll(scene.Caller.ReportAsync(), scene.Caller.ReportAsync());

        await scene.UntilAsync(wait => wait.SettledAt is not null, "the wait is settled");
        await AssertAbandonedAsync(scene);
    }

    private static async Task AssertAbandonedAsync(HandoverScene scene)
    {
        var owed = Assert.Single(await scene.CasesAsync());
        Assert.Equal(($"{CaseKind.Abandoned}", $"{HandoverReason.Asked}"), (owed.Kind, owed.Reason));
        Assert.Null(owed.ClosedAt);
    }
}
