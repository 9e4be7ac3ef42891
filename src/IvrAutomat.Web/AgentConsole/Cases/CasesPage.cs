using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole.Cases;

/// <summary>What people owe, in the order in which it is to be done.</summary>
internal static class CasesPage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/console/cases";

    private const string Apologies = "apologies";
    private const string Mine = "mine";
    private const string All = "all";
    private const string Overdue = "overdue";
    private const string Closed = "closed";

    private static readonly string[] Shelves = [Apologies, Mine, All, Overdue, Closed];

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/cases", async (ConsolePage page, CaseDesk desk, Pieces pieces, ShopSettings settings, string? show, string? kind) =>
        {
            var shelf = ShelfOf(page, show);
            var list = await ListAsync(page, desk, pieces, shelf, kind);
            return page.Show(page.T["cases.title"], Markup.Of($"""
                {Said.Of(page)}{Filters(page, shelf, kind)}
                {ConsolePage.Live(PathOf("/list", shelf, kind), FeedKinds.Case, list)}
                {HandOverAll(page, settings)}
                """));
        });
        console.MapGet("/cases/list", async (ConsolePage page, CaseDesk desk, Pieces pieces, string? show, string? kind)
            => ConsolePage.Part(await ListAsync(page, desk, pieces, ShelfOf(page, show), kind)));
        console.MapPost("/cases/hand-over", async (ConsolePage page, CaseDesk desk) =>
        {
            var form = await page.FormAsync();
            var (from, to) = (form["from"].ToString(), form["to"].ToString());
            return await desk.HandOverAllAsync(from, to.Length == 0 ? null : to, page.Viewer, page.Stop) is null
                ? Said.On(PathOf("", Mine, kind: null), "not-handed")
                : Said.On(PathOf("", All, kind: null), "all-handed");
        });
    }

    /// <summary>A message above a page that did not do what was asked.</summary>
    public static Markup Notice(string words) => Markup.Of($"""<p class="card bad" role="alert">{words}</p>""");

    private static string ShelfOf(ConsolePage page, string? show)
        => Array.IndexOf(Shelves, show) >= 0 ? show! : page.Viewer.Agent is null ? All : Mine;

    private static string PathOf(string part, string shelf, string? kind)
        => $"{Path}{part}?show={shelf}{(string.IsNullOrEmpty(kind) ? "" : $"&kind={Uri.EscapeDataString(kind)}")}";

    private static Markup Filters(ConsolePage page, string shelf, string? kind) => Markup.Of($"""
        <div class="row" role="group" aria-label="{page.T["cases.filter"]}">{Shelves.Select(each => Markup.Of(
            $"""<a class="tag" href="{PathOf("", each, each == Apologies ? null : kind)}"{(each == shelf ? new Markup(""" aria-current="true" """) : Markup.None)}>{page.T[$"cases.show.{each}"]}</a>"""))}</div>
        <form method="get" action="{Path}" class="row"><input type="hidden" name="show" value="{shelf}">
        <label for="kind">{page.T["cases.kind"]}</label><select id="kind" name="kind"><option value="">{page.T["cases.kind.any"]}</option>{Enum.GetNames<CaseKind>().Select(each => Markup.Of(
            $"""<option value="{each}"{(each == kind ? new Markup(" selected") : Markup.None)}>{page.T.Name("case-kind", each)}</option>"""))}</select>
        <button>{page.T["cases.filter.do"]}</button></form>
        """);

    private static async Task<Markup> ListAsync(ConsolePage page, CaseDesk desk, Pieces pieces, string shelf, string? kind)
    {
        var lines = await desk.ListAsync(
            new CaseFilter
            {
                Owner = shelf == Mine ? page.Viewer.Name : null,
                Kind = shelf == Apologies ? nameof(CaseKind.OwnFault) : string.IsNullOrEmpty(kind) ? null : kind,
                Scope = shelf switch { Overdue => CaseScope.Overdue, Closed => CaseScope.ClosedToday, _ => CaseScope.Open },
            },
            page.Stop);
        return lines.Count == 0 ? Markup.Of($"""<p class="empty">{page.T[$"cases.empty.{shelf}"]}</p>""") : Cards.Table(
            [page.T["cases.case"], page.T["cases.due"], page.T["cases.what"], page.T["cases.order"], page.T["cases.owner"]],
            lines.Select(line => Row(page, pieces, line)),
            page.T.Fill("cases.count", lines.Count));
    }

    private static Markup[] Row(ConsolePage page, Pieces pieces, CaseLine line) =>
    [
        Markup.Of($"""<a href="{CasePage.PathOf(line.Number)}">{line.Number}</a>"""),
        Due(page, pieces, line),
        Markup.Of($"""{page.T.Name("case-kind", line.Kind)}<br><span class="dim">{page.T.Name("reason", line.Reason)}</span>"""),
        Order(page, line),
        Markup.Of($"""{line.Owner}{Markup.If(line is { ClosedAt: null, ClaimedAt: not null }, () => Markup.Of($"""<br><span class="dim">{page.T["cases.in-hand"]} {pieces.At(line.ClaimedAt!.Value)}</span>"""))}"""),
    ];

    /// <summary>When a case is due, or when and how it was closed.</summary>
    public static Markup Due(ConsolePage page, Pieces pieces, CaseLine line) => line switch
    {
        { ClosedAt: { } closed } => Markup.Of($"{page.T["cases.closed"]} {pieces.At(closed)}<br>{page.T.Name("case.disposition", line.Disposition)}"),
        { From: { } from, Until: { } until } => Markup.Of($"{Urgency(page, line)} {page.T["cases.call"]} {pieces.At(from)}–{pieces.At(until)}"),
        _ => Markup.Of($"{Urgency(page, line)} {page.T["cases.by"]} {pieces.At(line.DueAt)}"),
    };

    /// <summary>The order, or the warning that nobody proved one.</summary>
    public static Markup Order(ConsolePage page, CaseLine line)
        => line.OrderId is null ? Markup.Of($"""<span class="tag bad">{page.T["case.unverified"]}</span>""") : Markup.Of($"""<a href="{OrderPage.PathOf(line.OrderId)}">{line.OrderNumber ?? line.OrderId}</a>""");

    private static Markup Urgency(ConsolePage page, CaseLine line) => line.Urgency switch
    {
        CaseUrgency.Overdue => Markup.Of($"""<span class="tag bad">{page.T["cases.overdue"]}</span>"""),
        CaseUrgency.Soon => Markup.Of($"""<span class="tag">{page.T["cases.soon"]}</span>"""),
        _ => Markup.None,
    };

    // Whoever goes away hands everything over at once; a supervisor does it for a colleague who is away already.
    private static Markup HandOverAll(ConsolePage page, ShopSettings settings)
    {
        var names = settings.Agents.Select(agent => agent.Name).ToList();
        var from = page.Viewer.Role >= AccountRole.Supervisor ? names : names.FindAll(name => name == page.Viewer.Name);
        return Markup.If(from.Count > 0 && names.Count > 1, () => Markup.Of($"""
            <h2>{page.T["cases.away"]}</h2><p class="dim">{page.T["cases.away.why"]}</p>
            <form method="post" action="{Path}/hand-over" class="row">{page.FormToken}
            <label for="from">{page.T["cases.away.from"]}</label><select id="from" name="from">{from.Select(Option)}</select>
            <label for="to">{page.T["cases.away.to"]}</label><select id="to" name="to"><option value="">{page.T["cases.away.shared"]}</option>{names.Select(Option)}</select>
            <button>{page.T["cases.away.do"]}</button></form>
            """));
    }

    private static Markup Option(string name) => Markup.Of($"""<option>{name}</option>""");
}
