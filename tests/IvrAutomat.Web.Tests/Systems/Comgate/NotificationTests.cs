using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Comgate;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Systems.Comgate;

/// <summary>Money that comes, and what is said about it by the gateway or in its name.</summary>
public sealed class NotificationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task PaidAtTheGateway_TheOrderGoesOn_AndOneThankYouIsSent(string provider)
    {
        await using var scene = await GatewayScene.OpenAsync(provider);
        scene.Gateway.Switches = new ComgateSwitches { PushTwice = true };
        var path = await scene.LinkAsync();
        Assert.True(scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid));
        await scene.UntilPaidAsync();

        var order = await scene.Shop.OrderAsync(GatewayScene.OrderId);
        Assert.Equal((OrderState.Received, true, new DateOnly(2026, 11, 23), null), (order.State, order.IsPaid, order.PaidOn, order.LinkUntil));
        Assert.Contains("je zaplacená", (await scene.GetAsync(path)).Text, StringComparison.Ordinal);

        // Replayed, late and again.
        await scene.Gateway.NotifyAsync(scene.Gateway.Payments[0].TransId);
        scene.Pass(TimeSpan.FromDays(1));
        await scene.Gateway.NotifyAsync(scene.Gateway.Payments[0].TransId);
        scene.Pass(TimeSpan.FromHours(1));
        Assert.Equal(1, await scene.ThanksAsync());
        await using var db = scene.Shop.Database.Open();
        Assert.Empty(await db.Cases.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task NotificationInJson_IsTakenAsWell()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Switches = new ComgateSwitches { PushAsJson = true };
        await scene.LinkAsync();
        scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid);
        await scene.UntilPaidAsync();
    }

    [Fact]
    public async Task NotificationBeforeTheAnswerThatCreates_CountsOnce()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Switches = new ComgateSwitches { PushBeforeAnswer = true };
        await scene.LinkAsync();
        scene.Pass(TimeSpan.FromSeconds(5));
        await scene.UntilPaidAsync();
        Assert.Equal(1, await scene.ThanksAsync());
    }

    [Fact]
    public async Task PaymentWhoseAnswerWasLost_StillFindsItsOrder()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Switches = new ComgateSwitches { PushBeforeAnswer = true };
        scene.Gateway.Fault = new StandInFault(StandInFaultKind.LostAnswer) { Times = 1 };
        var request = await scene.TryLinkAsync();
        await scene.UntilAsync(db => db.GatewayPayments.CountAsync(row => row.State == GatewayPaymentState.Lost && row.TransId != null, Cancellation), count => count == 1);
        scene.Gateway.Switches = new ComgateSwitches();
        scene.Pass(TimeSpan.FromSeconds(12));
        await scene.Shop.ResultAsync(request);
        scene.Pass(TimeSpan.FromSeconds(5));
        await scene.UntilPaidAsync();
        Assert.Equal(1, await scene.ThanksAsync());
    }

    [Fact]
    public async Task LostNotification_IsMadeUpForByAsking()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Notified = false;
        await scene.LinkAsync();
        scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid);
        scene.Pass(TimeSpan.FromMinutes(14));
        await Task.Delay(300, Cancellation);
        Assert.False((await scene.Shop.OrderAsync(GatewayScene.OrderId)).IsPaid);
        scene.Pass(TimeSpan.FromMinutes(1));
        await scene.UntilPaidAsync();
    }

    [Fact]
    public async Task BrowserThatComesBack_IsNotBelieved_ButTheGatewayIsAsked()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Notified = false;
        var path = await scene.LinkAsync();
        Assert.Contains("Jakmile brána platbu potvrdí", (await scene.GetAsync(path + "/zpet")).Text, StringComparison.Ordinal);
        await scene.UntilAsync(db => db.GatewayPayments.Select(row => row.Asked).SingleAsync(Cancellation), asked => asked == 1);
        Assert.False((await scene.Shop.OrderAsync(GatewayScene.OrderId)).IsPaid);

        scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid);
        await scene.GetAsync(path + "/zpet");
        await scene.UntilPaidAsync();
    }

    [Theory]
    [InlineData("secret", "another")]
    [InlineData("merchant", "another")]
    [InlineData("test", "false")]
    public async Task NotificationInSomebodyElsesName_ChangesNothing(string field, string value)
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Notified = false;
        await scene.LinkAsync();
        var before = scene.Gateway.Requests.Count;
        Assert.Equal(HttpStatusCode.Forbidden, await scene.NotifyAsync(scene.Gateway.Payments[0], (field, value)));
        await Task.Delay(200, Cancellation);
        Assert.Equal(before, scene.Gateway.Requests.Count);
    }

    [Fact]
    public async Task NotificationThatSaysPaid_IsNotBelieved()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Notified = false;
        await scene.LinkAsync();
        Assert.Equal(HttpStatusCode.OK, await scene.NotifyAsync(scene.Gateway.Payments[0]));
        await scene.UntilAsync(db => db.GatewayPayments.Select(row => row.Asked).SingleAsync(Cancellation), asked => asked == 1);
        Assert.False((await scene.Shop.OrderAsync(GatewayScene.OrderId)).IsPaid);
        Assert.Equal(0, await scene.ThanksAsync());
    }

    [Theory]
    [InlineData(84_800L, null)]
    [InlineData(null, "EUR")]
    public async Task OtherMoney_IsNotTakenForTheOrders_AndAPersonLooks(long? price, string? currency)
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Switches = new ComgateSwitches { PaidPrice = price, PaidCurrency = currency };
        await scene.LinkAsync();
        scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid);
        var open = await scene.CaseAsync();
        Assert.Equal((nameof(CaseKind.FailedRequest), nameof(HandoverReason.Unconfirmed), GatewayScene.OrderId), (open!.Kind, open.Reason, open.OrderId));
        await scene.PaymentStateAsync(GatewayPaymentState.Disputed);
        Assert.False((await scene.Shop.OrderAsync(GatewayScene.OrderId)).IsPaid);
        Assert.Equal(0, await scene.ThanksAsync());
    }

    [Fact]
    public async Task MoneyForACancelledOrder_IsSentBackByAPerson()
    {
        await using var scene = await GatewayScene.OpenAsync();
        await scene.LinkAsync();
        Assert.IsType<RequestDone>(await scene.Shop.AskAsync(new CancelOrder(GatewayScene.OrderId)));
        scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid);
        Assert.Equal(nameof(CaseKind.Refund), (await scene.CaseAsync())!.Kind);
        Assert.Equal(OrderState.Cancelled, (await scene.Shop.OrderAsync(GatewayScene.OrderId)).State);
        Assert.Equal(0, await scene.ThanksAsync());
    }

    [Fact]
    public async Task SecondPaymentOfAnOrder_IsSentBackByAPerson()
    {
        await using var scene = await GatewayScene.OpenAsync();
        await scene.LinkAsync();
        await scene.Shop.SetAsync(GatewayScene.OrderId, order => order with { IsPaid = true });
        scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid);
        Assert.Equal((nameof(CaseKind.Refund), nameof(HandoverReason.PaidOrder)), ((await scene.CaseAsync())!.Kind, (await scene.CaseAsync())!.Reason));
        Assert.Equal(0, await scene.ThanksAsync());
    }

    [Fact]
    public async Task CustomerWhoCancelsAtTheGateway_GetsAnotherLinkNextTime()
    {
        await using var scene = await GatewayScene.OpenAsync();
        var first = await scene.LinkAsync();
        scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Cancelled);
        await scene.PaymentStateAsync(GatewayPaymentState.Cancelled);
        for (var look = 0; (await scene.Shop.OrderAsync(GatewayScene.OrderId)).LinkUntil is not null; look++)
        {
            Assert.True(look < 100, "The order still tells of the link.");
            await Task.Delay(20, Cancellation);
        }

        Assert.NotEqual(first, await scene.LinkAsync());
    }

    [Fact]
    public async Task PaymentThatIsNotOurs_IsAnsweredWell_AndChangesNothing()
    {
        await using var scene = await GatewayScene.OpenAsync();
        var foreign = new ComgatePayment("AAAA-BBBB-CCCC", "9999-1", 100, "CZK", "x", "CARD_ALL", IsTest: true, scene.Shop.Clock.Now);
        Assert.Equal(HttpStatusCode.OK, await scene.NotifyAsync(foreign));
        await scene.LinkAsync();
        Assert.Equal(HttpStatusCode.OK, await scene.NotifyAsync(foreign with { RefId = scene.Gateway.Payments[0].RefId }));
        await using var db = scene.Shop.Database.Open();
        Assert.Equal(scene.Gateway.Payments[0].TransId, (await db.GatewayPayments.SingleAsync(Cancellation)).TransId);
    }

    [Fact]
    public async Task PortalThatAsksForTheAddress_IsAnswered()
    {
        await using var scene = await GatewayScene.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await scene.GetAsync(scene.HookPath)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync("/hooks/comgate/00000000000000000000000000000000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await scene.NotifyAsync(new StringContent("x"), "/hooks/comgate/guess"));
    }

    [Theory]
    [InlineData("text/plain", "merchant=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/xml", "<a/>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{broken", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[1,2]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "", HttpStatusCode.Forbidden)]
    [InlineData("application/x-www-form-urlencoded", "secret=a&secret=b", HttpStatusCode.Forbidden)]
    public async Task WhatIsNoNotification_IsRefused(string type, string body, HttpStatusCode expected)
    {
        await using var scene = await GatewayScene.OpenAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        Assert.Equal(expected, await scene.NotifyAsync(content));
    }

    [Fact]
    public async Task FiftyMegabytes_AreNotRead()
    {
        await using var scene = await GatewayScene.OpenAsync();
        var content = new ByteArrayContent(new byte[50 * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpStatusCode? status;
        try
        {
            status = await scene.NotifyAsync(content);
        }
        catch (HttpRequestException)
        {
            // The server hung up before all was sent.
            status = null;
        }

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge, $"{status}");
        Assert.Equal(HttpStatusCode.OK, (await scene.GetAsync(scene.HookPath)).Status);
    }

    [Fact]
    public async Task OurOwnTrouble_IsToldToTheGateway_SoThatItComesAgain()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Notified = false;
        await scene.LinkAsync();
        await using var db = scene.Shop.Database.Open();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE gateway_payments RENAME TO gone", Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, await scene.NotifyAsync(scene.Gateway.Payments[0]));
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO gateway_payments", Cancellation);
        Assert.Equal(HttpStatusCode.OK, await scene.NotifyAsync(scene.Gateway.Payments[0]));
    }

    [Fact]
    public async Task GatewayThatDoesNotAnswer_HoldsNoNotificationUp()
    {
        await using var scene = await GatewayScene.OpenAsync();
        await scene.LinkAsync();
        scene.Gateway.Fault = new StandInFault(StandInFaultKind.TimeOut) { Times = 1 };
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(HttpStatusCode.OK, await scene.NotifyAsync(scene.Gateway.Payments[0]));
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(5), "The notification waited for the gateway.");
    }
}
