using System.Net;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>What an admin does with accounts.</summary>
public sealed class AccountsPageTests(OneHost house) : IClassFixture<OneHost>
{
    private const string AddForm = "form[action='/console/accounts/add']";

    private CallHost Host => house.Host;

    [Fact]
    public async Task ANewAccount_GetsALinkThatIsShownOnce_AndLeadsToTheDesk()
    {
        using var admin = await AdminAsync();
        await admin.SendAsync(AddForm, ("name", "Olga"), ("role", "Supervisor"));
        var link = new Uri(admin.Page.QuerySelector("main code")!.TextContent);
        using var olga = await Colleagues.WelcomeAsync(Host, link.AbsolutePath);
        Assert.Equal("/console", olga.Address.AbsolutePath);
        await admin.OpenAsync("/console/accounts");
        Assert.DoesNotContain("welcome", admin.Main, StringComparison.Ordinal);
        Assert.Contains("vedoucí", admin.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("command")]
    [InlineData("a b c")]
    [InlineData("<script>")]
    public async Task ANameThatNobodyCanHave_IsRefused(string name)
    {
        using var admin = await AdminAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await admin.SendAsync(AddForm, ("name", name)));
    }

    [Fact]
    public async Task WhatWasTyped_StaysInTheForm_WhenTheNameCannotBe()
    {
        using var admin = await AdminAsync();
        await admin.SendAsync(AddForm, ("name", "Nová paní"), ("role", "Supervisor"), ("language", "en"));
        var (_, fields) = admin.Form(AddForm);
        Assert.Equal(("Nová paní", "Supervisor", "en"), (fields["name"], fields["role"], fields["language"]));
        Assert.Equal(HttpStatusCode.OK, await admin.SendAsync(AddForm, ("name", "nova.pani")));
        Assert.Contains("welcome", admin.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameOrAnAgentThatIsTaken_IsRefused()
    {
        using var admin = await AdminAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await admin.SendAsync(AddForm, ("name", "jana")));
        await admin.OpenAsync("/console/accounts");
        Assert.Equal(HttpStatusCode.BadRequest, await admin.SendAsync(AddForm, ("name", "jana2"), ("agent", "Jana")));
    }

    [Fact]
    public async Task AReset_EndsPasswordAndSessions()
    {
        using var pavel = await Colleagues.JoinAsync(Host, "pavel");
        using var admin = await AdminAsync();
        await admin.SendAsync("form[action='/console/accounts/link']:has(input[value='pavel'])");
        Assert.Contains("/console/welcome/", admin.Main, StringComparison.Ordinal);
        await pavel.OpenAsync("/console");
        Assert.Equal("/console/sign-in", pavel.Address.AbsolutePath);
        using var again = await Colleagues.EnterAsync(Host, "pavel");
        Assert.Contains("nesouhlasí", again.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARole_HoldsFromTheNextSignIn_AndTheOldSessionEnds()
    {
        using var radka = await Colleagues.JoinAsync(Host, "radka");
        using var admin = await AdminAsync();
        await admin.SendAsync("form[action='/console/accounts/role']:has(input[value='radka'])", ("role", "Admin"));
        await radka.OpenAsync("/console/accounts");
        Assert.Equal("/console/sign-in", radka.Address.AbsolutePath);
        using var again = await Colleagues.EnterAsync(Host, "radka");
        Assert.Equal(HttpStatusCode.OK, await again.OpenAsync("/console/accounts"));
    }

    [Theory]
    [BothDatabases]
    public async Task OfTwoAdminsWhoDemoteEachOther_OneStays(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        var accounts = host.Services.GetRequiredService<AccountBook>();
        await Colleagues.InviteAsync(host, "second", AccountRole.Admin);
        await Task.WhenAll(DemoteAsync("admin"), DemoteAsync("second"));
        Assert.Equal(1, await host.ReadAsync(db => db.Accounts.CountAsync(row => row.Role == "Admin" && row.ClosedAt == null)));

        // PostgreSQL may refuse one of them outright.
        async Task DemoteAsync(string name)
        {
            try
            {
                await accounts.ChangeRoleAsync("test", name, AccountRole.Agent, TestContext.Current.CancellationToken);
            }
            catch (Exception refused) when (refused is InvalidOperationException or DbUpdateException or System.Data.Common.DbException)
            {
                Assert.Equal(BothDatabasesAttribute.PostgreSql, provider);
            }
        }
    }

    [Fact]
    public async Task TheLastAdmin_CanBeNeitherClosedNorDemoted()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(host, "admin");
        await admin.OpenAsync("/console/accounts");
        Assert.Equal(HttpStatusCode.BadRequest, await admin.SendAsync("form[action='/console/accounts/close']:has(input[value='admin'])"));
        Assert.Contains("poslední správce", admin.Main, StringComparison.Ordinal);
        await admin.OpenAsync("/console/accounts");
        Assert.Equal(HttpStatusCode.BadRequest, await admin.SendAsync("form[action='/console/accounts/role']:has(input[value='admin'])", ("role", "Agent")));
    }

    [Fact]
    public async Task TheAudit_SaysWhoDidWhat_ByAccountOrderAndDay()
    {
        using var jana = await DeskClient.SignInAsync(Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-03");
        using var admin = await AdminAsync();
        await admin.OpenAsync("/console/audit?account=jana&order=2026001003");
        var row = Assert.Single(admin.Page.QuerySelectorAll("tbody tr").Take(1));
        Assert.Contains("jana", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026001003", row.TextContent, StringComparison.Ordinal);
        await admin.OpenAsync("/console/audit?account=jana&order=2026001003&day=2020-01-01");
        Assert.Empty(admin.Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task ALongAudit_ComesInPages()
    {
        var audit = Host.Services.GetRequiredService<AuditBook>();
        for (var act = 0; act < 101; act++)
        {
            await audit.NoteAsync("sylva", "test", default, TestContext.Current.CancellationToken);
        }

        using var admin = await AdminAsync();
        await admin.OpenAsync("/console/audit?account=sylva");
        Assert.Equal(100, admin.Page.QuerySelectorAll("tbody tr").Length);
        var (_, fields) = admin.Form("form:has(input[name='before'])");
        await admin.OpenAsync($"/console/audit?account=sylva&before={fields["before"]}");
        Assert.Single(admin.Page.QuerySelectorAll("tbody tr"));
    }

    private async Task<DeskClient> AdminAsync()
    {
        var admin = await DeskClient.SignInAsync(Host, "admin");
        await admin.OpenAsync("/console/accounts");
        return admin;
    }
}
