using System.Net;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Replay;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Replay;

/// <summary>A call told from its journal.</summary>
public sealed class ReplayTests
{
    private const string Number = "2026001001";
    private const string Pin = "4821";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases]
    public async Task ACall_IsToldInTheVeryWordsThatItHeard(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.IdentifyAsync(Number, Pin);
        await phone.PressAsync("2");
        await phone.PressAsync("1");

        var told = await TellAsync(host, phone.CallSid);

        Assert.Null(told.Diverges);
        Assert.True(told is { HasFacts: true, HasPrompts: true });
        Assert.Equal(string.Join(' ', phone.Answers.Select(answer => answer.Said)), string.Join(' ', told.Steps.SelectMany(step => step.Said).Select(said => said.Text)));
    }

    [Fact]
    public async Task WhatTheCallerTyped_IsToldWhileTheCallHoldsIt_AndAfterwardsItsPlaceIsShown()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.IdentifyAsync(Number, "9082");

        Assert.Contains("Číslo bylo dva nula", Words(await TellAsync(host, phone.CallSid)), StringComparison.Ordinal);
        await phone.ReportAsync();
        var after = await TellAsync(host, phone.CallSid);
        Assert.Contains("Číslo bylo [number]", Words(after), StringComparison.Ordinal);
        Assert.Null(after.Diverges);
    }

    [Fact]
    public async Task ThePageOfACall_LeadsToItsWords_AndTheLookIsWrittenDown()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone("+420601000001");
        await phone.IdentifyAsync(Number, Pin);
        using var jana = await DeskClient.SignInAsync(host, "jana");
        await jana.OpenAsync($"/console/calls/{phone.CallSid}");
        await jana.OpenAsync(jana.Page.QuerySelector("a[href$='/words']")!.GetAttribute("href")!);

        Assert.Contains("Při novém rozhodnutí vyjde každý krok stejně.", jana.Main, StringComparison.Ordinal);
        Assert.All(phone.Now.Response.Descendants("Say"), say => Assert.Contains(say.Value, jana.Main, StringComparison.Ordinal));
        Assert.Equal(1, await host.ReadAsync(db => db.Audit.CountAsync(row => row.Act == "call.words" && row.CallId == phone.CallSid)));
        Assert.Equal(HttpStatusCode.NotFound, await jana.OpenAsync("/console/calls/CA00000000000000000000000000000000/words"));
    }

    [Fact]
    public async Task HoursAndAnnouncement_ThatWereChangedSince_AreThoseOfTheCall()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        var hours = host.Services.GetRequiredService<ShopOverrideBook>();
        using var open = await AskForAPersonAsync(host);
        var everyDay = Enum.GetNames<DayOfWeek>().ToDictionary(day => day, _ => "00:00-00:01");
        Assert.Empty(await hours.OpenAsync("admin", new WeekText(everyDay, []), Stop));
        using var closed = await AskForAPersonAsync(host);
        await hours.TakeBackAsync("admin", LineNow.Hours, Stop);

        Assert.NotEqual(open.Now.Said, closed.Now.Said);
        foreach (var phone in (StrangerPhone[])[open, closed])
        {
            var told = await TellAsync(host, phone.CallSid);
            Assert.Null(told.Diverges);
            Assert.EndsWith(phone.Now.Said, Words(told), StringComparison.Ordinal);
        }

        var used = await host.ReadAsync(db => db.Journal.Select(entry => entry.SettingsHash).Distinct().ToListAsync());
        var kept = await host.ReadAsync(db => db.Definitions.Where(row => row.Kind == Definitions.HouseKind).Select(row => row.Hash).ToListAsync());
        Assert.Equal(2, used.Count);
        Assert.Equal(used.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AJournalThatSaysSomethingElse_DivergesAtThatStep()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone("+420601000001");
        await phone.IdentifyAsync(Number, Pin);
        await phone.PressAsync("2");
        await host.ReadAsync(db => db.Journal.Where(entry => entry.State == "ConfirmingCancel")
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.State, "PaymentMenu")));

        var diverges = (await TellAsync(host, phone.CallSid)).Diverges;

        Assert.Equal(new Difference(DifferenceKind.State, "PaymentMenu", "ConfirmingCancel"), diverges?.Difference);
    }

    [Fact]
    public async Task AnInputThatThisProgramDoesNotKnow_IsADivergenceAndNoException()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone("+420601000001");
        await phone.IdentifyAsync(Number, Pin);
        await host.ReadAsync(db => db.Journal.Where(entry => entry.Step == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Input, """{"input":"telepathy"}""")));

        var told = await TellAsync(host, phone.CallSid);

        Assert.Equal((2, DifferenceKind.Undecidable), (told.Diverges?.Entry.Step, told.Diverges?.Difference?.Kind));
        Assert.All(told.Steps.Skip(1), step => Assert.Empty(step.Said));
    }

    private static async Task<StrangerPhone> AskForAPersonAsync(CallHost host)
    {
        var phone = host.Phone(null);
        await phone.DialAsync();
        await phone.PressAsync("0");
        return phone;
    }

    private static async Task<RetoldCall> TellAsync(CallHost host, string callId)
        => await host.Services.GetRequiredService<Retelling>().OfAsync(callId, ReplayReport.Gone, Stop) ?? throw new InvalidOperationException("There is no journal.");

    private static string Words(RetoldCall told) => string.Join(' ', told.Steps.SelectMany(step => step.Said).Select(said => said.Text));
}
