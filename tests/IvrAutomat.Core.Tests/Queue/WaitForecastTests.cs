using IvrAutomat.Queue;

namespace IvrAutomat.Core.Tests.Queue;

public sealed class WaitForecastTests
{
    [Fact]
    public void FiveTalks_GiveARangeThatMostOfThemKept() => Assert.Equal(new WaitRange(2, 6), Of(0, 1, 2.5, 3, 4, 6));

    [Fact]
    public void FourTalks_AreChance() => Assert.Null(Of(0, 2, 3, 4, 5));

    [Fact]
    public void WhatIsLessThanAMinute_IsNotSaid() => Assert.Null(Of(0, 0.2, 0.3, 0.5, 0.6, 0.9));

    [Fact]
    public void WhatHasBeenWaited_IsTakenOff_AndWhoWaitedLongerThanOthersHearsNothing()
    {
        Assert.Equal(new WaitRange(1, 4), Of(2, 1, 2.5, 3, 4, 6));
        Assert.Null(Of(7, 1, 2.5, 3, 4, 6));
    }

    [Fact]
    public void ARange_IsNeverASinglePoint() => Assert.Equal(new WaitRange(3, 4), Of(0, 3, 3, 3, 3, 3));

    [Fact]
    public void MoreThanAnHour_NobodyCanSee() => Assert.Null(Of(0, 70, 80, 90, 95, 99));

    private static WaitRange? Of(double waited, params double[] minutes)
        => WaitForecast.Of(minutes.Select(TimeSpan.FromMinutes), TimeSpan.FromMinutes(waited));
}
