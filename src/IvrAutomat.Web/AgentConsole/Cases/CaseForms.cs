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
    /// <param name="page">For whom.</param>
    /// <param name="view">The case.</param>
    /// <param name="settings">Who may take it over.</param>
    /// <param name="kept">What was typed and not taken; null for nothing.</param>
    public static Markup Show(ConsolePage page, CaseView view, ShopSettings settings, Untaken? kept)
    {
        var path = CasePage.PathOf(view.Line.Number);
        var isOpen = view.Line.ClosedAt is null;
        return Markup.Of($"""
            <div class="columns">
            {Text(page, $"{path}/note", "note", LongestNote, once: false, kept)}
            {Markup.If(isOpen && view.Contact.Channel != Channel.None, () => Text(page, $"{path}/write", "write", LongestLetter, once: true, kept))}
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

    private static Markup Text(ConsolePage page, string action, string name, int longest, bool once, Untaken? kept) => Markup.Of($"""
        <section class="card"><h2>{page.T[$"case.{name}"]}</h2><p class="dim">{page.T[$"case.{name}.why"]}</p><form method="post" action="{action}" class="wide">{page.FormToken}
        {Markup.If(once, () => Markup.Of($"""<input type="hidden" name="once" value="{Guid.NewGuid()}">"""))}
        <label for="{name}-words">{page.T[$"case.{name}.words"]}</label><textarea id="{name}-words" name="words" rows="3" maxlength="{longest}" required>{(kept?.Act == name ? kept.Words : null)}</textarea>
        <button>{page.T[$"case.{name}.do"]}</button></form></section>
        """);

    // Reloading the page that answers must not press again. Only words that were typed and not taken stay where they were typed.
    private static void Act(RouteGroupBuilder console, string act, Func<CaseDesk, ConsolePage, string, Task<CaseOutcome?>> doAsync)
        => console.MapPost($"/cases/{{number}}/{act}", async (ConsolePage page, CaseDesk desk, string number) => await doAsync(desk, page, number) switch
        {
            CaseDone => Said.On(CasePage.PathOf(number), $"case-{act}"),
            CaseGone => ConsolePage.BackTo(CasePage.PathOf(number)),
            var refused when (await page.FormAsync())["words"].ToString() is { Length: > 0 } words
                => await CasePage.ShowAsync(page, number, new Untaken(act, words, refused)),
            var refused => CaseRefusal.On(CasePage.PathOf(number), refused),
        });

    private static string? Words(IFormCollection form, int longest)
        => form["words"].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 } words && words.Length <= longest ? words : null;
}

/// <summary>Something that was typed for a case and not taken.</summary>
/// <param name="Act">The form.</param>
/// <param name="Words">What was typed.</param>
/// <param name="Why">Why it was not taken.</param>
internal sealed record Untaken(string Act, string Words, CaseOutcome? Why);
