using System.Net;
using IvrAutomat.Calls;
using IvrAutomat.Cases;
using IvrAutomat.Dialogue;
using IvrAutomat.Web.AgentConsole;
using IvrAutomat.Web.Agents.Figures;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
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
        Assert.Equal(HttpStatusCode.Conflict, await petr.SendAsync("form[action$='/claim']"));
        Assert.Contains("Případ už řeší Jana", petr.Main, StringComparison.Ordinal);
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

    private async Task<string> CaseAsync(string? order)
    {
        var time = house.Host.Services.GetRequiredService<TimeProvider>();
        var open = new OpenCase(CaseKind.Callback, HandoverReason.Asked, order, time.GetUtcNow().AddHours(5));
        var wish = new CaseWish(Guid.NewGuid().ToString("N"), string.Empty, open) { Receipt = false, Phone = PhoneNumber.Parse("+420601000003") };
        return (await house.Host.Services.GetRequiredService<CaseBook>().OpenAsync(wish, Stop)).CaseNumber;
    }
}
