using IvrAutomat.Prompts;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>The draft as a piece of a page.</summary>
internal sealed class DraftSight(PromptBook book, PromptEditor editor, Pieces pieces)
{
    /// <summary>How much is waiting to be published, with the way there.</summary>
    public async Task<Markup> BarAsync(ConsolePage page)
    {
        var count = (await book.DraftAsync(page.Stop)).Count;
        return Markup.Of($"""
            <p class="row card"><strong>{(count == 0 ? page.T["studio.draft-empty"] : page.T.Fill("studio.draft-count", count))}</strong>
            {Markup.If(count > 0, () => Markup.Of($"""<a href="/studio/draft">{page.T["studio.draft-look"]}</a>"""))}<a href="/studio/history">{page.T["studio.history"]}</a></p>
            """);
    }

    /// <summary>The whole draft beside what is live, with what stands in its way.</summary>
    public async Task<Markup> CompareAsync(ConsolePage page)
    {
        var draft = await book.DraftAsync(page.Stop);
        if (draft.Count == 0)
        {
            return Markup.Of($"""{StudioPieces.Assets}{StudioNav.Of(page)}<p class="empty">{page.T["studio.draft-empty"]}</p>""");
        }

        var plan = editor.Plan([.. draft.Select(PromptBook.EditOf)]);
        var edits = page.Viewer.Role >= AccountRole.Supervisor;
        return Markup.Of($"""
            {StudioPieces.Assets}{StudioNav.Of(page)}
            {Markup.If(!plan.IsGood, () => Markup.Of($"""<p class="bad" role="alert">{page.T[plan.Conflicts.IsEmpty ? "studio.refused" : "studio.conflict"]}</p>"""))}
            {Markup.If(!plan.IsGood, () => StudioPieces.Findings(page.T, plan.Errors))}
            <ul class="prompts">{draft.Select(row => Row(page, row, plan, edits))}</ul>
            {Markup.If(edits && plan.IsGood, () => Markup.Of($"""
            <form class="wide" method="post" action="/studio/publish">{page.FormToken}
            <label for="note">{page.T["studio.note"]}</label><input id="note" name="note" maxlength="200">
            <button class="main">{page.T.Fill("studio.publish", draft.Count)}</button></form>
            """))}
            {Markup.If(edits, () => page.Button("/studio/drop", page.T["studio.drop-all"]))}
            """);
    }

    private Markup Row(ConsolePage page, PromptDraftRow row, EditPlan plan, bool edits)
    {
        var place = PromptBook.PlaceOf(row);
        var conflict = plan.Conflicts.FirstOrDefault(each => each.Edit.Place == place);
        return Markup.Of($"""
            <li class="card"><p>{StudioPieces.Place(page.T, place)} <span class="dim">{page.T.Fill("studio.by", row.ChangedBy, pieces.At(row.ChangedAt))}</span></p>
            {StudioPieces.Change(page.T, row.Was, row.Text)}
            {Markup.If(conflict is not null, () => Conflict(page, row, place, conflict!.Now, edits))}
            {StudioPieces.Findings(page.T, plan.About(place).Where(finding => finding.Severity == PromptSeverity.Warning))}
            {Markup.If(edits, () => Markup.Of($"""<form method="post" action="/studio/drop">{page.FormToken}{StudioPieces.Fields(place)}<button>{page.T["studio.drop"]}</button></form>"""))}</li>
            """);
    }

    private static Markup Conflict(ConsolePage page, PromptDraftRow row, PromptPlace place, string? now, bool edits) => Markup.Of($"""
        <div role="alert"><p class="bad">{(now is null ? page.T["studio.gone"] : page.T["studio.meanwhile"])}</p>{Markup.If(now is not null, () => Markup.Of($"<blockquote>{now}</blockquote>"))}
        {Markup.If(edits && now is not null, () => Markup.Of($"""<form method="post" action="/studio/draft">{page.FormToken}{StudioPieces.Fields(place)}<input type="hidden" name="was" value="{now}"><input type="hidden" name="seen" value="{row.Text}"><input type="hidden" name="text" value="{row.Text}"><button>{page.T["studio.mine"]}</button></form>"""))}</div>
        """);
}
