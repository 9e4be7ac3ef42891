using IvrAutomat.Web.Accounts;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Searching. What is looked for travels in the form and never in an address, which others would keep.</summary>
internal static class SearchPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/search", (ConsolePage page) => page.Show(page.T["nav.search"], Form(page, string.Empty)));
        console.MapPost("/search", async (ConsolePage page, Search search, AuditBook audit) =>
        {
            var wanted = (await page.FormAsync())["wanted"].ToString();
            var found = await search.FindAsync(wanted, page.Viewer, page.Stop);
            await audit.NoteAsync(page.Viewer.Account, "search", new(Note: $"{found.Orders.Count + found.Cases.Count}"), page.Stop);
            return page.Show(page.T["nav.search"], Markup.Of($"{Form(page, wanted)}{Hits(page.T, found)}"));
        });
    }

    private static Markup Form(ConsolePage page, string wanted) => Markup.Of($"""
        <form method="post" action="/console/search" class="row" role="search">{page.FormToken}
        <label>{page.T["search.what"]} <input name="wanted" value="{wanted}" required minlength="2" autofocus autocomplete="off"></label>
        <button>{page.T["search.go"]}</button></form><p class="dim">{page.T["search.help"]}</p>
        """);

    private static Markup Hits(ConsoleTexts t, Found found) => found.Orders.Count + found.Cases.Count == 0
        ? Markup.Of($"""<p class="empty">{t["search.none"]}</p>""")
        : Markup.Of($"""
            {Markup.If(found.Orders.Count > 0, () => Cards.Table([t["cases.order"], t["order.made"], t["order.state"], t["order.name"]], found.Orders.Select(hit => Row(t, hit))))}
            {Markup.If(found.Cases.Count > 0, () => Markup.Of($"""<ul>{found.Cases.Select(each => Markup.Of($"""<li><a href="/console/cases/{each.Number}">{each.Number}</a> {t.Name("case-kind", each.Kind)}</li>"""))}</ul>"""))}
            {Markup.If(found.WasCut, () => Markup.Of($"""<p class="dim">{t["search.cut"]}</p>"""))}
            """);

    private static Markup[] Row(ConsoleTexts t, OrderHit hit) =>
    [
        Markup.Of($"""<a href="{OrderPage.PathOf(hit.Order.Id)}">{hit.Order.Number}</a>"""),
        Markup.Of($"{Pieces.Day(hit.Order.OrderedOn)}"),
        Markup.Of($"{t.Name("order-state", $"{hit.Order.State}")}"),
        hit.Name is null ? Markup.Of($"""<span class="dim">{t["proof.hidden-name"]}</span>""") : Markup.Of($"{hit.Name}"),
    ];
}
