using IvrAutomat.Calls;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Line;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Line;

/// <summary>Who answers when the line is switched between calls, over HTTP.</summary>
public sealed class LineSwitchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases]
    public async Task ASwitch_HoldsFromTheNextCallOnEveryInstance_AndLeavesARunningCallAlone(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        using var running = one.Phone("+420601000001");
        await running.DialAsync();

        using var admin = await DeskClient.SignInAsync(one, "admin");
        await admin.OpenAsync("/console/line");
        await admin.SendAsync("form.wide", ("mode", "Off"));
        Assert.Contains("Vypnuto", admin.Page.QuerySelector("main .card")!.TextContent, StringComparison.Ordinal);

        using var next = other.Phone("+420601000002");
        Assert.Equal(CallHost.HumanNumber, (await next.DialAsync()).Dials);
        Assert.Contains("klidně zavěste", (await running.PressAsync("4821")).Said, StringComparison.Ordinal);
        Assert.Null((await running.PostAsync(running.At("/twilio/voice"))).Dials);

        await other.Services.GetRequiredService<LineBook>().SwitchAsync(AuditBook.Command, LineMode.On, number: null, Stop);
        using var last = one.Phone("+420601000003");
        Assert.Contains("Vzorový obchod", (await last.DialAsync()).Said, StringComparison.Ordinal);

        var audit = await one.ReadAsync(db => db.Audit.Where(row => row.Act == "line.changed").OrderBy(row => row.Id).Select(row => $"{row.Account}: {row.Note}").ToListAsync());
        Assert.Equal(["admin: On > Off", "command: Off > On"], audit);
        Assert.Equal(2, await one.ReadAsync(db => db.Feed.CountAsync(row => row.Kind == FeedKinds.Line)));
    }

    [Theory]
    [InlineData("no-answer", false)]
    [InlineData("busy", false)]
    [InlineData("failed", false)]
    [InlineData("completed", true)]
    public async Task InOverflow_WhatBecameOfRingingPeople_SaysWhoGoesOn(string dialStatus, bool ends)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database, settings: In(LineMode.Overflow));
        using var phone = host.Phone("+420601000001");
        var dial = (await phone.DialAsync()).Response.Element("Dial")!;
        Assert.Equal(("20", CallHost.HumanNumber), (dial.Attribute("timeout")!.Value, dial.Value));
        var action = new Uri(phone.Now.Url, dial.Attribute("action")!.Value);

        var reply = await phone.FollowAsync(action, ("DialCallStatus", dialStatus));
        Assert.Equal(ends, reply.EndsCall);
        Assert.Equal(!ends, reply.Action is not null);

        // Delivered once more, it comes to the same.
        var again = await phone.PostAsync(action, ("DialCallStatus", dialStatus));
        Assert.Equal(ends, again.EndsCall);
        Assert.Equal(ends ? 0 : 1, await host.ReadAsync(db => db.Calls.CountAsync(call => call.Id == phone.CallSid)));
    }

    [Fact]
    public async Task InOverflow_ACallerWhoHungUpWhileItRang_BeginsNoCall()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database, settings: In(LineMode.Overflow));
        using var phone = host.Phone("+420601000001");
        var reply = await phone.PostAsync(phone.At("/twilio/voice/overflow"), ("DialCallStatus", "no-answer"), ("CallStatus", "completed"));
        Assert.True(reply.EndsCall);
        Assert.Equal(0, await host.ReadAsync(db => db.Calls.CountAsync(call => call.Id == phone.CallSid)));
        Assert.Equal(403, (await phone.SendAsync(phone.At("/twilio/voice/overflow"), "CallSid=x"u8.ToArray(), signature: null)).Status);
    }

    [Fact]
    public async Task ALostFirstAnswer_DoesNotBringTheAutomatWhileTheLineIsOff()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database, settings: In(LineMode.Off));
        using var phone = host.Phone("+420601000001");
        Assert.Equal(CallHost.HumanNumber, (await phone.PostAsync(phone.At("/twilio/voice/fallback"), ("ErrorCode", "11200"))).Dials);
    }

    [Fact]
    public async Task AShare_IsKeptByACallerForADay_AndIsAboutThatLarge()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database, settings: In(LineMode.Share));
        var line = host.Services.GetRequiredService<LineSwitch>();
        var taken = 0;
        for (var caller = 0; caller < 400; caller++)
        {
            var from = PhoneNumber.Parse($"+420601{caller:000000}");
            var first = await line.DecideAsync(from, StrangerPhone.NewSid(), Stop);
            Assert.Equal(first, await line.DecideAsync(from, StrangerPhone.NewSid(), Stop));
            taken += first.Answer == LineAnswer.Automat ? 1 : 0;
        }

        Assert.InRange(taken, 80, 160);
    }

    [Theory]
    [InlineData(LineMode.Overflow, 4)]
    [InlineData(LineMode.Overflow, 61)]
    [InlineData(LineMode.Share, 101)]
    [InlineData(LineMode.Share, -1)]
    public async Task ANumberOutOfRange_ChangesNothing(LineMode mode, int number)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        var book = BookOf(database, hasPeople: true);
        Assert.Equal(LineSwitched.OutOfRange, await book.SwitchAsync("test", mode, number, Stop));
        Assert.Equal(LineMode.On, (await book.ReadAsync(Stop)).Mode);
    }

    [Fact]
    public async Task WhereNobodyWouldAnswer_TheLineStaysOn()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        var book = BookOf(database, hasPeople: false);
        Assert.Equal(LineSwitched.NobodyThere, await book.SwitchAsync("test", LineMode.Off, number: null, Stop));
        Assert.Equal(LineMode.On, (await book.ReadAsync(Stop)).Mode);
    }

    [Fact]
    public void SettingsThatLeaveCallsToNobody_AreAMistake()
    {
        var options = new LineOptions { Mode = LineMode.Off, OverflowSeconds = 1, SharePercent = 200, TestNumbers = ["nobody"] };
        Assert.Equal(4, options.Validate(hasPeople: false).Count());
        Assert.Empty(new LineOptions { Mode = LineMode.Off }.Validate(hasPeople: true));
    }

    private static LineBook BookOf(TestDatabase database, bool hasPeople) => new(
        database.Database, database.Contexts, new LineOptions(), new LinePeople(hasPeople), new AuditBook(database.Contexts, TimeProvider.System), TimeProvider.System);

    private static Dictionary<string, string?> In(LineMode mode)
        => new() { ["Line:Mode"] = $"{mode}", ["Line:OverflowSeconds"] = "20", ["Line:SharePercent"] = "30" };
}
