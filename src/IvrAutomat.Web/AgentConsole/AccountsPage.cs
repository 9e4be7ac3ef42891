using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Paying;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Who may sign in. A password is never set here: a new colleague gets a link and chooses one.</summary>
internal static class AccountsPage
{
    private const string Path = "/console/accounts";

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder console)
    {
        var admin = console.MapGroup("/accounts").RequireAuthorization(Rights.Admin);
        admin.MapGet("", async (ConsolePage page, AccountBook accounts, ShopSettings shop, TimeProvider time)
            => page.Show(page.T["accounts.title"], Content(page, await accounts.AllAsync(page.Stop), shop, time.GetUtcNow())));
        admin.MapPost("/add", async (ConsolePage page, AccountBook accounts, ShopSettings shop, LinkTo linkTo, TimeProvider time) =>
        {
            var form = await page.FormAsync();
            var agent = shop.Agents.FirstOrDefault(each => each.Name == form["agent"])?.Name;
            var added = new Colleague(AccountName.Of(form["name"]), agent, RoleOf(form["role"]), ConsoleTexts.In(form["language"]).Language);
            var changed = await accounts.AddAsync(page.Viewer.Account, added, page.Stop);

            if (changed.Change == AccountChange.Done)
            {
                return Answer(page, added.Account, changed, linkTo);
            }

            // What was typed stays, so that only the fault is to be mended.
            var typed = added with { Account = form["name"].ToString().Trim() };
            var content = Content(page, await accounts.AllAsync(page.Stop), shop, time.GetUtcNow(), typed);
            return page.Show(
                page.T["accounts.title"],
                Markup.Of($"""<p class="bad" role="alert">{page.T.Fill($"accounts.{changed.Change}", added.Account)}</p>{content}"""),
                StatusCodes.Status400BadRequest);
        });
        admin.MapPost("/link", async (ConsolePage page, AccountBook accounts, LinkTo linkTo) =>
        {
            var name = AccountName.Of((await page.FormAsync())["name"]);
            return Answer(page, name, await accounts.ResetAsync(page.Viewer.Account, name, page.Stop), linkTo);
        });
        admin.MapPost("/role", async (ConsolePage page, AccountBook accounts, LinkTo linkTo) =>
        {
            var form = await page.FormAsync();
            var name = AccountName.Of(form["name"]);
            return Answer(page, name, await accounts.ChangeRoleAsync(page.Viewer.Account, name, RoleOf(form["role"]), page.Stop), linkTo);
        });
        admin.MapPost("/close", async (ConsolePage page, AccountBook accounts, LinkTo linkTo) =>
        {
            var name = AccountName.Of((await page.FormAsync())["name"]);
            return Answer(page, name, await accounts.CloseAsync(page.Viewer.Account, name, page.Stop), linkTo);
        });
    }

    /// <summary>The languages of the pages, to choose one.</summary>
    public static Markup LanguageChoice(string id, string? chosen) => Markup.Of($"""
        <select id="{id}" name="language">{ConsoleTexts.Languages.Select(each => Option(each, ConsoleTexts.In(each)["sign-in.language"], each == chosen))}</select>
        """);

    private static AccountRole RoleOf(string? text) => Enum.TryParse<AccountRole>(text, out var role) && Enum.IsDefined(role) ? role : AccountRole.Agent;

    // A new link stands in the answer itself and nowhere else, so it is shown exactly once.
    private static IResult Answer(ConsolePage page, string account, AccountChanged changed, LinkTo linkTo) => changed switch
    {
        { Token: { } token } => page.Show(page.T["accounts.link-title"], Markup.Of($"""
            <p>{page.T.Fill("accounts.link-text", account)}</p>
            <p><code class="card">{linkTo(SignInLinks.PathOf(token))}</code></p>
            <p><a href="{Path}">{page.T["accounts.back"]}</a></p>
            """)),
        { Change: AccountChange.Done } => ConsolePage.BackTo(Path),
        _ => page.Show(page.T["accounts.title"], Markup.Of($"""
            <p class="bad" role="alert">{page.T.Fill($"accounts.{changed.Change}", account)}</p>
            <p><a href="{Path}">{page.T["accounts.back"]}</a></p>
            """), StatusCodes.Status400BadRequest),
    };

    // The form holds what was typed for an account that could not be added.
    private static Markup Content(ConsolePage page, IReadOnlyList<AccountRow> rows, ShopSettings shop, DateTimeOffset now, Colleague? typed = null) => Markup.Of($"""
        {Cards.Table(
            [page.T["sign-in.name"], page.T["accounts.agent"], page.T["accounts.role"], page.T["accounts.state"], page.T["accounts.actions"]],
            rows.Select(row => Row(page, row, now)))}
        <h2>{page.T["accounts.add"]}</h2>
        <form class="wide" method="post" action="{Path}/add">{page.FormToken}
        <label for="name">{page.T["sign-in.name"]}</label>
        <input id="name" name="name" value="{typed?.Account}" autocapitalize="none" autocomplete="off" required>
        <label for="role">{page.T["accounts.role"]}</label>
        {RoleChoice(page, "role", typed?.Role ?? AccountRole.Agent)}
        <label for="agent">{page.T["accounts.agent"]}</label>
        <select id="agent" name="agent">{Option(string.Empty, page.T["accounts.no-agent"], isChosen: typed?.Agent is null)}{shop.Agents.Select(each => Option(each.Name, each.Name, each.Name == typed?.Agent))}</select>
        <label for="language">{page.T["accounts.language"]}</label>
        {LanguageChoice("language", typed?.Language ?? page.T.Language)}
        <button class="main">{page.T["accounts.add"]}</button>
        </form>
        """);

    private static Markup[] Row(ConsolePage page, AccountRow row, DateTimeOffset now) =>
    [
        Markup.Of($"{row.Name}"), Markup.Of($"{row.Agent}"), Markup.Of($"{page.T.Name("role", row.Role)}"), Markup.Of($"{page.T[StateOf(row, now)]}"),
        Markup.If(row.ClosedAt is null, () => Markup.Of($"""
        <div class="row"><form method="post" action="{Path}/role">{page.FormToken}<input type="hidden" name="name" value="{row.Name}">
        <label class="row">{page.T["accounts.role"]} {RoleChoice(page, $"role-{row.Name}", Enum.Parse<AccountRole>(row.Role))}</label>
        <button>{page.T["accounts.change"]}</button></form>
        {page.Button($"{Path}/link", page.T["accounts.reset"], ("name", row.Name))}
        {page.Button($"{Path}/close", page.T["accounts.close"], ("name", row.Name))}</div>
        """)),
    ];

    private static string StateOf(AccountRow row, DateTimeOffset now) => row switch
    {
        { ClosedAt: not null } => "accounts.closed",
        { LockedUntil: { } until } when until > now => "accounts.locked",
        { Password: not null } => "accounts.open",
        { LinkUntil: { } until } when until > now => "accounts.invited",
        _ => "accounts.no-password",
    };

    private static Markup RoleChoice(ConsolePage page, string id, AccountRole chosen) => Markup.Of($"""
        <select id="{id}" name="role">{Enum.GetValues<AccountRole>().Select(each => Option($"{each}", page.T.Name("role", $"{each}"), each == chosen))}</select>
        """);

    private static Markup Option(string value, string text, bool isChosen)
        => Markup.Of($"""<option value="{value}"{(isChosen ? new Markup(" selected") : Markup.None)}>{text}</option>""");
}
