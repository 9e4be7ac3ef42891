using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

public sealed class LedgerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task CancelledOrder_IsCancelledWithItsFormerStateAndAReceipt(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        var cancelled = Assert.IsType<RequestDone>(await shop.AskAsync(new CancelOrder("demo-01")));
        Assert.Equal((OrderState.Cancelled, new DateOnly(2026, 11, 23), Channel.Sms), (cancelled.Order.State, cancelled.Order.CancelledOn, cancelled.Receipt));
        Assert.Equal(cancelled.Order, Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder("demo-01"), Cancellation)).Order);
        await using var db = shop.Database.Open();
        Assert.Contains("Packing", (await db.Orders.SingleAsync(order => order.Id == "demo-01", Cancellation)).Former, StringComparison.Ordinal);
        var message = Assert.Single(await shop.MessagesAsync(rows => rows.All(row => row.State == MessageState.Queued)));
        Assert.Equal(("sms.cancelled", "demo-01"), (message.PromptKey, message.OrderId));
        Assert.Equal("+420601000001", Assert.Single(shop.Carrier.Taken).To);
    }

    [Theory]
    [InlineData("demo-03", "Dispatched")]
    [InlineData("demo-05", "Delivered")]
    [InlineData("demo-08", "Cancelled")]
    public async Task OrderThatCannotBeCancelledAnyMore_IsRefusedAndUntouched(string order, string why)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        var refused = Assert.IsType<RequestRefused>(await shop.AskAsync(new CancelOrder(order)));
        Assert.Equal(why, $"{refused.Why}");
        await using var db = shop.Database.Open();
        Assert.Null((await db.Orders.SingleAsync(row => row.Id == order, Cancellation)).Former);
        Assert.Equal(RequestState.Failed, (await db.Requests.SingleAsync(Cancellation)).State);
        Assert.Empty(await db.Messages.ToListAsync(Cancellation));
    }

    [Theory, BothDatabases]
    public async Task TwoProcesses_PerformEachRequestOnce(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await using var other = shop.Another();
        var ids = new List<string>();
        for (var n = 0; n < 20; n++)
        {
            ids.Add(await shop.SaveAsync(new OpenCase(CaseKind.Callback, HandoverReason.Asked, null, shop.Clock.Now)));
        }

        await Task.WhenAll(shop.StartAsync(), other.StartAsync());
        foreach (var id in ids)
        {
            Assert.IsType<CaseOpened>(await shop.ResultAsync(id));
        }

        await using var db = shop.Database.Open();
        Assert.Equal(20, await db.Cases.CountAsync(Cancellation));
        Assert.All(await db.Requests.ToListAsync(Cancellation), request => Assert.Equal((1, RequestState.Done), (request.Attempts, request.State)));
    }

    [Theory, BothDatabases]
    public async Task ResultOfAnotherProcess_IsFoundInTheDatabase(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await using var other = shop.Another();
        await other.StartAsync();
        Assert.IsType<RequestDone>(await shop.AskAsync(new CancelOrder("demo-01")));
    }

    [Fact]
    public async Task UnfinishedRequest_IsNotWaitedForLongerThanAsked()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var id = await shop.SaveAsync(new CancelOrder("demo-01"));
        Assert.Null(await shop.Get<Ledger>().WaitAsync(id, TimeSpan.FromMilliseconds(150), Cancellation));
    }

    [Theory, BothDatabases]
    public async Task RequestOfADeadProcess_IsPerformedWhenItsLeaseRunsOut(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        var id = await shop.SaveAsync(new CancelOrder("demo-01"));
        await LeaseToADeadProcessAsync(shop, id);
        await shop.StartAsync();
        Assert.Null(await shop.Get<Ledger>().WaitAsync(id, TimeSpan.FromMilliseconds(300), Cancellation));
        shop.Clock.Advance(LedgerWorker.Lease + TimeSpan.FromSeconds(1));
        shop.Get<Ledger>().Wake();
        Assert.IsType<RequestDone>(await shop.ResultAsync(id));
    }

    [Fact]
    public async Task ProcessThatDiedAfterCancelling_LeavesADoneRequestAndOneReceipt()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        await using (var db = shop.Database.Open())
        {
            // As if the process had died between writing the order and ending the request.
            await db.Requests.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, RequestState.Running)
                    .SetProperty(row => row.LeaseOwner, "dead").SetProperty(row => row.LeaseUntil, (DateTimeOffset?)shop.Clock.Now),
                Cancellation);
        }

        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        shop.Get<Ledger>().Wake();
        await using var check = shop.Database.Open();
        var id = (await check.Requests.SingleAsync(Cancellation)).Id;
        Assert.IsType<RequestDone>(await shop.ResultAsync(id));
        Assert.Single(await shop.MessagesAsync(rows => rows.All(row => row.State == MessageState.Queued)));
    }

    [Theory, BothDatabases]
    public async Task ShopThatStaysSilent_IsAskedThreeTimesAndThenAPersonHasIt(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        shop.Get<ShopFaults>().Down = true;
        await shop.StartAsync();
        var id = await shop.SaveAsync(new CancelOrder("demo-01"));
        var result = default(WorkResult);
        for (var n = 0; n < 100 && result is null; n++)
        {
            shop.Clock.Advance(TimeSpan.FromSeconds(2));
            shop.Get<Ledger>().Wake();
            result = await shop.Get<Ledger>().WaitAsync(id, TimeSpan.FromMilliseconds(100), Cancellation);
        }

        var handed = Assert.IsType<RequestHandedOver>(result);
        await using var db = shop.Database.Open();
        var open = await db.Cases.SingleAsync(Cancellation);
        Assert.Equal(("FailedRequest", "CancelFailed", "demo-01", handed.CaseNumber), (open.Kind, open.Reason, open.OrderId, open.Number));
        var request = await db.Requests.SingleAsync(Cancellation);
        Assert.Equal((RequestState.Handed, 3), (request.State, request.Attempts));
        Assert.Contains("Packing", (await db.Orders.SingleAsync(row => row.Id == "demo-01", Cancellation)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestThatCannotBeRead_GoesToAPerson()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var id = await shop.SaveAsync(new CancelOrder("demo-01"));
        await using (var db = shop.Database.Open())
        {
            await db.Requests.ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, "{").SetProperty(row => row.Attempts, 2), Cancellation);
        }

        await shop.StartAsync();
        Assert.IsType<RequestHandedOver>(await shop.ResultAsync(id));
    }

    [Theory, BothDatabases]
    public async Task OrderHasOneOpenCaseOfAKind_AlsoWhenAskedAtOnce(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await using var other = shop.Another();
        await Task.WhenAll(shop.StartAsync(), other.StartAsync());
        var open = new OpenCase(CaseKind.OwnFault, HandoverReason.Postponed, "demo-07", shop.Clock.Now.AddHours(24));
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? shop : other).AskAsync(open)));
        Assert.Single(results.Cast<CaseOpened>().Select(result => result.CaseNumber).Distinct(StringComparer.Ordinal));
        Assert.All(results.Cast<CaseOpened>(), result => Assert.Equal((open.Due, Channel.Sms), (result.Due, result.Receipt)));
        await using var db = shop.Database.Open();
        Assert.Matches("^[1-9][0-9]{5}$", (await db.Cases.SingleAsync(Cancellation)).Number);
    }

    [Fact]
    public async Task Cases_GoToThePersonWithTheFewestOpen()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        for (var n = 0; n < 5; n++)
        {
            await shop.AskAsync(new OpenCase(CaseKind.Callback, HandoverReason.Asked, null, shop.Clock.Now));
        }

        await using var db = shop.Database.Open();
        var owners = (await db.Cases.ToListAsync(Cancellation)).CountBy(row => row.Owner).ToDictionary();
        Assert.Equal((3, 2), (owners["Jana"], owners["Petr"]));
    }

    [Fact]
    public async Task UnverifiedCaller_GetsACaseAndNoReceipt()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        var opened = Assert.IsType<CaseOpened>(await shop.AskAsync(new OpenCase(CaseKind.Callback, HandoverReason.NotIdentified, null, shop.Clock.Now)));
        Assert.Equal(Channel.None, opened.Receipt);
        await using var db = shop.Database.Open();
        Assert.Empty(await db.Messages.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task TypedNumber_ReplacesTheNumberOfTheCallsOwnCaseOnly()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        var from = ShopFixture.Phone("+420777000001");
        var typed = ShopFixture.Phone("+420777000002");
        var opened = Assert.IsType<CaseOpened>(await shop.AskAsync(new OpenCase(CaseKind.Callback, HandoverReason.Asked, null, shop.Clock.Now), from));
        Assert.Equal(from, await NumberOfAsync(shop, opened.CaseNumber));
        Assert.IsType<CaseOpened>(await shop.AskAsync(new AgreeCallback(opened.CaseNumber, null, Window: null, Typed: true), typed));
        Assert.Equal(typed, await NumberOfAsync(shop, opened.CaseNumber));
        var handed = await shop.AskAsync(new AgreeCallback(opened.CaseNumber, null, Window: null, Typed: true), from, call: "CA00000000000000000000000000000002");
        Assert.NotEqual(opened.CaseNumber, Assert.IsType<RequestHandedOver>(handed).CaseNumber);
        Assert.Equal(typed, await NumberOfAsync(shop, opened.CaseNumber));
    }

    [Fact]
    public async Task IdleLedger_IsNotBusy()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        for (var n = 0; n < 100 && shop.Get<Ledger>().Busy > 0; n++)
        {
            await Task.Delay(20, Cancellation);
        }

        Assert.Equal(0, shop.Get<Ledger>().Busy);
    }

    [Fact]
    public async Task RequestThatWaitsForASlowShop_LetsVirtualTimePass()
    {
        await using var shop = await ShopFixture.CreateAsync();
        shop.Get<ShopFaults>().Slow = TimeSpan.FromSeconds(2);
        await shop.StartAsync();
        var id = await shop.SaveAsync(new CancelOrder("demo-01"));
        shop.Get<Ledger>().Wake();
        for (var n = 0; n < 100 && (shop.Get<Activity>().Parked == 0 || shop.Get<Ledger>().Busy != 1); n++)
        {
            await Task.Delay(10, Cancellation);
        }

        // As many wait as are busy: nothing but time is needed.
        Assert.Equal((1, 1), (shop.Get<Activity>().Parked, shop.Get<Ledger>().Busy));
        Assert.IsType<RequestDone>(await shop.ResultAsync(id));
    }

    [Fact]
    public async Task StateOfACancelledDemoOrder_SurvivesARestartUntilReset()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        shop.Clock.Advance(TimeSpan.FromDays(3));
        await shop.Get<DemoShop>().SeedAsync(Cancellation);
        var later = Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder("demo-01"), Cancellation)).Order;
        Assert.Equal((OrderState.Cancelled, new DateOnly(2026, 11, 26)), (later.State, later.CancelledOn));
        await shop.Get<DemoShop>().ResetAsync(Cancellation);
        Assert.Equal(OrderState.Packing, Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder("demo-01"), Cancellation)).Order.State);
        await using var db = shop.Database.Open();
        Assert.Equal((0, 0, 15), (await db.Requests.CountAsync(Cancellation), await db.Messages.CountAsync(Cancellation), await db.Orders.CountAsync(Cancellation)));
    }

    private static async Task LeaseToADeadProcessAsync(ShopFixture shop, string id)
    {
        await using var db = shop.Database.Open();
        DateTimeOffset? until = shop.Clock.Now + LedgerWorker.Lease;
        await db.Requests.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RequestState.Running).SetProperty(row => row.LeaseOwner, "dead")
                .SetProperty(row => row.LeaseUntil, until).SetProperty(row => row.Attempts, 1),
            Cancellation);
    }

    private static async Task<PhoneNumber?> NumberOfAsync(ShopFixture shop, string caseNumber)
    {
        await using var db = shop.Database.Open();
        var row = await db.Cases.SingleAsync(each => each.Number == caseNumber, Cancellation);
        return IvrAutomat.Web.Persistence.HeldPhone.Read(shop.Get<IvrAutomat.Web.Persistence.Secrets>(), row.Contact);
    }
}
