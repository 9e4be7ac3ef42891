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
        studio.MapGet("/statuses", async (ConsolePage page, ShopOverrideBook book, StatusFile statuses, ShopSettings shop) =>
        {
            var changed = await book.ReadAsync(LineNow.Statuses, page.Stop);
            return ShopDay.Show(page, page.T["statuses.title"], Markup.Of($"""
                {ShopDay.Since(page, changed, shop, $"{Path}/as-set")}
                {Form(page, [.. statuses.Now.Written.Select(each => (each.Key, each.Value))])}
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
