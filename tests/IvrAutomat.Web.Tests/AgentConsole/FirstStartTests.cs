using System.Net;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Settings;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Conventions;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>Who may come in before anybody has been added.</summary>
public sealed class FirstStartTests
{
    private static readonly Dictionary<string, string?> RealShop = new()
    {
        ["Shop:Source"] = "Local",
        ["Shop:Name"] = "Vzorový obchod",
        ["Returns:Address"] = "Vzorová 5, 120 00 Praha 2",
        ["Payments:Account"] = "123456789/0100",
    };

    [Fact]
    public async Task ARealShop_BeginsWithOneAdmin_WhoSetsAPasswordByALink()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        var clock = new ForwardClock();
        await using var host = await CallHost.StartAsync(database, time: clock, settings: RealShop);
        var first = host.Services.GetRequiredService<FirstAccounts>();
        Assert.NotNull(await first.EnsureAdminAsync(TestContext.Current.CancellationToken));

        // The link is there: a second start makes no other. Nobody used it for a day: the next start does.
        Assert.Null(await first.EnsureAdminAsync(TestContext.Current.CancellationToken));
        clock.Advance(SignInLinks.ValidFor + TimeSpan.FromMinutes(1));
        var token = await first.EnsureAdminAsync(TestContext.Current.CancellationToken);
        using var admin = await Colleagues.WelcomeAsync(host, SignInLinks.PathOf(token!));
        Assert.Equal(HttpStatusCode.OK, await admin.OpenAsync("/console/accounts"));
        clock.Advance(SignInLinks.ValidFor);
        Assert.Null(await first.EnsureAdminAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OutsideTheDemo_NobodyComesInWithOneClick_OrStaysIn()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var demo = await CallHost.StartAsync(database);
        using var jana = await DeskClient.SignInAsync(demo, "jana");
        Assert.Equal("/console", jana.Address.AbsolutePath);

        await using var shop = await CallHost.StartAsync(database, settings: RealShop);
        await jana.OpenAsync(new Uri(shop.Address, "/console").AbsoluteUri);
        Assert.Equal("/console/sign-in", jana.Address.AbsolutePath);
        using var stranger = DeskClient.Stranger(shop);
        await stranger.OpenAsync("/console/sign-in");
        Assert.Empty(stranger.Page.QuerySelectorAll("form[action='/console/sign-in/demo']"));
        var fields = new Dictionary<string, string> { ["name"] = "admin" };
        Assert.Equal(HttpStatusCode.NotFound, await stranger.PostAsync("/console/sign-in/demo", fields));
        Assert.NotNull(await shop.Services.GetRequiredService<FirstAccounts>().EnsureAdminAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhereHttpsEndsAtAProxy_FormsAreShownAllTheSame()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database, settings: new Dictionary<string, string?>(RealShop) { ["PublicUrl"] = "https://ivr.example.cz" });
        using var stranger = DeskClient.Stranger(host);
        Assert.Equal(HttpStatusCode.OK, await stranger.OpenAsync("/console/sign-in"));
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public void OneClick_IsForDevelopmentOnly_EvenWhereTheSimulatorIsOn(string environment, bool expected)
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Repository.At("appsettings.sample.json")).AddInMemoryCollection(
            [new("Twilio:AuthToken", "0123456789abcdef0123456789abcdef"), new("Shop:Source", "Demo"), new("Simulator:Enabled", "true")]).Build();
        Assert.Equal(expected, AutomatSettings.Read(settings, new HostingEnvironment { EnvironmentName = environment }).HasOneClickSignIn);
    }
}
