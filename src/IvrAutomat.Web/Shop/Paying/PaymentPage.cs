using System.Globalization;
using System.Net;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Paying;

/// <summary>
/// The page behind a payment link of the demo shop: an amount and a button. It has no field for a card, no script, and says whose it is.
/// </summary>
internal static class PaymentPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Maps the page.</summary>
    public static void MapPaymentPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PaymentLinks.Path + "{token}", async (HttpContext http, string token, CardPayment payment, ShopSettings settings)
            => Page(http, await payment.LookAsync(token, http.RequestAborted), settings.Profile));
        routes.MapPost(PaymentLinks.Path + "{token}", async (HttpContext http, string token, CardPayment payment, ShopSettings settings)
            => Page(http, await payment.PayAsync(token, http.RequestAborted), settings.Profile));
    }

    /// <summary>The page for a payment that stands so.</summary>
    public static IResult Page(HttpContext http, Payable payable, ShopProfile shop)
    {
        Guard(http);
        var status = payable.Standing == PaymentStanding.Gone ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Results.Content(Html(payable, shop), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>The address is the key to the page: it must not travel on to anybody.</summary>
    public static void Guard(HttpContext http)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers["X-Content-Type-Options"] = "nosniff";
    }

    private static string Html(Payable payable, ShopProfile shop)
    {
        var name = WebUtility.HtmlEncode(shop.Name);
        var number = WebUtility.HtmlEncode(payable.Order?.Number);
        var main = payable.Standing switch
        {
            PaymentStanding.Open => $"""
                <p>Objednávka {number}</p>
                <p class="amount">{Money(payable.Order!.Total)}</p>
                <p>Ukázková brána: kartu nezadáváte, peníze se nestrhnou.</p>
                <form method="post"><button>Zaplatit</button></form>
                """,
            PaymentStanding.Paid => $"<p>Objednávka {number} je zaplacená. Děkujeme, potvrzení posíláme.</p>",
            PaymentStanding.Asked => $"<p>Objednávka {number}. Jakmile brána platbu potvrdí, dostanete od nás zprávu. Pokud jste platbu nedokončili, odkaz platí dál.</p>",
            PaymentStanding.Closed => $"<p>Objednávku {number} už na tomto odkazu zaplatit nejde: změnila se, nebo je zaplacená. Nic neplaťte a zavolejte nám.</p>",
            _ => "<p>Tento odkaz už neplatí. Zavolejte nám, pošleme nový.</p>",
        };
        return $$"""
            <!DOCTYPE html>
            <html lang="cs">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{name}}: platba</title>
            <style>
            :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
            body { max-width: 28rem; margin: 10vh auto; padding: 0 1rem; }
            .amount { font-size: 2rem; font-weight: 600; }
            button { font: inherit; padding: .75rem 2rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>{{name}}</h1>
            {{main}}
            </main>
            </body>
            </html>
            """;
    }

    private static string Money(decimal amount)
        => amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", new NumberFormatInfo { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," })
            + "\u00A0Kč";
}
