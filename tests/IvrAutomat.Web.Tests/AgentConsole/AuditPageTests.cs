using System.Net;
using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>What stands in the audit log, and how it reads.</summary>
public sealed class AuditPageTests(OneHost house) : IClassFixture<OneHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LookingAgainAtOnce_IsOneLook_ForEachColleague()
    {
        var number = await CaseAsync("demo-03");
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        using var petr = await DeskClient.SignInAsync(house.Host, "petr");
        foreach (var client in new[] { jana, jana, petr })
        {
            await client.OpenAsync($"/console/cases/{number}");
            await client.OpenAsync($"/console/cases/{number}/history");
        }

        Assert.Equal(1, await LooksAsync("jana", "case.seen", "demo-03"));
        Assert.Equal(1, await LooksAsync("petr", "case.seen", "demo-03"));
    }

    [Fact]
    public async Task ALookAfterAWhile_IsAnotherLook()
    {
        var (audit, host) = (house.Host.Services.GetRequiredService<AuditBook>(), house.Host);
        await audit.NoteLookAsync("jana", "order.seen", new("demo-12"), AuditBook.OneLook, Stop);
        await audit.NoteLookAsync("jana", "order.seen", new("demo-12"), TimeSpan.Zero, Stop);
        Assert.Equal(2, await host.ReadAsync(db => db.Audit.CountAsync(row => row.OrderId == "demo-12", Stop)));
    }

    [Fact]
    public async Task APartThatIsFetchedWithoutItsPage_IsALookToo_AndItsRefreshesAreNot()
    {
        using var petr = await DeskClient.SignInAsync(house.Host, "petr");
        for (var refresh = 0; refresh < 3; refresh++)
        {
            Assert.Equal(HttpStatusCode.OK, await petr.OpenPartAsync("/console/order/part?id=demo-11"));
        }

        Assert.Equal(1, await LooksAsync("petr", "order.seen", "demo-11"));
    }

    [Fact]
    public async Task TheLog_SpeaksInWords_NamesTheCase_AndWritesDatesAsPeopleDo()
    {
        var number = await CaseAsync("demo-08");
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync($"/console/cases/{number}");
        await jana.SendAsync("form[action$='/close']", ("disposition", "RefundMade"));
        await jana.OpenAsync("/console/order?id=demo-08");
        await jana.SendAsync("form[action='/console/order/proof']", ("way", "no-caller"));
        using var admin = await DeskClient.SignInAsync(house.Host, "admin");
        await admin.OpenAsync("/console/audit?account=jana&order=2026001008");
        Assert.Contains("objednávka 2026001008", admin.Main, StringComparison.Ordinal);
        Assert.Contains($"případ {number}", admin.Main, StringComparison.Ordinal);
        Assert.Contains("peníze vráceny", admin.Main, StringComparison.Ordinal);
        Assert.Contains("pohled na případ", admin.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("no-caller", admin.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("RefundMade", admin.Main, StringComparison.Ordinal);
        Assert.Matches(@"\d{1,2}\. \d{1,2}\. \d{4} \d{1,2}:\d{2}:\d{2}", admin.Page.QuerySelector("main time")!.TextContent);
    }

    [Fact]
    public async Task EveryActThatIsWrittenDown_HasWords()
    {
        using var admin = await DeskClient.SignInAsync(house.Host, "admin");
        await admin.OpenAsync("/console/accounts");
        await admin.SendAsync("form[action='/console/accounts/add']", ("name", "rudolf"), ("role", "Supervisor"));
        await admin.OpenAsync("/console/line");
        await admin.SendAsync("main form[action='/console/line']", ("mode", "Share"), ("percent", "40"));
        await admin.OpenAsync("/console/line");
        await admin.SendAsync("main form[action='/console/line']", ("mode", "On"));
        await admin.OpenAsync("/console/audit?account=admin");
        Assert.Contains("rudolf: vedoucí", admin.Main, StringComparison.Ordinal);
        Assert.Contains("Zapnuto → Podíl 40 %", admin.Main, StringComparison.Ordinal);
        var acts = await house.Host.ReadAsync(db => db.Audit.Select(row => row.Act).Distinct().ToListAsync(Stop));
        var words = IvrAutomat.Web.AgentConsole.ConsoleTexts.In("cs");
        Assert.DoesNotContain(acts, act => words.Find("audit", act) is null);
    }

    private Task<int> LooksAsync(string account, string act, string order)
        => house.Host.ReadAsync(db => db.Audit.CountAsync(row => row.Account == account && row.Act == act && row.OrderId == order, Stop));

    private async Task<string> CaseAsync(string order)
    {
        var open = new OpenCase(CaseKind.Callback, HandoverReason.Asked, order, house.Host.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(5));
        var wish = new CaseWish(Guid.NewGuid().ToString("N"), string.Empty, open) { Receipt = false, Phone = PhoneNumber.Parse("+420601000003") };
        return (await house.Host.Services.GetRequiredService<CaseBook>().OpenAsync(wish, Stop)).CaseNumber;
    }
}
