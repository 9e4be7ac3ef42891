using IvrAutomat.Calls;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class CodeTests
{
    private static readonly Caller Known = new(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false) { CodeBy = Channel.Sms };

    private static readonly PinOffered Wrong = new(PinVerdict.Wrong, Talk.None) { ByCode = true };

    private static readonly OrderChoice First = new("order-1", new DateOnly(2026, 11, 20));

    private static readonly OrderChoice Second = new("order-2", new DateOnly(2026, 11, 12));

    [Fact]
    public void ALostPin_IsReplacedByACodeToTheCallersOwnContact()
    {
        var talk = Talk.Start(Known).Hears(new Silence()).Chooses("without it");
        Assert.Equal(new SendCode(CodeFor.Caller, null), talk.Asked);
        Assert.Equal(["code.sent.known", "code.enter"], talk.Hears(new WorkFinished(new CodeSent(Channel.Sms))).Said);
    }

    [Fact]
    public void AKnownCallerWithoutAnyContact_GoesToAPerson()
    {
        var talk = Talk.Start(Known with { CodeBy = Channel.None }).Hears(new Silence()).Chooses("without it");
        Assert.Equal(HandoverReason.NotIdentified, talk.Call.Handover?.Reason);
    }

    [Theory]
    [InlineData("order-1")]
    [InlineData(null)]
    public void FromAForeignNumber_AnUnknownOrderSoundsTheSame(string? order)
    {
        var talk = Talk.Start().Hears(new NumberOffered(order, 10, Spoken: false)).Hears(new Silence()).Chooses("without it");
        Assert.Equal(new SendCode(CodeFor.Order, order), talk.Asked);
        Assert.Equal(["code.sent", "code.enter"], talk.Hears(new WorkFinished(new CodeSent(Channel.None))).Said);
    }

    [Fact]
    public void WithoutTheNumber_TheTelephoneInTheOrderGetsTheCode()
    {
        var talk = Talk.Start().Hears(new Silence()).Chooses("without it");
        Assert.Equal(["phone-number"], talk.Said);
        Assert.Equal(new SendCode(CodeFor.Phone, null), talk.Hears(new PhoneOffered(CanBeCalled: true)).Asked);
    }

    [Fact]
    public void ARightCode_OpensAllOrdersOfThePhone_AndTheNextOneNeedsNoProof()
    {
        var talk = Sent().Hears(new PinOffered(PinVerdict.Right, [First, Second]) { ByCode = true });
        Assert.Equal(["orders.choose"], talk.Said);
        talk.Chooses("order 1").Hears(new WorkFinished(new OrderRead(Talk.Order())));
        Assert.Equal(["orders.choose"], talk.Chooses("other order").Said);
        Assert.Equal(new ReadOrder("order-2"), talk.Chooses("order 2").Asked);
    }

    [Fact]
    public void AThirdWrongCode_LeadsToAPerson()
    {
        var talk = Sent();
        Assert.Equal(["code.wrong"], talk.Hears(Wrong).Said);
        Assert.Equal(["code.wrong.again"], talk.Hears(Wrong).Said);
        talk.Hears(Wrong);
        Assert.Equal(HandoverReason.NotIdentified, talk.Call.Handover?.Reason);
    }

    [Fact]
    public void WaitingForTheMessage_GetsTimeBeforeAnyHelp()
    {
        var talk = Sent().Hears(new Silence());
        Assert.Equal(["code.wait"], talk.Said);
        Assert.Equal(20, Assert.IsType<ListenNext>(talk.Last.Next).Listen.Seconds);
        Assert.Equal(["code.help"], talk.Hears(new Silence()).Said);
        Assert.IsType<SendCode>(talk.Chooses("new code").Asked);
    }

    [Fact]
    public void TooManyCodes_LeadToAPerson()
        => Assert.Equal("code.limit", Talk.Start(Known).Hears(new Silence()).Chooses("without it").Hears(new WorkFinished(new CodeNotSent())).Said[0]);

    [Fact]
    public void ACodeOnItsWay_MayBeTypedWhereThePinIsAsked()
    {
        var listen = Assert.IsType<ListenNext>(Talk.Start(Known with { HasCode = true }).Last.Next).Listen;
        Assert.Equal([4, 6], Assert.IsType<SecretListen>(listen).Lengths);
    }

    [Fact]
    public void AShopWithoutPins_SendsACodeAtOnce()
    {
        var talk = Talk.Start(Known, Talk.Shop with { HasPins = false });
        Assert.Equal(new SendCode(CodeFor.Caller, null), talk.Asked);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void AChangeFromAnotherTelephone_NeedsACode(bool own, bool needed)
    {
        var talk = Proved(own).Chooses("cancel");
        Assert.Equal(needed, talk.Asked is SendCode { To: CodeFor.StepUp });
        Assert.Equal(!needed, talk.Said.Contains("cancel.confirm"));
    }

    [Fact]
    public void AfterTheStepUp_TheTaskGoesOnWhereItWas()
    {
        var talk = Proved(own: false).Chooses("cancel").Hears(new WorkFinished(new CodeSent(Channel.Sms)));
        Assert.Equal(["code.step-up", "code.enter"], talk.Said);
        Assert.Contains("cancel.confirm", talk.Hears(new PinOffered(PinVerdict.Right, [First]) { ByCode = true }).Said);
        Assert.Contains("cancel.confirm", talk.Chooses("no").Chooses("yes").Chooses("cancel").Said);
    }

    private static Talk Sent() => Talk.Start(Known).Hears(new Silence()).Chooses("without it").Hears(new WorkFinished(new CodeSent(Channel.Sms)));

    private static Talk Proved(bool own)
    {
        var talk = Talk.Start(shop: Talk.Shop with { StepUp = true }).Hears(new NumberOffered("order-1", 10, Spoken: false));
        return talk.Hears(new PinOffered(PinVerdict.Right, [First]) { FromOwnNumber = own })
            .Hears(new WorkFinished(new OrderRead(Talk.Order())));
    }
}
