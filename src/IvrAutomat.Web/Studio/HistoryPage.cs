using IvrAutomat.Prompts;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>What was published, by whom and when, and the way back.</summary>
internal static class HistoryPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/history", async (ConsolePage page, PromptBook book, Pieces pieces, Remarks remarks, int? done, string? late) =>
        {
            var versions = await book.VersionsAsync(after: 0, page.Stop);
            var published = versions.FirstOrDefault(version => version.Number == done);
            var found = published is null ? [] : await remarks.OfAsync([.. published.Edits.Select(edit => edit.Place)], page.Stop);
            return page.Show(page.T["studio.history"], Markup.Of($"""
                {StudioPieces.Assets}{StudioNav.Of(page)}
                {Markup.If(done is not null, () => Markup.Of($"""<p class="good" role="status">{page.T.Fill(late is null ? "studio.done" : "studio.done-late", done)}</p>"""))}
                {Remarks.Show(page.T, found)}
                {Markup.If(versions.Count == 0, () => Markup.Of($"""<p class="empty">{page.T["studio.history-empty"]}</p>"""))}
                <ol class="timeline">{versions.Select(version => Version(page, pieces, version, isLast: version == versions[0]))}</ol>
                {Markup.If(versions.Count > 0, () => Back(page, 0))}
                """));
        });
        studio.MapGet("/history/{number:int}", async (ConsolePage page, int number, Publishing publishing, PromptLibrary library) =>
            page.Show(number == 0 ? page.T["studio.back-first"] : page.T.Fill("studio.back-title", number), Compare(page, number, await publishing.BackToAsync(number, page.Stop), library.Problems)));
        studio.MapPost("/history/{number:int}", async (ConsolePage page, int number, Publishing publishing, DraftSight sight) =>
            await DraftPage.AnswerAsync(page, sight, await publishing.RollBackAsync(page.Viewer.Account, number, page.Stop)))
            .RequireAuthorization(Rights.Supervisor);
    }

    private static Markup Version(ConsolePage page, Pieces pieces, PromptVersion version, bool isLast) => Markup.Of($"""
        <li><p class="row"><strong>{page.T.Fill("studio.version", version.Number)}</strong> <span class="dim">{page.T.Fill("studio.by", version.By, pieces.At(version.At))}</span>
        {Markup.If(version.BackTo is not null, () => Markup.Of($"""<span class="tag">{(version.BackTo == 0 ? page.T["studio.was-first"] : page.T.Fill("studio.was-back", version.BackTo))}</span>"""))} {version.Note}</p>
        <details><summary>{page.T.Fill("studio.texts", version.Edits.Length)}</summary>{version.Edits.Select(edit => Markup.Of($"<p>{StudioPieces.Place(page.T, edit.Place)}</p>{StudioPieces.Change(page.T, edit.Was, edit.Text)}"))}</details>
        {Markup.If(!isLast, () => Back(page, version.Number))}</li>
        """);

    private static Markup Back(ConsolePage page, int number) =>
        Markup.Of($"""<p><a href="/studio/history/{number}">{(number == 0 ? page.T["studio.back-first"] : page.T.Fill("studio.back", number))}</a></p>""");

    private static Markup Compare(ConsolePage page, int number, IReadOnlyList<TextEdit> edits, IReadOnlyCollection<PromptFinding> problems) => Markup.Of($"""
        {StudioPieces.Assets}{StudioNav.Of(page)}{StudioPieces.Broken(page.T, problems)}
        {Markup.If(edits.Count == 0 && problems.Count == 0, () => Markup.Of($"""<p class="empty">{page.T["studio.back-nothing"]} <a href="/studio/history">{page.T["studio.history"]}</a></p>"""))}
        <ul class="prompts">{edits.Select(edit => Markup.Of($"""<li class="card"><p>{StudioPieces.Place(page.T, edit.Place)}</p>{StudioPieces.Change(page.T, edit.Was, edit.Text)}</li>"""))}</ul>
        {Markup.If(edits.Count > 0 && page.Viewer.Role >= AccountRole.Supervisor, () => Markup.Of($"""<form method="post" action="/studio/history/{number}">{page.FormToken}<button class="main">{page.T.Fill("studio.back-do", edits.Count)}</button></form>"""))}
        """);
}
