using IvrAutomat.Prompts;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Studio;

/// <summary>All prompts in the order of a call, languages side by side.</summary>
internal static class ListPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("", async (ConsolePage page, PromptSight sight, PromptLibrary library, DraftSight draft, string? q) =>
            page.Show(page.T["studio.title"], Content(page, sight, library, await draft.BarAsync(page), q?.Trim() ?? "")));
        studio.MapGet("/draft/bar", async (ConsolePage page, DraftSight draft) => ConsolePage.Part(await draft.BarAsync(page)));
    }

    private static Markup Content(ConsolePage page, PromptSight sight, PromptLibrary library, Markup bar, string wanted)
    {
        var parts = sight.Parts(wanted).ToList();
        var languages = library.Current.Languages;
        return Markup.Of($"""
            {StudioPieces.Assets}{StudioNav.Of(page)}
            <p>{page.T[page.Viewer.Role >= AccountRole.Supervisor ? "studio.what" : "studio.what-reader"]}</p>
            {StudioPieces.Broken(page.T, library.Problems)}
            {ConsolePage.Live("/studio/draft/bar", FeedKinds.Prompts, bar)}
            <form class="row" method="get" action="/studio" role="search"><label>{page.T["studio.search"]} <input type="search" name="q" value="{wanted}"></label><button>{page.T["studio.find"]}</button>{Markup.If(wanted.Length > 0, () => Markup.Of($"""<a href="/studio">{page.T["studio.all"]}</a>"""))}</form>
            {Markup.If(parts.Count == 0, () => Markup.Of($"""<p class="empty">{page.T["studio.nothing"]}</p>"""))}
            {parts.Select(part => Part(page, library, part, [.. languages], isOpen: wanted.Length > 0 || part == parts[0]))}
            """);
    }

    private static Markup Part(ConsolePage page, PromptLibrary library, PromptPart part, IReadOnlyList<string> languages, bool isOpen) => Markup.Of($"""
        <details class="part"{(isOpen ? new Markup(" open") : Markup.None)}><summary><h2>{page.T.Name("studio.part", part.Name)}</h2> <span class="dim">{part.Prompts.Length}</span></summary>
        <ul class="prompts">{part.Prompts.Select(prompt => Prompt(page, library, prompt, languages))}</ul></details>
        """);

    private static Markup Prompt(ConsolePage page, PromptLibrary library, PromptLine prompt, IReadOnlyList<string> languages) => Markup.Of($"""
        <li class="card"><p class="row"><a href="{StudioPieces.PathOf(prompt.Key)}"><strong>{prompt.Key}</strong></a>
        <span class="dim">{page.T.Fill("studio.count", prompt.Texts)}</span>{Markup.If(prompt.Remarks > 0, () => Markup.Of($"""<span class="tag">{page.T.Fill("studio.remarks", prompt.Remarks)}</span>"""))}</p>
        <div class="side">{languages.Where(prompt.First.ContainsKey).Select(language => Markup.Of($"""<p lang="{language}"><span class="tag">{language}</span> {prompt.First[language].Text} <span class="dim">{Heard(library, prompt.First[language])}</span></p>"""))}</div></li>
        """);

    private static string Heard(PromptLibrary library, PromptText text) =>
        library.Current.Example(text.Language, text.Key, text.Variant, text.Rung) is { } example && !PromptSight.IsMessage(text.Key)
            ? StudioPieces.Seconds(library.Current.Seconds(text.Language, example)) : "";
}
