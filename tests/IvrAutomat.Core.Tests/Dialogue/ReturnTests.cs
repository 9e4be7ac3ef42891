using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class ReturnTests
{
    private static readonly OrderItem Lamp = new("1", "Lampa");
    private static readonly OrderItem Bulb = new("2", "Žárovka");
    private static readonly OrderItem Pillow = new("3", "Polštář", IsExcepted: true);

    private static readonly Order Delivered = Talk.Order(OrderState.Delivered) with
    {
        DeliveredOn = new DateOnly(2026, 11, 18),
        Items = [Lamp],
        HasAddress = true,
    };

    private static readonly ShopProfile Shop = Talk.Shop with
    {
        CourierReturn = new ReturnPrice(119m, IsDeducted: true),
        PacketaReturn = new ReturnPrice(79m, IsDeducted: true),
    };

    private static readonly GoodsReturn Noted = new(new DateOnly(2026, 11, 23), [], new DateOnly(2026, 12, 7));

    private static readonly CourierOffered Courier = new(
        [new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 26)], new TimeOnly(8, 0), new TimeOnly(16, 0));

    [Fact]
    public void AReturn_HoldsBeforeTheWayBackIsChosen()
    {
        var talk = Talk.With(Delivered, Shop).Chooses("return", "withdraw");
        Assert.Equal(["return.confirm.whole"], talk.Said);
        Assert.Equal(new NoteReturn("order-1", []), talk.Chooses("yes").Asked);
        talk.IsDone(Delivered with { Return = Noted });
        Assert.Equal(["return.noted", "task.receipt", "return.how"], talk.Said);
    }

    [Fact]
    public void SingleItems_AreAskedOneByOne()
    {
        var talk = Talk.With(Delivered with { Items = [Lamp, Bulb] }, Shop).Chooses("return", "withdraw", "no");
        Assert.Equal(["return.item"], talk.Said);
        talk.Chooses("no");
        Assert.Equal(["return.item"], talk.Said);
        talk.Chooses("yes");
        Assert.Equal(["return.confirm.part"], talk.Said);
        Assert.Equal(new NoteReturn("order-1", ["2"]), talk.Chooses("yes").Asked);
    }

    [Fact]
    public void AllItemsOneByOne_AreTheWholeOrder()
        => Assert.Equal(
            new NoteReturn("order-1", []),
            Talk.With(Delivered with { Items = [Lamp, Bulb] }, Shop).Chooses("return", "withdraw", "no", "yes", "yes", "yes").Asked);

    [Fact]
    public void NoItemAtAll_ReturnsNothing()
    {
        var talk = Talk.With(Delivered with { Items = [Lamp, Bulb] }, Shop).Chooses("return", "withdraw", "no", "no", "no");
        Assert.Equal(["return.nothing", "more"], talk.Said);
        Assert.Empty(talk.Last.Work);
    }

    [Fact]
    public void MoreThanFiveItems_GoOnAListInTheParcel()
    {
        OrderItem[] six = [.. Enumerable.Range(1, 6).Select(n => new OrderItem($"{n}", $"Věc {n}"))];
        Assert.Equal(
            ["return.many-items", "return.confirm.whole"],
            Talk.With(Delivered with { Items = [.. six] }, Shop).Chooses("return", "withdraw", "no").Said);
    }

    [Fact]
    public void AfterTheTime_AReturnIsNotRefusedButExplained()
    {
        var talk = Talk.With(Delivered with { DeliveredOn = new DateOnly(2026, 10, 14) }, Shop).Chooses("return", "withdraw");
        Assert.Equal(["return.late", "return.kind.late:short"], talk.Said);
    }

    [Fact]
    public void ACompanysReturn_IsTakenDownForAPerson()
    {
        var talk = Talk.With(Delivered with { IsCompany = true }, Shop).Chooses("return", "withdraw", "yes");
        Assert.IsType<NoteReturn>(Assert.IsType<ForPerson>(talk.Asked).Wanted);
        Assert.Equal(HandoverReason.Company, ((ForPerson)talk.Asked!).Reason);
        Assert.Equal(["return.company", "more"], talk.CaseOpens().Said);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void ExceptedGoods_AreJudgedByAPersonOnlyWhenTheyComeBack(string pillow, bool judged)
    {
        var talk = Talk.With(Delivered with { Items = [Lamp, Pillow] }, Shop).Chooses("return", "withdraw", "no", "yes", pillow, "yes");
        Assert.Equal(judged, talk.Asked is ForPerson { Reason: HandoverReason.ExceptedGoods });
    }

    [Fact]
    public void ACourier_IsOrderedOnTheDayChosen_AfterItsPrice()
    {
        var talk = WayBack().Chooses("courier");
        Assert.Equal(new FindCourier("order-1"), talk.Asked);
        Assert.Equal(["courier.address"], talk.Hears(new WorkFinished(Courier)).Said);
        Assert.Equal(["courier.day"], talk.Chooses("yes").Said);
        Assert.Equal(["courier.confirm"], talk.Chooses("day 2").Said);
        Assert.Equal(new ArrangeReturn("order-1", ReturnWay.Courier, new DateOnly(2026, 11, 25)), talk.Chooses("yes").Asked);
        talk.IsDone(Delivered with { Return = Noted with { Way = ReturnWay.Courier, CourierOn = new DateOnly(2026, 11, 25) } });
        Assert.Equal(["courier.done", "task.receipt", "return.money", "more"], talk.Said);
    }

    [Fact]
    public void WhereNoCourierGoes_TheOtherWaysAreOffered()
        => Assert.Equal(
            ["courier.none", "return.how"],
            WayBack().Chooses("courier").Hears(new WorkFinished(new CourierOffered([], default, default))).Said);

    [Fact]
    public void CourierServiceThatDoesNotAnswer_IsNotTakenForNoCourier()
        => Assert.Equal(
            ["courier.silent", "return.how"],
            WayBack().Chooses("courier").Hears(new WorkFinished(new CourierOffered([], default, default) { IsUnknown = true })).Said);

    [Theory]
    [InlineData(NotNow.NoCourier, "menu.not.courier")]
    [InlineData(NotNow.Posted, "menu.not.posted")]
    public void WayBackThatTheCarrierRefuses_IsToldWithItsReason(NotNow why, string words)
    {
        var talk = WayBack().Chooses("own way").Hears(new WorkFinished(new RequestRefused(Delivered with { Return = Noted }, why)));
        Assert.Equal(words, talk.Said[0]);
    }

    [Fact]
    public void AnotherAddress_IsAPersonsWork()
    {
        var talk = WayBack().Chooses("courier").Hears(new WorkFinished(Courier)).Chooses("no");
        Assert.Equal(HandoverReason.CourierElsewhere, talk.Call.Handover?.Reason);
    }

    [Fact]
    public void ACodeForZasilkovna_IsSaidWithTheLastDay()
    {
        var talk = WayBack().Chooses("packeta");
        Assert.Equal(["packeta.confirm"], talk.Said);
        talk.Chooses("yes").IsDone(Delivered with { Return = Noted with { Way = ReturnWay.Packeta, Code = "41283612" } });
        Assert.Equal(["packeta.done", "task.receipt", "return.money", "more"], talk.Said);
    }

    [Fact]
    public void NineBeforeTheConfirmation_ChoosesAnotherWay()
        => Assert.Equal(["return.how"], WayBack().Chooses("packeta").Hears(new CommandGiven(GlobalCommand.Back)).Said);

    [Fact]
    public void AWayThatTheShopDoesNotOffer_IsNeitherSaidNorTaken()
    {
        var talk = Talk.With(Delivered, Talk.Shop).Chooses("return", "withdraw", "yes").IsDone(Delivered with { Return = Noted });
        talk.Chooses("courier");
        Assert.Equal(["return.how.not-offered", "return.how:short"], talk.Said);
    }

    [Fact]
    public void AReturnUnderWay_CanBeTakenBack()
    {
        var talk = Talk.With(Delivered with { Return = Noted }, Shop).Chooses("return");
        Assert.Equal(["return.exists"], talk.Said);
        Assert.Equal(new CancelReturn("order-1"), talk.Chooses("no").Asked);
        Assert.Equal(["return.taken-back", "task.receipt", "more"], talk.IsDone(Delivered).Said);
    }

    [Fact]
    public void GoodsThatCameWrong_GoToAPersonAtOnce()
    {
        var talk = Talk.With(Delivered, Shop).Chooses("return", "came wrong");
        Assert.Equal(HandoverReason.WrongGoods, talk.Call.Handover?.Reason);
        Assert.Equal("complaint.ours", talk.Said[0]);
    }

    private static Talk WayBack() => Talk.With(Delivered, Shop).Chooses("return", "withdraw", "yes").IsDone(Delivered with { Return = Noted });
}
