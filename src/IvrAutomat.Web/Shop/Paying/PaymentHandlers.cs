using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Requests;

namespace IvrAutomat.Web.Shop.Paying;

/// <summary>Sends the link on which an order can be paid by card.</summary>
internal sealed class SendPaymentLinkHandler(OrderChanges changes, Letters letters, PaymentLinks links, GatewayLinks gateway)
    : OrderHandler<SendPaymentLink>(changes)
{
    /// <inheritdoc />
    protected override async Task<Change> DecideAsync(SendPaymentLink request, LiveOrder live, CancellationToken cancellationToken)
    {
        if (RequestPolicy.WhyNotPay(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        if (gateway.IsUsed)
        {
            return await gateway.ForAsync(live, cancellationToken);
        }

        var link = await links.ForAsync(live.Order, cancellationToken);
        var order = live.Order with { LinkUntil = link.Until };
        return Change.To(order, letters.PaymentLink(order, link.Until, link.Url)) with
        {
            Also = (db, _) =>
            {
                if (link.New is { } row)
                {
                    db.PaymentLinks.Add(row);
                }

                return Task.CompletedTask;
            },
        };
    }
}

/// <summary>Changes how an order is paid. Paying on delivery has its fee in the total; every other way has not.</summary>
internal sealed class ChangePaymentHandler(OrderChanges changes, IShopSystem shop, Letters letters, ShopSettings settings) : OrderHandler<ChangePayment>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(ChangePayment request, LiveOrder live)
    {
        if (RequestPolicy.WhyNotPay(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        if (live.Order.Payment == request.Method)
        {
            return Change.Nothing(live);
        }

        var order = live.Order with
        {
            Payment = request.Method,
            Total = live.Order.Total - FeeOf(live.Order.Payment) + FeeOf(request.Method),
            LinkUntil = null,
        };
        var done = request.Method switch
        {
            PaymentMethod.Transfer => To(order with { State = OrderState.AwaitingTransfer, DispatchOn = null }, live),
            PaymentMethod.CashOnDelivery => To(
                order with { State = OrderState.Received, DispatchOn = settings.WorkingDay(live.Today, settings.DispatchWithin) }, live),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Method, "Paying by card is a link, not a change."),
        };
        return Change.Through(shop.Write(live, new OrderEdit.Pay(request.Method)), done);
    }

    private Change.Done To(Order order, LiveOrder live) => Change.To(
        order,
        order.Payment == PaymentMethod.CashOnDelivery
            ? letters.Cash(order)
            : letters.Transfer(order, live.Numbers.GetValueOrDefault(OrderNumberKind.VariableSymbol, order.Number)));

    private decimal FeeOf(PaymentMethod method) => method == PaymentMethod.CashOnDelivery ? settings.Profile.CashFee : 0m;
}
