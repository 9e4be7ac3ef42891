using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class PaymentTests
{
    private static readonly Order Unpaid = Talk.Order(OrderState.PaymentFailed) with { IsPaid = false };

    private static readonly Order OnDelivery = Talk.Order(OrderState.Received) with { IsPaid = false, Payment = PaymentMethod.CashOnDelivery };

    [Fact]
    public void ALink_IsSentOnlyAfterAmountSenderAndGateway()
    {
        var talk = Talk.With(Unpaid).Chooses("payment", "card");
        Assert.Equal(["payment.link.about", "payment.link.confirm"], talk.Said);
        Assert.Empty(talk.Last.Work);
        Assert.Equal(new SendPaymentLink("order-1"), talk.Chooses("yes").Asked);
    }

    [Fact]
    public void ALinkThatIsStillValid_IsCalledTheSame()
    {
        var until = new DateOnly(2026, 11, 30);
        var talk = Talk.With(Unpaid with { LinkUntil = until }).Chooses("payment", "card", "yes").IsDone(Unpaid with { LinkUntil = until });
        Assert.Contains("payment.link.again", talk.Said);
    }

    [Fact]
    public void AFirstLink_SaysUntilWhenItIsValid()
        => Assert.Contains(
            "payment.link.done",
            Talk.With(Unpaid).Chooses("payment", "card", "yes").IsDone(Unpaid with { LinkUntil = new DateOnly(2026, 11, 30) }).Said);

    [Fact]
    public void WithoutAnyContact_TheLinkIsAPersonsWork()
    {
        var talk = Talk.With(Unpaid with { Contact = Channel.None }).Chooses("payment", "card");
        Assert.Contains("payment.link.nowhere", talk.Said);
        Assert.Equal(HandoverReason.NoContact, talk.Call.Handover?.Reason);
    }

    [Theory]
    [InlineData("transfer", PaymentMethod.Transfer, "payment.change.transfer")]
    [InlineData("cash", PaymentMethod.CashOnDelivery, "payment.change.cash")]
    public void AChange_IsConfirmedAfterItsConsequence(string option, PaymentMethod method, string consequence)
    {
        var order = option == "cash" ? Unpaid : OnDelivery;
        var talk = Talk.With(order).Chooses("payment", option);
        Assert.Equal([consequence, "payment.change.confirm"], talk.Said);
        Assert.Equal(new ChangePayment("order-1", method), talk.Chooses("yes").Asked);
    }

    [Fact]
    public void TheWayItIsPaidNow_IsNotOfferedAsAChange()
    {
        var talk = Talk.With(OnDelivery).Chooses("payment", "cash");
        Assert.Equal(["payment.not-offered", "payment.menu:short"], talk.Said);
        Assert.Empty(talk.Last.Work);
    }

    [Fact]
    public void No_LeavesThePaymentAsItIs()
    {
        var talk = Talk.With(OnDelivery).Chooses("payment", "transfer", "no");
        Assert.Equal(["payment.kept", "more"], talk.Said);
        Assert.Empty(talk.Last.Work);
    }

    [Fact]
    public void AnOrderDispatchedMeanwhile_IsNotChangedAndTheCallerHearsWhy()
    {
        var talk = Talk.With(OnDelivery).Chooses("payment", "transfer", "yes")
            .Hears(new WorkFinished(new RequestRefused(OnDelivery with { State = OrderState.OnTheWay }, NotNow.Dispatched)));
        Assert.Equal("menu.not.payment.dispatched", talk.Said[0]);
        Assert.Equal(OrderState.OnTheWay, talk.Call.Order?.State);
    }

    [Fact]
    public void WithoutAResultInFourRounds_NothingIsCalledDone()
    {
        var talk = Talk.With(OnDelivery).Chooses("payment", "transfer", "yes").Hears(new StillWorking(5));
        Assert.Equal(["task.pending", "more"], talk.Said);
        Assert.False(talk.Call.Finished);
    }

    [Fact]
    public void ACustomerWithoutContact_HearsTheResultTwice()
        => Assert.Equal(
            ["payment.change.done", "task.no-receipt", "payment.change.done", "more"],
            Talk.With(OnDelivery).Chooses("payment", "transfer", "yes").IsDone(OnDelivery, Channel.None).Said);
}
