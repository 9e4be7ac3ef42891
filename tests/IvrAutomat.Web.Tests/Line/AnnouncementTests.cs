using System.Net;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Line;

/// <summary>What an admin announces, from the page to the next call of another instance.</summary>
public sealed class AnnouncementTests
{
    private const string Words = "Dnes nejdou platby kartou.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases]
    public async Task WhatIsAnnouncedOnThePage_TheNextCallsOfEveryInstanceHear_UntilItIsOff(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(one, "admin");
        await admin.OpenAsync("/studio/announcement");
        await admin.SendAsync("form.wide", ("cs", Words));
        Assert.Contains(Words, admin.Page.QuerySelector("main .card")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"\d{1,2}\. \d{1,2}\. \d{4} \d{1,2}:\d{2} až", admin.Page.QuerySelector("main .card")!.TextContent);

        Assert.Contains(Words, await GreetingOf(one, "+420601000001"), StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        Assert.Contains(Words, await GreetingOf(other, "+420601000002"), StringComparison.Ordinal);

        await admin.SendAsync("form[action='/studio/announcement/off']");
        Assert.DoesNotContain(Words, await GreetingOf(one, "+420601000003"), StringComparison.Ordinal);
        var audit = await one.ReadAsync(db => db.Audit.Where(row => row.Act.StartsWith("announcement")).OrderBy(row => row.Id).Select(row => $"{row.Account}: {row.Act}").ToListAsync());
        Assert.Equal(["admin: announcement.set", "admin: announcement.off"], audit);
    }

    [Fact]
    public async Task ATextThatCannotBeSaid_IsRefusedWithItsRemedy_AndStaysInTheForm()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(host, "admin");
        await admin.OpenAsync("/studio/announcement");

        Assert.Equal(HttpStatusCode.BadRequest, await admin.SendAsync("form.wide", ("cs", "Omlouváme se, dnes nejdou platby.")));
        Assert.Contains("Text se omlouvá.", admin.Main, StringComparison.Ordinal);
        Assert.Equal("Omlouváme se, dnes nejdou platby.", admin.Page.QuerySelector("textarea[name=cs]")!.TextContent);
        Assert.Null(await host.Services.GetRequiredService<AnnouncementBook>().ReadAsync(Stop));
    }

    [Theory]
    [InlineData(1, 0, "ends-first")]
    [InlineData(-3, -1, "over")]
    [InlineData(0, 24 * 40, "too-lasting")]
    public async Task TimesThatCannotBe_AreRefused(int fromHours, int untilHours, string rule)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

        var problems = await host.Services.GetRequiredService<AnnouncementBook>().SetAsync(
            AuditBook.Command, new Dictionary<string, string> { ["cs"] = Words }, now.AddHours(fromHours), now.AddHours(untilHours), Stop);

        Assert.Equal([rule], problems.Select(problem => problem.Rule));
    }

    [Theory]
    [InlineData("jana")]
    public async Task OnlyAnAdmin_Announces(string account)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var agent = await DeskClient.SignInAsync(host, account);

        Assert.NotEqual(HttpStatusCode.OK, await agent.OpenAsync("/studio/announcement"));
    }

    private static async Task<string> GreetingOf(CallHost host, string caller)
    {
        using var phone = host.Phone(caller);
        return (await phone.DialAsync()).Said;
    }
}
