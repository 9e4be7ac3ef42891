using System.Net;
using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.AgentConsole.Cases;
using IvrAutomat.Web.Agents.Figures;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Cases;

/// <summary>The pages about cases as colleagues use them.</summary>
public sealed class CasePagesTests(OneHost house) : IClassFixture<OneHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CaseTakenByJana_TellsPetrWhoWasFirst_AndStaysHers()
    {
        var number = await CaseAsync("demo-03");
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        using var petr = await DeskClient.SignInAsync(house.Host, "petr");
        await petr.OpenAsync($"/console/cases/{number}");
        await jana.OpenAsync($"/console/cases/{number}");
        Assert.Equal(HttpStatusCode.OK, await jana.SendAsync("form[action$='/claim']"));
        Assert.Equal(HttpStatusCode.OK, await petr.SendAsync("form[action$='/claim']"));
        Assert.Equal($"/console/cases/{number}", petr.Address.AbsolutePath);
        Assert.Contains("Případ už řeší Jana", petr.Main, StringComparison.Ordinal);

        // Once it is free again the old address says nothing that is not true any more.
        await jana.SendAsync("form[action$='/release']");
        await petr.OpenAsync(petr.Address.PathAndQuery);
        Assert.DoesNotContain("už řeší", petr.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsForACaseThatAColleagueTookMeanwhile_StayWhereTheyWereTyped()
    {
        var number = await CaseAsync("demo-09");
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        using var petr = await DeskClient.SignInAsync(house.Host, "petr");
        await petr.OpenAsync($"/console/cases/{number}");
        await jana.OpenAsync($"/console/cases/{number}");
        await jana.SendAsync("form[action$='/claim']");
        Assert.Equal(HttpStatusCode.Conflict, await petr.SendAsync("form[action$='/write']", ("words", "ozveme se zítra")));
        Assert.Contains("Případ už řeší Jana", petr.Main, StringComparison.Ordinal);
        Assert.Equal("ozveme se zítra", petr.Page.QuerySelector("textarea#write-words")!.TextContent);
    }

    [Fact]
    public async Task CasesPastTheirTime_AreCountedOnEveryPageOfTheirOwner()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var jana = await DeskClient.SignInAsync(host, "jana");
        Assert.Null(jana.Page.QuerySelector("header a[href$='show=mine']"));
        foreach (var order in new[] { "demo-03", "demo-04" })
        {
            await CaseAsync(host, order, TimeSpan.FromHours(-1), "Jana");
        }

        foreach (var path in new[] { "/console", "/console/search", "/console/nowhere" })
        {
            await jana.OpenAsync(path);
            Assert.Equal("2 případy po termínu", jana.Page.QuerySelector("header a[href$='show=mine']")!.TextContent);
        }

        using var petr = await DeskClient.SignInAsync(host, "petr");
        Assert.Null(petr.Page.QuerySelector("header a[href$='show=mine']"));
        using var admin = await DeskClient.SignInAsync(host, "admin");
        Assert.Equal("2 případy po termínu", admin.Page.QuerySelector("header a[href$='show=overdue']")!.TextContent);
    }

    [Fact]
    public async Task CasesInHand_StandFirstOnTheDesk_AlsoThoseOfAnAccountThatTakesNoCalls()
    {
        var number = await CaseAsync("demo-10");
        using var admin = await DeskClient.SignInAsync(house.Host, "admin");
        await admin.OpenAsync($"/console/cases/{number}");
        await admin.SendAsync("form[action$='/claim']");
        await admin.OpenAsync("/console");
        Assert.Contains(number, admin.Main, StringComparison.Ordinal);
        Assert.Contains("řešíte", admin.Main, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheCustomerWanted_IsToldInTheLanguageOfThePage()
    {
        var words = ConsoleTexts.In("en");
        var detail = new CaseDetail { Wanted = new NoteReturn("demo-05", ["a", "b"]), Fault = OwnFaultReason.NotDispatched, Said = "broken" };
        Assert.Equal("return 2 items; should have been sent and was not; “broken”", DetailText.Of(words, detail));
        Assert.Equal("Cancellation", DetailText.Of(words, new CaseDetail { Wanted = new CancelOrder("demo-05") }));
    }

    [Fact]
    public async Task NoteAndClosing_StandInTheHistory()
    {
        var number = await CaseAsync("demo-04");
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync($"/console/cases/{number}");
        await jana.SendAsync("form[action$='/note']", ("words", "<b>volat večer</b>"));
        Assert.Contains("<b>volat večer</b>", jana.Main, StringComparison.Ordinal);
        await jana.SendAsync("form[action$='/close']", ("disposition", nameof(Disposition.Replaced)));
        Assert.Contains("zboží vyměněno", jana.Main, StringComparison.Ordinal);
        Assert.Empty(jana.Page.QuerySelectorAll("form[action$='/write']"));
        await jana.OpenAsync("/console/cases?show=closed");
        Assert.Contains(number, jana.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryLookAtACase_IsWrittenDown()
    {
        var number = await CaseAsync("demo-06");
        using var petr = await DeskClient.SignInAsync(house.Host, "petr");
        await petr.OpenAsync($"/console/cases/{number}");
        Assert.Contains("+420601000003", petr.Main, StringComparison.Ordinal);
        Assert.True(await house.Host.ReadAsync(db => db.Audit.AnyAsync(row => row.Account == "petr" && row.Act == "case.seen" && row.OrderId == "demo-06", Stop)));
    }

    [Fact]
    public async Task CallerWhoWasNotVerified_IsMarkedSo()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync($"/console/cases/{await CaseAsync(order: null)}");
        Assert.Contains("neověřeno", jana.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Zboží", jana.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await jana.OpenAsync("/console/cases?show=all"));
        Assert.Contains("neověřeno", jana.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/cases?show=apologies")]
    [InlineData("/console/cases?show=mine&kind=Callback")]
    [InlineData("/console/cases?show=overdue")]
    [InlineData("/console/cases/list?show=all")]
    [InlineData("/console/lost")]
    [InlineData("/console/lost/list")]
    public async Task EveryList_IsServed(string path)
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        Assert.Equal(HttpStatusCode.OK, await jana.OpenAsync(path));
    }

    [Fact]
    public async Task CaseThatIsNotThere_IsSaidToBeMissing()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        Assert.Equal(HttpStatusCode.NotFound, await jana.OpenAsync("/console/cases/000000"));
    }

    [Fact]
    public async Task TheDay_IsForSupervisorsOnly_AndComesAsATableForASpreadsheet()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/today");
        Assert.DoesNotContain("ASA", jana.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        using var admin = await DeskClient.SignInAsync(house.Host, "admin");
        Assert.Equal(HttpStatusCode.OK, await admin.OpenAsync("/console/today"));
        Assert.Contains("ASA", admin.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await admin.OpenAsync("/console/today/part"));
        Assert.Equal(HttpStatusCode.OK, await admin.OpenAsync("/console/today.csv"));
        Assert.Contains("Kdo;Stav;", admin.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "'-5")]
    [InlineData("Jana", "Jana")]
    public void ACellThatLooksLikeAFormula_IsText(string value, string cell) => Assert.Equal(cell, CsvLine.Harmless(value));

    [Fact]
    public void BothLanguages_HaveTheSameWords()
        => Assert.Equal(ConsoleTexts.In("cs").Keys.Order(StringComparer.Ordinal), ConsoleTexts.In("en").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void StatesThatTheDayCounts_AreStatesOfTheConversation()
    {
        var states = ShopDialogue.Flow.States.Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Contains(DayBook.Waiting, states);
        Assert.Contains(DayBook.Talking, states);
    }

    private Task<string> CaseAsync(string? order) => CaseAsync(house.Host, order, TimeSpan.FromHours(5));

    private static async Task<string> CaseAsync(CallHost host, string? order, TimeSpan due, string? owner = null)
    {
        var time = host.Services.GetRequiredService<TimeProvider>();
        var open = new OpenCase(CaseKind.Callback, HandoverReason.Asked, order, time.GetUtcNow() + due);
        var wish = new CaseWish(Guid.NewGuid().ToString("N"), string.Empty, open) { Receipt = false, Phone = PhoneNumber.Parse("+420601000003") };
        var number = (await host.Services.GetRequiredService<CaseBook>().OpenAsync(wish, Stop)).CaseNumber;
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(Stop);
        await db.Cases.Where(row => row.Number == number && owner != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, owner), Stop);
        return number;
    }
}
