using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Helpdesk;

/// <summary>Cases that go to the helpdesk's mailbox.</summary>
public sealed class CaseMailTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Case_ArrivesWithAllThatAPersonNeeds(string provider)
    {
        await using var scene = await HelpdeskScene.OpenAsync(provider);
        var opened = Assert.IsType<RequestDone>(await scene.Shop.AskAsync(new FileComplaint("demo-06", null, Remedy.Repair), new HeldDetails { Said = "vysavač nesaje" }));
        scene.Pass(Soon);
        var mail = await scene.MailAsync();

        var number = opened.Order.Complaint!.Number;
        Assert.Equal((HelpdeskScene.Mailbox, "automat@example.com"), (mail.To, mail.From));
        Assert.Equal($"<case-{number}@example.com>", mail.Headers["message-id"]);
        Assert.Equal((number, "auto-generated"), (mail.Headers["x-automat-case"], mail.Headers["auto-submitted"]));
        Assert.Contains("zakaznik6@example.com", mail.Headers["reply-to"], StringComparison.Ordinal);
        Assert.Contains("utf-8", mail.Headers["content-type"], StringComparison.OrdinalIgnoreCase);
        Assert.False(mail.Headers.ContainsKey("in-reply-to"));
        Assert.StartsWith("[Automat] Objednávka 2026001006 – vyřídit reklamaci – do 23. 12. ", mail.Body, StringComparison.Ordinal);
        foreach (var part in (string[])["CO CHCE ZÁKAZNÍK", "přání: oprava", "vysavač nesaje", "KONTAKT", "Františka Bílá, +420601000006, zakaznik6@example.com", "CO UŽ AUTOMAT UDĚLAL", "PRŮBĚH HOVORU"])
        {
            Assert.Contains(part, mail.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CaseOfSomebodyUnknown_NamesTheNumberInItsSubject_AndAnswersGoNowhere()
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        await scene.Shop.AskAsync(new OpenCase(CaseKind.Callback, HandoverReason.NotIdentified, null, scene.Shop.Clock.Now.AddHours(24)), PhoneNumber.Parse("+420603123456"));
        scene.Pass(Soon);
        var mail = await scene.MailAsync();
        Assert.StartsWith("[Automat] Bez objednávky – zavolat zpátky – do 24. 11. 10:00 – +420603123456", mail.Body, StringComparison.Ordinal);
        Assert.False(mail.Headers.ContainsKey("reply-to"));
    }

    [Fact]
    public async Task WhatIsAddedLater_BelongsToTheFirstEmail()
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        await scene.Shop.AskAsync(new ForPerson(new CancelOrder("demo-01"), HandoverReason.Trial, scene.Shop.Clock.Now.AddHours(24)));
        scene.Pass(Soon);
        var first = await scene.MailAsync();
        await scene.Shop.AskAsync(new ForPerson(new SendTracking("demo-01"), HandoverReason.Trial, scene.Shop.Clock.Now.AddHours(24)));
        scene.Pass(Soon);
        var second = await scene.MailAsync(2);

        Assert.Equal(first.Headers["message-id"], second.Headers["in-reply-to"]);
        Assert.Equal(first.Headers["message-id"], second.Headers["references"]);
        Assert.NotEqual(first.Headers["message-id"], second.Headers["message-id"]);
        Assert.Contains("poslat odkaz na zásilku", second.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StandInFaultKind.Error)]
    [InlineData(StandInFaultKind.RateLimited)]
    [InlineData(StandInFaultKind.Drop)]
    public async Task ServerThatCannotJustNow_IsAskedAgainWithGrowingPauses(StandInFaultKind kind)
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        scene.Manner.Fault = new StandInFault(kind);
        await OpenAsync(scene);
        scene.Pass(Soon);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var row = await scene.RowAsync(row => row.Attempts == attempt && row.State == MessageState.Waiting);
            var pause = row.LeaseUntil!.Value - scene.Shop.Clock.Now;
            Assert.Equal(CaseMail.Pauses[Math.Min(attempt, 4) - 1], pause);
            scene.Manner.Fault = attempt < 5 ? scene.Manner.Fault : StandInFault.None;
            scene.Pass(pause);
        }

        await scene.MailAsync();
        await scene.RowAsync(row => row is { Attempts: 6, State: MessageState.Queued });
        await OnlyCaseIsOpenAsync(scene);
    }

    [Fact]
    public async Task EmailWhoseAnswerWasLost_IsSentAgainUnderTheSameIdentifier()
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        scene.Manner.Fault = new StandInFault(StandInFaultKind.LostAnswer) { Times = 1 };
        await OpenAsync(scene);
        scene.Pass(Soon);
        await scene.RowAsync(row => row is { Attempts: 1, State: MessageState.Waiting });
        scene.Pass(TimeSpan.FromMinutes(1));
        var (first, second) = (await scene.MailAsync(), await scene.MailAsync(2));
        Assert.Equal(first.Headers["message-id"], second.Headers["message-id"]);
        Assert.Equal(first.Body, second.Body);
        await scene.RowAsync(row => row.State == MessageState.Queued);
    }

    [Fact]
    public async Task ServerThatRefuses_IsNotAskedAgain_AndTheCaseStays()
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        scene.Manner.Fault = new StandInFault(StandInFaultKind.LoginRefused);
        await OpenAsync(scene);
        scene.Pass(Soon);
        Assert.Equal("550", (await scene.RowAsync(row => row.State == MessageState.Failed)).Error);
        await OnlyCaseIsOpenAsync(scene);
    }

    [Fact]
    public async Task CaseThatWasClosedMeanwhile_IsNotSent()
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        var opened = await OpenAsync(scene);
        await scene.Shop.AskAsync(new CancelCallback(opened.CaseNumber, "demo-01"));
        scene.Pass(Soon);
        await scene.RowAsync(row => row.State == MessageState.Void);
        Assert.Empty(scene.Mails);
    }

    [Fact]
    public async Task CaseWithoutAMailbox_IsSentNowhere()
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        scene.Shop.Systems = SystemOptions.None;
        await OpenAsync(scene);
        await using var db = scene.Shop.Database.Open();
        Assert.Empty(await db.Messages.Where(message => message.Channel == CaseMailQueue.Channel).ToListAsync(Cancellation));
    }

    private static async Task<CaseOpened> OpenAsync(HelpdeskScene scene) => Assert.IsType<CaseOpened>(
        await scene.Shop.AskAsync(new OpenCase(CaseKind.Callback, HandoverReason.Asked, "demo-01", scene.Shop.Clock.Now.AddHours(24))));

    private static async Task OnlyCaseIsOpenAsync(HelpdeskScene scene)
    {
        await using var db = scene.Shop.Database.Open();
        Assert.Null((await db.Cases.SingleAsync(Cancellation)).ClosedAt);
    }
}
