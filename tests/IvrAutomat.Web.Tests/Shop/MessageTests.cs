using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

public sealed class MessageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Reports_EndInTheSameStateInAnyOrder()
    {
        string[] reports = ["accepted", "queued", "sending", "sent", "delivered"];
        foreach (var order in Permutations(reports))
        {
            Assert.Equal("delivered", order.Aggregate(MessageState.Posting, MessageStatus.Apply));
        }
    }

    [Theory]
    [InlineData("undelivered", "sent", "undelivered")]
    [InlineData("undelivered", "delivered", "delivered")]
    [InlineData("delivered", "undelivered", "delivered")]
    [InlineData("sent", "no such word", "sent")]
    [InlineData("queued", "queued", "queued")]
    public void Report_NeverTakesAMessageBack(string current, string reported, string expected)
        => Assert.Equal(expected, MessageStatus.Apply(current, reported));

    [Fact]
    public async Task WhatAReceiptSays_SurvivesItsRow()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var secrets = shop.Get<IvrAutomat.Web.Persistence.Secrets>();
        var utterance = shop.Get<Letters>().Restored(shop.Get<DemoShop>().Orders[0].Order);
        Assert.Equal(utterance, MessageBody.Read(secrets, new MessageBody(utterance, Text: null).Protect(secrets)).Utterance);
    }

    [Theory, BothDatabases]
    public async Task ReportBeforeTheCarriersAnswer_IsKept(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        var message = Assert.Single(await shop.MessagesAsync(rows => rows is [{ State: MessageState.Queued }]));
        Assert.True(await shop.Get<MessageBook>().ReportAsync(message.Id, message.Sid, "delivered", null, Cancellation));
        Assert.True(await shop.Get<MessageBook>().ReportAsync(message.Id, message.Sid, "sent", null, Cancellation));
        Assert.Equal("delivered", Assert.Single(await shop.MessagesAsync(_ => true)).State);
        Assert.False(await shop.Get<MessageBook>().ReportAsync(message.Id, "SM-of-somebody-else", "failed", null, Cancellation));
        Assert.False(await shop.Get<MessageBook>().ReportAsync("no-such-message", null, "failed", null, Cancellation));
    }

    [Fact]
    public async Task Landline_IsWrittenToByEmail()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        var opened = await shop.AskAsync(new OpenCase(CaseKind.Callback, HandoverReason.Task, "demo-12", shop.Clock.Now.AddHours(24)));
        Assert.Equal(Channel.Email, Assert.IsType<CaseOpened>(opened).Receipt);
        var message = Assert.Single(await shop.MessagesAsync(rows => rows is [{ State: MessageState.Queued }]));
        Assert.Equal(("email.handed-over", "Email"), (message.PromptKey, message.Channel));
        var sent = Assert.Single(shop.Post.Taken);
        Assert.Equal(("zakaznik12@example.com", "email.handed-over subject", "email.handed-over"), (sent.To, sent.Subject?.Value, sent.Text));
        Assert.Empty(shop.Carrier.Taken);
    }

    [Fact]
    public async Task LandlineWithoutAMailServer_IsPromisedNoMessage()
    {
        await using var shop = await ShopFixture.CreateAsync(mail: false);
        await shop.StartAsync();
        var opened = await shop.AskAsync(new OpenCase(CaseKind.Callback, HandoverReason.Task, "demo-12", shop.Clock.Now.AddHours(24)));
        Assert.Equal(Channel.None, Assert.IsType<CaseOpened>(opened).Receipt);
        Assert.Empty(await shop.MessagesAsync(_ => true));
    }

    [Theory, BothDatabases]
    public async Task LostAnswer_IsLookedForAndNotSentTwice(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        shop.Carrier.LosesAnswers = true;
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        await shop.MessagesAsync(rows => rows is [{ State: MessageState.Unknown }]);
        shop.Clock.Advance(MessageWorker.RetryAfter);
        shop.Get<Receipts>().Promised();
        await shop.MessagesAsync(rows => rows is [{ State: MessageState.Queued, Sid: not null }]);
        Assert.Single(shop.Carrier.Taken);
    }

    [Fact]
    public async Task ClockPutForward_MakesNobodyLookBeforeTheCarrierListsWhatItTook()
    {
        await using var shop = await ShopFixture.CreateAsync();
        (shop.Carrier.LosesAnswers, shop.Carrier.ListsLate) = (true, true);
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        await shop.MessagesAsync(rows => rows is [{ State: MessageState.Unknown }]);
        shop.Clock.Leap(TimeSpan.FromHours(1));
        shop.Get<Receipts>().Promised();
        await Task.Delay(1500, Cancellation);
        Assert.Equal(MessageState.Unknown, Assert.Single(await shop.MessagesAsync(_ => true)).State);

        (shop.Carrier.LosesAnswers, shop.Carrier.ListsLate) = (false, false);
        await PassAsync(shop, rows => rows.Single().State == MessageState.Queued);
        Assert.Single(shop.Carrier.Taken);
    }

    [Fact]
    public async Task LostMessage_IsSentAgainOnceItIsKnownToBeAbsent()
    {
        await using var shop = await ShopFixture.CreateAsync();
        shop.Carrier.LosesMessages = true;
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        await shop.MessagesAsync(rows => rows is [{ State: MessageState.Unknown }]);
        shop.Carrier.LosesMessages = false;
        await PassAsync(shop, rows => rows.Single().State == MessageState.Queued);
        Assert.Single(shop.Carrier.Taken);
    }

    [Fact]
    public async Task CarrierWhoseListCannotBeRead_GetsTheMessageOnce_AndAPersonTellsTheCustomer()
    {
        await using var shop = await ShopFixture.CreateAsync();
        (shop.Carrier.LosesAnswers, shop.Carrier.HidesList) = (true, true);
        await WithoutEmailAsync(shop);
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        await PassAsync(shop, rows => rows is [{ State: MessageState.Failed }]);

        // The sweep opens the case a moment after the message has failed.
        Assert.Equal(nameof(CaseKind.FailedRequest), (await OnlyCaseAsync(shop)).Kind);
        Assert.Single(shop.Carrier.Taken);
    }

    [Fact]
    public async Task RefusedMessageWithoutEmail_BecomesACase()
    {
        await using var shop = await ShopFixture.CreateAsync();
        shop.Carrier.Refuses = "21614";
        await WithoutEmailAsync(shop);
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        var message = Assert.Single(await shop.MessagesAsync(rows => rows is [{ State: MessageState.Failed }]));
        Assert.Equal("21614", message.Error);
        var open = await OnlyCaseAsync(shop);
        Assert.Equal(("FailedRequest", "demo-01"), (open.Kind, open.OrderId));
    }

    [Theory, BothDatabases]
    public async Task RefusedMessage_GoesByEmailInstead_Once(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        shop.Carrier.Refuses = "21614";
        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-02"));
        var rows = await shop.MessagesAsync(rows => rows is [_, _] && rows.Exists(row => row is { Channel: "Email", State: MessageState.Queued }));
        Assert.Single(rows, row => row is { Channel: "Sms", State: MessageState.Failed, PromptKey: "sms.cancelled" });
        Assert.Equal("email.cancelled", Assert.Single(shop.Post.Taken).Text);

        // The carrier reports the same once more.
        await shop.Get<MessageBook>().ReportAsync(rows.Single(row => row.Channel == "Sms").Id, null, "undelivered", "30003", Cancellation);
        await using var db = shop.Database.Open();
        Assert.Equal(2, await db.Messages.CountAsync(Cancellation));
        Assert.Empty(await db.Cases.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ComplaintWhoseTextMessageFails_NeedsNoSecondEmail()
    {
        await using var shop = await ShopFixture.CreateAsync();
        shop.Carrier.Refuses = "21614";
        await shop.StartAsync();
        await shop.AskAsync(new FileComplaint("demo-06", null, Remedy.Repair), new IvrAutomat.Web.Persistence.HeldDetails { Said = "nesaje" });
        await shop.MessagesAsync(rows => rows is [_, _] && rows.Exists(row => row.State == MessageState.Failed) && rows.Exists(row => row.State == MessageState.Queued));
        Assert.Equal("email.complaint", Assert.Single(shop.Post.Taken).Text);
    }

    [Fact]
    public async Task MessageThatCannotBeRead_DoesNotHoldUpTheOthers()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await using (var db = shop.Database.Open())
        {
            db.Messages.Add(new()
            {
                Id = "broken",
                Channel = "Sms",
                PromptKey = "sms.cancelled",
                State = MessageState.Waiting,
                Contact = [1, 2, 3],
                Body = [1, 2, 3],
                CreatedAt = shop.Clock.Now.AddDays(-1),
                UpdatedAt = shop.Clock.Now,
            });
            await db.SaveChangesAsync(Cancellation);
        }

        await shop.StartAsync();
        await shop.AskAsync(new CancelOrder("demo-01"));
        await shop.MessagesAsync(rows => rows.Any(row => row.State == MessageState.Queued));
    }

    private static async Task WithoutEmailAsync(ShopFixture shop)
    {
        await using var db = shop.Database.Open();
        var order = await db.Orders.SingleAsync(row => row.Id == "demo-01", Cancellation);
        order.Contact = new Contact("+420601000001", null, null).Protect(shop.Get<IvrAutomat.Web.Persistence.Secrets>());
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<CaseRow> OnlyCaseAsync(ShopFixture shop)
    {
        for (var n = 0; n < 500; n++)
        {
            await using var db = shop.Database.Open();
            if (await db.Cases.SingleOrDefaultAsync(row => row.Kind != nameof(CaseKind.Refund), Cancellation) is { } open)
            {
                return open;
            }

            await Task.Delay(20, Cancellation);
        }

        throw new InvalidOperationException("No case was opened.");
    }

    private static async Task PassAsync(ShopFixture shop, Func<List<MessageRow>, bool> until)
        => await shop.MessagesAsync(rows =>
        {
            shop.Clock.Advance(TimeSpan.FromSeconds(5));
            shop.Get<Receipts>().Promised();
            return until(rows);
        });

    private static IEnumerable<IEnumerable<string>> Permutations(string[] items)
        => items.Length == 0
            ? [[]]
            : items.SelectMany((item, at) => Permutations([.. items.Where((_, other) => other != at)]).Select(rest => rest.Prepend(item)));
}
