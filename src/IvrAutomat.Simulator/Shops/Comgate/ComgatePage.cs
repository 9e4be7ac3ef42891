using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Shops.Comgate;

/// <summary>What the customer sees at the gateway: the amount and three buttons. It never goes wrong: faults are the interface's.</summary>
internal static class ComgatePage
{
    /// <summary>The page's path below the stand-in's control, with the payment's identifier after it.</summary>
    public const string Path = "/pay/";

    public static void Map(RouteGroupBuilder control, ComgateStandIn gateway)
    {
        control.MapGet(Path + "{transId}", (string transId) => gateway.Find(transId) is { } payment
            ? Results.Text(Html(payment), "text/html", Encoding.UTF8)
            : Results.NotFound());
        control.MapPost(Path + "{transId}", async (HttpContext http, string transId) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (gateway.Find(transId) is not { } payment)
            {
                return Results.NotFound();
            }

            var choice = form["choice"].ToString();
            var back = choice switch
            {
                ComgatePayment.Paid => payment.Return.Paid,
                ComgatePayment.Cancelled => payment.Return.Cancelled,
                _ => payment.Return.Pending,
            };
            if (choice != ComgatePayment.Pending)
            {
                gateway.Choose(transId, choice);
            }

            return back.Length == 0 ? Results.Redirect(transId) : Results.Redirect(back);
        });
    }

    private static string Html(ComgatePayment payment) => $$"""
        <!DOCTYPE html>
        <html lang="cs">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Brána</title></head>
        <body>
        <main>
        <h1>{{WebUtility.HtmlEncode(payment.Label)}}</h1>
        <p>{{payment.Price / 100m:0.00}} {{WebUtility.HtmlEncode(payment.Currency)}}</p>
        {{(payment.Status == ComgatePayment.Pending
            ? $"""
            <form method="post">
            <button name="choice" value="{ComgatePayment.Paid}">Zaplatit</button>
            <button name="choice" value="{ComgatePayment.Cancelled}">Zrušit</button>
            <button name="choice" value="{ComgatePayment.Pending}">Nechat být</button>
            </form>
            """
            : $"<p>{(payment.Status == ComgatePayment.Paid ? "Zaplaceno." : "Zrušeno, nebo už neplatí.")}</p>")}}
        </main>
        </body>
        </html>
        """;
}
