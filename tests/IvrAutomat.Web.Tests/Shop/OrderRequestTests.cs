using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>What each request about an order makes of it, what the customer is written, and what happens when it is asked for again.</summary>
public sealed class OrderRequestTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Requests that are possible in the fresh demo, each with the prompt of its receipt.</summary>
    public static TheoryData<string, string, string> Possible => new()
    {
        { nameof(ConfirmOrder), "demo-15", "sms.confirmed" },
        { nameof(SendPaymentLink), "demo-02", "sms.payment-link" },
        { nameof(ChangePayment), "demo-09", "sms.transfer" },
        { nameof(SendTracking), "demo-03", "sms.tracking" },
        { nameof(ExtendStorage), "demo-04", "sms.extended" },
        { nameof(NoteReturn), "demo-05", "sms.return" },
        { nameof(FileComplaint), "demo-06", "sms.complaint" },
        { nameof(CancelOrder), "demo-01", "sms.cancelled" },
    };

    [Theory, MemberData(nameof(Possible))]
    public async Task RequestAskedForAgainAfterACrash_IsDoneOnceAndAnswersTheSame(string request, string order, string receipt)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        var id = await shop.SaveAsync(Make(request, order));
        shop.Get<Ledger>().Wake();
        var first = Assert.IsType<RequestDone>(await shop.ResultAsync(id));
        var before = await shop.OrderAsync(order);

        Assert.Equal(first, await shop.AgainAsync(id));
        Assert.Equal(before, await shop.OrderAsync(order));
        var messages = await shop.MessagesAsync(rows => rows.All(row => row.State == MessageState.Queued));
        Assert.Equal(receipt, Assert.Single(messages, message => message.Channel == nameof(Channel.Sms)).PromptKey);
    }

    [Theory, MemberData(nameof(Possible))]
    public async Task RequestAboutACancelledOrder_IsRefusedAndWritesNothing(string request, string order, string receipt)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await shop.SetAsync(order, live => live with { State = OrderState.Cancelled, HasInvoice = false });
        var refused = Assert.IsType<RequestRefused>(await shop.AskAsync(Make(request, order)));
        Assert.Equal(NotNow.Cancelled, refused.Why);
        Assert.Equal(OrderState.Cancelled, (await shop.OrderAsync(order)).State);
        Assert.DoesNotContain(await shop.MessagesAsync(_ => true), message => message.PromptKey == receipt);
    }

    [Theory, BothDatabases]
    public async Task CancellationTakenBack_MakesTheOrderWhatItWas(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        var before = await shop.OrderAsync("demo-01");
        var cancelled = Assert.IsType<RequestDone>(await shop.AskAsync(new CancelOrder("demo-01"))).Order;
        Assert.Equal((shop.Clock.Now, shop.Clock.Now.AddMinutes(15)), (cancelled.CancelledAt, cancelled.RestorableUntil));
        shop.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(before, Assert.IsType<RequestDone>(await shop.AskAsync(new RestoreOrder("demo-01"))).Order);
        Assert.Equal(before, await shop.OrderAsync("demo-01"));
        Assert.Equal(["sms.cancelled", "sms.restored"], (await shop.MessagesAsync(_ => true)).Select(message => message.PromptKey).Order(StringComparer.Ordinal));
        Assert.Equal(NotNow.Changed, Assert.IsType<RequestRefused>(await shop.AskAsync(new RestoreOrder("demo-01"))).Why);
    }

    [Fact]
    public async Task CancellationOfAQuarterHourAgo_IsNotTakenBack()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        shop.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        Assert.Equal(NotNow.Cancelled, Assert.IsType<RequestRefused>(await shop.AskAsync(new RestoreOrder("demo-01"))).Why);
        Assert.Equal(NotNow.Cancelled, Assert.IsType<RequestRefused>(await shop.AskAsync(new RestoreOrder("demo-08"))).Why);
    }

    [Theory, BothDatabases]
    public async Task ConfirmedOrder_HasADayOnWhichItLeaves(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(new ConfirmOrder("demo-15"));
        var order = await shop.OrderAsync("demo-15");
        Assert.Equal((OrderState.Received, Today.AddDays(2)), (order.State, order.DispatchOn));
        Assert.IsType<RequestDone>(await shop.AskAsync(new ConfirmOrder("demo-15")));
        Assert.Single(await shop.MessagesAsync(_ => true));
    }

    [Theory, BothDatabases]
    public async Task CashOnDelivery_AddsItsFeeOnceAndTakesItOffAgain(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(new ChangePayment("demo-02", PaymentMethod.CashOnDelivery));
        await shop.AskAsync(new ChangePayment("demo-02", PaymentMethod.CashOnDelivery));
        var cash = await shop.OrderAsync("demo-02");
        Assert.Equal((OrderState.Received, PaymentMethod.CashOnDelivery, 888m), (cash.State, cash.Payment, cash.Total));
        await shop.AskAsync(new ChangePayment("demo-02", PaymentMethod.Transfer));
        var transfer = await shop.OrderAsync("demo-02");
        Assert.Equal((OrderState.AwaitingTransfer, PaymentMethod.Transfer, 849m), (transfer.State, transfer.Payment, transfer.Total));
        Assert.Null(transfer.DispatchOn);
        Assert.Equal(["sms.cash", "sms.transfer"], (await shop.MessagesAsync(_ => true)).Select(message => message.PromptKey).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("demo-01", "Paid")]
    [InlineData("demo-03", "Paid")]
    public async Task PaidOrder_IsNotPaidInAnotherWay(string order, string why)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.Equal(why, $"{Assert.IsType<RequestRefused>(await shop.AskAsync(new ChangePayment(order, PaymentMethod.Transfer))).Why}");
        Assert.Equal(why, $"{Assert.IsType<RequestRefused>(await shop.AskAsync(new SendPaymentLink(order))).Why}");
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(30, 9)]
    public async Task StorageIsExtended_AtMostAsLongAsTheCarrierAllows_AndOnce(int askedDays, int grantedDays)
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        var order = Assert.IsType<RequestDone>(await shop.AskAsync(new ExtendStorage("demo-04", Today.AddDays(askedDays)))).Order;
        Assert.Equal((Today.AddDays(grantedDays), null), (order.PickUpUntil, order.ExtendableUntil));
        var again = await shop.AskAsync(new ExtendStorage("demo-04", Today.AddDays(60)));
        Assert.Equal(NotNow.Changed, Assert.IsType<RequestRefused>(again).Why);
    }

    [Fact]
    public async Task ParcelThatHasNotLeft_HasNoLinkToFollow()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.Equal(NotNow.Changed, Assert.IsType<RequestRefused>(await shop.AskAsync(new SendTracking("demo-01"))).Why);
    }

    [Theory, BothDatabases]
    public async Task Invoice_GoesByEmailOnly(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        Assert.Equal(Channel.Email, Assert.IsType<RequestDone>(await shop.AskAsync(new SendInvoice("demo-05"))).Receipt);
        await shop.MessagesAsync(rows => rows is [{ State: MessageState.Queued, Channel: nameof(Channel.Email) }]);
        Assert.Equal(("zakaznik5@example.com", "email.invoice"), (Assert.Single(shop.Post.Taken).To, shop.Post.Taken.Single().Text));
        Assert.Equal(NotNow.NotInvoiced, Assert.IsType<RequestRefused>(await shop.AskAsync(new SendInvoice("demo-01"))).Why);
    }

    [Theory, BothDatabases]
    public async Task WhoCannotBeWrittenTo_IsWrittenToByAPerson(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider, mail: false);
        await shop.StartAsync();
        Assert.Equal(Channel.None, Assert.IsType<RequestDone>(await shop.AskAsync(new NoteReturn("demo-12", []))).Receipt);
        await using var db = shop.Database.Open();
        var open = await db.Cases.SingleAsync(Cancellation);
        Assert.Equal(("FailedRequest", "NoContact", "demo-12"), (open.Kind, open.Reason, open.OrderId));
        Assert.IsType<NoteReturn>(Assert.Single(CaseDetails.Read(shop.Get<Secrets>(), open.Details)).Wanted);
        Assert.Empty(await shop.MessagesAsync(_ => true));
    }

    [Theory, BothDatabases]
    public async Task Mark_IsKeptOnceForACase(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        Assert.IsType<Noted>(await shop.AskAsync(new NoteRating("demo-01", 1)));
        Assert.IsType<Noted>(await shop.AskAsync(new NoteRating("demo-01", 5)));
        Assert.IsType<Noted>(await shop.AskAsync(new NoteRating(null, 3)));
        Assert.IsType<Noted>(await shop.AskAsync(new NoteRating(null, 4)));
        Assert.IsType<Noted>(await shop.AskAsync(new NoteRating("demo-01", 4), call: "CA00000000000000000000000000000002"));
        Assert.True(Assert.IsType<OrderRead>(await shop.Desk.ReadAsync(new ReadOrder("demo-01"), Cancellation)).IsRated);
        shop.Clock.Advance(TimeSpan.FromDays(8));
        Assert.IsType<Noted>(await shop.AskAsync(new NoteRating("demo-01", 2), call: "CA00000000000000000000000000000003"));
        await using var db = shop.Database.Open();
        Assert.Equal([1, 2, 3], (await db.Ratings.Select(rating => rating.Mark).ToListAsync(Cancellation)).Order());
    }

    [Theory, BothDatabases]
    public async Task RequestForAPerson_IsACaseWithAllThatWasCollected(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        var due = shop.Clock.Now.AddHours(24);
        var wanted = new ChangePayment("demo-09", PaymentMethod.Transfer);
        var opened = Assert.IsType<CaseOpened>(await shop.AskAsync(new ForPerson(wanted, HandoverReason.Trial, due)));
        var further = await shop.AskAsync(new ForPerson(new ConfirmOrder("demo-09"), HandoverReason.Trial, due));
        Assert.Equal((opened.CaseNumber, due, Channel.Sms), (Assert.IsType<CaseOpened>(further).CaseNumber, opened.Due, opened.Receipt));
        await using var db = shop.Database.Open();
        var row = await db.Cases.SingleAsync(Cancellation);
        Assert.Equal((nameof(CaseKind.Request), nameof(HandoverReason.Trial)), (row.Kind, row.Reason));
        Work[] both = [wanted, new ConfirmOrder("demo-09")];
        Assert.Equal(both, CaseDetails.Read(shop.Get<Secrets>(), row.Details).Select(detail => detail.Wanted));
        Assert.Equal(PaymentMethod.CashOnDelivery, (await shop.OrderAsync("demo-09")).Payment);
    }

    [Theory, BothDatabases]
    public async Task CompanysNumber_StandsInTheCaseOfItsInvoice(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(
            new OpenCase(CaseKind.Invoice, HandoverReason.Task, "demo-06", shop.Clock.Now.AddHours(24)), new HeldDetails { Company = "27082440" });
        await using var db = shop.Database.Open();
        Assert.Equal("27082440", Assert.Single(CaseDetails.Read(shop.Get<Secrets>(), (await db.Cases.SingleAsync(Cancellation)).Details)).Company);
    }

    private static Request Make(string request, string order) => request switch
    {
        nameof(ConfirmOrder) => new ConfirmOrder(order),
        nameof(SendPaymentLink) => new SendPaymentLink(order),
        nameof(ChangePayment) => new ChangePayment(order, PaymentMethod.Transfer),
        nameof(SendTracking) => new SendTracking(order),
        nameof(ExtendStorage) => new ExtendStorage(order, Today.AddDays(9)),
        nameof(NoteReturn) => new NoteReturn(order, []),
        nameof(FileComplaint) => new FileComplaint(order, "1", Remedy.Repair),
        _ => new CancelOrder(order),
    };
}
