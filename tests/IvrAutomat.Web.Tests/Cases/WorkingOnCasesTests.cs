using IvrAutomat.Cases;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Cases;

/// <summary>Several colleagues work on the same cases, and no two do the same thing.</summary>
public sealed class WorkingOnCasesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task TwoColleaguesOnTwoInstancesTakeOneCase_OneHasItAndTheOtherLearnsWho(string provider)
    {
        await using var scene = await CaseScene.OpenAsync(provider);
        await using var other = scene.Another();
        for (var round = 0; round < 10; round++)
        {
            var number = await scene.CaseAsync($"demo-{round + 1:00}");
            var outcomes = await Task.WhenAll(
                Task.Run(() => scene.Desk.ClaimAsync(number, CaseScene.Jana, Stop)), Task.Run(() => other.Desk.ClaimAsync(number, CaseScene.Petr, Stop)));
            Assert.Single(outcomes.OfType<CaseDone>());
            var taken = Assert.Single(outcomes.OfType<CaseTaken>());
            var line = (await scene.ViewAsync(number)).Line;
            Assert.Equal((line.Owner, line.ClaimedAt), (taken.By, taken.At));
            Assert.Equal(outcomes[0] is CaseDone ? "Jana" : "Petr", line.Owner);
        }
    }

    [Fact]
    public async Task TakenTwiceByTheSameColleague_IsTakenOnce()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync();
        Assert.IsType<CaseDone>(await scene.Desk.ClaimAsync(number, CaseScene.Jana, Stop));
        Assert.IsType<CaseDone>(await scene.Desk.ClaimAsync(number, CaseScene.Jana, Stop));
        Assert.Equal(CaseAct.Claimed, Assert.Single((await scene.ViewAsync(number)).History).Act);
    }

    [Fact]
    public async Task TakenByAColleague_CannotBeClosedHandedOnOrWrittenAbout()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync();
        await scene.Desk.ClaimAsync(number, CaseScene.Jana, Stop);
        Assert.IsType<CaseTaken>(await scene.Desk.CloseAsync(number, Disposition.Resolved, CaseScene.Petr, Stop));
        Assert.IsType<CaseTaken>(await scene.Desk.HandOverAsync(number, "Petr", CaseScene.Petr, Stop));
        Assert.IsType<CaseTaken>(await scene.Desk.ReleaseAsync(number, CaseScene.Petr, Stop));
        Assert.IsType<CaseTaken>(await scene.Desk.WriteAsync(number, new CustomerText("x"), Guid.NewGuid(), CaseScene.Petr, Stop));
        Assert.IsType<CaseDone>(await scene.Desk.NoteAsync(number, InternalNote.Of(["x"]), CaseScene.Petr, Stop));
        Assert.IsType<CaseDone>(await scene.Desk.HandOverAsync(number, "Petr", CaseScene.Boss, Stop));
        Assert.Equal("Petr", (await scene.ViewAsync(number)).Line.Owner);
    }

    [Fact]
    public async Task ReleasedCase_CanBeTakenByAnother()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync();
        await scene.Desk.ClaimAsync(number, CaseScene.Jana, Stop);
        Assert.IsType<CaseDone>(await scene.Desk.ReleaseAsync(number, CaseScene.Jana, Stop));
        Assert.IsType<CaseDone>(await scene.Desk.ClaimAsync(number, CaseScene.Petr, Stop));
        Assert.Equal("Petr", (await scene.ViewAsync(number)).Line.Owner);
    }

    [Fact]
    public async Task ClosedCase_SaysByWhomAndHow_AndCanBeOpenedAgain()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync();
        Assert.IsType<CaseDone>(await scene.Desk.CloseAsync(number, Disposition.RefundMade, CaseScene.Jana, Stop));
        Assert.Equal("Jana", Assert.IsType<CaseShut>(await scene.Desk.ClaimAsync(number, CaseScene.Petr, Stop)).By);
        var closed = Assert.Single(await scene.Desk.ListAsync(new CaseFilter { Scope = CaseScope.ClosedToday }, Stop));
        Assert.Equal((number, $"{Disposition.RefundMade}"), (closed.Number, closed.Disposition));
        Assert.IsType<CaseDone>(await scene.Desk.ReopenAsync(number, CaseScene.Petr, Stop));
        var line = (await scene.ViewAsync(number)).Line;
        Assert.Equal(("Petr", null, null), (line.Owner, line.ClosedAt, line.Disposition));
    }

    [Fact]
    public async Task ReopenedWhileANewerCaseSaysTheSame_StaysClosedAndNamesIt()
    {
        await using var scene = await CaseScene.OpenAsync();
        var first = await scene.CaseAsync();
        await scene.Desk.CloseAsync(first, Disposition.Resolved, CaseScene.Jana, Stop);
        var second = await scene.CaseAsync();
        Assert.Equal(second, Assert.IsType<CaseElsewhere>(await scene.Desk.ReopenAsync(first, CaseScene.Jana, Stop)).Number);
    }

    [Fact]
    public async Task ColleagueGoesAway_AllOpenCasesAreSharedOutInOneStep()
    {
        await using var scene = await CaseScene.OpenAsync();
        for (var at = 1; at <= 6; at++)
        {
            await scene.Desk.ClaimAsync(await scene.CaseAsync($"demo-0{at}"), CaseScene.Jana, Stop);
        }

        Assert.Null(await scene.Desk.HandOverAllAsync("Jana", to: null, CaseScene.Petr, Stop));
        Assert.Equal(6, await scene.Desk.HandOverAllAsync("Jana", to: null, CaseScene.Jana, Stop));
        var lines = await scene.Desk.ListAsync(new CaseFilter { Owner = "Petr" }, Stop);
        Assert.Equal(6, lines.Count);
        Assert.All(lines, line => Assert.Null(line.ClaimedAt));
        Assert.Equal(0, await scene.Desk.HandOverAllAsync("Jana", to: null, CaseScene.Jana, Stop));
    }

    [Fact]
    public async Task EveryAct_IsInTheAuditLogAndTellsOpenPages()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync();
        var feed = (await scene.RowsAsync<FeedRow>()).Count;
        await scene.Desk.ClaimAsync(number, CaseScene.Jana, Stop);
        await scene.Desk.NoteAsync(number, InternalNote.Of(["x"]), CaseScene.Jana, Stop);
        await scene.Desk.CloseAsync(number, Disposition.Other, CaseScene.Jana, Stop);
        var audit = await scene.RowsAsync<AuditRow>();
        Assert.Equal(["case.claimed", "case.noted", "case.closed"], audit.Select(row => row.Act));
        Assert.All(audit, row => Assert.Equal("jana", row.Account));
        Assert.Equal(3, (await scene.RowsAsync<FeedRow>()).Skip(feed).Count(row => row.Kind == FeedKinds.Case));
    }

    [Fact]
    public async Task OverdueCasesComeFirst_ThenThoseDueSoon()
    {
        await using var scene = await CaseScene.OpenAsync();
        var later = await scene.CaseAsync("demo-01", due: TimeSpan.FromHours(20));
        var soon = await scene.CaseAsync("demo-02", due: TimeSpan.FromHours(3));
        var overdue = await scene.CaseAsync("demo-03", due: TimeSpan.FromHours(-1));
        var lines = await scene.Desk.ListAsync(new CaseFilter(), Stop);
        Assert.Equal([overdue, soon, later], lines.Select(line => line.Number));
        Assert.Equal([CaseUrgency.Overdue, CaseUrgency.Soon, CaseUrgency.Later], lines.Select(line => line.Urgency));
    }

    [Fact]
    public async Task CallerWhoWasNotVerified_ShowsNoOrderAndNoContactButTheNumber()
    {
        await using var scene = await CaseScene.OpenAsync();
        var view = await scene.ViewAsync(await scene.CaseAsync(order: null));
        Assert.Equal((null, null, Contact.None, "+420601000001"), (view.Line.OrderId, view.Order, view.Contact, view.CallBack));
    }
}
