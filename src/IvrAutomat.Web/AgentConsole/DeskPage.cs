namespace IvrAutomat.Web.AgentConsole;

/// <summary>The page that an agent has open all day.</summary>
internal static class DeskPage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console) => console.MapGet("", (ConsolePage page) => page.Show(page.T["nav.desk"], Markup.None));
}
