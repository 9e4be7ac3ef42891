using System.Text.Json.Nodes;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Proof.World;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

public sealed class WriteTests
{
    private const string Transfer = "2026001016";
    private const string ToConfirm = "2026001015";
    private const string OnDelivery = "2026001009";
    private const string Delivered = "2026001005";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Cancellation_IsDoneInTheShopWithThreeRequestsAndOneMessage(string provider)
    {
        await using var scene = await UpgatesScene.OpenAsync(provider);
        await scene.Shop.StartAsync();

        var done = Assert.IsType<RequestDone>(await scene.AskAsync(id => new CancelOrder(id), UpgatesScene.Packing));
        Assert.Equal(OrderState.Cancelled, done.Order.State);
        Assert.NotNull(done.Refund);
        await RecordedAsync(scene);
        Assert.Equal(["GET orders", "PUT orders", $"POST orders/{UpgatesScene.Packing}/history"], scene.Asked);
        Assert.Equal("Cancelled", scene.Upgates.StateOf(UpgatesScene.Packing)?.State);
        Assert.Empty(scene.Upgates.Outbox);
        Assert.Equal(OrderState.Cancelled, (await scene.OrderAsync(UpgatesScene.Packing)).State);
        Assert.Equal(3, scene.Asked.Count);
    }

    [Theory, BothDatabases]
    public async Task LostAnswer_IsLookedForAndNothingIsDoneTwice(string provider)
    {
        await using var scene = await UpgatesScene.OpenAsync(provider);
        await scene.Shop.StartAsync();
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.LostAnswer) { OnlyWrites = true, Times = 1 };
        var request = await scene.Shop.SaveAsync(new CancelOrder(UpgatesOrder.IdOf(UpgatesScene.Packing)));
        scene.Shop.Get<IvrAutomat.Web.Shop.Ledger>().Wake();
        await scene.UntilAsync(db => db.Requests.SingleAsync(row => row.Id == request, Cancellation), row => row is { State: RequestState.Waiting, Attempts: 1 });
        scene.Pass(TimeSpan.FromSeconds(15));

