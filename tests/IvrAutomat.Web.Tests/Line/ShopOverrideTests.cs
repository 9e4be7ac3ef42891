using System.Net;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Line;

/// <summary>Opening hours, closures and statuses that an admin changes while the line runs.</summary>
public sealed class ShopOverrideTests
{
    private static readonly DateTime ChristmasEve = new(2026, 12, 24, 10, 0, 0);
    private static readonly DateTime Monday = new(2026, 11, 23, 7, 30, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases]
    public async Task HoursChangedOnThePage_HoldOnEveryInstanceWithinASecond_AndAfterARestart(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var one = await CallHost.StartAsync(database))
        {
            await using var other = await CallHost.StartAsync(database);
            Assert.True(IsOpen(one, ChristmasEve));
            using var admin = await DeskClient.SignInAsync(one, "admin");
            await admin.OpenAsync("/studio/hours");
            Assert.Equal("0:00–24:00", admin.Page.QuerySelector("input[name=Monday]")!.GetAttribute("value"));
            await admin.SendAsync("form.wide", ("Monday", "8 – 16.30"), ("Tuesday", "zavřeno"), ("closures", "24. 11."));

            Assert.Equal((false, false), (IsOpen(one, ChristmasEve), IsOpen(one, Monday)));
            await Task.Delay(TimeSpan.FromSeconds(1), Stop);
            Assert.Equal((false, true, false), (IsOpen(other, Monday), IsOpen(other, Monday.AddHours(2)), IsOpen(other, Monday.AddDays(1))));
            Assert.Equal(new DateOnly(2026, 11, 25), other.Services.GetRequiredService<ShopSettings>().WorkingDay(new DateOnly(2026, 11, 23), 1));
        }

        await using var again = await CallHost.StartAsync(database);
        Assert.False(IsOpen(again, Monday));
        using var back = await DeskClient.SignInAsync(again, "admin");
        await back.OpenAsync("/studio/hours");
        await back.SendAsync("form[action='/studio/hours/as-set']");
        Assert.True(IsOpen(again, Monday));
        Assert.Equal(
            ["settings > Monday 08:00-16:30", "Monday 08:00-16:30"],
            (await again.ReadAsync(db => db.Audit.Where(row => row.Act == "hours.changed").OrderBy(row => row.Id).Select(row => row.Note!).ToListAsync())).Select(note => note.Split(',')[0]));
    }

    [Fact]
    public async Task WhatIsKept_IsShownAsPeopleWriteIt_AndCanBeSavedAgain()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(host, "admin");
        await admin.OpenAsync("/studio/hours");
        await admin.SendAsync("form.wide", ("Monday", "08.00-16.00"), ("Sunday", "Zavřeno"), ("closures", "2026-12-28\n23. 12. 2026"));

        await admin.OpenAsync("/studio/hours");
        await admin.SendAsync("form.wide");
        await admin.OpenAsync("/studio/hours");
        Assert.Equal(("8:00–16:00", ""), (admin.Page.QuerySelector("input[name=Monday]")!.GetAttribute("value"), admin.Page.QuerySelector("input[name=Sunday]")!.GetAttribute("value")));
        Assert.Equal("23. 12. 2026\n28. 12. 2026", admin.Page.QuerySelector("textarea[name=closures]")!.TextContent);
    }

    [Theory]
    [InlineData("Monday", "od rána", "Pondělí: „od rána“ nejde přečíst. Napište jeden úsek hodin")]
    [InlineData("Monday", "16:00-08:00", "od dřívější k pozdější")]
    [InlineData("closures", "na Štědrý den", "„na Štědrý den“ není den. Napište každý den zvlášť, třeba 23. 12. 2026")]
    [InlineData("closures", "31. 11.", "není den")]
    public async Task WhatCannotBeRead_IsRefusedWithItsRemedy(string field, string written, string told)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var admin = await DeskClient.SignInAsync(host, "admin");
        await admin.OpenAsync("/studio/hours");

        Assert.Equal(HttpStatusCode.BadRequest, await admin.SendAsync("form.wide", (field, written)));
        Assert.Equal(written, admin.Page.QuerySelector($"[name={field}]") is { TagName: "TEXTAREA" } area ? area.TextContent : admin.Page.QuerySelector($"[name={field}]")!.GetAttribute("value"));
        Assert.Contains(told, admin.Main, StringComparison.Ordinal);
        Assert.True(IsOpen(host, Monday));
    }

    [Fact]
    public async Task AMeaningGivenOnThePage_HoldsInsteadOfTheFiles_UntilItIsTakenBack()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        var book = host.Services.GetRequiredService<ShopOverrideBook>();
        var statuses = host.Services.GetRequiredService<StatusFile>();
        Assert.Equal(StatusMeaning.Packing, statuses.Now.Of(null, "Balí se"));

        Assert.Empty(await book.MeanAsync("admin", [("Ztracená: \"v poště\"", "late")], Stop));
        Assert.Equal((StatusMeaning.Late, null), (statuses.Now.Of(null, "Ztracená: \"v poště\""), statuses.Now.Of(null, "Balí se")));
        Assert.Single(await book.MeanAsync("admin", [("Balí", "packing"), ("balí", "late")], Stop));
        Assert.Single(await book.MeanAsync("admin", [("Balí", "nonsense")], Stop));

        await book.TakeBackAsync("admin", LineNow.Statuses, Stop);
        Assert.Equal(StatusMeaning.Packing, statuses.Now.Of(null, "Balí se"));
    }

    [Fact]
    public async Task WhatACallerHearsOnChristmasEve_IsComputedByTheDialogue()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        var office = Enumerable.Range(1, 5).ToDictionary(day => $"{(DayOfWeek)day}", _ => "08:00-16:00");
        await host.Services.GetRequiredService<ShopOverrideBook>().OpenAsync("admin", new WeekText(office, []), Stop);
        using var admin = await DeskClient.SignInAsync(host, "admin");

        await admin.OpenAsync("/studio/heard?at=2026-12-24T10:00&language=sk");
        Assert.Contains("Dnes je sviatok, kolegovia budú na telefóne", admin.Main, StringComparison.Ordinal);
        Assert.Contains("Kedy vám zavoláme?", admin.Main, StringComparison.Ordinal);
        Assert.Matches(@"zavoláme\? \p{Lu}", admin.Main);
        Assert.Contains("Čtvrtek 24. 12. 2026 10:00. Kolegové na telefonu nejsou.", admin.Main, StringComparison.Ordinal);
        Assert.Contains("volá poprvé z mobilu", admin.Main, StringComparison.Ordinal);

        await admin.OpenAsync("/studio/heard?at=2026-12-23T10:00&language=cs");
        Assert.Contains("Spojím vás s člověkem.", admin.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await admin.OpenAsync("/studio/heard?at=tomorrow"));
    }

    private static bool IsOpen(CallHost host, DateTime local) => host.Services.GetRequiredService<ShopSettings>().Profile.Hours.IsOpen(local);
}
