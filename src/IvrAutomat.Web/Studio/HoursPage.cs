using System.Globalization;
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
                page, page.T["hours.title"], Markup.Of($"{ShopDay.Since(page, changed, shop, $"{Path}/as-set")}{Form(page, Filled.Of(week))}{AsSet(page, shop)}"));
        });
        studio.MapPost("/hours", async (ConsolePage page, ShopOverrideBook book, ShopSettings shop, TimeProvider time) =>
        {
            var sent = await page.FormAsync();
            var filled = new Filled(Week.ToDictionary(day => day, day => sent[$"{day}"].ToString()), sent["closures"].ToString());
            var (week, problems) = Read(page.T, filled, shop.DayOf(time.GetUtcNow()));
            if (problems.Count == 0)
            {
                await book.OpenAsync(page.Viewer.Account, week, page.Stop);
                return ConsolePage.BackTo(Path);
            }

            return ShopDay.Show(page, page.T["hours.title"], Markup.Of($"{ShopDay.Wrong(problems)}{Form(page, filled)}"), StatusCodes.Status400BadRequest);
        });
        studio.MapPost("/hours/as-set", async (ConsolePage page, ShopOverrideBook book) =>
        {
            await book.TakeBackAsync(page.Viewer.Account, LineNow.Hours, page.Stop);
            return ConsolePage.BackTo(Path);
        });
    }

    private static (WeekText Week, IReadOnlyList<string> Problems) Read(ConsoleTexts t, Filled filled, DateOnly today)
    {
        var hours = Week.ToDictionary(day => day, day => WrittenWeek.Hours(filled.Hours[day]));
        var (closures, unreadable) = WrittenWeek.Days(filled.Closures, today);
        List<string> problems =
        [
            .. hours.Where(each => each.Value is null).Select(each => t.Fill("hours.unreadable", t.Name("weekday", $"{each.Key}"), filled.Hours[each.Key])),
            .. unreadable.Select(day => t.Fill("hours.no-day", day)),
        ];
        if (hours.Values.All(written => written?.Length == 0))
        {
            problems.Add(t["hours.never"]);
        }

        var week = hours.Where(each => each.Value is { Length: > 0 }).ToDictionary(each => $"{each.Key}", each => each.Value!, StringComparer.Ordinal);
        return (new(week, [.. closures.Select(day => day.ToString(WeekText.DayForm, CultureInfo.InvariantCulture))]), problems);
    }

    private static string Shown(string closure) => Pieces.Day(DateOnly.ParseExact(closure, WeekText.DayForm, CultureInfo.InvariantCulture));

    private static Markup Form(ConsolePage page, Filled filled) => Markup.Of($"""
        <form class="wide day" method="post" action="{Path}">{page.FormToken}
        <p>{page.T["hours.what"]}</p>
        <fieldset class="week"><legend>{page.T["hours.week"]}</legend>
        {Week.Select(day => Markup.Of($"""<label>{page.T.Name("weekday", $"{day}")} <input name="{day}" value="{filled.Hours[day]}" placeholder="{page.T["hours.closed"]}" size="13"></label>"""))}
        </fieldset>
        <label>{page.T["hours.closures"]} <textarea name="closures" rows="4">{filled.Closures}</textarea></label>
        <button class="main">{page.T["hours.save"]}</button>
        <p class="dim">{page.T["hours.note"]}</p>
        </form>
        """);

    private static Markup AsSet(ConsolePage page, ShopSettings shop)
    {
        var (hours, closures) = (shop.InFull(shop.AsSet).Hours, shop.AsSet.Closures);
        return Markup.Of($"""
            <details><summary>{page.T["hours.as-set"]}</summary>
            <ul>{Week.Where(day => hours.ContainsKey($"{day}")).Select(day => Markup.Of($"<li>{page.T.Name("weekday", $"{day}")} {WrittenWeek.Show(hours[$"{day}"])}</li>"))}
            {closures.Select(day => Markup.Of($"<li>{page.T["hours.closed"]} {Shown(day)}</li>"))}</ul></details>
            """);
    }

    // What stands in the fields: of a refused form what was written, so that it can be mended.
    private sealed record Filled(IReadOnlyDictionary<DayOfWeek, string> Hours, string Closures)
    {
        public static Filled Of(WeekText week) => new(
            Week.ToDictionary(day => day, day => WrittenWeek.Show(week.Hours.GetValueOrDefault($"{day}", string.Empty))),
            string.Join('\n', week.Closures.Select(Shown)));
    }
}
