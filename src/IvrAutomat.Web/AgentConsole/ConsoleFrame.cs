using IvrAutomat.Web.Accounts;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>What is around every page: the head, the ways to other pages, and the headers that keep strangers out.</summary>
internal static class ConsoleFrame
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Where one may go, from which right on, and the key that takes one there.
    private static readonly (string Path, string Text, AccountRole From, string Key)[] Ways =
    [
        ("/console", "nav.desk", AccountRole.Agent, "g"),
        ("/console/cases", "nav.cases", AccountRole.Agent, "c"),
        ("/console/lost", "nav.lost", AccountRole.Agent, "n"),
        ("/console/search", "nav.search", AccountRole.Agent, "/"),
        ("/console/today", "nav.today", AccountRole.Supervisor, "d"),
        ("/studio", "nav.studio", AccountRole.Supervisor, "s"),
        ("/console/line", "nav.line", AccountRole.Admin, "l"),
        ("/console/accounts", "nav.accounts", AccountRole.Admin, "u"),
        ("/console/audit", "nav.audit", AccountRole.Admin, "a"),
        ("/console/privacy", "nav.privacy", AccountRole.Admin, "p"),
    ];

    /// <summary>A page for somebody who is signed in.</summary>
    public static IResult Page(ConsolePage page, string title, Markup content, int status) => new FramedPage(page, title, content, status);

    /// <summary>The same, with what the frame shows of the shop at this moment.</summary>
    public static HtmlResult Around(ConsolePage page, string title, Markup reminder, Markup content, int status) => new(
        Document(page.T, title, Markup.Of($"""
            <header>
            <a class="skip" href="#main">{page.T["nav.skip"]}</a>
            <details class="menu"><summary>{page.T["nav.menu"]}</summary></details>
            <nav aria-label="{page.T["nav.label"]}">{Ways.Where(way => page.Viewer.Role >= way.From).Select(way => Way(page, way.Path, way.Text, way.Key))}</nav>
            <div class="who">{reminder}<a href="/console/me">{page.Viewer.Name}</a>{page.Button("/console/sign-out", page.T["nav.out"])}</div>
            </header>
            <main id="main" tabindex="-1"><h1>{title}</h1>{content}</main>
            <div id="notice" role="status" aria-live="polite"></div>
            <p id="cut-off" class="card" role="alert" hidden>{page.T["nav.cut-off"]}</p>
            """)),
        status);

    /// <summary>A page for somebody who is not.</summary>
    public static IResult Outside(ConsoleTexts texts, string title, Markup content, int status = StatusCodes.Status200OK)
        => new HtmlResult(Document(texts, title, Markup.Of($"""<main id="main" class="outside"><h1>{title}</h1>{content}</main>""")), status);

    /// <summary>The headers of everything below <c>/console</c> and <c>/studio</c>.</summary>
    public static void Guard(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
    }

    private static Markup Way(ConsolePage page, string path, string text, string key)
    {
        var isHere = page.Http.Request.Path == path || (path != "/console" && page.Http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
        return Markup.Of($"""<a href="{path}" data-key="{key}"{(isHere ? new Markup(""" aria-current="page" """) : Markup.None)}>{page.T[text]}</a>""");
    }

    private static Markup Document(ConsoleTexts texts, string title, Markup body) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="{texts.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/console/assets/console.css">
        <script type="module" src="/console/assets/console.js"></script>
        </head>
        <body>{body}</body>
        </html>
        """);
}
