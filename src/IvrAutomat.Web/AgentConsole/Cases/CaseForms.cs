using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;

namespace IvrAutomat.Web.AgentConsole.Cases;

/// <summary>What can be done with a case, and what is answered when it cannot.</summary>
internal static class CaseForms
{
    private const int LongestNote = 4000;
    private const int LongestLetter = 600;

    /// <summary>Maps what the forms send.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        Act(console, "claim", async (desk, page, number) => await desk.ClaimAsync(number, page.Viewer, page.Stop));
        Act(console, "release", async (desk, page, number) => await desk.ReleaseAsync(number, page.Viewer, page.Stop));
        Act(console, "reopen", async (desk, page, number) => await desk.ReopenAsync(number, page.Viewer, page.Stop));
        Act(console, "clear-fault", async (desk, page, number) => await desk.ClearFaultAsync(number, page.Viewer, page.Stop));
        Act(console, "hand-over", async (desk, page, number) => await desk.HandOverAsync(number, (await page.FormAsync())["to"].ToString(), page.Viewer, page.Stop));
        Act(console, "close", async (desk, page, number) => Enum.TryParse<Disposition>((await page.FormAsync())["disposition"], out var what) && Enum.IsDefined(what)
            ? await desk.CloseAsync(number, what, page.Viewer, page.Stop)
            : null);
        Act(console, "note", async (desk, page, number) => Words(await page.FormAsync(), LongestNote) is { } words
            ? await desk.NoteAsync(number, InternalNote.Of([words]), page.Viewer, page.Stop)
            : null);
        Act(console, "write", async (desk, page, number) =>
        {
            var form = await page.FormAsync();
            return Words(form, LongestLetter) is { } words && Guid.TryParse(form["once"], out var once)
                ? await desk.WriteAsync(number, new CustomerText(words), once, page.Viewer, page.Stop)
                : null;
        });
    }

    /// <summary>The forms of an open case; a closed one only takes notes.</summary>
    public static Markup Show(ConsolePage page, CaseView view, ShopSettings settings)
    {
        var path = CasePage.PathOf(view.Line.Number);
        var isOpen = view.Line.ClosedAt is null;
        return Markup.Of($"""
            <div class="columns">
            {Text(page, $"{path}/note", "note", LongestNote, once: false)}
            {Markup.If(isOpen && view.Contact.Channel != Channel.None, () => Text(page, $"{path}/write", "write", LongestLetter, once: true))}
            {Markup.If(isOpen, () => Markup.Of($"""
                <section class="card"><h2>{page.T["case.close"]}</h2><form method="post" action="{path}/close" class="wide">{page.FormToken}
                <label for="disposition">{page.T["case.disposition"]}</label><select id="disposition" name="disposition">{Enum.GetNames<Disposition>().Select(each => Markup.Of($"""<option value="{each}">{page.T.Name("case.disposition", each)}</option>"""))}</select>
                <button class="main">{page.T["case.close.do"]}</button></form>
                {Markup.If(view.Order is not null && view.Line.Kind == nameof(CaseKind.OwnFault), () => Markup.Of($"""<h3>{page.T["case.fault"]}</h3><p class="dim">{page.T["case.fault.why"]}</p>{page.Button($"{path}/clear-fault", page.T["case.fault.do"])}"""))}
                </section>
                <section class="card"><h2>{page.T["case.hand-over"]}</h2><form method="post" action="{path}/hand-over" class="wide">{page.FormToken}
                <label for="to">{page.T["cases.away.to"]}</label><select id="to" name="to">{settings.Agents.Where(agent => agent.Name != view.Line.Owner).Select(agent => Markup.Of($"<option>{agent.Name}</option>"))}</select>
                <button>{page.T["case.hand-over.do"]}</button></form></section>
                """))}
            </div>
            """);
    }

    private static Markup Text(ConsolePage page, string action, string name, int longest, bool once) => Markup.Of($"""
        <section class="card"><h2>{page.T[$"case.{name}"]}</h2><p class="dim">{page.T[$"case.{name}.why"]}</p><form method="post" action="{action}" class="wide">{page.FormToken}
        {Markup.If(once, () => Markup.Of($"""<input type="hidden" name="once" value="{Guid.NewGuid()}">"""))}
        <label for="{name}-words">{page.T[$"case.{name}.words"]}</label><textarea id="{name}-words" name="words" rows="3" maxlength="{longest}" required></textarea>
        <button>{page.T[$"case.{name}.do"]}</button></form></section>
        """);

    private static void Act(RouteGroupBuilder console, string act, Func<CaseDesk, ConsolePage, string, Task<CaseOutcome?>> doAsync)
        => console.MapPost($"/cases/{{number}}/{act}", async (ConsolePage page, CaseDesk desk, Pieces pieces, string number) => await doAsync(desk, page, number) switch
        {
            CaseDone => ConsolePage.BackTo(CasePage.PathOf(number)),
            var refused => await CasePage.ShowAsync(page, number, Why(page, pieces, refused)),
        });

    private static string Why(ConsolePage page, Pieces pieces, CaseOutcome? outcome) => outcome switch
    {
        CaseTaken taken => page.T.Fill("case.why.taken", taken.By, pieces.At(taken.At)),
        CaseShut shut => page.T.Fill("case.why.closed", shut.By ?? page.T["case.automat"], pieces.At(shut.At)),
        CaseElsewhere other => page.T.Fill("case.why.elsewhere", other.Number),
        CaseUnreachable => page.T["case.why.unreachable"],
        CaseNobody => page.T["case.why.nobody"],
        CaseFaultless => page.T["case.why.faultless"],
        CaseGone => page.T["case.gone"],
        _ => page.T["case.why.words"],
    };

    private static string? Words(IFormCollection form, int longest)
        => form["words"].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 } words && words.Length <= longest ? words : null;
}
