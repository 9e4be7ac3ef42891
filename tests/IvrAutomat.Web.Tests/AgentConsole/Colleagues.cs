using System.Net;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>Colleagues with an account of their own, as an admin makes them.</summary>
internal static class Colleagues
{
    public const string Password = "tři bílí koně";

    /// <summary>Makes an account.</summary>
    /// <returns>The path of its link.</returns>
    public static async Task<string> InviteAsync(CallHost host, string name, AccountRole role = AccountRole.Agent)
    {
        var added = await host.Services.GetRequiredService<AccountBook>()
            .AddAsync(AuditBook.Command, new Colleague(name, Agent: null, role, "cs"), TestContext.Current.CancellationToken);
        Assert.Equal(AccountChange.Done, added.Change);
        return SignInLinks.PathOf(added.Token!);
    }

    /// <summary>Opens the link and sets a password.</summary>
    public static async Task<DeskClient> WelcomeAsync(CallHost host, string link, string password = Password)
    {
        var client = DeskClient.Stranger(host);
        Assert.Equal(HttpStatusCode.OK, await client.OpenAsync(link));
        await client.SendAsync("main form", ("password", password), ("repeat", password));
        return client;
    }

    /// <summary>Makes an account and sets its password.</summary>
    public static async Task<DeskClient> JoinAsync(CallHost host, string name, AccountRole role = AccountRole.Agent)
        => await WelcomeAsync(host, await InviteAsync(host, name, role));

    /// <summary>Types name and password.</summary>
    public static async Task<DeskClient> EnterAsync(CallHost host, string name, string password = Password, string at = "/console/sign-in")
    {
        var client = DeskClient.Stranger(host);
        await client.OpenAsync(at);
        await client.SendAsync("form.wide", ("name", name), ("password", password));
        return client;
    }
}
