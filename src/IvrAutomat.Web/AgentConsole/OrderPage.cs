using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>One order: how it stands, what may be done, what happened. Every look at it is written down.</summary>
internal static class OrderPage
{
    private const int LongestSaid = 1000;

    /// <summary>The path of an order's page.</summary>
    public static string PathOf(string orderId) => $"/console/order?id={Uri.EscapeDataString(orderId)}";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/order", async (ConsolePage page, string id, OrderPanel panel, AuditBook audit) =>
        {
            if (await panel.OfAsync(page, id, PathOf(id)) is not { } shown)
            {
                return page.Show(page.T["order.none"], Markup.Of($"""<p class="empty">{page.T["order.none.help"]}</p>"""), StatusCodes.Status404NotFound);
            }

            await audit.NoteLookAsync(page.Viewer.Account, "order.seen", new(id), AuditBook.OneLook, page.Stop);
            var part = ConsolePage.Live($"/console/order/part?id={Uri.EscapeDataString(id)}", $"{FeedKinds.Call} {FeedKinds.Case} {FeedKinds.Queue}", shown.Content);
            return page.Show(shown.Title, Markup.Of($"{Said.Of(page)}{part}"));
        });
        console.MapGet("/order/part", async (ConsolePage page, string id, OrderPanel panel, AuditBook audit) =>
        {
            if (await panel.OfAsync(page, id, PathOf(id)) is not { } shown)
            {
                return Results.NotFound();
            }

            await audit.NoteLookAsync(page.Viewer.Account, "order.seen", new(id), AuditBook.OpenPage, page.Stop);
            return ConsolePage.Part(shown.Content);
        });
        console.MapPost("/order/do", DoAsync);
        console.MapPost("/order/proof", async (ConsolePage page, CallerProof proof) =>
        {
            var form = await page.FormAsync();
            var id = form["order"].ToString();
            return await proof.GiveAsync(id, callId: null, form["way"].ToString(), page.Viewer, page.Stop)
                ? Said.On(Said.PageOf(form, PathOf(id)), "proved")
                : page.Malformed();
        });
        console.MapPost("/order/unlock", async (ConsolePage page, Unlocking unlocking) =>
        {
            var form = await page.FormAsync();
            var id = form["order"].ToString();
            await unlocking.UnlockAsync(id, page.Viewer.Account, page.Stop);
            return Said.On(Said.PageOf(form, PathOf(id)), "unlocked");
        });
        console.MapPost("/order/new-pin", async (ConsolePage page, Unlocking unlocking) =>
        {
            var form = await page.FormAsync();
            var id = form["order"].ToString();
            return Said.On(Said.PageOf(form, PathOf(id)), await unlocking.RenewPinAsync(id, page.Viewer.Account, page.Stop) ? "new-pin" : "no-pin");
        });
    }

    private static async Task<IResult> DoAsync(ConsolePage page, OrderSight sight, CallerProof proof, ColleagueRequests requests, AuditBook audit)
    {
        var form = await page.FormAsync();
        var (id, act, press) = (form["order"].ToString(), form["act"].ToString(), form["press"].ToString());
        var back = Said.PageOf(form, PathOf(id));
        if (await sight.SeeAsync(id, page.Stop) is not { } seen)
        {
            return page.Sorry("order.none.help", StatusCodes.Status404NotFound);
        }

        // The order may have changed since the page was shown: the button that was pressed may mean nothing now.
        if (OrderAct.RequestOf(act, seen.Order, name => form[name].ToString().Trim()) is not { } request)
        {
            return page.T.Find("act", act) is null ? page.Malformed() : Said.On(back, "incomplete", act);
        }

        // A code is how a caller proves it; everything else is done only for one who has.
        if (request is not SendCode && !await proof.IsGivenAsync(id, page.Viewer, page.Stop))
        {
            return Said.On(back, "prove-first");
        }

        var result = await requests.AskAsync(
            press, request, callId: null, request is FileComplaint ? Shortened(form["said"].ToString().Trim()) : null,
            db => audit.Stage(db, page.Viewer.Account, $"order.do.{act}", new(id, Note: $"desk-{press}")), page.Stop);
        return Said.On(back, WordOf(result), act);
    }

    private static string Shortened(string said) => said.Length <= LongestSaid ? said : said[..LongestSaid];

    private static string WordOf(WorkResult? result) => result switch
    {
        null => "under-way",
        RequestDone or Noted or CodeSent => "done",
        RequestRefused => "refused",
        RequestHandedOver => "handed",
        CodeNotSent => "no-code",
        _ => "unavailable",
    };
}
