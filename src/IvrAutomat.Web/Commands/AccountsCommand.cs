using System.CommandLine;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Shop;
using Spectre.Console;

namespace IvrAutomat.Web.Commands;

/// <summary>Accounts from the machine itself: for the first admin, and for when the last one has lost the password.</summary>
internal static class AccountsCommand
{
    public static Command Create()
    {
        var list = Loose(new Command("list", "Lists the accounts."));
        list.SetAction((parsed, stop) => RunAsync(parsed.UnmatchedTokens, (app, _) => ListAsync(app, stop), stop));

        var name = new Argument<string>("name") { Description = "The account's name." };
        var role = new Option<AccountRole>("--role") { Description = "Agent, Supervisor or Admin.", DefaultValueFactory = _ => AccountRole.Agent };
        var agent = new Option<string?>("--agent") { Description = "The name of the agent in the settings who this is." };
        var add = Loose(new Command("add", "Makes an account and prints the one-time link by which its owner sets a password.") { name, role, agent });
        add.SetAction((parsed, stop) => RunAsync(parsed.UnmatchedTokens, (app, accounts) =>
        {
            var account = AccountName.Of(parsed.GetRequiredValue(name));
            var who = parsed.GetValue(agent);
            var known = app.Services.GetRequiredService<ShopSettings>().Agents.Select(each => each.Name).ToArray();
            return who is null || known.Contains(who, StringComparer.Ordinal)
                ? TellAsync(app, account, accounts.AddAsync(AuditBook.Command, new Colleague(account, who, parsed.GetValue(role), "cs"), stop))
                : RefuseAsync($"The settings know no agent '{who}'. Use one of: {string.Join(", ", known)}.");
        }, stop));

        var link = Loose(new Command("link", "Prints a new one-time link; the account's password ends.") { name });
        link.SetAction((parsed, stop) => RunAsync(parsed.UnmatchedTokens, (app, accounts) =>
        {
            var account = AccountName.Of(parsed.GetRequiredValue(name));
            return TellAsync(app, account, accounts.ResetAsync(AuditBook.Command, account, stop));
        }, stop));

        var close = Loose(new Command("close", "Closes an account at once.") { name });
        close.SetAction((parsed, stop) => RunAsync(parsed.UnmatchedTokens, (app, accounts) =>
        {
            var account = AccountName.Of(parsed.GetRequiredValue(name));
            return TellAsync(app, account, accounts.CloseAsync(AuditBook.Command, account, stop));
        }, stop));
        return new Command("accounts", "Who may sign in to the console.") { list, add, link, close };
    }

    /// <summary>What is printed for whoever is to use a link.</summary>
    public static string Invite(string account, string url) => $"""

        Sign in to the console as '{account}' with this link. It works once, for a day, and sets the password:

            {url}

        """;

    private static Command Loose(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> args, Func<WebApplication, AccountBook, Task<int>> run, CancellationToken stop)
    {
        try
        {
            await using var app = AutomatHost.Build(AutomatHost.Begin([.. args]));
            await AutomatHost.OpenAsync(app, stop);
            return await run(app, app.Services.GetRequiredService<AccountBook>());
        }
        catch (SettingsException unusable)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return 1;
        }
    }

    private static async Task<int> ListAsync(WebApplication app, CancellationToken stop)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("account", "role", "agent", "closed");
        foreach (var row in await app.Services.GetRequiredService<AccountBook>().AllAsync(stop))
        {
            table.AddRow(new Text(row.Name), new Text(row.Role), new Text(row.Agent ?? string.Empty), new Text(row.ClosedAt is null ? string.Empty : $"{row.ClosedAt:yyyy-MM-dd}"));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    private static async Task<int> TellAsync(WebApplication app, string account, Task<AccountChanged> changing)
    {
        var changed = await changing;
        var said = changed.Change switch
        {
            AccountChange.Done when changed.Token is { } token => Invite(account, UrlOf(app, SignInLinks.PathOf(token))),
            AccountChange.Done => "Done.",
            AccountChange.BadName => "An account's name has 2 to 40 letters, digits, dots or hyphens.",
            AccountChange.Taken => $"There is an account '{account}' already. For a new link: accounts link {account}",
            AccountChange.AgentTaken => "This agent has an account already. See: accounts list",
            AccountChange.LastAdmin => $"'{account}' is the last admin. Make another one first: accounts add NAME --role Admin",
            _ => $"There is no account '{account}'. See: accounts list",
        };
        await (changed.Change == AccountChange.Done ? Console.Out : Console.Error).WriteLineAsync(said);
        return changed.Change == AccountChange.Done ? 0 : 1;
    }

    // This program does not listen itself; the one that does is reached where the settings say.
    private static string UrlOf(WebApplication app, string path)
        => (app.Services.GetRequiredService<AutomatSettings>().PublicUrl ?? AutomatHost.DefaultUrl).TrimEnd('/') + path;
}
