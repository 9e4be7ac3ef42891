using System.Net;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Comgate;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Systems.Comgate;

/// <summary>Links on which an order can be paid, made at the gateway.</summary>
public sealed class PaymentLinkTests
{
    [Theory, BothDatabases]
    public async Task Link_IsMadeAtTheGateway_AndItsShortAddressLeadsThere(string provider)
    {
        await using var scene = await GatewayScene.OpenAsync(provider);
        var path = await scene.LinkAsync();

        var payment = Assert.Single(scene.Gateway.Payments);
        Assert.Equal(("2026001002-1", 84_900L, "CZK", "Obj 2026001002", "CARD_ALL", true), (payment.RefId, payment.Price, payment.Currency, payment.Label, payment.Method, payment.IsTest));
        Assert.Equal(scene.Shop.Clock.Now.AddDays(7), payment.ExpiresAt);
        Assert.StartsWith("/p/", path, StringComparison.Ordinal);
        Assert.True(path.Length <= 15, path);
        var page = await scene.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.EndsWith(payment.TransId, page.To, StringComparison.Ordinal);

        // The last whole day on which it can be paid.
        Assert.Equal(new DateOnly(2026, 11, 29), (await scene.Shop.OrderAsync(GatewayScene.OrderId)).LinkUntil);
    }

    [Fact]
    public async Task SameOrderAndTotal_GetsTheSameLinkAgain()
    {
        await using var scene = await GatewayScene.OpenAsync();
        var first = await scene.LinkAsync();
        scene.Pass(TimeSpan.FromDays(2));
        Assert.Equal(first, await scene.LinkAsync());
        Assert.Single(scene.Gateway.Payments);
    }

    [Fact]
    public async Task OtherTotal_CallsTheOldPaymentOffFirst()
    {
        await using var scene = await GatewayScene.OpenAsync();
        var first = await scene.LinkAsync();
        await scene.Shop.AskAsync(new ChangePayment(GatewayScene.OrderId, PaymentMethod.CashOnDelivery));
        Assert.Contains("zaplatit nejde", (await scene.GetAsync(first)).Text, StringComparison.Ordinal);

        var second = await scene.LinkAsync();
        Assert.NotEqual(first, second);
        Assert.Equal([("2026001002-1", ComgatePayment.Cancelled), ("2026001002-2", ComgatePayment.Pending)], scene.Gateway.Payments.Select(each => (each.RefId, each.Status)));
        Assert.Equal(88_800, scene.Gateway.Payments[1].Price);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync(first)).Status);
    }

    [Fact]
    public async Task OldPaymentThatWasJustPaid_IsNotReplaced()
    {
        await using var scene = await GatewayScene.OpenAsync();
        await scene.LinkAsync();
        await scene.Shop.SetAsync(GatewayScene.OrderId, order => order with { Total = 900m });
        scene.Notified = false;
        Assert.True(scene.Gateway.Choose(scene.Gateway.Payments[0].TransId, ComgatePayment.Paid));

        Assert.Equal(NotNow.Paid, Assert.IsType<RequestRefused>(await scene.Shop.AskAsync(new SendPaymentLink(GatewayScene.OrderId))).Why);
        Assert.Single(scene.Gateway.Payments);

        // It was not what the order costs now: a person looks at it.
        Assert.Equal(nameof(HandoverReason.Unconfirmed), (await scene.CaseAsync())!.Reason);
        Assert.False((await scene.Shop.OrderAsync(GatewayScene.OrderId)).IsPaid);
    }

    [Theory]
    [InlineData(StandInFaultKind.LostAnswer, 1)]
    [InlineData(StandInFaultKind.Malformed, 0)]
    [InlineData(StandInFaultKind.WrongType, 0)]
    [InlineData(StandInFaultKind.Huge, 0)]
    [InlineData(StandInFaultKind.Error, 0)]
    public async Task AnswerThatSaysNothing_IsNeverRepeated_AndAPersonSendsTheLink(StandInFaultKind kind, int made)
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Fault = new StandInFault(kind) { Times = 1 };
        var request = await scene.TryLinkAsync();
        scene.Pass(TimeSpan.FromSeconds(12));
        Assert.IsType<RequestHandedOver>(await scene.Shop.ResultAsync(request));
        Assert.Equal(made, scene.Gateway.Payments.Count);
        Assert.Equal(nameof(HandoverReason.Unconfirmed), (await scene.CaseAsync())!.Reason);
    }

    [Fact]
    public async Task GatewayThatWasAskedTooOften_IsAskedAgain_AndOneLinkIsSent()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Fault = new StandInFault(StandInFaultKind.RateLimited) { Times = 1 };
        var request = await scene.TryLinkAsync();
        scene.Pass(TimeSpan.FromSeconds(12));
        Assert.IsType<RequestDone>(await scene.Shop.ResultAsync(request));
        await scene.Shop.MessagesAsync(rows => rows is [{ State: "queued" }]);
        Assert.Single(scene.Gateway.Payments);
        Assert.EndsWith(scene.Gateway.Payments[^1].TransId, (await scene.GetAsync(scene.LastLink)).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GatewayThatRefusesOurLogin_IsNotAskedAgain_AndAPersonSendsTheLink()
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Fault = new StandInFault(StandInFaultKind.LoginRefused);
        Assert.IsType<RequestHandedOver>(await scene.Shop.AskAsync(new SendPaymentLink(GatewayScene.OrderId)));
        Assert.IsType<RequestHandedOver>(await scene.Shop.AskAsync(new SendPaymentLink(GatewayScene.OrderId)));
        Assert.Single(scene.Gateway.Requests);

        scene.Gateway.Fault = StandInFault.None;
        scene.Pass(TimeSpan.FromHours(1));
        await scene.LinkAsync();
    }

    [Theory]
    [InlineData(1500)]
    [InlineData(1200)]
    public async Task GatewaysOwnTrouble_IsWaitedOut(int code)
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Switches = new ComgateSwitches { Code = code };
        var request = await scene.TryLinkAsync();
        scene.Gateway.Switches = new ComgateSwitches();
        scene.Pass(TimeSpan.FromSeconds(2));
        Assert.IsType<RequestDone>(await scene.Shop.ResultAsync(request));
        Assert.Single(scene.Gateway.Payments);
    }

    [Theory]
    [InlineData(1308)]
    [InlineData(1109)]
    [InlineData(1301)]
    public async Task SettingThatIsWrongAtTheGateway_GoesToAPerson(int code)
    {
        await using var scene = await GatewayScene.OpenAsync();
        scene.Gateway.Switches = new ComgateSwitches { Code = code };
        Assert.IsType<RequestHandedOver>(await scene.Shop.AskAsync(new SendPaymentLink(GatewayScene.OrderId)));
        Assert.Equal(nameof(HandoverReason.Unconfirmed), (await scene.CaseAsync())!.Reason);
    }

    [Fact]
    public async Task ExpiredPayment_SaysSo_AndAnotherIsMade()
    {
        await using var scene = await GatewayScene.OpenAsync();
        var first = await scene.LinkAsync();
        scene.Pass(TimeSpan.FromDays(7));
        var page = await scene.GetAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("už neplatí", page.Text, StringComparison.Ordinal);
        Assert.NotEqual(first, await scene.LinkAsync());
    }

    [Fact]
    public async Task AddressThatNobodyWasSent_LeadsNowhere()
    {
        await using var scene = await GatewayScene.OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync("/p/AAAAAAAAAAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync("/p/AAAAAAAAAAAA/zpet")).Status);
    }
}
