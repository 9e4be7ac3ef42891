using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Studio;

/// <summary>What callers said in menus and the automat did not understand: what an admin may teach it next.</summary>
internal static class UnheardPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio) => studio.MapGet("/unheard", async (ConsolePage page, UnheardBook book, Pieces pieces) =>
    {
        var (t, phrases) = (page.T, await book.ReadAsync(page.Stop));
        return ShopDay.Show(page, t["unheard.title"], Markup.Of($"""
            <p class="dim">{t["unheard.what"]}</p>
            {(phrases.Count == 0 ? Markup.Of($"""<p class="empty">{t["unheard.empty"]}</p>""") : Table(t, phrases, pieces))}
            """));
    });

    private static Markup Table(ConsoleTexts t, IReadOnlyList<UnheardPhrase> phrases, Pieces pieces) => Markup.Of($"""
        <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{t["unheard.step"]}</th><th scope="col">{t["unheard.words"]}</th><th scope="col">{t["unheard.language"]}</th><th scope="col">{t["unheard.times"]}</th><th scope="col">{t["unheard.last"]}</th></tr></thead>
        <tbody>{phrases.Select(each => Markup.Of($"""
        <tr><td>{t.Name("step", each.State)}</td><td>{each.Words}</td><td>{t.Name("language", each.Language)}</td><td>{each.Times}</td><td>{pieces.At(each.Last)}</td></tr>
        """))}</tbody></table></div>
        """);
}
