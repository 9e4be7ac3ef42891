using System.Collections.Concurrent;
using System.Diagnostics;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Activity = System.Diagnostics.Activity;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>
/// How often a turn goes to PostgreSQL and back. The database may stand in another house: each time is a millisecond that every caller waits.
/// The driver reports each of its commands; those of workers beside the turn belong to other traces.
/// </summary>
public sealed class RoundTripTests
{
    private const string Order = "2026001009";
    private const string Pin = "9276";

    [Fact]
    public async Task TurnWithoutWork_IsSavedInOneRoundTrip_AndReadNever()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.IdentifyAsync(Order, Pin);

        Assert.Equal(1, await TripsAsync(host, phone, "2"));
    }

    [Fact]
    public async Task RightPin_TakesFour()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.PostgreSql);
        await using var host = await CallHost.StartAsync(database);
        using (var before = host.Phone(null))
        {
            // Whatever is opened or prepared once has been.
            await before.IdentifyAsync(Order, Pin);
        }

        using var phone = host.Phone(null);
        await phone.DialAsync();
        await phone.PressAsync(Order);

        // The orders that are meant, the failures, the save of the verdict, the save of what the order came to: it was read with the first.
        Assert.Equal(4, await TripsAsync(host, phone, Pin));
    }

    private static async Task<int> TripsAsync(CallHost host, StrangerPhone phone, string keys)
    {
        using var turn = new Activity("turn").SetIdFormat(ActivityIdFormat.W3C).Start();
        var commands = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == turn.TraceId)
                {
                    commands.Enqueue(activity.OperationName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var step = int.Parse(phone.Now.Action!.Segments[^1].Trim('/'), System.Globalization.CultureInfo.InvariantCulture);
        await host.Services.GetRequiredService<CallRunner>().TurnAsync(phone.CallSid, step, new RawInput(keys, null), TestContext.Current.CancellationToken);
        return commands.Count;
    }
}
