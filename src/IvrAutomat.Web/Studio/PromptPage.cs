using System.Collections.Immutable;
using IvrAutomat.Dialogue;
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
    // A guess at the narrowest column; browsers that can fit the field to its text do so.
    private const int LettersInARow = 38;

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/prompt/{key}", async (ConsolePage page, string key, PromptSight sight, PromptBook book, PromptLibrary library, Pieces pieces, IEnumerable<PromptContract> contracts) =>
            sight.Of(key) is { IsEmpty: false } texts
                ? page.Show(key, await ContentAsync(page, key, texts, book, library, pieces, contracts))
                : page.Show(page.T["studio.title"], Markup.Of($"""<p class="empty">{page.T["studio.none"]} <a href="/studio">{page.T["studio.title"]}</a></p>"""), StatusCodes.Status404NotFound));
        var edit = studio.MapGroup("").RequireAuthorization(Rights.Supervisor);
        edit.MapPost("/draft", async (ConsolePage page, PromptBook book) => await KeepAsync(page, book) is var (place, kept)
            ? kept == DraftKept.Kept ? ConsolePage.BackTo($"{StudioPieces.PathOf(place.Key)}?done=draft") : Overtaken(page, place, kept)
            : Results.BadRequest());
        edit.MapPost("/publish/one", async (ConsolePage page, PromptBook book, Publishing publishing, DraftSight sight) => await KeepAsync(page, book) is var (place, kept)
            ? kept == DraftKept.Kept
                ? await DraftPage.AnswerAsync(page, sight, await publishing.PublishAsync(page.Viewer.Account, string.Empty, place, page.Stop))
                : Overtaken(page, place, kept)
            : Results.BadRequest());
    }

    private static async Task<(PromptPlace Place, DraftKept Kept)?> KeepAsync(ConsolePage page, PromptBook book)
    {
        var form = await page.FormAsync();
        return StudioPieces.PlaceOf(form) is { } place
            ? (place, await book.KeepAsync(
                page.Viewer.Account, new(place, form["was"].ToString(), form["text"].ToString()), form.TryGetValue("seen", out var seen) ? seen.ToString() : null, page.Stop))
            : null;
    }

    // Whoever wrote keeps their words in the browser: "back" shows them, and the page shows what the other wrote.
    private static IResult Overtaken(ConsolePage page, PromptPlace place, DraftKept kept) => page.Show(page.T["studio.title"], Markup.Of($"""
        <p class="bad" role="alert">{page.T[kept == DraftKept.Gone ? "studio.gone" : "studio.overtaken"]}</p>
        <blockquote>{page.Http.Request.Form["text"].ToString()}</blockquote>
        <p><a href="{StudioPieces.PathOf(place.Key)}">{place.Key}</a></p>
        """), StatusCodes.Status409Conflict);

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
            {Spoken(page, key)}
            {Slots(page, key, contracts)}
            <div class="columns" data-no-voice="{page.T["studio.no-voice"]}" data-lost="{page.T["studio.lost"]}">
            {texts.Select(language => Markup.Of($"""
            <section aria-labelledby="in-{language.Language}"><h2 id="in-{language.Language}">{StudioPieces.Language(page.T, language.Language)}</h2>
            {language.Texts.Select(text => Text(page, text, draft.GetValueOrDefault(PromptPlace.Of(text)), library, edits))}</section>
            """))}</div>
            <h2>{page.T["studio.history"]}</h2>
            {Markup.If(versions.Count == 0, () => Markup.Of($"""<p class="empty">{page.T["studio.history-none"]}</p>"""))}
            <ol class="timeline">{versions.Select(version => Markup.Of($"""<li>{page.T.Fill("studio.version", version.Number)} <span class="dim">{page.T.Fill("studio.by", version.By, pieces.At(version.At))}</span>{version.Edits.Where(edit => edit.Place.Key == key).Select(edit => Markup.Of($"{StudioPieces.Place(page.T, edit.Place)}{StudioPieces.Change(page.T, edit.Was, edit.Text)}"))}</li>"""))}</ol>
            """);
    }

    private static Markup Spoken(ConsolePage page, string key)
    {
        var uses = DialoguePrompts.UsesOf(key);
        return uses.IsEmpty ? Markup.Of($"<p>{page.T[PromptSight.IsMessage(key) ? "studio.written" : "studio.shared"]}</p>") : Markup.Of($"""
            <details><summary>{page.T.Fill("studio.spoken", string.Join(", ", uses.Select(use => page.T.Name("studio.use", use.Part))))}</summary>
            <ul>{uses.SelectMany(use => use.States).Select(state => Markup.Of($"<li><code>{state.Name}</code>: {string.Join(" · ", ShopDialogue.Flow.Edges.Where(edge => edge.From == state).Select(edge => $"{edge.Trigger} → {edge.To}").Distinct(StringComparer.Ordinal))}</li>"))}</ul></details>
            """);
    }

    private static Markup Slots(ConsolePage page, string key, IEnumerable<PromptContract> contracts)
    {
        var slots = contracts.Where(contract => contract.Key == key).SelectMany(contract => contract.Slots).Distinct().ToList();
        return Markup.Of($"""<p class="dim">{(slots.Count == 0 ? page.T["studio.no-slots"] : page.T["studio.slots"])} {slots.Select(slot => Markup.Of($"<code>{{{slot.Name}}}</code> {page.T.Name("studio.slot", $"{slot.Kind}")} "))}</p>""");
    }

    private static Markup Text(ConsolePage page, PromptText text, PromptDraftRow? draft, PromptLibrary library, bool edits)
    {
        var place = PromptPlace.Of(text);
        var id = $"{text.Language}-{text.Variant}-{text.Rung}";
        var example = library.Current.Example(text.Language, text.Key, text.Variant, text.Rung);
        var words = draft?.Text ?? text.Text;
        var isHeard = !PromptSight.IsMessage(text.Key);
        return Markup.Of($"""
            <form class="card text" method="post" action="/studio/draft" data-text="{id}">{page.FormToken}{StudioPieces.Fields(place)}
            <input type="hidden" name="was" value="{draft?.Was ?? text.Text}">{Markup.If(draft is not null, () => Markup.Of($"""<input type="hidden" name="seen" value="{draft!.Text}">"""))}
            <label for="{id}">{StudioPieces.Variant(page.T, place)}{Markup.If(draft is not null, () => Markup.Of($""" <span class="tag">{page.T["studio.in-draft"]}</span>"""))}</label>
            <textarea id="{id}" name="text" lang="{text.Language}" rows="{Math.Clamp((words.Length / LettersInARow) + 1, 2, 12)}" required maxlength="2000"{(edits ? Markup.None : new Markup(" readonly"))}>{words}</textarea>
            <p class="dim heard" lang="{text.Language}">{example}</p>
            <p class="row">{Markup.If(isHeard, () => Markup.Of($"""<span class="seconds">{(example is null ? "" : StudioPieces.Seconds(library.Current.Seconds(text.Language, example)))}</span> <button type="button" data-hear>{page.T["studio.hear"]}</button>"""))}
            {Markup.If(edits, () => Markup.Of($"""<button>{page.T["studio.keep"]}</button><button class="main" formaction="/studio/publish/one">{page.T["studio.publish-one"]}</button>"""))}</p>
            <div class="lint" aria-live="polite"></div></form>
            """);
    }
}
