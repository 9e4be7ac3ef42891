using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Tests.Simulator;

public sealed class VirtualTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly VirtualTime _time = new(Start);
    private readonly List<string> _fired = [];

    [Fact]
    public void NobodyLetsTimePass_TimeStands() => Assert.Equal((Start, 0), (_time.GetUtcNow(), _time.GetTimestamp()));

    [Fact]
    public void Timers_FireInOrderOfDueTimeThenOfSetting()
    {
        using var late = Timer("late", 3);
        using var first = Timer("first", 1);
        using var second = Timer("second", 1);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["first", "second", "late"], _fired);
        Assert.Equal(Start.AddSeconds(5), _time.GetUtcNow());
    }

    [Fact]
    public void TimerSetAgain_FiresOnlyAtItsNewTime()
    {
        using var timer = Timer("timer", 1);
        timer.Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(_fired);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["timer"], _fired);
    }

    [Fact]
    public void DisposedTimer_NeverFires()
    {
        Timer("timer", 1).Dispose();
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(_fired);
    }

    [Fact]
    public void ClockSetBack_LeavesTimersTheirRemainingTime()
    {
        using var timer = Timer("timer", 10);
        _time.Advance(TimeSpan.FromSeconds(4));
        _time.SetClock(Start.AddYears(-1));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(_fired);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["timer"], _fired);
        Assert.Equal(Start.AddYears(-1).AddSeconds(6), _time.GetUtcNow());
    }

    [Fact]
    public async Task Delays_EndWhenTheirTimeHasCome()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(2), _time, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await delay;
    }

    [Fact]
    public void CancellationAfterADelay_FollowsTheClock()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(8), _time);
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.False(source.IsCancellationRequested);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(source.IsCancellationRequested);
    }

    [Fact]
    public async Task PeriodicTimer_TicksOnceAPeriod()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250), _time);
        for (var i = 1; i <= 4; i++)
        {
            var tick = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromMilliseconds(250));
            Assert.True(await tick);
        }

        Assert.Equal(Start.AddSeconds(1), _time.GetUtcNow());
    }

    private ITimer Timer(string name, int seconds) =>
        _time.CreateTimer(_ => _fired.Add(name), state: null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}
