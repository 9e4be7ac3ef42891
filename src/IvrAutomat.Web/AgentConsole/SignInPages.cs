using IvrAutomat.Web.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Coming in and going out.</summary>
internal static class SignInPages
{
    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder outside)
    {
        outside.MapGet("/sign-in", (HttpContext http, DemoColleagues demo) => Page(http, demo, http.Request.Query["to"]));
        outside.MapPost("/sign-in", async (HttpContext http, SignIn signIn, DemoColleagues demo) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return await signIn.CheckAsync(form["name"], form["password"], http.RequestAborted) is { } row
                ? await ConsoleDoor.LetInAsync(http, Colleague.Of(row), row.Stamp, form["to"])
                : Page(http, demo, form["to"], form["name"]);
        }).AddEndpointFilter(ConsoleRegistration.FromOurPageAsync);

        // There is nothing to steal in a made-up shop, and nobody is signed in yet: the form needs no token.
        outside.MapPost("/sign-in/demo", async (HttpContext http, DemoColleagues demo, AccountBook accounts, AuditBook audit) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (demo.All.FirstOrDefault(each => each.Account == form["name"]) is not { } colleague
                || await accounts.FindAsync(colleague.Account, http.RequestAborted) is not { } row)
            {
                return Results.NotFound();
            }

            await audit.NoteAsync(row.Name, AuditActs.SignedIn, default, http.RequestAborted);
            return await ConsoleDoor.LetInAsync(http, Colleague.Of(row), row.Stamp, form["to"]);
        });
    }

    /// <summary>Maps what only somebody who is signed in can want.</summary>
    public static void MapInside(RouteGroupBuilder console) => console.MapPost("/sign-out", async (ConsolePage page, AuditBook audit) =>
    {
        await audit.NoteAsync(page.Viewer.Account, AuditActs.SignedOut, default, page.Stop);
        await page.Http.SignOutAsync(Colleague.Scheme);
        return ConsolePage.BackTo("/console/sign-in");
    });

    /// <param name="http">The request.</param>
    /// <param name="demo">Who may come in with one click.</param>
    /// <param name="to">The page that was asked for.</param>
    /// <param name="refused">The name that was refused; null before the first try.</param>
    private static IResult Page(HttpContext http, DemoColleagues demo, string? to, string? refused = null)
    {
        var texts = ConsoleTexts.In(http.Request.Query["language"]);
        var where = Markup.If(ConsoleAddress.IsPage(to), () => Markup.Of($"""<input type="hidden" name="to" value="{to}">"""));
        return ConsoleFrame.Outside(
            texts,
            texts["sign-in.title"],
            Markup.Of($"""
                {Markup.If(refused is not null, () => Markup.Of($"""<p class="bad" role="alert">{texts["sign-in.refused"]}</p>"""))}
                <form class="wide" method="post" action="/console/sign-in?language={texts.Language}">{ConsolePage.TokenOf(http)}{where}
                <label for="name">{texts["sign-in.name"]}</label>
                <input id="name" name="name" value="{refused}" autocomplete="username" autocapitalize="none" required>
                <label for="password">{texts["sign-in.password"]}</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button class="main">{texts["sign-in.enter"]}</button>
                </form>
                {Markup.If(demo.All.Count > 0, () => Demo(texts, demo, where))}
                <p>{ConsoleTexts.Languages.Where(each => each != texts.Language).Select(each => Markup.Of($"""<a href="/console/sign-in?language={each}" lang="{each}">{ConsoleTexts.In(each)["sign-in.language"]}</a>"""))}</p>
                """),
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
    }

    private static Markup Demo(ConsoleTexts texts, DemoColleagues demo, Markup where) => Markup.Of($"""
        <h2>{texts["sign-in.demo"]}</h2>
        <div class="row">{demo.All.Select(each => Markup.Of($"""
        <form method="post" action="/console/sign-in/demo"><input type="hidden" name="name" value="{each.Account}">{where}<button>{texts.Fill("sign-in.as", each.Name)}</button></form>
        """))}</div>
        """);
}
