using IvrAutomat.Web.Accounts;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Where a one-time link leads: a colleague chooses a password that nobody else has ever known.</summary>
internal static class WelcomePage
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder outside)
    {
        outside.MapGet("/welcome/{token}", async (HttpContext http, string token, SignInLinks links)
            => await links.FindAsync(token, http.RequestAborted) is { } row ? Page(http, row.Name, row.Language, wrong: null) : Gone(http));
        outside.MapPost("/welcome/{token}", async (HttpContext http, string token, SignInLinks links) =>
        {
            if (await links.FindAsync(token, http.RequestAborted) is not { } row)
            {
                return Gone(http);
            }

            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (Wrong(row.Name, form["password"].ToString(), form["repeat"].ToString()) is { } wrong)
            {
                return Page(http, row.Name, row.Language, wrong);
            }

            return await links.UseAsync(token, form["password"].ToString(), http.RequestAborted) is { } opened
                ? await ConsoleDoor.LetInAsync(http, Colleague.Of(opened), opened.Stamp)
                : Gone(http);
        }).AddEndpointFilter(ConsoleRegistration.FromOurPageAsync);
    }

    /// <summary>What is wrong with a new password, as the key of a text; null for nothing.</summary>
    public static string? Wrong(string account, string password, string repeat)
        => !Passwords.IsUsable(account, password) ? "sign-in.weak" : password != repeat ? "sign-in.differ" : null;

    /// <summary>The two fields of a new password.</summary>
    public static Markup Fields(ConsoleTexts texts) => Markup.Of($"""
        <label for="new-password">{texts["sign-in.new"]}</label>
        <input id="new-password" name="password" type="password" autocomplete="new-password" minlength="{Passwords.Shortest}" aria-describedby="rule" required>
        <span id="rule" class="dim">{texts.Fill("sign-in.rule", Passwords.Shortest)}</span>
        <label for="repeat">{texts["sign-in.repeat"]}</label>
        <input id="repeat" name="repeat" type="password" autocomplete="new-password" required>
        """);

    private static IResult Page(HttpContext http, string account, string language, string? wrong)
    {
        var texts = ConsoleTexts.In(language);
        return ConsoleFrame.Outside(
            texts,
            texts["sign-in.welcome"],
            Markup.Of($"""
                <p>{texts.Fill("sign-in.welcome-text", account)}</p>
                {Markup.If(wrong is not null, () => Markup.Of($"""<p class="bad" role="alert">{texts.Fill(wrong!, Passwords.Shortest)}</p>"""))}
                <form class="wide" method="post">{ConsolePage.TokenOf(http)}<input type="hidden" name="username" value="{account}" autocomplete="username">
                {Fields(texts)}
                <button class="main">{texts["sign-in.set"]}</button>
                </form>
                """),
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static IResult Gone(HttpContext http)
    {
        var texts = ConsoleTexts.In(http.Request.Query["language"]);
        return ConsoleFrame.Outside(
            texts, texts["sign-in.gone"], Markup.Of($"""<p>{texts["sign-in.gone-text"]}</p><p><a href="/console/sign-in">{texts["sign-in.title"]}</a></p>"""), StatusCodes.Status404NotFound);
    }
}
