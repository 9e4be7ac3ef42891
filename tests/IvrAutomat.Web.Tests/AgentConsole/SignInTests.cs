using System.Net;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>Name and password, locks, links, and what ends a session.</summary>
public sealed class SignInTests(OneHost house) : IClassFixture<OneHost>
{
    private const string Wrong = "Jméno nebo heslo nesouhlasí";

    private CallHost Host => house.Host;

    [Fact]
    public async Task TheRightPassword_OpensTheDesk()
    {
        using var first = await Colleagues.JoinAsync(Host, "alena");
        using var eva = await Colleagues.EnterAsync(Host, "  Alena ");
        Assert.Equal("/console", eva.Address.AbsolutePath);
        Assert.Contains("alena", eva.Page.QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePageThatWasAskedFor_IsShownAfterSignIn()
    {
        using var first = await Colleagues.JoinAsync(Host, "bara");
        using var bara = await Colleagues.EnterAsync(Host, "bara", at: "/console/order?id=demo-05");
        Assert.Equal("/console/order?id=demo-05", bara.Address.PathAndQuery);
    }

    [Theory]
    [InlineData("https://example.com/console")]
    [InlineData("//example.com/console")]
    [InlineData("/console//example.com")]
    [InlineData("/console/\\example.com")]
    [InlineData("/phone")]
    public async Task AnAddressThatIsNoPageOfOurs_IsNotGoneTo(string to)
    {
        using var jana = DeskClient.Stranger(Host);
        await jana.OpenAsync("/console/sign-in");
        await jana.PostAsync("/console/sign-in/demo", new Dictionary<string, string> { ["name"] = "jana", ["to"] = to });
        Assert.Equal(new Uri(Host.Address, "/console"), jana.Address);
    }

    [Fact]
    public async Task AnUnknownName_ReadsLikeAWrongPassword()
    {
        using var first = await Colleagues.JoinAsync(Host, "cyril");
        using var known = await Colleagues.EnterAsync(Host, "cyril", "something else");
        using var unknown = await Colleagues.EnterAsync(Host, "zyril", "something else");
        Assert.Contains(Wrong, known.Main, StringComparison.Ordinal);
        Assert.Equal(known.Main, unknown.Main);
        Assert.Equal(known.Address, unknown.Address);
    }

    [Fact]
    public async Task WhatWasTypedAsAnUnknownName_IsWrittenNowhere()
    {
        using var lost = await Colleagues.EnterAsync(Host, "my secret password", "x");
        Assert.Contains(Wrong, lost.Main, StringComparison.Ordinal);
        var rows = await Host.ReadAsync(db => db.Audit.AsNoTracking().ToListAsync());
        Assert.Contains(rows, row => row is { Account: "?", Act: "sign-in.refused" });
        Assert.DoesNotContain(rows, row => $"{row.Account} {row.Note}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccount_ForAQuarterOfAnHour()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        var clock = new ForwardClock();
        await using var host = await CallHost.StartAsync(database, time: clock);
        using var first = await Colleagues.JoinAsync(host, "dana");
        for (var attempt = 0; attempt < SignIn.MostFailures; attempt++)
        {
            using var wrong = await Colleagues.EnterAsync(host, "dana", "not the password");
        }

        using var locked = await Colleagues.EnterAsync(host, "dana");
        Assert.Contains(Wrong, locked.Main, StringComparison.Ordinal);
        clock.Advance(SignIn.LockFor + TimeSpan.FromSeconds(1));
        using var later = await Colleagues.EnterAsync(host, "dana");
        Assert.Equal("/console", later.Address.AbsolutePath);
    }

    [Theory]
    [BothDatabases]
    public async Task TriesAtTheSameTime_ShareTheFive(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var first = await Colleagues.JoinAsync(host, "emil");
        var signIn = host.Services.GetRequiredService<SignIn>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 12), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (_, stop)
            => Assert.Null(await signIn.CheckAsync("emil", "not the password", stop)));

        Assert.Null(await signIn.CheckAsync("emil", Colleagues.Password, TestContext.Current.CancellationToken));
        Assert.Equal(SignIn.MostFailures, await host.ReadAsync(db => db.Audit.CountAsync(row => row.Account == "emil" && row.Act == "sign-in.bad")));
    }

    [Fact]
    public async Task ALink_WorksOnce_AndOpeningItChangesNothing()
    {
        var link = await Colleagues.InviteAsync(Host, "filip");
        using var preview = DeskClient.Stranger(Host);
        Assert.Equal(HttpStatusCode.OK, await preview.OpenAsync(link));
        using var filip = await Colleagues.WelcomeAsync(Host, link);
        Assert.Equal("/console", filip.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, await preview.SendAsync("main form", ("password", "another password"), ("repeat", "another password")));
        Assert.Equal(HttpStatusCode.NotFound, await preview.OpenAsync(link));
    }

    [Fact]
    public async Task ALink_EndsAfterADay()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        var clock = new ForwardClock();
        await using var host = await CallHost.StartAsync(database, time: clock);
        var link = await Colleagues.InviteAsync(host, "gita");
        clock.Advance(SignInLinks.ValidFor + TimeSpan.FromMinutes(1));
        using var gita = DeskClient.Stranger(host);
        Assert.Equal(HttpStatusCode.NotFound, await gita.OpenAsync(link));
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData("hana-hana-hana", "hana-hana-hana")]
    [InlineData("long enough for it", "but not repeated")]
    public async Task APasswordThatCannotBe_IsRefused_AndTheLinkStays(string password, string repeat)
    {
        var link = await Colleagues.InviteAsync(Host, $"hana{password.Length}".Replace("14", string.Empty, StringComparison.Ordinal));
        using var hana = DeskClient.Stranger(Host);
        await hana.OpenAsync(link);
        Assert.Equal(HttpStatusCode.BadRequest, await hana.SendAsync("main form", ("password", password), ("repeat", repeat)));
        Assert.Equal(HttpStatusCode.OK, await hana.OpenAsync(link));
    }

