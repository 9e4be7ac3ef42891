using IvrAutomat.Core.Tests.Dialogue;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Orders;

public sealed class OrderPolicyTests
{
    [Theory]
    [InlineData(OrderState.AwaitingConfirmation, null)]
    [InlineData(OrderState.AwaitingTransfer, null)]
    [InlineData(OrderState.PaymentFailed, null)]
    [InlineData(OrderState.Received, null)]
    [InlineData(OrderState.Packing, null)]
    [InlineData(OrderState.OnTheWay, NotNow.Dispatched)]
    [InlineData(OrderState.OutForDelivery, NotNow.Dispatched)]
    [InlineData(OrderState.Attempted, NotNow.Dispatched)]
    [InlineData(OrderState.AtPoint, NotNow.Dispatched)]
    [InlineData(OrderState.Returning, NotNow.Dispatched)]
    [InlineData(OrderState.Delivered, NotNow.Delivered)]
    [InlineData(OrderState.Cancelled, NotNow.Cancelled)]
    [InlineData(OrderState.Unknown, NotNow.Dispatched)]
    public void AnOrder_CanBeCancelledUntilTheCarrierHasIt(OrderState state, NotNow? why)
        => Assert.Equal(why, OrderPolicy.WhyNot(Talk.Order(state), OrderTask.Cancel));

    [Fact]
    public void APaidOrder_HasNothingToPay_AndAnUnpaidOneCanBePaidUntilItLeaves()
    {
        Assert.Equal(NotNow.Paid, OrderPolicy.WhyNot(Talk.Order(), OrderTask.Payment));
        Assert.Null(OrderPolicy.WhyNot(Talk.Order() with { IsPaid = false }, OrderTask.Payment));
        Assert.Equal(NotNow.Dispatched, OrderPolicy.WhyNot(Talk.Order(OrderState.OnTheWay) with { IsPaid = false }, OrderTask.Payment));
    }

    [Theory]
    [InlineData(OrderState.Packing, NotNow.Cancellable)]
    [InlineData(OrderState.AtPoint, NotNow.Undelivered)]
    [InlineData(OrderState.Delivered, null)]
    public void Goods_CanBeReturnedOnceTheyAreThere(OrderState state, NotNow? why)
        => Assert.Equal(why, OrderPolicy.WhyNot(Talk.Order(state), OrderTask.Return));

    [Fact]
    public void ACancelledOrder_LeavesOnlyItsInvoiceAndAnotherOrder()
        => Assert.Equal([OrderTask.Invoice, OrderTask.OtherOrder], OrderPolicy.Possible(Talk.Order(OrderState.Cancelled), new Actions()));

    [Fact]
    public void EveryStateAndTask_HasAnAnswer()
    {
        foreach (var state in Enum.GetValues<OrderState>())
        {
            Assert.Contains(OrderTask.OtherOrder, OrderPolicy.Possible(Talk.Order(state), new Actions()));
        }
    }
}
