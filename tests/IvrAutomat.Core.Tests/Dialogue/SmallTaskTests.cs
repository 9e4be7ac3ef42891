using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class SmallTaskTests
{
    private static readonly Order AtPoint = Talk.Order(OrderState.AtPoint) with
    {
        Point = "Beroun, Dlouhá 12",
        PickUpUntil = new DateOnly(2026, 11, 25),
        ExtendableUntil = new DateOnly(2026, 12, 2),
    };

    [Fact]
    public void TheParcel_IsToldAgainAndItsLinkSent()
    {
        var talk = Talk.With(AtPoint).Chooses("parcel");
        Assert.Equal(["status.at-point:short", "parcel.menu"], talk.Said);
        Assert.Equal(new SendTracking("order-1"), talk.Chooses("tracking").Asked);
        Assert.Equal(["parcel.tracking.done", "more"], talk.IsDone(AtPoint).Said);
    }

    [Fact]
    public void ALongerStay_IsConfirmedAndReadBack()
    {
        var talk = Talk.With(AtPoint).Chooses("parcel", "extend", "yes");
        Assert.Equal(new ExtendStorage("order-1", new DateOnly(2026, 12, 2)), talk.Asked);
        talk.IsDone(AtPoint with { PickUpUntil = new DateOnly(2026, 12, 2), ExtendableUntil = null });
        Assert.Equal(["parcel.extend.done", "task.receipt", "more"], talk.Said);
    }

    [Fact]
    public void AStayThatIsTooLong_IsOfferedHalfAsLongUntilNoDayIsLeft()
    {
        var talk = Talk.With(AtPoint).Chooses("parcel", "extend", "yes");
        var asked = new List<DateOnly>();
        while (talk.Asked is ExtendStorage extend)
        {
            asked.Add(extend.Until);
            talk.Gets(new RequestRefused(AtPoint, NotNow.TooLong));
            if (talk.Said[0] == "parcel.extend.shorter")
            {
                Assert.Equal(["parcel.extend.shorter", "parcel.extend.confirm"], talk.Said);
                talk.Chooses("yes");
            }
        }

        Assert.Equal([new DateOnly(2026, 12, 2), new DateOnly(2026, 11, 28), new DateOnly(2026, 11, 26)], asked);
        Assert.Equal("parcel.extend.no", talk.Said[0]);
    }

    [Theory]
    [InlineData(OrderState.OnTheWay, ParcelStage.Announced, "status.parcel.announced")]
    [InlineData(OrderState.OnTheWay, ParcelStage.HandedOn, "status.parcel.handed-on")]
    [InlineData(OrderState.OnTheWay, ParcelStage.Customs, "status.parcel.customs")]
    [InlineData(OrderState.Attempted, ParcelStage.BoxFull, "status.parcel.box-full")]
    [InlineData(OrderState.Attempted, null, "status.parcel.tried")]
    [InlineData(OrderState.Returning, ParcelStage.Uncollected, "status.returning")]
    [InlineData(OrderState.Returning, ParcelStage.Refused, "status.parcel.refused")]
    [InlineData(OrderState.Returning, ParcelStage.GoingBack, "status.parcel.going-back")]
    [InlineData(OrderState.Returning, ParcelStage.BackAtTheShop, "status.parcel.back")]
    [InlineData(OrderState.Unknown, null, "status.custom")]
    public void WhatTheCarrierTells_HasWordsOfItsOwn(OrderState state, ParcelStage? stage, string words)
        => Assert.Equal(words, Talk.With(Talk.Order(state) with { Stage = stage, ArrivalOn = null }).Said[0]);

    [Fact]
    public void AParcelAtAPointWhoseNameIsNotKnown_IsToldToWait()
    {
        Assert.Equal("status.parcel.waiting-until", Talk.With(AtPoint with { Point = null }).Said[0]);
        Assert.Equal("status.parcel.waiting", Talk.With(AtPoint with { Point = null, PickUpUntil = null }).Said[0]);
    }

    [Fact]
    public void AStayThatTheCarrierWillNotExtend_IsExplained()
        => Assert.Equal(
            ["parcel.extend.no", "parcel.menu:short"], Talk.With(AtPoint with { ExtendableUntil = null }).Chooses("parcel", "extend").Said);

    [Fact]
    public void AnotherAddress_GoesToAPersonWhoKnowsTheOrder()
        => Assert.Equal(HandoverReason.Change, Talk.With(AtPoint).Chooses("parcel", "change").Call.Handover?.Reason);

    [Fact]
    public void AnOrderToBeConfirmed_AsksForItWithTheStatus()
    {
        var order = Talk.Order(OrderState.AwaitingConfirmation) with { IsPaid = false, Payment = PaymentMethod.CashOnDelivery };
        var talk = Talk.With(order);
        Assert.Equal(["status.awaiting-confirmation", "confirm.ask"], talk.Said);
        Assert.Equal(new ConfirmOrder("order-1"), talk.Chooses("yes").Asked);
        Assert.Equal(["confirm.done", "task.receipt", "more"], talk.IsDone(order with { State = OrderState.Received }).Said);
        Assert.Contains("cancel.confirm", Talk.With(order).Chooses("cancel").Said);
    }

    [Fact]
    public void ACancellationAMomentAgo_CanBeTakenBack()
    {
        var cancelled = Talk.Order(OrderState.Cancelled) with
        {
            CancelledAt = Talk.Monday.AddMinutes(-3),
            RestorableUntil = Talk.Monday.AddMinutes(12),
        };
        var talk = Talk.With(cancelled);
        Assert.Equal(["status.cancelled.refunding", "restore.ask"], talk.Said);
        Assert.Equal(new RestoreOrder("order-1"), talk.Chooses("yes").Asked);
        Assert.Equal(["restore.done", "task.receipt", "more"], talk.IsDone(Talk.Order()).Said);
        Assert.Equal(["restore.kept", "more"], Talk.With(cancelled).Chooses("no").Said);
    }

    [Fact]
    public void CancellationThatIsNotAsItWasLeft_GoesToAPerson()
    {
        var cancelled = Talk.Order(OrderState.Cancelled) with { CancelledAt = Talk.Monday.AddMinutes(-3), RestorableUntil = Talk.Monday.AddMinutes(12) };
        var talk = Talk.With(cancelled).Chooses("yes").Gets(new RequestRefused(cancelled, NotNow.Changed));
        Assert.Equal("restore.changed", talk.Said[0]);
        Assert.Equal(HandoverReason.Task, Assert.IsType<OpenCase>(talk.Asked).Reason);
    }

    [Fact]
    public void CancelledPaidOrder_NamesWhoSendsTheMoneyBack()
    {
        var done = new RequestDone(Talk.Order(OrderState.Cancelled), Channel.Sms) { Refund = new RefundDue("Jana", new DateOnly(2026, 12, 7)) };
        Assert.Equal(["cancel.done", "cancel.refund", "more"], Talk.With(Talk.Order()).Chooses("cancel", "yes").Gets(done).Said);
    }

    [Fact]
    public void OrderThatIsOnlyKnownFromBefore_IsToldAsSuch()
        => Assert.Equal(["status.as-of", "status.at-point"], Talk.Start(new Caller(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false))
                .Proves(new OrderRead(AtPoint) { AsOf = Talk.Monday.AddHours(-2) }).Said[..2]);

    [Fact]
    public void ParcelInTrouble_GoesToAPerson_WithoutAnOfferToCancel()
    {
        var talk = Talk.With(AtPoint with { OwnFault = IvrAutomat.Orders.OwnFault.ParcelTrouble });
        Assert.Equal("status.ours.parcel", talk.Said[0]);
        Assert.Equal(HandoverReason.ParcelTrouble, Assert.IsType<OpenCase>(talk.Asked).Reason);
    }

    [Fact]
    public void CaseOfOurOwnFault_SaysWhatShowedIt()
    {
        var late = Talk.Order() with { OwnFault = IvrAutomat.Orders.OwnFault.Postponed, FaultReason = OwnFaultReason.NotDispatched };
        Assert.Equal(OwnFaultReason.NotDispatched, Assert.IsType<OpenCase>(Talk.With(late).Asked).Fault);
    }

    [Fact]
    public void AfterItsTime_ACancellationIsOnlyTold()
        => Assert.Equal(
            "status.cancelled.refunding",
            Talk.With(Talk.Order(OrderState.Cancelled) with { CancelledAt = Talk.Monday.AddHours(-1), RestorableUntil = Talk.Monday.AddMinutes(-45) }).Said[0]);

    [Theory]
    [InlineData("mark 1", "rating.good")]
    [InlineData("mark 3", "rating.good")]
    [InlineData("mark 4", "rating.bad")]
    public void AMark_IsAskedForOnceSomethingWasFinished(string mark, string words)
    {
        var talk = Talk.With(AtPoint).Chooses("parcel", "tracking").IsDone(AtPoint).Chooses("no");
        Assert.Equal(["rating.ask"], talk.Said);
        talk.Chooses(mark);
        Assert.Equal(words, talk.Said[0]);
        Assert.Equal(new NoteRating("order-1", mark[^1] - '0'), talk.Asked);
    }

    [Fact]
    public void ABadMark_MayLeadToAPerson()
        => Assert.Equal(
            HandoverReason.BadMark,
            Talk.With(AtPoint).Chooses("parcel", "tracking").IsDone(AtPoint).Chooses("no", "mark 5", "yes").Call.Handover?.Reason);

    [Fact]
    public void WhoOnlyHeardTheStatus_IsNotAskedForAMark()
    {
        var talk = Talk.With(AtPoint).Chooses("parcel", "extend", "no", "no");
        Assert.Equal(["goodbye.open"], talk.Said);
    }

    [Theory]
    [InlineData(ActionMode.Do, typeof(CancelOrder))]
    [InlineData(ActionMode.Person, typeof(ForPerson))]
    public void InTrialMode_APersonGetsTheConfirmedRequest(ActionMode mode, Type work)
    {
        var talk = Talk.With(Talk.Order(), Talk.Shop with { Actions = new Actions { Cancel = mode } }).Chooses("cancel", "yes");
        Assert.IsType(work, talk.Asked);
    }

    [Fact]
    public void WithAPerson_NothingIsCalledDone()
    {
        var talk = Talk.With(Talk.Order(), Talk.Shop with { Actions = new Actions { Cancel = ActionMode.Person } }).Chooses("cancel", "yes").CaseOpens();
        Assert.Equal(["task.person", "more"], talk.Said);
    }

    [Fact]
    public void ATaskThatIsOff_IsNotOfferedAndItsKeySaysSo()
    {
        var talk = Talk.With(Talk.Order(), Talk.Shop with { Actions = new Actions { Cancel = ActionMode.Off } }).Chooses("cancel");
        Assert.Equal(["menu.not.off", "menu.order:short"], talk.Said);
    }
}
