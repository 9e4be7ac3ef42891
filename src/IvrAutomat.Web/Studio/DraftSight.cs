using IvrAutomat.Prompts;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>The draft as a piece of a page.</summary>
internal sealed class DraftSight(PromptBook book, PromptEditor editor, PromptLibrary library, Pieces pieces)
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

    /// <summary>The whole draft beside what is live, with what stands in its way; a text that cannot be spoken comes first, in a box to be mended.</summary>
    /// <param name="page">The page.</param>
    /// <param name="outcome">Why nothing was published a moment ago; null: nobody wanted to.</param>
    public async Task<Markup> CompareAsync(ConsolePage page, SaveOutcome? outcome = null)
    {
        var draft = await book.DraftAsync(page.Stop);
        var plan = editor.Plan([.. draft.Select(PromptBook.EditOf)]);
        var edits = page.Viewer.Role >= AccountRole.Supervisor;
        var errors = draft.ToDictionary(PromptBook.PlaceOf, row => plan.About(PromptBook.PlaceOf(row)).Intersect(plan.Errors).ToList());
        var why = outcome is null
            ? !plan.Conflicts.IsEmpty ? "studio.conflict" : !plan.Errors.IsEmpty ? "studio.refused" : null
            : draft.Count == 0 && outcome == SaveOutcome.Refused ? null : $"studio.outcome.{outcome}";
        return Markup.Of($"""
            {StudioPieces.Assets}{StudioNav.Of(page)}
            {Markup.If(why is not null, () => Markup.Of($"""<p class="bad" role="alert">{page.T[why!]}</p>"""))}
            {StudioPieces.Broken(page.T, plan.Broken)}
            {StudioPieces.Findings(page.T, plan.Errors.Except(errors.Values.SelectMany(each => each)))}
            {Markup.If(draft.Count == 0, () => Markup.Of($"""<p class="empty">{page.T["studio.draft-empty"]}</p>"""))}
            <ul class="prompts" {TextForm.Around(page.T)}>{draft.OrderBy(row => errors[PromptBook.PlaceOf(row)].Count == 0).Select(row => Row(page, row, plan, errors[PromptBook.PlaceOf(row)], edits))}</ul>
            {Markup.If(edits && draft.Count > 0 && plan.IsGood, () => Markup.Of($"""
            <form class="wide" method="post" action="/studio/publish">{page.FormToken}
            <label for="note">{page.T["studio.note"]}</label><input id="note" name="note" maxlength="200">
            <button class="main">{page.T.Fill("studio.publish", draft.Count)}</button></form>
            """))}
            {Markup.If(edits && draft.Count > 0, () => page.Button("/studio/drop", page.T["studio.drop-all"]))}
            """);
    }

    /// <summary>The page after a text was not put into the draft: why, what stands there, and the text that was sent, to be sent again.</summary>
    public async Task<IResult> NotKeptAsync(ConsolePage page, TextEdit edited, DraftKept kept)
    {
        var row = (await book.DraftAsync(page.Stop)).FirstOrDefault(each => PromptBook.PlaceOf(each) == edited.Place);
        var why = kept == DraftKept.Gone || row is null ? page.T["studio.gone"]
            : page.T.Fill(row.ChangedBy == page.Viewer.Account ? "studio.overtaken-own" : "studio.overtaken", row.ChangedBy, pieces.At(row.ChangedAt));
        return page.Show(page.T["studio.draft"], Markup.Of($"""
            {StudioPieces.Assets}{StudioNav.Of(page)}
            <p class="bad" role="alert">{why}</p>
            {Markup.If(row is not null, () => Markup.Of($"<blockquote>{row!.Text}</blockquote>"))}
            <h2>{StudioPieces.Place(page.T, edited.Place)}</h2>
            {(kept == DraftKept.Gone || row is null
                ? Markup.Of($"<blockquote>{edited.Text}</blockquote>")
                : Markup.Of($"""<p>{page.T["studio.overtaken-yours"]}</p><div {TextForm.Around(page.T)}>{new TextForm(edited.Place, row.Was, row.Text, edited.Text).Show(page, library, edits: true, Markup.None)}</div>"""))}
            """), StatusCodes.Status409Conflict);
    }

    private Markup Row(ConsolePage page, PromptDraftRow row, EditPlan plan, List<PromptFinding> errors, bool edits)
    {
        var place = PromptBook.PlaceOf(row);
        var conflict = plan.Conflicts.FirstOrDefault(each => each.Edit.Place == place);
        return Markup.Of($"""
            <li class="card"><p>{StudioPieces.Place(page.T, place)} <span class="dim">{page.T.Fill("studio.by", row.ChangedBy, pieces.At(row.ChangedAt))}</span></p>
            {StudioPieces.Change(page.T, row.Was, row.Text)}
            {Markup.If(conflict is not null, () => Conflict(page, row, place, conflict!.Now, edits))}
            {StudioPieces.Findings(page.T, plan.About(place).Where(finding => finding.Severity == PromptSeverity.Warning).Except(plan.Broken))}
            {Markup.If(errors.Count > 0, () => Markup.Of($"{StudioPieces.Findings(page.T, errors)}{Markup.If(edits, () => new TextForm(place, row.Was, row.Text, row.Text).Show(page, library, edits, Markup.None))}"))}
            {Markup.If(edits, () => Markup.Of($"""<form method="post" action="/studio/drop">{page.FormToken}{StudioPieces.Fields(place)}<button>{page.T["studio.drop"]}</button></form>"""))}</li>
            """);
    }

    private static Markup Conflict(ConsolePage page, PromptDraftRow row, PromptPlace place, string? now, bool edits) => Markup.Of($"""
        <div role="alert"><p class="bad">{(now is null ? page.T["studio.gone"] : page.T["studio.meanwhile"])}</p>{Markup.If(now is not null, () => Markup.Of($"<blockquote>{now}</blockquote>"))}
        {Markup.If(edits && now is not null, () => Markup.Of($"""<form method="post" action="/studio/draft">{page.FormToken}{StudioPieces.Fields(place)}<input type="hidden" name="was" value="{now}"><input type="hidden" name="seen" value="{row.Text}"><input type="hidden" name="text" value="{row.Text}"><button>{page.T["studio.mine"]}</button></form>"""))}</div>
        """);
}
