using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Orders;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Cases;

/// <summary>Orders with which the shop is at fault become cases before the customer calls.</summary>
public sealed class ApologyListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task TwoInstancesLooking_OpenOneCaseForEachMistake(string provider)
    {
        await using var scene = await CaseScene.OpenAsync(provider);
        await using var other = scene.Another();
        await Task.WhenAll(Task.Run(() => scene.Apologies.LookAsync(Stop)), Task.Run(() => other.Apologies.LookAsync(Stop)));
        await scene.Apologies.LookAsync(Stop);
        var lines = await scene.Desk.ListAsync(new CaseFilter { Kind = nameof(CaseKind.OwnFault) }, Stop);
        Assert.Equal(["2026001007", "2026001010"], lines.Select(line => line.OrderNumber).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal((false, scene.Shop.Clock.Now.AddHours(23) < line.DueAt), (line.Owner.Length == 0, true)));
    }

    [Fact]
    public async Task CustomerOnTheList_IsSentNothing()
    {
        await using var scene = await CaseScene.OpenAsync();
        Assert.Equal(2, await scene.Apologies.LookAsync(Stop));
        Assert.Empty(await scene.RowsAsync<MessageRow>());
    }

    [Fact]
    public async Task CallAboutAMistakeOnTheList_FindsTheCaseThatIsThere()
    {
        await using var scene = await CaseScene.OpenAsync();
        await scene.Apologies.LookAsync(Stop);
        var lines = await scene.Desk.ListAsync(new CaseFilter { OrderId = CaseScene.Postponed }, Stop);
        Assert.Equal(Assert.Single(lines).Number, await scene.CaseAsync(CaseScene.Postponed, CaseKind.OwnFault));
        Assert.Empty(await scene.RowsAsync<MessageRow>());
    }

    [Fact]
    public async Task ClosedApology_DoesNotComeBack_UntilTheDayIsMovedAgain()
    {
        await using var scene = await CaseScene.OpenAsync();
        await scene.Apologies.LookAsync(Stop);
        var number = (await scene.Desk.ListAsync(new CaseFilter { OrderId = CaseScene.Postponed }, Stop))[0].Number;
        await scene.Desk.CloseAsync(number, Disposition.Resolved, CaseScene.Jana, Stop);
        scene.Shop.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await scene.Apologies.LookAsync(Stop));
        await scene.Shop.SetAsync(CaseScene.Postponed, order => order with { DispatchMoves = order.DispatchMoves + 1 });
        Assert.Equal(1, await scene.Apologies.LookAsync(Stop));
    }

    [Fact]
    public async Task MistakeThatACallJustDealtWith_IsNotOpenedAgain()
    {
        await using var scene = await CaseScene.OpenAsync();
        await scene.Desk.CloseAsync(await scene.CaseAsync(CaseScene.Postponed, CaseKind.OwnFault), Disposition.Resolved, CaseScene.Jana, Stop);
        Assert.Equal(1, await scene.Apologies.LookAsync(Stop));
        scene.Shop.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await scene.Apologies.LookAsync(Stop));
    }

    [Fact]
    public async Task MistakeThatAnAgentCleared_StaysAwayFromCallersAndFromTheList_UntilSomethingNewHappens()
    {
        await using var scene = await CaseScene.OpenAsync();
        await scene.Apologies.LookAsync(Stop);
        var number = (await scene.Desk.ListAsync(new CaseFilter { OrderId = CaseScene.Postponed }, Stop))[0].Number;
        Assert.IsType<CaseDone>(await scene.Desk.ClearFaultAsync(number, CaseScene.Jana, Stop));
        Assert.Null((await scene.Shop.OrderAsync(CaseScene.Postponed)).OwnFault);
        Assert.Equal(0, await scene.Apologies.LookAsync(Stop));
        await scene.Shop.SetAsync(CaseScene.Postponed, order => order with { DispatchMoves = order.DispatchMoves + 1 });
        Assert.Equal(OwnFault.Postponed, (await scene.Shop.OrderAsync(CaseScene.Postponed)).OwnFault);
    }

    [Fact]
    public async Task MistakeThatAShopsFileTells_StaysAwayOnceItIsCleared()
    {
        await using var scene = await CaseScene.OpenAsync(configure: shop => shop.Source = ShopSource.Local);
        await scene.Apologies.LookAsync(Stop);
        Assert.Equal(OwnFaultReason.StatusLate, (await scene.Shop.OrderAsync(CaseScene.Postponed)).FaultReason);
        var number = Assert.Single(await scene.Desk.ListAsync(new CaseFilter { OrderId = CaseScene.Postponed }, Stop)).Number;
        Assert.IsType<CaseDone>(await scene.Desk.ClearFaultAsync(number, CaseScene.Jana, Stop));
        Assert.Null((await scene.Shop.OrderAsync(CaseScene.Postponed)).OwnFault);
    }

    [Fact]
    public async Task OrderWithoutAMistake_CannotBeCleared_AndItsCaseStaysOpen()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync("demo-03", CaseKind.OwnFault);
        Assert.IsType<CaseFaultless>(await scene.Desk.ClearFaultAsync(number, CaseScene.Jana, Stop));
        Assert.Null((await scene.ViewAsync(number)).Line.ClosedAt);
    }
}
