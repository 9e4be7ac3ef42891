using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Paying;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>
/// The short address of a payment: it leads on to the gateway while something is to be paid, and says in plain words when nothing is. What
/// a browser says when it comes back from the gateway is never believed: the gateway is asked.
/// </summary>
internal static class GatewayPage
{
    /// <summary>Where the gateway sends browsers, after the payment's own address.</summary>
    public const string Back = "/zpet";

    /// <summary>Maps the pages.</summary>
    public static void MapGatewayPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(GatewayPayments.Path + "{token}", async (HttpContext http, string token, GatewayPayments payments, OrderBook orders, ShopSettings settings, TimeProvider time) =>
        {
            var row = await payments.ByTokenAsync(token, http.RequestAborted);
            var payable = await StandingAsync(row, orders, time.GetUtcNow(), http.RequestAborted);
            if (payable.Standing != PaymentStanding.Open || row is null || payments.PageOf(row) is not { } page)
            {
                return PaymentPage.Page(http, payable, settings.Profile);
            }

            PaymentPage.Guard(http);
            return Results.Redirect(page);
        });
        routes.MapGet(GatewayPayments.Path + "{token}" + Back, async (HttpContext http, string token, GatewayPayments payments, OrderBook orders, GatewayWatch watch, ShopSettings settings, TimeProvider time) =>
        {
            var row = await payments.ByTokenAsync(token, http.RequestAborted);
            if (row is not null)
            {
                await payments.AskNowAsync(row.Id, http.RequestAborted);
                watch.Wake();
            }

            var payable = await StandingAsync(row, orders, time.GetUtcNow(), http.RequestAborted);
            return PaymentPage.Page(http, payable.Standing == PaymentStanding.Open ? payable with { Standing = PaymentStanding.Asked } : payable, settings.Profile);
        });
    }

    private static async Task<Payable> StandingAsync(GatewayPaymentRow? row, OrderBook orders, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row is null || await orders.RowAsync(row.OrderId, cancellationToken) is not { } stored)
        {
            return new Payable(PaymentStanding.Gone, Order: null);
        }

        var order = OrderBook.OrderOf(stored);
        var standing = row.State switch
        {
            GatewayPaymentState.Paid or GatewayPaymentState.Disputed => PaymentStanding.Paid,
            _ when row.ExpiresAt <= now => PaymentStanding.Gone,
            GatewayPaymentState.Cancelled or GatewayPaymentState.Refused or GatewayPaymentState.Lost => PaymentStanding.Gone,
            _ when RequestPolicy.WhyNotPay(order) is not null || row.Hellers != PaymentLinks.HellersOf(order) => PaymentStanding.Closed,
            _ => PaymentStanding.Open,
        };
        return new Payable(standing, order);
    }
}
