using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>A write to a system elsewhere is performed at most once, whatever becomes of its answer.</summary>
public sealed class OutsideActsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Order Order { get; } = new()
    {
        Id = "o-1",
        Number = "2026000001",
        State = OrderState.Packing,
        OrderedOn = new DateOnly(2026, 11, 20),
        Total = 100,
    };

    [Theory, BothDatabases]
    public async Task DoneWrite_IsNotSentAgain_AndItsResultIsKept(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        var side = new OtherSide();
        Assert.Equal("done", Assert.IsType<OutsideOutcome.Done>(await PerformAsync(shop, side)).Result);
        Assert.Equal("done", Assert.IsType<OutsideOutcome.Done>(await PerformAsync(shop, side)).Result);
        Assert.Single(side.Performed);
        Assert.Equal(0, side.Looks);
    }

    [Theory, BothDatabases]
    public async Task LostAnswerToADoneWrite_IsFoundAndNeverSentAgain(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        var side = Side(OtherSide.Answer.LostAfterwards);
        Assert.IsType<OutsideOutcome.Unknown>(await PerformAsync(shop, side));
        Assert.Equal("found", Assert.IsType<OutsideOutcome.Done>(await PerformAsync(shop, side)).Result);
        Assert.Equal("found", Assert.IsType<OutsideOutcome.Done>(await PerformAsync(shop, side)).Result);
        Assert.Single(side.Performed);
        Assert.Equal(1, side.Looks);
    }

    [Fact]
    public async Task WriteThatIsAbsent_IsSentAgainOnlyOnceNothingCanBeOnItsWay()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var side = Side(OtherSide.Answer.LostBefore);
        Assert.IsType<OutsideOutcome.Unknown>(await PerformAsync(shop, side));
        Assert.IsType<OutsideOutcome.Unknown>(await PerformAsync(shop, side));
        Assert.Empty(side.Performed);
        shop.Clock.Advance(OutsideActs.SettlesIn);
        Assert.IsType<OutsideOutcome.Done>(await PerformAsync(shop, side));
        Assert.Single(side.Performed);
    }

    [Fact]
    public async Task SideThatCannotBeAsked_IsNeverSentToAgain()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var side = Side(OtherSide.Answer.LostAfterwards);
        side.IsMute = true;
        Assert.IsType<OutsideOutcome.Unknown>(await PerformAsync(shop, side));
        shop.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<OutsideOutcome.CannotTell>(await PerformAsync(shop, side));
        Assert.Single(side.Performed);
    }

    [Fact]
    public async Task BusySide_IsAskedAgainWithoutLooking()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var side = Side(OtherSide.Answer.Busy);
        Assert.IsType<OutsideOutcome.NotDone>(await PerformAsync(shop, side));
        Assert.IsType<OutsideOutcome.Done>(await PerformAsync(shop, side));
        Assert.Equal((1, 0), (side.Performed.Count, side.Looks));
    }

    [Fact]
    public async Task AttemptsAtOnce_SendOnce()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var side = new OtherSide();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PerformAsync(shop, side), Cancellation)));
        Assert.Single(side.Performed);
        Assert.Contains(outcomes, outcome => outcome is OutsideOutcome.Done);
        Assert.All(outcomes, outcome => Assert.True(outcome is OutsideOutcome.Done or OutsideOutcome.Unknown, $"{outcome}"));
    }

    [Fact]
    public async Task ProcessThatDiedWhileSending_LeavesAWriteThatIsLookedForFirst()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var side = new OtherSide();
        await PerformAsync(shop, side);
        await using (var db = shop.Database.Open())
        {
            // As if it had been cut off between sending and noting the answer.
            await db.OutsideActs.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutsideActState.Sending), Cancellation);
        }

        Assert.Equal("found", Assert.IsType<OutsideOutcome.Done>(await PerformAsync(shop, side)).Result);
        Assert.Single(side.Performed);
    }

    [Fact]
    public async Task ResultOfAWrite_IsNotReadableInTheDatabase()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await PerformAsync(shop, new OtherSide());
        await using var db = shop.Database.Open();
        var row = await db.OutsideActs.SingleAsync(Cancellation);
        Assert.DoesNotContain("done", System.Text.Encoding.UTF8.GetString(row.Result!), StringComparison.Ordinal);
    }

    private static OtherSide Side(OtherSide.Answer first)
    {
        var side = new OtherSide();
        side.Answers.Enqueue(first);
        return side;
    }

    private static Task<OutsideOutcome> PerformAsync(ShopFixture shop, OtherSide side)
        => shop.Get<OutsideActs>().PerformAsync("request-1", Order, new WriteElsewhere(side), Cancellation);
}