        Assert.IsType<RequestDone>(await scene.Shop.ResultAsync(request));
        Assert.Equal(1, scene.Upgates.Performed[$"cancel {UpgatesScene.Packing}"]);
        Assert.Equal(1, scene.Asked.Count(asked => asked == "PUT orders"));
    }

    [Fact]
    public async Task WhatTheMessageAboutOurOwnWriteTells_CostsNoRequest()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();
        await scene.AskAsync(id => new CancelOrder(id), UpgatesScene.Packing);
        await RecordedAsync(scene);
        scene.Upgates.Forget();
        await scene.TellAsync(UpgatesScene.Packing, scene.Shop.Clock.Now, "2");
        scene.Pass(TimeSpan.FromSeconds(5));

        await scene.SettledAsync();
        Assert.Empty(scene.Asked);
    }

    [Fact]
    public async Task OrderThatLeftMeanwhile_IsNotCancelled()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();
        scene.Upgates.SetState(UpgatesScene.Packing, "OnTheWay");

        var refused = Assert.IsType<RequestRefused>(await scene.AskAsync(id => new CancelOrder(id), UpgatesScene.Packing));
        Assert.Equal(NotNow.Dispatched, refused.Why);
        Assert.DoesNotContain("PUT orders", scene.Asked);
    }

    [Fact]
    public async Task CancellationTakenBack_WritesTheFormerStatusAndReadsItAgain()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();
        await scene.AskAsync(id => new CancelOrder(id), UpgatesScene.Packing);
        await RecordedAsync(scene);
        scene.Upgates.Forget();
        scene.Pass(TimeSpan.FromMinutes(3));

        var done = Assert.IsType<RequestDone>(await scene.AskAsync(id => new RestoreOrder(id), UpgatesScene.Packing));
        Assert.Equal(OrderState.Packing, done.Order.State);
        Assert.Equal("Packing", scene.Upgates.StateOf(UpgatesScene.Packing)?.State);
        Assert.Equal(["GET orders", "PUT orders", "GET orders"], scene.Asked.Take(3));
    }

    [Fact]
    public async Task OrderTouchedAfterItsCancellation_IsTakenBackByAPerson()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();
        await scene.AskAsync(id => new CancelOrder(id), UpgatesScene.Packing);
        scene.Pass(TimeSpan.FromMinutes(3));
        scene.Upgates.Change(UpgatesScene.Packing, new JsonObject { ["internal_note"] = "vráceno" });

        Assert.IsType<RequestHandedOver>(await scene.AskAsync(id => new RestoreOrder(id), UpgatesScene.Packing));
        Assert.Equal("Cancelled", scene.Upgates.StateOf(UpgatesScene.Packing)?.State);
    }

    [Fact]
    public async Task PaymentOnDelivery_IsWrittenWithThePriceOfTheShop()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();

        Assert.IsType<RequestDone>(await scene.AskAsync(id => new ChangePayment(id, PaymentMethod.CashOnDelivery), Transfer));
        var payment = scene.Upgates.Order(Transfer)!["payment"]!;
        Assert.Equal(("cashOnDelivery", 39m), ((string?)payment["type"], (decimal)payment["price"]!));
        var order = await scene.OrderAsync(Transfer);
        Assert.Equal((OrderState.Received, PaymentMethod.CashOnDelivery), (order.State, order.Payment));
    }

    [Fact]
    public async Task PaymentByTransfer_IsWritten()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();

        Assert.IsType<RequestDone>(await scene.AskAsync(id => new ChangePayment(id, PaymentMethod.Transfer), OnDelivery));
        Assert.Equal("command", (string?)scene.Upgates.Order(OnDelivery)!["payment"]!["type"]);
        Assert.Equal(OrderState.AwaitingTransfer, (await scene.OrderAsync(OnDelivery)).State);
    }

    [Fact]
    public async Task ConfirmedOrder_IsReceivedInTheShop()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();

        Assert.IsType<RequestDone>(await scene.AskAsync(id => new ConfirmOrder(id), ToConfirm));
        Assert.Equal("Received", scene.Upgates.StateOf(ToConfirm)?.State);
    }

    [Theory]
    [InlineData(StandInFaultKind.LoginRefused)]
    [InlineData(StandInFaultKind.Error)]
    [InlineData(StandInFaultKind.RateLimited)]
    public async Task ShopThatCannotBeRead_LeavesItToAPerson(StandInFaultKind kind)
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();
        scene.Upgates.Fault = new StandInFault(kind);
        var request = await scene.Shop.SaveAsync(new CancelOrder(UpgatesOrder.IdOf(UpgatesScene.Packing)));

        // A shop that asks for a moment is asked more often than one that fails.
        var attempts = kind == StandInFaultKind.RateLimited ? LedgerWorker.MostReadings : LedgerWorker.MostAttempts;
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            scene.Shop.Get<Ledger>().Wake();
            await scene.UntilAsync(
                db => db.Requests.SingleAsync(row => row.Id == request, Cancellation), row => row.Attempts >= attempt && row.State != RequestState.Running);
            scene.Pass(TimeSpan.FromSeconds(12));
        }

        Assert.IsType<RequestHandedOver>(await scene.Shop.ResultAsync(request));
        Assert.Equal("Packing", scene.Upgates.StateOf(UpgatesScene.Packing)?.State);
    }

    [Fact]
    public async Task RecordWhoseAnswerWasLost_StandsInTheHistoryOnce()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        var records = scene.Shop.Get<ShopRecords>();
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.LostAnswer) { OnlyWrites = true, Times = 1 };
        await records.AddAsync("a1b2c3", UpgatesScene.Packing, "Storno na žádost volajícího", Cancellation);
        await scene.Shop.StartAsync();
        await scene.UntilAsync(db => db.ShopRecords.SingleAsync(Cancellation), row => row.Attempts == 1);
        await Task.Delay(200, Cancellation);
        scene.Pass(TimeSpan.FromMinutes(3));

        await RecordedAsync(scene);
        Assert.Single(scene.Upgates.HistoryOf(UpgatesScene.Packing), record => record.ToJsonString().Contains("a1b2c3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClockPutForwardWhileAnotherInstanceSendsARecord_HasItWrittenOnce()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        var clock = new ForwardClock(scene.Shop.Clock.Now);
        using var here = new ShopRecords(
            scene.Shop.Get<IDbContextFactory<AutomatDb>>(), scene.Api, clock, NullLogger<ShopRecords>.Instance);
        scene.Upgates.Fault = new StandInFault(StandInFaultKind.Slow) { OnlyWrites = true, Times = 1, Delay = TimeSpan.FromSeconds(3) };
        await scene.Shop.Get<ShopRecords>().AddAsync("a1b2c3", UpgatesScene.Packing, "Storno na žádost volajícího", Cancellation);
        await scene.Shop.StartAsync();
        await scene.UntilAsync(db => db.ShopRecords.SingleAsync(Cancellation), row => row.Attempts == 1);
        await here.StartAsync(Cancellation);
        await Task.Delay(200, Cancellation);
        clock.Advance(TimeSpan.FromHours(1));

        await RecordedAsync(scene);
        await scene.UntilAsync(_ => Task.FromResult(scene.Shop.Get<ShopRecords>().Busy + here.Busy), busy => busy == 0);
        Assert.Single(scene.Upgates.HistoryOf(UpgatesScene.Packing), record => record.ToJsonString().Contains("a1b2c3", StringComparison.Ordinal));
        await here.StopAsync(Cancellation);
    }

    [Fact]
    public async Task WhatIsNotedByPhone_StandsInTheHistoryToo()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();

        Assert.IsType<RequestDone>(await scene.AskAsync(id => new NoteReturn(id, []), Delivered));
        await RecordedAsync(scene);
        Assert.Single(scene.Upgates.HistoryOf(Delivered), record => record.ToString().Contains("po telefonu", StringComparison.Ordinal));
        Assert.DoesNotContain("PUT orders", scene.Asked);
    }

    [Fact]
    public async Task ParcelThatLeavesAlthoughItsOrderWasCancelled_IsAPersonsCase()
    {
        await using var scene = await UpgatesScene.OpenAsync();
        await scene.Shop.StartAsync();
        await scene.AskAsync(id => new CancelOrder(id), UpgatesScene.Packing);
        scene.Upgates.Change(UpgatesScene.Packing, new JsonObject { ["tracking_code"] = "70412600001" });
        scene.Pass(TimeSpan.FromMinutes(3));
        await scene.CatchUp.CatchUpAsync(Cancellation);
        await scene.CatchUp.CatchUpAsync(Cancellation);

        await using var db = scene.Shop.Database.Open();
        Assert.Equal(1, await db.Cases.CountAsync(row => row.Reason == nameof(HandoverReason.CancelFailed), Cancellation));
    }

    private static async Task RecordedAsync(UpgatesScene scene)
        => await scene.UntilAsync(db => db.ShopRecords.ToListAsync(Cancellation), rows => rows.Count > 0 && rows.TrueForAll(row => row.DueAt is null));
}
