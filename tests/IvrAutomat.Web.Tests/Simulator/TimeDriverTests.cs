using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Tests.Simulator;

public sealed class TimeDriverTests
{
    [Fact]
    public async Task WebhookUnderWay_HoldsTimeStill()
    {
        await using var server = await TwimlServer.StartAsync();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.On("/voice", async http =>
        {
            await released.Task;
            await TwimlServer.WriteAsync(http, TwimlServer.Document("<Hangup/>"));
        });
        var call = await server.CallAsync();
        var passing = server.Driver.PassUntilAsync(() => call.Ended.IsCompleted, TimeSpan.FromHours(1), Ct);
        await Task.Delay(50, Ct);
        Assert.Equal(0, server.Time.GetTimestamp());

        released.SetResult();
        Assert.True(await passing);
        Assert.Equal(0, server.Time.GetTimestamp());
    }

    [Fact]
    public async Task ParkedWebhook_LetsTimePass()
    {
        await using var server = await TwimlServer.StartAsync();
        server.On("/voice", async http =>
        {
            server.Stage.Park(1);
            // Whoever ends the wait takes the parking back, before the turn goes on.
            var woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var timer = server.Time.CreateTimer(
                _ =>
                {
                    server.Stage.Park(-1);
                    woken.SetResult();
                },
                state: null,
                TimeSpan.FromSeconds(1.5),
                Timeout.InfiniteTimeSpan);
            await woken.Task;
            await TwimlServer.WriteAsync(http, TwimlServer.Document("<Hangup/>"));
        });
        var call = await server.CallToTheEndAsync();

        Assert.Equal(TimeSpan.FromSeconds(1.5), server.Time.GetUtcNow() - call.StartedAt);
    }

    [Fact]
    public async Task BusyWorker_HoldsTimeStill()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Pause length=\"5\"/>"));
        server.Stage.Work(1);
        var call = await server.CallAsync();
        var passing = server.Driver.PassUntilAsync(() => call.Ended.IsCompleted, TimeSpan.FromHours(1), Ct);
        await Task.Delay(50, Ct);
        Assert.Equal(0, server.Time.GetTimestamp());

        server.Stage.Work(-1);
        Assert.True(await passing);
    }

    [Fact]
    public async Task WorkerThatNeverRests_IsReportedWithTheCounts()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/>"));
        server.Stage.Work(2);
        var driver = new TimeDriver(server.Time, server.Carrier, server.Stage) { Patience = TimeSpan.FromMilliseconds(50) };

        var stands = await Assert.ThrowsAsync<TimeStandsException>(() => driver.PassAsync(TimeSpan.FromSeconds(1), Ct));
        Assert.Equal((0, 0, 2), (stands.Carrier, stands.Parked, stands.Busy));
    }

    [Fact]
    public async Task OnlyPeriodicTimersLeft_TheLimitEndsTheWait()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/>"));
        var ticks = 0;
        var period = TimeSpan.FromMilliseconds(250);
        await using var poll = server.Time.CreateTimer(_ => ticks++, state: null, period, period);

        Assert.False(await server.Driver.PassUntilAsync(() => false, TimeSpan.FromSeconds(20), Ct));
        Assert.Equal(80, ticks);
        Assert.Equal(TimeSpan.FromSeconds(20).Ticks, server.Time.GetTimestamp());
    }

    [Fact]
    public async Task LongWait_LetsPeriodicTimersFireLateInsteadOfEachTime()
    {
        await using var server = await TwimlServer.StartAsync(("/voice", "<Hangup/>"));
        var ticks = 0;
        var period = TimeSpan.FromMilliseconds(250);
        await using var poll = server.Time.CreateTimer(_ => ticks++, state: null, period, period);
        await server.Driver.PassAsync(TimeSpan.FromDays(1), Ct);

        Assert.InRange(ticks, 150, 210);
        Assert.Equal(TimeSpan.FromDays(1).Ticks, server.Time.GetTimestamp());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
