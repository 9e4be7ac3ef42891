using System.Diagnostics;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>
/// A process dies after it has saved a decision and before it has done the work. The dying host is one whose work never begins and whose
/// clock never wakes anybody: after its first save nothing more comes from it.
/// </summary>
[Collection(RealTime.Name)]
public sealed class CrashTests
{
    private const string Order = "2026001001";
    private const string Pin = "4821";

    [Theory, BothDatabases]
    public async Task AQueryThatWasNeverAsked_IsAskedByWhoeverGetsTheNextDelivery(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var dying = await CallHost.StartAsync(database, NoWork, new StoppedTime());
        await using var other = await CallHost.StartAsync(database);
        using var phone = dying.Phone(null);
        await phone.DialAsync();
        var asked = await phone.PressAsync(Order);
        await LoseAsync(phone, asked.Action!, Pin, dying, "\"input\":\"pin\"");

        var status = await phone.FollowAsync(other.At(asked.Action!), ("Digits", Pin));

        Assert.Contains("je zaplacená a právě ji balíme", status.Said, StringComparison.Ordinal);
        Assert.Single(await other.InputsAsync(phone.CallSid), input => input.Contains("\"input\":\"pin\"", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task AfterACrash_TheFallbackOnAnotherInstance_CarriesTheCallOn(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var dying = await CallHost.StartAsync(database, NoWork, new StoppedTime());
        await using var other = await CallHost.StartAsync(database);
        using var phone = dying.Phone(null);
        await phone.DialAsync();
        var asked = await phone.PressAsync(Order);
        await LoseAsync(phone, asked.Action!, Pin, dying, "\"input\":\"pin\"");

        var status = await phone.FollowAsync(
            new Uri(other.Address, "/twilio/voice/fallback"), ("ErrorCode", "11200"), ("ErrorUrl", asked.Action!.AbsoluteUri));

        Assert.Contains("je zaplacená a právě ji balíme", status.Said, StringComparison.Ordinal);
        Assert.Single(await other.InputsAsync(phone.CallSid), input => input.Contains("\"input\":\"pin\"", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task ARequestThatWasNeverBegun_IsDoneByAnotherInstance_AndItsResultIsHeard(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var other = await CallHost.StartAsync(database);
        using var phone = other.Phone(null);
        await phone.IdentifyAsync(Order, Pin);
        var asked = await phone.PressAsync("2");
        await using var dying = await CallHost.StartAsync(database, NoWork, new StoppedTime());

        await LoseAsync(phone, dying.At(asked.Action!), "1", dying, "\"option\":\"yes\"");
        var began = Stopwatch.GetTimestamp();
        while (await other.ReadAsync(db => db.Requests.AnyAsync(request => request.State != RequestState.Done)))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10), "Nobody does what was promised.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var done = await phone.FollowAsync(asked.Action!, ("Digits", "1"));
        Assert.Contains("Hotovo, objednávka je zrušená.", done.Said, StringComparison.Ordinal);
        Assert.Equal(1, await other.RequestsAsync(phone.CallSid));
    }

    // Delivers a turn whose answer nobody receives, and returns when its decision is in the journal.
    private static async Task LoseAsync(StrangerPhone phone, Uri url, string digits, CallHost dying, string saved)
    {
        _ = phone.PostAsync(url, ("Digits", digits));
        var began = Stopwatch.GetTimestamp();
        while (!(await dying.InputsAsync(phone.CallSid)).Exists(input => input.Contains(saved, StringComparison.Ordinal)))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10), "The decision is never saved.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static void NoWork(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new WorkDesk(
        async (_, _) =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            throw new UnreachableException();
        },
        () => { },
        async (_, _, _) =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return null;
        })));

    /// <summary>Tells the right time and wakes nobody.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
