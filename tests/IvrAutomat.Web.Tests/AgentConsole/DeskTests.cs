using System.Net;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Calls;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>What a colleague sees and does about an order.</summary>
public sealed class DeskTests(OneHost house) : IClassFixture<OneHost>
{
    private const string Packed = "/console/order?id=demo-01";
    private const string PackedPhone = "+420601000001";
    private const string CancelForm = "form:has(input[name='act'][value='cancel'])";
    private const string ProofForm = "form[action='/console/order/proof']";

    [Fact]
    public async Task PriceContentsAndAddress_AreHidden_UntilItIsRecordedHowTheCallerWasVerified()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-05");
        Assert.Contains("neověřeno", jana.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Kč", jana.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("+420601000005", jana.Main, StringComparison.Ordinal);
        Assert.Empty(jana.Page.QuerySelectorAll("input[name='act'][value='return']"));

        await jana.SendAsync(ProofForm, ("way", "questions"));
        Assert.Contains("Kč", jana.Main, StringComparison.Ordinal);
        Assert.Contains("+420601000005", jana.Main, StringComparison.Ordinal);
        Assert.NotEmpty(jana.Page.QuerySelectorAll("input[name='act'][value='return']"));

        using var petr = await DeskClient.SignInAsync(house.Host, "petr");
        await petr.OpenAsync("/console/order?id=demo-05");
        Assert.DoesNotContain("Kč", petr.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWayOfProofThatNobodyKnows_IsNotRecorded()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-06");
        Assert.Equal(HttpStatusCode.BadRequest, await jana.SendAsync(ProofForm, ("way", "because")));
    }

    [Fact]
    public async Task AnActForACallerWhoIsNotVerified_IsNotDone()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-09");
        var (_, fields) = jana.Form("form:has(input[name='act'][value='code'])");
        fields["act"] = "cancel";
        await jana.PostAsync("/console/order/do", fields);
        Assert.Contains("Nejdřív zaznamenejte", jana.Main, StringComparison.Ordinal);
        Assert.Equal(0, await house.Host.ReadAsync(db => db.Requests.CountAsync(row => row.OrderId == "demo-09")));
    }

    [Fact]
    public async Task OnePressSentTwice_CancelsOnce_AndTheNextCallHearsIt()
    {
        await using var database = await Persistence.TestDatabase.CreateAsync(Persistence.BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var jana = await DeskClient.SignInAsync(host, "jana");
        await jana.OpenAsync(Packed);
        await jana.SendAsync(ProofForm, ("way", "no-caller"));
        var (action, fields) = jana.Form(CancelForm);
        await jana.PostAsync(action, fields);
        await jana.PostAsync(action, fields);

        Assert.Equal(1, await host.ReadAsync(db => db.Requests.CountAsync(row => row.OrderId == "demo-01" && row.Kind == "cancel-order")));
        await jana.OpenAsync(Packed);
        Assert.Contains("zrušená", jana.Main, StringComparison.Ordinal);
        using var phone = host.Phone(PackedPhone);
        Assert.Contains("zrušili", (await phone.IdentifyAsync("2026001001", "4821")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APressThatNoPageMade_AsksForNothing()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-02");
        await jana.SendAsync(ProofForm, ("way", "known"));
        var (action, fields) = jana.Form("form:has(input[name='act'][value='link'])");
        fields["press"] = "x' OR 1=1";
        await jana.PostAsync(action, fields);
        Assert.Equal(0, await house.Host.ReadAsync(db => db.Requests.CountAsync(row => row.OrderId == "demo-02")));
    }

    [Fact]
    public async Task EveryLookAndAct_IsAudited_AndNamesNoCustomer()
    {
        using var petr = await DeskClient.SignInAsync(house.Host, "petr");
        await petr.OpenAsync("/console/order?id=demo-03");
        await petr.SendAsync(ProofForm, ("way", "code"));
        await petr.SendAsync("form:has(input[name='act'][value='tracking'])");
        var rows = await house.Host.ReadAsync(db => db.Audit.AsNoTracking().Where(row => row.OrderId == "demo-03").ToListAsync());
        Assert.Contains(rows, row => row is { Account: "petr", Act: "order.seen" });
        Assert.Contains(rows, row => row is { Account: "petr", Act: "caller.proved", Note: "code" });
        Assert.Contains(rows, row => row is { Account: "petr", Act: "order.do.tracking" });
        Assert.All(rows, row => Assert.DoesNotContain("+420", row.Note ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026001008")]
    [InlineData("+420 601 000 008")]
    [InlineData("zakaznik8@example.com")]
    public async Task AnOrder_IsFound_AndWhatWasLookedForStandsInNoAddress(string wanted)
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/search");
        await jana.SendAsync("form[role='search']", ("wanted", wanted));
        Assert.Contains("2026001008", jana.Main, StringComparison.Ordinal);
        Assert.Equal("/console/search", jana.Address.PathAndQuery);
    }

    [Theory]
    [InlineData("Černý")]
    [InlineData("cerny")]
    [InlineData("GUSTAV CERNY")]
    public async Task AName_IsFoundWithAndWithoutItsMarks(string typed)
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/search");
        await jana.SendAsync("form[role='search']", ("wanted", typed));
        Assert.Contains("2026001007", jana.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALockedOrder_OpensAgainOnceAColleagueUnlocksIt()
    {
        await using var database = await Persistence.TestDatabase.CreateAsync(Persistence.BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        for (var failure = 0; failure < Lockout.OrderFromOthers; failure++)
        {
            using var stranger = host.Phone($"+42077700000{failure}");
            await stranger.IdentifyAsync("2026001001", "9082");
        }

        using (var locked = host.Phone("+420777000009"))
        {
            Assert.DoesNotContain("balíme", (await locked.IdentifyAsync("2026001001", "4821")).Said, StringComparison.Ordinal);
        }

        using var jana = await DeskClient.SignInAsync(host, "jana");
        await jana.OpenAsync(Packed);
        await jana.SendAsync("form[action='/console/order/unlock']");
        using var again = host.Phone("+420777000008");
        Assert.Contains("balíme", (await again.IdentifyAsync("2026001001", "4821")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AComplaintTakenByAColleague_IsTheSameAsOneByPhone()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-13");
        await jana.SendAsync(ProofForm, ("way", "questions"));
        await jana.SendAsync("form:has(input[name='act'][value='complaint'])", ("said", "nejde zapnout"), ("remedy", "Repair"));
        Assert.Contains("Hotovo", jana.Main, StringComparison.Ordinal);
        Assert.Equal(1, await house.Host.ReadAsync(db => db.Cases.CountAsync(row => row.OrderId == "demo-13" && row.Kind == "Complaint")));
    }

    [Fact]
    public async Task AnOrderThatIsNotThere_IsSaidToBeMissing()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        Assert.Equal(HttpStatusCode.NotFound, await jana.OpenAsync("/console/order?id=nothing"));
        Assert.Contains("Taková objednávka tu není", jana.Main, StringComparison.Ordinal);
    }
}
