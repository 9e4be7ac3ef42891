using System.Text;
using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Privacy;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// What is kept about a phone number, read out or erased on its owner's request. The number travels in the form and never in an address, which
/// others would keep.
/// </summary>
internal static class PrivacyPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        var admin = console.MapGroup("/privacy").RequireAuthorization(Rights.Admin);
        admin.MapGet("", (ConsolePage page) => Show(page, string.Empty, Markup.None));
        admin.MapPost("/export", (ConsolePage page, PersonExport export) => ForNumberAsync(page, async number =>
            Results.File(Encoding.UTF8.GetBytes(await export.WriteAsync(number, page.Viewer.Account, page.Stop)), "application/json", page.T["privacy.file"])));
        admin.MapPost("/look", (ConsolePage page, PersonErasure erasure) => ForNumberAsync(page, async number =>
        {
            var report = await erasure.LookAsync(number, page.Stop);
            return Show(page, number.Value, Markup.Of($"""
                {Report(page.T, report, "privacy.would")}
                {Markup.If(!report.Erased.IsEmpty, () => Markup.Of($"""<section class="card">{page.Button("/console/privacy/erase", page.T["privacy.erase"], ("phone", number.Value))}</section>"""))}
                """));
        }));
        admin.MapPost("/erase", (ConsolePage page, PersonErasure erasure) => ForNumberAsync(page, async number =>
            Show(page, string.Empty, Report(page.T, await erasure.EraseAsync(number, page.Viewer.Account, page.Stop), "privacy.done"))));
    }

    private static async Task<IResult> ForNumberAsync(ConsolePage page, Func<PhoneNumber, Task<IResult>> answer)
    {
        var typed = (await page.FormAsync())["phone"].ToString();
        return PhoneNumber.Parse(typed) is { } number
            ? await answer(number)
            : Show(page, typed, Markup.Of($"""<p class="bad" role="alert">{page.T["privacy.no-number"]}</p>"""), StatusCodes.Status400BadRequest);
    }

    private static IResult Show(ConsolePage page, string phone, Markup below, int status = StatusCodes.Status200OK) => page.Show(page.T["nav.privacy"], Markup.Of($"""
        <form class="row" method="post" action="/console/privacy/export">{page.FormToken}
        <label>{page.T["privacy.phone"]} <input name="phone" type="tel" value="{phone}" required autocomplete="off"></label>
        <button>{page.T["privacy.export"]}</button>
        <button formaction="/console/privacy/look">{page.T["privacy.look"]}</button>
        </form><p class="dim">{page.T["privacy.help"]}</p>
        {below}
        """), status);

    private static Markup Report(ConsoleTexts t, ErasureReport report, string title) => Markup.Of($"""
        <section class="card" role="status"><h2>{t[report.Erased.IsEmpty ? "privacy.nothing" : title]}</h2>
        <ul>{report.Erased.Select(each => Markup.Of($"<li>{t.Name("privacy.what", each.What)}: {each.Count}</li>"))}</ul>
        {Markup.If(!report.Kept.IsEmpty, () => Markup.Of($"""<h2>{t["privacy.kept"]}</h2><ul>{report.Kept.Select(each => Markup.Of($"<li>{each.Count} × {t.Name("privacy.why", each.What)}</li>"))}</ul>"""))}
        </section>
        """);
}
