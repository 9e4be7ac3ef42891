using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;

namespace IvrAutomat.Web.Studio;

/// <summary>What the shop's own statuses mean to a caller.</summary>
internal static class StatusesPage
{
    private const string Path = "/studio/statuses";

    /// <summary>Empty lines for new ones.</summary>
    private const int Spare = 3;

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/statuses", async (ConsolePage page, ShopOverrideBook book, StatusFile statuses, UnmeantStatuses unmeant, Pieces pieces, ShopSettings shop) =>
        {
            var changed = await book.ReadAsync(LineNow.Statuses, page.Stop);
            var open = await unmeant.ReadAsync(page.Stop);
            return ShopDay.Show(page, page.T["statuses.title"], Markup.Of($"""
                {ShopDay.Since(page, changed, shop, $"{Path}/as-set")}
                {Unmeant(page, open, pieces)}
                {Form(page, [.. open.Select(each => (each.Name, string.Empty)), .. statuses.Now.Written.Select(each => (each.Key, each.Value))])}
                {AsSet(page, StatusMeanings.Read(statuses.OnDisk))}
                """));
        });
        studio.MapPost("/statuses", async (ConsolePage page, ShopOverrideBook book) =>
        {
            var sent = await page.FormAsync();
            (string Name, string Meaning)[] meanings =
                [.. sent["name"].Zip(sent["meaning"]).Select(pair => (Name: (pair.First ?? string.Empty).Trim(), Meaning: pair.Second ?? string.Empty)).Where(each => each.Name.Length > 0)];
            var problems = await book.MeanAsync(page.Viewer.Account, meanings.Where(each => each.Meaning.Length > 0), page.Stop);
            return problems.Count == 0
                ? ConsolePage.BackTo(Path)
                : ShopDay.Show(
                    page,
                    page.T["statuses.title"],
                    Markup.Of($"{ShopDay.Wrong(problems.Select(problem => page.T.Fill("statuses.twice", meanings[problem.Line - 1].Name)))}{Form(page, meanings)}"),
                    StatusCodes.Status400BadRequest);
        });
        studio.MapPost("/statuses/as-set", async (ConsolePage page, ShopOverrideBook book) =>
        {
            await book.TakeBackAsync(page.Viewer.Account, LineNow.Statuses, page.Stop);
            return ConsolePage.BackTo(Path);
        });
    }

    // Each stands in the form below with its meaning still to be chosen.
    private static Markup Unmeant(ConsolePage page, IReadOnlyList<UnmeantStatus> open, Pieces pieces) => open.Count == 0 ? Markup.None : Markup.Of($"""
        <section class="card"><h2>{page.T["statuses.open"]}</h2>
        <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{page.T["statuses.name"]}</th><th scope="col">{page.T["statuses.times"]}</th><th scope="col">{page.T["statuses.last"]}</th><th scope="col">{page.T["statuses.calls"]}</th></tr></thead>
        <tbody>{open.Select(each => Markup.Of($"""
        <tr><td>{each.Name} ({each.StatusId})</td><td>{each.Times}</td><td>{pieces.At(each.Last)}</td>
        <td>{each.Calls.Select(call => Markup.Of($"""<a href="{CallPage.PathOf(call.CallId)}">{pieces.At(call.At)}</a> """))}</td></tr>
        """))}</tbody></table></div></section>
        """);

    private static Markup Form(ConsolePage page, (string Name, string Meaning)[] meanings) => Markup.Of($"""
        <form class="wide" method="post" action="{Path}">{page.FormToken}
        <p>{page.T["statuses.what"]}</p>
        <table class="meanings"><thead><tr><th scope="col">{page.T["statuses.name"]}</th><th scope="col">{page.T["statuses.meaning"]}</th></tr></thead><tbody>
        {meanings.Concat(Enumerable.Repeat((Name: string.Empty, Meaning: string.Empty), Spare)).Select(each => Row(page, each.Name, each.Meaning))}
        </tbody></table>
        <button class="main">{page.T["statuses.save"]}</button>
        <p class="dim">{page.T["statuses.note"]}</p>
        </form>
        """);

    private static Markup Row(ConsolePage page, string name, string meaning) => Markup.Of($"""
        <tr><td><input name="name" value="{name}" aria-label="{page.T["statuses.name"]}"></td>
        <td><select name="meaning" aria-label="{page.T["statuses.meaning"]}"><option value="">{page.T["statuses.none"]}</option>
        {StatusMeanings.Known.Select(word => Markup.Of($"""<option value="{word}"{(word == meaning ? new Markup(" selected") : Markup.None)}>{page.T.Name("meaning", word)}</option>"""))}</select></td></tr>
        """);

    private static Markup AsSet(ConsolePage page, StatusMeanings file) => Markup.Of($"""
        <details><summary>{page.T["statuses.as-set"]}</summary>
        <ul>{file.Written.Select(each => Markup.Of($"<li>{each.Key}: {page.T.Name("meaning", each.Value)}</li>"))}</ul></details>
        """);
}
