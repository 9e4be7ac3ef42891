using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.AgentConsole;

namespace IvrAutomat.Web.Studio;

/// <summary>The ways within the studio, the same above every page of it.</summary>
internal static class StudioNav
{
    private static readonly (string Path, string Text, AccountRole From)[] Ways =
    [
        ("/studio", "studio.nav.texts", AccountRole.Agent),
        ("/studio/draft", "studio.draft", AccountRole.Agent),
        ("/studio/history", "studio.history", AccountRole.Agent),
        ("/studio/announcement", "day.nav.announcement", AccountRole.Admin),
        ("/studio/hours", "day.nav.hours", AccountRole.Admin),
        ("/studio/statuses", "day.nav.statuses", AccountRole.Admin),
        ("/studio/heard", "day.nav.heard", AccountRole.Admin),
        ("/studio/unheard", "unheard.title", AccountRole.Agent),
    ];

    /// <summary>Those that the viewer may go.</summary>
    public static Markup Of(ConsolePage page) => Markup.Of($"""
        <nav aria-label="{page.T["day.nav"]}">{Ways.Where(way => page.Viewer.Role >= way.From).Select(way => Way(page, way.Path, way.Text))}</nav>
        """);

    private static Markup Way(ConsolePage page, string path, string text) => Markup.Of(
        $"""<a href="{path}"{(page.Http.Request.Path == path ? new Markup(""" aria-current="page" """) : Markup.None)}>{page.T[text]}</a>""");
}
