using IvrAutomat.Cases;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole.Cases;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>The page that an agent has open all day: the call that is theirs, who waits, and what they owe.</summary>
internal static class DeskPage
{
    private const int MostCases = 8;

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("", async (ConsolePage page, QueueSight queue, CaseDesk desk, CallPanel calls, AgentStates states, Pieces pieces) =>
        {
            var waiting = await queue.ReadAsync(page.Stop);
            var (call, cases) = (await CallAsync(page, waiting, calls), await CasesAsync(page, desk, pieces));
            var people = await PresencePanel.OfAsync(page, states, pieces);
            return page.Show(page.T["nav.desk"], Markup.Of($"""
                {Said.Of(page)}{ConsolePage.Live("/console/desk/call", FeedKinds.Queue, call)}
                <div class="columns">
                <section class="card"><h2>{page.T["desk.me"]}</h2>{people}</section>
                <section class="card"><h2>{page.T["desk.queue"]}</h2>{ConsolePage.Live("/console/desk/queue", FeedKinds.Queue, Queue(page.T, waiting, pieces))}</section>
                <section class="card"><h2>{page.T["desk.cases"]}</h2>{ConsolePage.Live("/console/desk/cases", FeedKinds.Case, cases, looksByItself: true)}</section>
                </div>
                {Markup.If(page.Viewer.Agent is not null, () => page.Button("/console/desk/try-phone", page.T["desk.try"]))}
                {Demo(page)}
                """));
        });
        console.MapPost("/desk/try-phone", async (ConsolePage page, PhoneTest test) =>
        {
            var rings = page.Viewer.Agent is { } agent && await test.RingAsync(agent, page.Stop);
            return Said.On("/console", rings ? "phone-rings" : "phone-failed");
        });
        console.MapGet("/desk/call", async (ConsolePage page, QueueSight queue, CallPanel calls)
            => ConsolePage.Part(await CallAsync(page, await queue.ReadAsync(page.Stop), calls)));
        console.MapGet("/desk/queue", async (ConsolePage page, QueueSight queue, Pieces pieces)
            => ConsolePage.Part(Queue(page.T, await queue.ReadAsync(page.Stop), pieces)));
        console.MapGet("/desk/cases", async (ConsolePage page, CaseDesk desk, Pieces pieces)
            => ConsolePage.Part(await CasesAsync(page, desk, pieces)));
    }

    // Where a made-up shop's telephones are; a real one has its own.
    private static Markup Demo(ConsolePage page)
    {
        var services = page.Http.RequestServices;
        var place = services.GetRequiredService<ShopSettings>().Agents.Select(agent => agent.Name).ToList().IndexOf(page.Viewer.Agent ?? string.Empty) + 1;
        return Markup.If(
            services.GetRequiredService<DemoColleagues>().All.Count > 0 && place > 0,
            () => Markup.Of($"""<p class="dim">{page.T.Fill("desk.demo", $"/phone/agents/{place}")}</p>"""));
    }

    // The call opens while the phone still rings, so that whoever accepts has it before them.
    private static async Task<Markup> CallAsync(ConsolePage page, IReadOnlyList<Waiting> waiting, CallPanel calls)
    {
        if (page.Viewer.Agent is null || waiting.FirstOrDefault(each => each.IsOf(page.Viewer.Agent)) is not { } mine)
        {
            return Markup.Of($"""<p class="empty">{page.T[page.Viewer.Agent is null ? "desk.no-agent" : "desk.no-call"]}</p>""");
        }

        await page.Http.RequestServices.GetRequiredService<AuditBook>().NoteCallAsync(page.Viewer.Account, "call.seen", mine.Wait.CallId, page.Stop);
        var content = await calls.OfAsync(page, mine.Wait.CallId, "/console");
        var consult = await ConsultPanel.OfAsync(page, mine, page.Http.RequestServices.GetRequiredService<AgentStates>());
        var title = mine.Offer?.Agent == page.Viewer.Agent ? page.T.Name("desk.call", mine.Offer.State) : page.T["consult.title"];
        return Markup.Of($"""
            <section class="incoming" aria-live="polite"><h2>{title}</h2>{consult}{Markup.If(mine.Wait.IsCallback, () => Markup.Of($"<p>{page.T["desk.callback"]}</p>"))}{content ?? Markup.None}</section>
            """);
    }

    private static Markup Queue(ConsoleTexts t, IReadOnlyList<Waiting> waiting, Pieces pieces) => waiting.Count == 0
        ? Markup.Of($"""<p class="empty">{t["desk.nobody"]}</p>""")
        : Cards.Table([t["desk.since"], t["desk.why"], t["desk.language"], t["desk.with"]], waiting.Select(each => (Markup[])
        [
            Markup.Of($"""<a href="{CallPage.PathOf(each.Wait.CallId)}"><time>{pieces.At(each.Wait.WaitingSince)}</time></a>"""),
            Markup.Of($"{t.Name("reason", each.Reason)}"),
            Markup.Of($"{t.Name("language", each.Wait.Language)}"),
            Markup.Of($"{With(t, each)}"),
        ]));

    private static string With(ConsoleTexts t, Waiting each) => each.Offer is { } offer
        ? $"{offer.Agent}: {t.Name("offer-state", each.Wait.State == TransferState.Talking ? "talking" : offer.State)}"
        : t.Name("wait-state", each.Wait.State);

    // What is owed: those in hand first, because somebody waits for the answer that was begun.
    private static async Task<Markup> CasesAsync(ConsolePage page, CaseDesk desk, Pieces pieces)
    {
        var t = page.T;
        var lines = await desk.ListAsync(new CaseFilter { Owner = page.Viewer.Name }, page.Stop);
        return lines.Count == 0
            ? Markup.Of($"""<p class="empty">{t["desk.no-cases"]}</p>""")
            : Markup.Of($"""
                <ul>{lines.OrderBy(line => line.ClaimedAt is null).Take(MostCases).Select(line => Markup.Of($"""
                <li><a href="{CasePage.PathOf(line.Number)}">{line.Number}</a> {t.Name("case-kind", line.Kind)} {Markup.If(line.ClaimedAt is not null, () => Markup.Of($"""<span class="tag good">{t["desk.in-hand"]}</span> """))}<span class="{(line.Urgency == CaseUrgency.Overdue ? "bad" : "dim")}">{t.Fill("desk.due", pieces.At(line.DueAt))}</span></li>
                """))}</ul>
                {Markup.If(lines.Count > MostCases, () => Markup.Of($"""<p><a href="{CasesPage.Path}?show=mine">{t.Count("desk.more", lines.Count - MostCases)}</a></p>"""))}
                """);
    }
}
