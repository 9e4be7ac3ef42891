using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Orders;

/// <summary>When an order that has not left is a mistake of the shop. It may take two working days.</summary>
public sealed class OwnFaultRuleTests
{
    // A Monday.
    private static readonly DateOnly Ordered = new(2026, 11, 23);

    private static readonly Order Order = new()
    {
        Id = "o-1",
        Number = "9000011",
        State = OrderState.Received,
        OrderedOn = Ordered,
        Total = 293,
        Payment = PaymentMethod.CashOnDelivery,
    };

    [Theory]
    [InlineData(25, false)]
    [InlineData(26, true)]
    public void PaidOnDelivery_CountsFromTheOrder(int day, bool isFault) => Assert.Equal(isFault, Find(Order, day)?.Reason == OwnFaultReason.NotDispatched);

    [Theory]
    [InlineData(26, false)]
    [InlineData(27, true)]
    public void PaidBefore_CountsFromTheMoney(int day, bool isFault)
        => Assert.Equal(isFault, Find(Order with { Payment = PaymentMethod.Card, IsPaid = true, PaidOn = new(2026, 11, 24) }, day) is not null);

    [Theory]
    [InlineData(OrderState.AwaitingTransfer)]
    [InlineData(OrderState.PaymentFailed)]
    [InlineData(OrderState.AwaitingConfirmation)]
    public void WhatWaitsForTheCustomer_IsNotLate(OrderState state) => Assert.Null(Find(Order with { State = state, Payment = PaymentMethod.Transfer }, 30));

    [Theory]
    [InlineData(OrderState.OnTheWay)]
    [InlineData(OrderState.Delivered)]
    [InlineData(OrderState.Cancelled)]
    [InlineData(OrderState.Unknown)]
    public void WhatHasLeftOrIsOff_IsNoFault(OrderState state) => Assert.Null(Find(Order with { State = state, DispatchMoves = 5 }, 30, OwnFault.SoldOut));

    [Fact]
    public void UnpaidCard_IsNotLate() => Assert.Null(Find(Order with { Payment = PaymentMethod.Card }, 30));

    [Fact]
    public void LaterDayThatWasTold_CountsInstead()
    {
        var told = Order with { DispatchOn = new(2026, 11, 27) };
        Assert.Null(Find(told, 27));
        Assert.NotNull(Find(told, 28));
    }

    [Fact]
    public void OneMoveIsBorne_TheSecondIsAFault()
    {
        Assert.Null(Find(Order with { DispatchMoves = 1 }, 23));
        Assert.Equal(new OwnFaultFinding(OwnFault.Postponed, OwnFaultReason.DispatchMovedTwice), Find(Order with { DispatchMoves = 2 }, 23));
    }

    [Fact]
    public void StatusOfTheShop_SaysItAtOnce()
    {
        Assert.Equal(new OwnFaultFinding(OwnFault.SoldOut, OwnFaultReason.StatusSoldOut), Find(Order, 23, OwnFault.SoldOut));
        Assert.Equal(new OwnFaultFinding(OwnFault.Postponed, OwnFaultReason.StatusLate), Find(Order, 23, OwnFault.Postponed));
    }

    private static OwnFaultFinding? Find(Order order, int day, OwnFault? byStatus = null)
        => OwnFaultRule.Find(order, byStatus, new DateOnly(2026, 11, day), from => WorkingDays.Add(from, 2, _ => false));
}
