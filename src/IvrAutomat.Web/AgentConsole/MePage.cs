using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>What colleagues set for themselves.</summary>
internal static class MePage
{
    private const string Path = "/console/me";
    private const int LongestSignature = 120;

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        console.MapGet("/me", (ConsolePage page, AccountBook accounts) => ShowAsync(page, accounts, said: null));
        console.MapPost("/me", async (ConsolePage page, OwnAccount own) =>
        {
            var form = await page.FormAsync();
            var signature = form["signature"].ToString();
            await own.ChangeAsync(
                page.Viewer.Account, ConsoleTexts.In(form["language"]).Language, signature[..Math.Min(signature.Length, LongestSignature)], page.Stop);
            return ConsolePage.BackTo(Path);
        });
        console.MapPost("/me/password", async (ConsolePage page, OwnAccount own, AccountBook accounts) =>
        {
            var form = await page.FormAsync();
            var next = form["password"].ToString();
            if (WelcomePage.Wrong(page.Viewer.Account, next, form["repeat"].ToString()) is { } wrong)
            {
                return await ShowAsync(page, accounts, wrong);
            }

            return await own.ChangePasswordAsync(page.Viewer.Account, form["present"].ToString(), next, page.Stop) is { } row
                ? await ConsoleDoor.LetInAsync(page.Http, Colleague.Of(row), row.Stamp, Path)
                : await ShowAsync(page, accounts, "sign-in.refused");
        });
    }

    private static async Task<IResult> ShowAsync(ConsolePage page, AccountBook accounts, string? said)
    {
        var row = await accounts.FindAsync(page.Viewer.Account, page.Stop) ?? throw new InvalidOperationException("A session outlived its account.");
        return page.Show(page.T["me.title"], Content(page, row, said), said is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static Markup Content(ConsolePage page, AccountRow row, string? said) => Markup.Of($"""
        {Markup.If(said is not null, () => Markup.Of($"""<p class="bad" role="alert">{page.T.Fill(said!, Passwords.Shortest)}</p>"""))}
        <dl><dt>{page.T["sign-in.name"]}</dt><dd>{row.Name}</dd><dt>{page.T["accounts.role"]}</dt><dd>{page.T.Name("role", row.Role)}</dd></dl>
        <form class="wide" method="post" action="/console/me">{page.FormToken}
        <label for="language">{page.T["accounts.language"]}</label>
        {AccountsPage.LanguageChoice("language", row.Language)}
        <label for="signature">{page.T["me.signature"]}</label>
        <input id="signature" name="signature" maxlength="{LongestSignature}" value="{row.Signature}" placeholder="{row.Agent}" aria-describedby="signature-note">
        <span id="signature-note" class="dim">{page.T["me.signature-note"]}</span>
        <button class="main">{page.T["me.save"]}</button>
        </form>
        {Markup.If(row.Password is not null, () => Markup.Of($"""
        <h2>{page.T["me.password"]}</h2>
        <form class="wide" method="post" action="/console/me/password">{page.FormToken}
        <label for="present">{page.T["me.present"]}</label>
        <input id="present" name="present" type="password" autocomplete="current-password" required>
        {WelcomePage.Fields(page.T)}
        <button>{page.T["me.change"]}</button>
        </form>
        """))}
        """);
}
