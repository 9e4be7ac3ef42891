using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>One call: who calls, whether that is proved, why it went to a person, and everything that the automat did and heard.</summary>
internal static class CallPage
{
    /// <summary>The path of a call's page.</summary>
    public static string PathOf(string callId) => $"/console/calls/{Uri.EscapeDataString(callId)}";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/calls/{id}", async (ConsolePage page, string id, CallPanel panel, AuditBook audit) =>
        {
            if (await panel.OfAsync(page, id, PathOf(id)) is not { } content)
            {
                return page.Show(page.T["call.none"], Markup.Of($"""<p class="empty">{page.T["call.none.help"]}</p>"""), StatusCodes.Status404NotFound);
            }

            await audit.NoteLookAsync(page.Viewer.Account, "call.seen", new(CallId: id), AuditBook.OneLook, page.Stop);
            return page.Show(
                page.T["call.title"], Markup.Of($"{Said.Of(page)}{ConsolePage.Live($"{PathOf(id)}/part", $"{FeedKinds.Call} {FeedKinds.Queue}", content)}"));
        });
        console.MapGet("/calls/{id}/part", async (ConsolePage page, string id, CallPanel panel, AuditBook audit) =>
        {
            if (await panel.OfAsync(page, id, PathOf(id)) is not { } content)
            {
                return Results.NotFound();
            }

            await audit.NoteLookAsync(page.Viewer.Account, "call.seen", new(CallId: id), AuditBook.OpenPage, page.Stop);
            return ConsolePage.Part(content);
        });
    }
}

/// <summary>A call as a piece of a page.</summary>
internal sealed class CallPanel(CallStore calls, OrderPanel orders, Timeline timeline, Pieces pieces)
{
    /// <summary>The call; null when there is none of that id.</summary>
    /// <param name="page">For whom.</param>
    /// <param name="callId">Which call.</param>
    /// <param name="back">The page that it is on.</param>
    public async Task<Markup?> OfAsync(ConsolePage page, string callId, string back)
    {
        if (await calls.LoadAsync(callId, page.Stop) is not { } stored)
        {
            return null;
        }

        var t = page.T;
        var call = stored.Call;
        var order = call.Order is { } proved ? await orders.OfAsync(page, proved.Id, back) : null;
        var course = pieces.Lines(await timeline.OfCallAsync(callId, t, page.Stop), t);
        return Markup.Of($"""
            <section class="card"><div class="row">
            {Proof(t, call)}
            <strong>{stored.Held.From ?? t["call.withheld"]}</strong>
            {Markup.If(call.Order is null && stored.Held.From is not null, () => page.Button("/console/search", t["call.search"], ("wanted", stored.Held.From)))}
            <span>{t.Name("language", call.Language)}</span>
            {Markup.If(call.Handover is not null, () => Markup.Of($"<span>{t.Name("reason", $"{call.Handover!.Reason}")}</span>"))}
            {Markup.If(call.Order is not null, () => Markup.Of($"""<a href="{OrderPage.PathOf(call.Order!.Id)}">{t.Fill("order.title", call.Order.Number)}</a>"""))}
            </div></section>
            {(order is { } shown ? shown.Content : Markup.None)}
            <section class="card"><h2>{t["call.course"]}</h2><p><a href="{ReplayPage.PathOf(callId)}">{t["replay.link"]}</a></p>{course}</section>
            """);
    }

    /// <summary>Whether the caller is proved, as a mark.</summary>
    public static Markup Proof(ConsoleTexts t, Call call) => call.Order is null
        ? Markup.Of($"""<span class="tag bad">{t["proof.not"]}</span>""")
        : Markup.Of($"""<span class="tag good">{t[call.Identification.ByCode ? "proof.code" : call.Identification.FromOwnNumber ? "proof.own-number" : "proof.pin"]}</span>""");
}
