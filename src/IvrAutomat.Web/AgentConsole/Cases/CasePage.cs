using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole.Cases;

/// <summary>One case with everything that is known of it. It shows personal data, so every look is written down.</summary>
internal static class CasePage
{
    /// <summary>Where a case is.</summary>
    public static string PathOf(string number) => $"{CasesPage.Path}/{number}";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/cases/{number}", (ConsolePage page, string number) => ShowAsync(page, number));
        console.MapGet("/cases/{number}/state", (ConsolePage page, CaseDesk desk, Pieces pieces, string number) => PartAsync(page, desk, number, view => State(page, pieces, view)));
        console.MapGet("/cases/{number}/history", (ConsolePage page, CaseDesk desk, Pieces pieces, string number) => PartAsync(page, desk, number, view => History(page, pieces, view)));
        CaseForms.Map(console);
    }

    /// <summary>The page, or why what was asked for was not done.</summary>
    /// <param name="page">For whom.</param>
    /// <param name="number">Which case.</param>
    /// <param name="kept">What was typed and not taken just now; null for nothing.</param>
    public static async Task<IResult> ShowAsync(ConsolePage page, string number, Untaken? kept = null)
    {
        var services = page.Http.RequestServices;
        if (await services.GetRequiredService<CaseDesk>().FindAsync(number, page.Stop) is not { } view)
        {
            return page.Show(page.T["case.gone"], Markup.Of($"""<p><a href="{CasesPage.Path}">{page.T["case.back"]}</a></p>"""), StatusCodes.Status404NotFound);
        }

        await SeenAsync(page, view, AuditBook.OneLook);
        var pieces = services.GetRequiredService<Pieces>();
        var notice = kept is null ? CaseRefusal.Of(page, pieces, view.Line) : CaseRefusal.Of(page, pieces, view.Line, kept.Why);
        return page.Show(
            page.T.Fill("case.title", number, page.T.Name("case-kind", view.Line.Kind)),
            Markup.Of($"""
                {(notice is null ? Said.Of(page) : CasesPage.Notice(notice))}
                {ConsolePage.Live($"{PathOf(number)}/state", FeedKinds.Case, State(page, pieces, view))}
                <div class="columns"><section class="card"><h2>{page.T["case.about"]}</h2>{About(page, pieces, view)}</section>
                <section class="card"><h2>{page.T["case.contact"]}</h2>{Contact(page, view)}</section>
                <section class="card"><h2>{page.T["case.history"]}</h2>{ConsolePage.Live($"{PathOf(number)}/history", FeedKinds.Case, History(page, pieces, view))}</section></div>
                {CaseForms.Show(page, view, services.GetRequiredService<ShopSettings>(), kept)}
                """),
            kept is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PartAsync(ConsolePage page, CaseDesk desk, string number, Func<CaseView, Markup> part)
    {
        if (await desk.FindAsync(number, page.Stop) is not { } view)
        {
            return Results.NotFound();
        }

        await SeenAsync(page, view, AuditBook.OpenPage);
        return ConsolePage.Part(part(view));
    }

    private static Task SeenAsync(ConsolePage page, CaseView view, TimeSpan within) => page.Http.RequestServices.GetRequiredService<AuditBook>()
        .NoteLookAsync(page.Viewer.Account, "case.seen", new AuditSubject(view.Line.OrderId, view.Line.Id), within, page.Stop);

    private static Markup State(ConsolePage page, Pieces pieces, CaseView view) => Markup.Of($"""
        <div class="row"><span>{CasesPage.Due(page, pieces, view.Line)}</span><span>{page.T["cases.owner"]}: <strong>{view.Line.Owner}</strong></span>
        {Hand(page, pieces, view.Line)}</div>
        """);

    // In whose hands it is, and how that is changed.
    private static Markup Hand(ConsolePage page, Pieces pieces, CaseLine line) => line switch
    {
        { ClosedAt: not null } => page.Button($"{PathOf(line.Number)}/reopen", page.T["case.reopen"]),
        { ClaimedAt: { } at } when line.Owner == page.Viewer.Name => Markup.Of(
            $"""<span class="tag good">{page.T["case.yours"]} {pieces.At(at)}</span>{page.Button($"{PathOf(line.Number)}/release", page.T["case.release"])}"""),
        { ClaimedAt: { } at } => Markup.Of($"""<span class="tag bad">{page.T.Fill("case.taken", line.Owner)} {pieces.At(at)}</span>"""),
        _ => page.Button($"{PathOf(line.Number)}/claim", page.T["case.claim"]),
    };

    private static Markup About(ConsolePage page, Pieces pieces, CaseView view) => Markup.Of($"""
        <dl><dt>{page.T["cases.order"]}</dt><dd>{CasesPage.Order(page, view.Line)}</dd>
        {(view.Order is { } order ? Markup.Of($"""<dt>{page.T["case.state"]}</dt><dd>{order.ShopStatus ?? page.T.Name("order-state", $"{order.State}")}</dd><dt>{page.T["case.items"]}</dt><dd>{string.Join(", ", order.Items.Select(item => item.Name))}</dd>""") : Markup.None)}
        <dt>{page.T["case.why"]}</dt><dd>{page.T.Name("reason", view.Line.Reason)}</dd>
        <dt>{page.T["case.opened"]}</dt><dd>{pieces.At(view.Line.CreatedAt)}<br>{(view.Line.CallId.Length == 0 ? Markup.Of($"""<span class="dim">{page.T["case.no-call"]}</span>""") : Markup.Of($"""<a href="{CallPage.PathOf(view.Line.CallId)}">{page.T["case.the-call"]}</a>"""))}</dd></dl>
        {Markup.If(view.Details.Length > 0, () => Markup.Of($"""<h3>{page.T["case.wanted"]}</h3><ul>{view.Details.Select(detail => Markup.Of($"<li>{pieces.At(detail.At)} {DetailText.Of(page.T, detail)}</li>"))}</ul>"""))}
        """);

    private static Markup Contact(ConsolePage page, CaseView view) => Markup.Of($"""
        <dl>{Line(page.T["case.name"], view.Contact.Name)}
        {(view.CallBack is { } number ? Markup.Of($"""<dt>{page.T["case.call"]}</dt><dd><a href="tel:{number}">{number}</a></dd>""") : Markup.Of($"""<dt>{page.T["case.call"]}</dt><dd class="bad">{page.T["case.no-number"]}</dd>"""))}
        {Line(page.T["case.phone"], view.Contact.Phone == view.CallBack ? null : view.Contact.Phone)}{Line(page.T["case.email"], view.Contact.Email)}</dl>
        {Markup.If(view.Line.OrderId is null, () => Markup.Of($"""<p class="bad">{page.T["case.unverified.why"]}</p>"""))}
        """);

    private static Markup Line(string name, string? value) => value is null ? Markup.None : Markup.Of($"<dt>{name}</dt><dd>{value}</dd>");

    private static Markup History(ConsolePage page, Pieces pieces, CaseView view) => view.History.Length == 0
        ? Markup.Of($"""<p class="dim">{page.T["case.history.none"]}</p>""")
        : Markup.Of($"""<ol class="timeline">{view.History.Reverse().Select(each => Event(page, pieces, each))}</ol>""");

    private static Markup Event(ConsolePage page, Pieces pieces, CaseEvent each) => Markup.Of($"""
        <li>{pieces.At(each.At)} <strong>{each.Who}</strong> {page.T.Name("case.act", each.Act)} {(each.Act == CaseAct.Closed ? page.T.Name("case.disposition", each.About) : each.About)}
        {each.Note?.OnPage(Words) ?? Markup.None}{Markup.If(each.Written is not null, () => Words(each.Written!.Value.Value))}</li>
        """);

    private static Markup Words(string words) => Markup.Of($"<blockquote>{words}</blockquote>");
}
