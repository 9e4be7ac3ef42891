using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Studio;

/// <summary>When people answer, and when the shop is closed.</summary>
internal static class HoursPage
{
    private const string Path = "/studio/hours";

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/hours", async (ConsolePage page, ShopOverrideBook book, ShopSettings shop) =>
        {
            var changed = await book.ReadAsync(LineNow.Hours, page.Stop);
            var week = await book.WeekAsync(page.Stop);
            return ShopDay.Show(
                page, page.T["hours.title"], Markup.Of($"{ShopDay.Since(page, changed, shop, $"{Path}/as-set")}{Form(page, week)}{AsSet(page, shop)}"));
        });
        studio.MapPost("/hours", async (ConsolePage page, ShopOverrideBook book) =>
        {
            var sent = await page.FormAsync();
            var week = new WeekText(
                Week.Select(day => (Day: $"{day}", Hours: sent[$"{day}"].ToString().Replace(" ", "", StringComparison.Ordinal).Replace('–', '-')))
                    .Where(entry => entry.Hours.Length > 0).ToDictionary(entry => entry.Day, entry => entry.Hours, StringComparer.Ordinal),
                [.. sent["closures"].ToString().Split([' ', ',', ';', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
            string[] problems = week.Hours.Count == 0
                ? [page.T["hours.never"]]
                : [.. (await book.OpenAsync(page.Viewer.Account, week, page.Stop)).Select(entry => page.T.Fill("hours.unreadable", entry))];
            return problems.Length == 0
                ? ConsolePage.BackTo(Path)
                : ShopDay.Show(page, page.T["hours.title"], Markup.Of($"{ShopDay.Wrong(problems)}{Form(page, week)}"), StatusCodes.Status400BadRequest);
        });
        studio.MapPost("/hours/as-set", async (ConsolePage page, ShopOverrideBook book) =>
        {
            await book.TakeBackAsync(page.Viewer.Account, LineNow.Hours, page.Stop);
            return ConsolePage.BackTo(Path);
        });
    }

    private static Markup Form(ConsolePage page, WeekText week) => Markup.Of($"""
        <form class="wide" method="post" action="{Path}">{page.FormToken}
        <p>{page.T["hours.what"]}</p>
        <fieldset><legend>{page.T["hours.week"]}</legend>
        {Week.Select(day => Markup.Of($"""<label>{page.T.Name("weekday", $"{day}")} <input name="{day}" value="{week.Hours.GetValueOrDefault($"{day}")}" placeholder="{page.T["hours.closed"]}"></label>"""))}
        </fieldset>
        <label>{page.T["hours.closures"]} <textarea name="closures" rows="4">{string.Join('\n', week.Closures)}</textarea></label>
        <button class="main">{page.T["hours.save"]}</button>
        <p class="dim">{page.T["hours.note"]}</p>
        </form>
        """);

    private static Markup AsSet(ConsolePage page, ShopSettings shop) => Markup.Of($"""
        <details><summary>{page.T["hours.as-set"]}</summary>
        <ul>{shop.InFull(shop.AsSet).Hours.Select(entry => Markup.Of($"<li>{page.T.Name("weekday", entry.Key)} {entry.Value}</li>"))}
        {shop.AsSet.Closures.Select(day => Markup.Of($"<li>{day}</li>"))}</ul></details>
        """);
}
