using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Agents;
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
        console.MapGet("", async (ConsolePage page, QueueSight queue, CallPanel calls, AgentStates states, Pieces pieces, TimeProvider time) =>
        {
            var waiting = await queue.ReadAsync(page.Stop);
            var (call, cases) = (await CallAsync(page, waiting, calls), await CasesAsync(page, queue, pieces, time));
            var people = await PresencePanel.OfAsync(page, states, pieces);
            return page.Show(page.T["nav.desk"], Markup.Of($"""
                {ConsolePage.Live("/console/desk/call", FeedKinds.Queue, call)}
                <div class="columns">
                <section class="card"><h2>{page.T["desk.me"]}</h2>{people}</section>
                <section class="card"><h2>{page.T["desk.queue"]}</h2>{ConsolePage.Live("/console/desk/queue", FeedKinds.Queue, Queue(page.T, waiting, pieces))}</section>
                <section class="card"><h2>{page.T["desk.cases"]}</h2>{ConsolePage.Live("/console/desk/cases", FeedKinds.Case, cases)}</section>
                </div>
                {Markup.If(page.Viewer.Agent is not null, () => page.Button("/console/desk/try-phone", page.T["desk.try"]))}
                {Demo(page)}
                """));
        });
        console.MapPost("/desk/try-phone", async (ConsolePage page, PhoneTest test) =>
        {
            var rings = page.Viewer.Agent is { } agent && await test.RingAsync(agent, page.Stop);
            return page.Show(page.T["desk.try"], Markup.Of($"""<p>{page.T[rings ? "desk.try.rings" : "desk.try.failed"]}</p><p><a href="/console">{page.T["nav.desk"]}</a></p>"""));
        });
        console.MapGet("/desk/call", async (ConsolePage page, QueueSight queue, CallPanel calls)
            => ConsolePage.Part(await CallAsync(page, await queue.ReadAsync(page.Stop), calls)));
        console.MapGet("/desk/queue", async (ConsolePage page, QueueSight queue, Pieces pieces)
            => ConsolePage.Part(Queue(page.T, await queue.ReadAsync(page.Stop), pieces)));
        console.MapGet("/desk/cases", async (ConsolePage page, QueueSight queue, Pieces pieces, TimeProvider time)
            => ConsolePage.Part(await CasesAsync(page, queue, pieces, time)));
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
        var content = await calls.OfAsync(page, mine.Wait.CallId);
        var consult = await ConsultPanel.OfAsync(page, mine, page.Http.RequestServices.GetRequiredService<AgentStates>());
        var title = mine.Offer?.Agent == page.Viewer.Agent ? page.T.Name("desk.call", mine.Offer.State) : page.T["consult.title"];
        return Markup.Of($"""
            <section class="incoming" aria-live="polite"><h2>{title}</h2>{consult}{Markup.If(mine.Wait.IsCallback, () => Markup.Of($"<p>{page.T["desk.callback"]}</p>"))}{content ?? Markup.None}</section>
            """);
    }

    private static Markup Queue(ConsoleTexts t, IReadOnlyList<Waiting> waiting, Pieces pieces) => waiting.Count == 0
        ? Markup.Of($"""<p class="empty">{t["desk.nobody"]}</p>""")
        : Markup.Of($"""
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{t["desk.since"]}</th><th scope="col">{t["desk.why"]}</th><th scope="col">{t["desk.language"]}</th><th scope="col">{t["desk.with"]}</th></tr></thead>
            <tbody>{waiting.Select(each => Markup.Of($"""
            <tr><td><a href="{CallPage.PathOf(each.Wait.CallId)}">{pieces.At(each.Wait.WaitingSince)}</a></td><td>{t.Name("reason", each.Reason)}</td><td>{t.Name("language", each.Wait.Language)}</td><td>{With(t, each)}</td></tr>
            """))}</tbody></table></div>
            """);

    private static string With(ConsoleTexts t, Waiting each) => each.Offer is { } offer
        ? $"{offer.Agent}: {t.Name("offer-state", each.Wait.State == TransferState.Talking ? "talking" : offer.State)}"
        : t.Name("wait-state", each.Wait.State);

    private static async Task<Markup> CasesAsync(ConsolePage page, QueueSight queue, Pieces pieces, TimeProvider time)
    {
        var t = page.T;
        var cases = await queue.CasesOfAsync(page.Viewer.Name, MostCases, page.Stop);
        var now = time.GetUtcNow();
        return cases.Count == 0
            ? Markup.Of($"""<p class="empty">{t["desk.no-cases"]}</p>""")
            : Markup.Of($"""
                <ul>{cases.Select(row => Markup.Of($"""
                <li><a href="/console/cases/{row.Number}">{row.Number}</a> {t.Name("case-kind", row.Kind)} <span class="{(row.DueAt < now ? "bad" : "dim")}">{t.Fill("desk.due", pieces.At(row.DueAt))}</span></li>
                """))}</ul>
                """);
    }
}
