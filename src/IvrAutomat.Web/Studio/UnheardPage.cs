using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Studio;

/// <summary>What callers said in menus and the automat did not understand: what an admin may teach it next.</summary>
internal static class UnheardPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio) => studio.MapGet("/unheard", async (ConsolePage page, UnheardBook book, Pieces pieces, PromptFiles files) =>
    {
        var (t, phrases) = (page.T, await book.ReadAsync(page.Stop));
        return ShopDay.Show(page, t["unheard.title"], Markup.Of($"""
            <p>{t["unheard.what"]}</p>
            <ul>{Languages.All.Select(language => Markup.Of($"<li>{t.Name("language", language.Tag)}: <code>{FolderOf(files)}/{language.Tag}/{WordsYaml.FileName}</code></li>"))}</ul>
            {(phrases.Count == 0 ? Markup.Of($"""<p class="empty">{t["unheard.empty"]}</p>""") : Table(t, phrases, pieces, FolderOf(files)))}
            """));
    });

    // As the admin knows it; where on the machine it lies, the settings say.
    private static string FolderOf(PromptFiles files) => Path.GetFileName(Path.TrimEndingDirectorySeparator(files.Folder));

    private static Markup Table(ConsoleTexts t, IReadOnlyList<UnheardPhrase> phrases, Pieces pieces, string folder) => Cards.Table(
        [t["unheard.words"], t["unheard.step"], t["unheard.language"], t["unheard.times"], t["unheard.last"], t["unheard.file"]],
        phrases.Select(each => (Markup[])
        [
            Markup.Of($"{each.Words}"),
            Markup.Of($"{t.Name("step", each.State)}"),
            Markup.Of($"{t.Name("language", each.Language)}"),
            Markup.Of($"{each.Times}"),
            Markup.Of($"{pieces.At(each.Last)}"),
            Markup.Of($"<code>{folder}/{each.Language}/{WordsYaml.FileName}</code>"),
        ]));
}
