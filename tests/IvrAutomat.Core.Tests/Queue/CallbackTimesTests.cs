using IvrAutomat.Queue;

namespace IvrAutomat.Core.Tests.Queue;

public sealed class CallbackTimesTests
{
    [Theory]
    [InlineData("2026-11-23 08:00", true)]
    [InlineData("2026-11-23 07:59", false)]
    [InlineData("2026-11-23 19:57", true)]
    [InlineData("2026-11-23 19:58", false)]
    [InlineData("2026-11-21 10:00", true)]
    [InlineData("2026-11-22 10:00", false)]
    [InlineData("2026-11-17 10:00", false)]
    [InlineData("2026-12-24 10:00", false)]
    [InlineData("2026-04-06 10:00", false)]
    public void CustomersAreDialled_FromEightToTwenty_NotOnSundaysAndHolidays(string local, bool may)
        => Assert.Equal(may, CallbackTimes.MayDial(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void ThePausesGrow_AndEnd()
    {
        var first = TimeSpan.FromMinutes(30);

        Assert.Equal(first, CallbackTimes.PauseAfter(1, 3, first));
        Assert.Equal(2 * first, CallbackTimes.PauseAfter(2, 3, first));
        Assert.Null(CallbackTimes.PauseAfter(3, 3, first));
    }
}
