using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>Goods that come back, and complaints about them.</summary>
public sealed class ReturnRequestTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task NotedReturn_HoldsFromTodayWhateverFollows(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(new NoteReturn("demo-13", ["1", "3"]));
        Assert.Equal(new GoodsReturn(Today, ["1", "3"], Today.AddDays(14)), (await shop.OrderAsync("demo-13")).Return);
        await shop.AskAsync(new NoteReturn("demo-13", ["3"]));
        Assert.Single(await shop.MessagesAsync(_ => true));
        await shop.AskAsync(new NoteReturn("demo-13", ["2"]));
        Assert.Equal(["1", "3", "2"], (await shop.OrderAsync("demo-13")).Return!.Items);
    }

    [Theory]
    [InlineData("demo-01", "Cancellable")]
    [InlineData("demo-03", "Undelivered")]
    public async Task ReturnOfGoodsThatHaveNotArrived_IsRefused(string order, string why)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.Equal(why, $"{Assert.IsType<RequestRefused>(await shop.AskAsync(new NoteReturn(order, []))).Why}");
    }

    [Fact]
    public async Task Courier_ComesOnTheNextThreeWorkingDays()
    {
        await using var shop = await ShopFixture.CreateAsync(configure: options => options.Closures = ["2026-11-25"]);
        var offered = Assert.IsType<CourierOffered>(await shop.Desk.AnswerAsync(new FindCourier("demo-05"), Cancellation));
        Assert.Equal([Today.AddDays(1), Today.AddDays(3), Today.AddDays(4)], offered.Days);
        Assert.Equal((new TimeOnly(8, 0), new TimeOnly(16, 0)), (offered.From, offered.Until));
        await shop.SetAsync("demo-05", order => order with { HasAddress = false });
        Assert.Empty(Assert.IsType<CourierOffered>(await shop.Desk.AnswerAsync(new FindCourier("demo-05"), Cancellation)).Days);
        shop.Get<ShopFaults>().Down = true;
        Assert.IsType<ShopUnavailable>(await shop.Desk.AnswerAsync(new FindCourier("demo-05"), Cancellation));
    }

    [Theory, BothDatabases]
    public async Task ArrangedCourier_StandsInTheOrderAndInTheReceipt(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(new NoteReturn("demo-05", []));
        await shop.AskAsync(new ArrangeReturn("demo-05", ReturnWay.Courier, Today.AddDays(2)));
        var back = (await shop.OrderAsync("demo-05")).Return!;
        Assert.Equal((ReturnWay.Courier, Today.AddDays(2), null), (back.Way, back.CourierOn, back.Code));
        Assert.Equal(["sms.courier", "sms.return"], (await shop.MessagesAsync(_ => true)).Select(message => message.PromptKey).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task CourierOnADayOnWhichNoneGoes_IsRefused(int ahead)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await shop.AskAsync(new NoteReturn("demo-05", []));
        var result = await shop.AskAsync(new ArrangeReturn("demo-05", ReturnWay.Courier, Today.AddDays(ahead)));
        Assert.Equal(NotNow.Changed, Assert.IsType<RequestRefused>(result).Why);
    }

    [Fact]
    public async Task CodeForTheWayBack_IsTheSameForWhoeverAsksAgain()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await shop.AskAsync(new NoteReturn("demo-05", []));
        var code = Assert.IsType<RequestDone>(await shop.AskAsync(new ArrangeReturn("demo-05", ReturnWay.Packeta, null))).Order.Return!.Code;
        Assert.Matches("^[1-9][0-9]{7}$", code);
        Assert.Equal(code, Assert.IsType<RequestDone>(await shop.AskAsync(new ArrangeReturn("demo-05", ReturnWay.Packeta, null))).Order.Return!.Code);
    }

    [Fact]
    public async Task ReturnThatNobodyNoted_IsNotArranged()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.IsType<RequestRefused>(await shop.AskAsync(new ArrangeReturn("demo-05", ReturnWay.Own, null)));
    }

    [Theory, BothDatabases]
    public async Task ReturnTakenBack_LeavesNothingOfIt(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(new NoteReturn("demo-05", []));
        await shop.AskAsync(new ArrangeReturn("demo-05", ReturnWay.Own, null));
        await shop.AskAsync(new CancelReturn("demo-05"));
        Assert.Null((await shop.OrderAsync("demo-05")).Return);
        await shop.AskAsync(new CancelReturn("demo-05"));
        Assert.Equal(
            ["sms.own-return", "sms.return", "sms.return-cancelled"],
            (await shop.MessagesAsync(_ => true)).Select(message => message.PromptKey).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Complaint_IsACaseWithTheCallersWordsAndAWrittenConfirmation(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        var held = new HeldDetails { Said = "po týdnu přestal sát", Phone = "+420777000001" };
        var done = Assert.IsType<RequestDone>(await shop.AskAsync(new FileComplaint("demo-06", "1", Remedy.Replacement), held));

        var complaint = done.Order.Complaint!;
        Assert.Equal((Today, Today.AddDays(30), Remedy.Replacement), (complaint.MadeOn, complaint.Due, complaint.Remedy));
        await using var db = shop.Database.Open();
        var row = await db.Cases.SingleAsync(Cancellation);
        Assert.Equal((nameof(CaseKind.Complaint), complaint.Number, "demo-06"), (row.Kind, row.Number, row.OrderId));
        var detail = Assert.Single(CaseDetails.Read(shop.Get<Secrets>(), row.Details));
        Assert.Equal(("Tyčový vysavač", "po týdnu přestal sát"), (detail.Item, detail.Said));
        Assert.Equal("+420777000001", HeldPhone.Read(shop.Get<Secrets>(), row.Contact)!.Value.Value);
        var messages = await shop.MessagesAsync(rows => rows.Count == 2 && rows.All(message => message.State == MessageState.Queued));
        Assert.Equal(["email.complaint", "sms.complaint"], messages.Select(message => message.PromptKey).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task SecondComplaintAboutAnOrder_JoinsTheOpenCase(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(new FileComplaint("demo-13", "1", Remedy.Repair), new HeldDetails { Said = "nejde zip" });
        var first = (await shop.OrderAsync("demo-13")).Complaint!;
        await shop.AskAsync(new FileComplaint("demo-13", "2", Remedy.Refund), new HeldDetails { Said = "kouše" });
        Assert.Equal((first.Number, Remedy.Refund), ((await shop.OrderAsync("demo-13")).Complaint!.Number, (await shop.OrderAsync("demo-13")).Complaint!.Remedy));
        await using var db = shop.Database.Open();
        var row = await db.Cases.SingleAsync(Cancellation);
        Assert.Equal(["nejde zip", "kouše"], CaseDetails.Read(shop.Get<Secrets>(), row.Details).Select(detail => detail.Said));
    }
}
