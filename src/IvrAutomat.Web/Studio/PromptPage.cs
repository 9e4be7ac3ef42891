using System.Collections.Immutable;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Prompts.Editing;

namespace IvrAutomat.Web.Studio;

/// <summary>One prompt: every text of it in every language, to be read, heard and changed; where it is spoken, and its history.</summary>
internal static class PromptPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/prompt/{key}", async (ConsolePage page, string key, PromptSight sight, PromptBook book, PromptLibrary library, Pieces pieces, IEnumerable<PromptContract> contracts) =>
            sight.Of(key) is { IsEmpty: false } texts
                ? page.Show(key, await ContentAsync(page, key, texts, book, library, pieces, contracts))
                : page.Show(page.T["studio.title"], Markup.Of($"""<p class="empty">{page.T["studio.none"]} <a href="/studio">{page.T["studio.title"]}</a></p>"""), StatusCodes.Status404NotFound));
        var edit = studio.MapGroup("").RequireAuthorization(Rights.Supervisor);
        edit.MapPost("/draft", async (ConsolePage page, PromptBook book, DraftSight sight) => await KeepAsync(page, book) is var (edited, kept)
            ? kept == DraftKept.Kept ? ConsolePage.BackTo($"{StudioPieces.PathOf(edited.Place.Key)}?done=draft") : await sight.NotKeptAsync(page, edited, kept)
            : Results.BadRequest());
        edit.MapPost("/publish/one", async (ConsolePage page, PromptBook book, Publishing publishing, DraftSight sight) => await KeepAsync(page, book) is var (edited, kept)
            ? kept == DraftKept.Kept
                ? await DraftPage.AnswerAsync(page, sight, await publishing.PublishAsync(page.Viewer.Account, string.Empty, edited.Place, page.Stop))
                : await sight.NotKeptAsync(page, edited, kept)
            : Results.BadRequest());
    }

    private static async Task<(TextEdit Edited, DraftKept Kept)?> KeepAsync(ConsolePage page, PromptBook book)
    {
        var form = await page.FormAsync();
        if (StudioPieces.PlaceOf(form) is not { } place)
        {
            return null;
        }

        var edited = new TextEdit(place, form["was"].ToString(), form["text"].ToString());
        return (edited, await book.KeepAsync(page.Viewer.Account, edited, form.TryGetValue("seen", out var seen) ? seen.ToString() : null, page.Stop));
    }

    private static TextForm FormOf(PromptText text, PromptDraftRow? draft) => new(PromptPlace.Of(text), draft?.Was ?? text.Text, draft?.Text, draft?.Text ?? text.Text);

    private static async Task<Markup> ContentAsync(
        ConsolePage page, string key, ImmutableArray<(string Language, ImmutableArray<PromptText> Texts)> texts, PromptBook book, PromptLibrary library, Pieces pieces, IEnumerable<PromptContract> contracts)
    {
        var draft = (await book.DraftAsync(page.Stop)).ToDictionary(PromptBook.PlaceOf);
        var versions = (await book.VersionsAsync(after: 0, page.Stop)).Where(version => version.Edits.Any(edit => edit.Place.Key == key)).ToList();
        var edits = page.Viewer.Role >= AccountRole.Supervisor;
        return Markup.Of($"""
            {StudioPieces.Assets}
            {StudioNav.Of(page)}
            {Markup.If(page.Http.Request.Query["done"] == "draft", () => Markup.Of($"""<p class="good" role="status">{page.T["studio.kept"]} <a href="/studio/draft">{page.T["studio.draft-look"]}</a></p>"""))}
            {StudioPieces.Broken(page.T, library.Problems)}
            {SpokenWhere.Of(page.T, key)}
            {Slots(page, key, contracts)}
            <div class="columns" {TextForm.Around(page.T)}>
            {texts.Select(language => Markup.Of($"""
            <section aria-labelledby="in-{language.Language}"><h2 id="in-{language.Language}">{StudioPieces.Language(page.T, language.Language)}</h2>
            {language.Texts.Select(text => FormOf(text, draft.GetValueOrDefault(PromptPlace.Of(text))).Show(page, library, edits, Markup.None))}</section>
            """))}</div>
            <h2>{page.T["studio.history"]}</h2>
            {Markup.If(versions.Count == 0, () => Markup.Of($"""<p class="empty">{page.T["studio.history-none"]}</p>"""))}
            <ol class="timeline">{versions.Select(version => Markup.Of($"""<li>{page.T.Fill("studio.version", version.Number)} <span class="dim">{page.T.Fill("studio.by", version.By, pieces.At(version.At))}</span>{version.Edits.Where(edit => edit.Place.Key == key).Select(edit => Markup.Of($"{StudioPieces.Place(page.T, edit.Place)}{StudioPieces.Change(page.T, edit.Was, edit.Text)}"))}</li>"""))}</ol>
            """);
    }

    private static Markup Slots(ConsolePage page, string key, IEnumerable<PromptContract> contracts)
    {
        var slots = contracts.Where(contract => contract.Key == key).SelectMany(contract => contract.Slots).Distinct().ToList();
        return Markup.Of($"""<p class="dim">{(slots.Count == 0 ? page.T["studio.no-slots"] : page.T["studio.slots"])} {slots.Select(slot => Markup.Of($"<code>{{{slot.Name}}}</code> {page.T.Name("studio.slot", $"{slot.Kind}")} "))}</p>""");
    }
}
