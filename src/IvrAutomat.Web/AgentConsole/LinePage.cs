using System.Globalization;
using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Who takes new calls, and the switch.</summary>
internal static class LinePage
{
    private const string Path = "/console/line";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        var admin = console.MapGroup("/line").RequireAuthorization(Rights.Admin);
        admin.MapGet("", async (ConsolePage page, LineBook line, ShopSettings shop) =>
        {
            var state = await line.ReadAsync(page.Stop);
            return page.Show(page.T["line.title"], Markup.Of($"""{ConsolePage.Live($"{Path}/state", FeedKinds.Line, State(page, state, shop))}{Form(page, state)}"""));
        });
        admin.MapGet("/state", async (ConsolePage page, LineBook line, ShopSettings shop)
            => ConsolePage.Part(State(page, await line.ReadAsync(page.Stop), shop)));
        admin.MapPost("", async (ConsolePage page, LineBook line) =>
        {
            var form = await page.FormAsync();
            if (!Enum.TryParse<LineMode>(form["mode"], out var mode) || !Enum.IsDefined(mode))
            {
                return page.Malformed();
            }

            var number = mode switch
            {
                LineMode.Overflow => form["seconds"].ToString(),
                LineMode.Share => form["percent"].ToString(),
                _ => null,
            };
            var switched = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || number is null
                ? await line.SwitchAsync(page.Viewer.Account, mode, number is null ? null : value, page.Stop)
                : LineSwitched.OutOfRange;
            if (switched == LineSwitched.Done)
            {
                return ConsolePage.BackTo(Path);
            }

            var state = await line.ReadAsync(page.Stop);
            return page.Show(
                page.T["line.title"], Markup.Of($"""<p class="bad" role="alert">{page.T[$"line.{switched}"]}</p>{Form(page, state)}"""), StatusCodes.Status400BadRequest);
        });
    }

    private static Markup State(ConsolePage page, LineState state, ShopSettings shop) => Markup.Of($"""
        <p class="card"><strong>{page.T.Name("line.mode", $"{state.Mode}")}</strong>{Markup.If(state.Mode == LineMode.Overflow, () => Markup.Of($" ({state.OverflowSeconds} s)"))}{Markup.If(state.Mode == LineMode.Share, () => Markup.Of($" ({state.SharePercent} %)"))}<br>
        <span class="dim">{(state.ChangedAt is { } at
            ? page.T.Fill("line.since", TimeZoneInfo.ConvertTime(at, shop.Profile.TimeZone).ToString("d. M. yyyy H:mm", CultureInfo.InvariantCulture), page.T.Name("audit.who", state.ChangedBy))
            : page.T["line.as-set"])}</span></p>
        """);

    private static Markup Form(ConsolePage page, LineState state) => Markup.Of($"""
        <form class="wide" method="post" action="{Path}">{page.FormToken}
        <fieldset><legend>{page.T["line.who"]}</legend>
        {Enum.GetValues<LineMode>().Select(mode => Choice(page, mode, state))}
        </fieldset>
        <label>{page.T["line.seconds"]} <input name="seconds" type="number" min="{LineOptions.ShortestOverflow}" max="{LineOptions.LongestOverflow}" value="{state.OverflowSeconds}"></label>
        <label>{page.T["line.percent"]} <input name="percent" type="number" min="0" max="100" value="{state.SharePercent}"></label>
        <button class="main">{page.T["line.switch"]}</button>
        <p class="dim">{page.T["line.note"]}</p>
        </form>
        <p><a href="/studio/announcement">{page.T["day.nav.announcement"]}</a> · <a href="/studio/hours">{page.T["day.nav.hours"]}</a></p>
        """);

    private static Markup Choice(ConsolePage page, LineMode mode, LineState state) => Markup.Of($"""
        <div><label><input type="radio" name="mode" value="{mode}" required{(mode == state.Mode ? new Markup(" checked") : Markup.None)}> {page.T.Name("line.mode", $"{mode}")}</label></div>
        """);
}
