using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>A request whose effect lies in a system elsewhere ends done, failed or with a person, and its effect is there once.</summary>
public sealed class RequestElsewhereTests
{
    private const string Order = "demo-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task CancelledOrder_IsCancelledThereAndHere(string provider)
    {
        var (side, shop) = await OpenAsync(provider);
        await using var _ = shop;
        var done = Assert.IsType<RequestDone>(await EndAsync(shop, new CancelOrder(Order)));
        Assert.Equal((OrderState.Cancelled, 1), (done.Order.State, side.Performed.Count));
        Assert.Equal(OrderState.Cancelled, (await shop.OrderAsync(Order)).State);
    }

    [Theory, BothDatabases]
    public async Task LostAnswer_EndsDoneOnce_WithOneReceipt(string provider)
    {
        var (side, shop) = await OpenAsync(provider, OtherSide.Answer.LostAfterwards);
        await using var _ = shop;
        Assert.IsType<RequestDone>(await EndAsync(shop, new CancelOrder(Order)));
        Assert.Single(side.Performed);
        Assert.Single(await shop.MessagesAsync(rows => rows.Count > 0));
    }

    [Fact]
    public async Task LostRequest_IsSentAgainOnceItCannotArriveAnyMore()
    {
        var (side, shop) = await OpenAsync(BothDatabasesAttribute.Sqlite, OtherSide.Answer.LostBefore);
        await using var _ = shop;
        Assert.IsType<RequestDone>(await EndAsync(shop, new CancelOrder(Order)));
        Assert.Single(side.Performed);
    }

    [Fact]
    public async Task SideThatCannotBeAsked_LeavesTheRequestToAPersonWhoLooksThereFirst()
    {
        var (side, shop) = await OpenAsync(BothDatabasesAttribute.Sqlite, OtherSide.Answer.LostAfterwards);
        await using var _ = shop;
        side.IsMute = true;
        Assert.IsType<RequestHandedOver>(await EndAsync(shop, new CancelOrder(Order)));
        await using var db = shop.Database.Open();
        Assert.Equal((nameof(CaseKind.FailedRequest), nameof(HandoverReason.Unconfirmed)), await db.Cases.Select(row => ValueTuple.Create(row.Kind, row.Reason)).SingleAsync(Cancellation));
        Assert.Single(side.Performed);
        Assert.Equal(OrderState.Packing, (await shop.OrderAsync(Order)).State);
    }

    [Fact]
    public async Task RefusedLogin_LeavesTheRequestToAPersonAtOnce()
    {
        var (side, shop) = await OpenAsync(BothDatabasesAttribute.Sqlite, OtherSide.Answer.LoginRefused);
        await using var _ = shop;
        Assert.IsType<RequestHandedOver>(await EndAsync(shop, new CancelOrder(Order)));
        Assert.Empty(side.Performed);
    }

    [Fact]
    public async Task RefusalThere_IsARefusalHere()
    {
        var (_, shop) = await OpenAsync(BothDatabasesAttribute.Sqlite, OtherSide.Answer.Refused);
        await using var disposed = shop;
        Assert.Equal(NotNow.Dispatched, Assert.IsType<RequestRefused>(await EndAsync(shop, new CancelOrder(Order))).Why);
        Assert.Equal(OrderState.Packing, (await shop.OrderAsync(Order)).State);
    }

    [Fact]
    public async Task SideThatNeverAnswers_IsAskedSixTimesAndThenAPersonHasIt()
    {
        var (side, shop) = await OpenAsync(BothDatabasesAttribute.Sqlite, [.. Enumerable.Repeat(OtherSide.Answer.Busy, 20)]);
        await using var _ = shop;
        Assert.IsType<RequestHandedOver>(await EndAsync(shop, new CancelOrder(Order)));
        Assert.Equal(20 - LedgerWorker.MostReadings, side.Answers.Count);
    }

    [Fact]
    public async Task AttemptCutOffAfterTheOtherSideHadDoneIt_GoesOnWithWhatThatOneSaw()
    {
        var (side, shop) = await OpenAsync(BothDatabasesAttribute.Sqlite);
        await using var _ = shop;
        var id = await shop.SaveAsync(new CancelOrder(Order));
        await shop.Get<IvrAutomat.Web.Shop.Outside.OutsideActs>().PerformAsync(id, await shop.OrderAsync(Order), new WriteElsewhere(side), Cancellation);

        // The mirror learnt of it from the shop before this attempt could say it was ours.
        await shop.SetAsync(Order, order => order with { State = OrderState.Cancelled, CancelledOn = new DateOnly(2026, 11, 23) });
        await shop.StartAsync();
        var done = Assert.IsType<RequestDone>(await shop.ResultAsync(id));
        Assert.NotNull(done.Order.RestorableUntil);
        Assert.Single(side.Performed);
        await using var db = shop.Database.Open();
        Assert.Contains("Packing", (await db.Orders.SingleAsync(row => row.Id == Order, Cancellation)).Former, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task PaidOrderThatIsCancelled_OwesARefund_UntilItIsTakenBack(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        var refund = Assert.IsType<RequestDone>(await shop.AskAsync(new CancelOrder(Order))).Refund;
        Assert.Equal(new RefundDue("Jana", new DateOnly(2026, 12, 7)), refund);
        Assert.Equal(nameof(CaseKind.Refund), Assert.Single(await OpenCasesAsync(shop)).Kind);
        Assert.Null(Assert.IsType<RequestDone>(await shop.AskAsync(new RestoreOrder(Order))).Refund);
        Assert.Empty(await OpenCasesAsync(shop));
    }

    [Fact]
    public async Task UnpaidOrderThatIsCancelled_OwesNothing()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.Null(Assert.IsType<RequestDone>(await shop.AskAsync(new CancelOrder("demo-09"))).Refund);
        Assert.Empty(await OpenCasesAsync(shop));
    }

    private static async Task<List<CaseRow>> OpenCasesAsync(ShopFixture shop)
    {
        await using var db = shop.Database.Open();
        return await db.Cases.Where(row => row.ClosedAt == null).ToListAsync(Cancellation);
    }

    private static async Task<(OtherSide Side, ShopFixture Shop)> OpenAsync(string provider, params OtherSide.Answer[] answers)
    {
        var side = new OtherSide();
        foreach (var answer in answers)
        {
            side.Answers.Enqueue(answer);
        }

        var shop = await ShopFixture.CreateAsync(provider, elsewhere: side);
        await shop.StartAsync();
        return (side, shop);
    }

    private static async Task<WorkResult> EndAsync(ShopFixture shop, Request request)
    {
        var id = await shop.SaveAsync(request);
        for (var look = 0; look < 200; look++)
        {
            shop.Get<Ledger>().Wake();
            if (await shop.Get<Ledger>().WaitAsync(id, TimeSpan.FromMilliseconds(100), Cancellation) is { } result)
            {
                return result;
            }

            shop.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        throw new TimeoutException("The request did not end.");
    }
}
