using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole.Cases;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// How many cases are past their time, on every page: a colleague's own, or everybody's for a supervisor. Time passes without an event, so
/// an open page also looks by itself.
/// </summary>
internal static class OverdueReminder
{
    private const string Path = "/console/overdue";

    /// <summary>Maps the part.</summary>
    public static void Map(RouteGroupBuilder console)
        => console.MapGet("/overdue", async (ConsolePage page) => ConsolePage.Part(await ContentAsync(page)));

    /// <summary>The part as it is now.</summary>
    public static async Task<Markup> OfAsync(ConsolePage page)
        => ConsolePage.Live(Path, FeedKinds.Case, await ContentAsync(page), looksByItself: true);

    private static async Task<Markup> ContentAsync(ConsolePage page)
    {
        var isEverybodys = page.Viewer.Role >= AccountRole.Supervisor;
        var desk = page.Http.RequestServices.GetRequiredService<CaseDesk>();
        var count = await desk.OverdueAsync(isEverybodys ? null : page.Viewer.Name, page.Stop);
        return Markup.If(count > 0, () => Markup.Of(
            $"""<a class="tag bad" href="{CasesPage.Path}?show={(isEverybodys ? "overdue" : "mine")}">{page.T.Count("overdue", count)}</a>"""));
    }
}