    [Fact]
    public async Task ANewPassword_EndsTheOtherSessions_AndNotThisOne()
    {
        using var here = await Colleagues.JoinAsync(Host, "ivan");
        using var elsewhere = await Colleagues.EnterAsync(Host, "ivan");
        await here.OpenAsync("/console/me");
        await here.SendAsync("form[action='/console/me/password']", ("present", Colleagues.Password), ("password", "čtyři hnědí psi"), ("repeat", "čtyři hnědí psi"));
        Assert.Equal("/console/me", here.Address.AbsolutePath);
        await elsewhere.OpenAsync("/console");
        Assert.Equal("/console/sign-in", elsewhere.Address.AbsolutePath);
        using var again = await Colleagues.EnterAsync(Host, "ivan", "čtyři hnědí psi");
        Assert.Equal("/console", again.Address.AbsolutePath);
    }

    [Fact]
    public async Task ACookieOfOneInstance_IsGoodOnTheOther_AndAClosedAccountOnNone()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        using var karel = await Colleagues.JoinAsync(one, "karel");
        await karel.OpenAsync(new Uri(other.Address, "/console/me").AbsoluteUri);
        Assert.Contains("karel", karel.Main, StringComparison.Ordinal);

        await other.Services.GetRequiredService<AccountBook>().CloseAsync("admin", "karel", TestContext.Current.CancellationToken);
        await karel.OpenAsync(new Uri(one.Address, "/console/me").AbsoluteUri);
        Assert.Equal("/console/sign-in", karel.Address.AbsolutePath);
    }

    [Fact]
    public async Task WhoSignsOut_IsOut()
    {
        using var lida = await Colleagues.JoinAsync(Host, "lida");
        await lida.SendAsync("form[action='/console/sign-out']");
        await lida.OpenAsync("/console");
        Assert.Equal("/console/sign-in", lida.Address.AbsolutePath);
    }

    [Fact]
    public async Task TheLanguageOfThePages_IsTheColleaguesOwn()
    {
        using var mila = await Colleagues.JoinAsync(Host, "mila");
        await mila.OpenAsync("/console/me");
        await mila.SendAsync("form[action='/console/me']", ("language", "en"), ("signature", "Míla z obchodu"));
        Assert.Contains("My account", mila.Main, StringComparison.Ordinal);
        Assert.Equal("Míla z obchodu", (await Host.ReadAsync(db => db.Accounts.SingleAsync(row => row.Name == "mila"))).Signature);
    }
}
