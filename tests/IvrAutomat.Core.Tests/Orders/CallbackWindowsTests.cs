using System.Collections.Immutable;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Orders;

public sealed class CallbackWindowsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly OpeningHours Office = new(
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .ToImmutableDictionary(day => day, _ => new OpenTime(new TimeOnly(8, 0), new TimeOnly(16, 30))));

    [Fact]
    public void InTheEvening_TheNextPartsOfTheDayAreOffered() => Assert.Equal(
        [Window(1, 8, 12), Window(1, 12, 16), Window(2, 8, 12)], CallbackWindows.Next(Office, At(17, 0), 3));

    [Fact]
    public void APartThatHasBegun_StartsWithTheNextFullHour() => Assert.Equal(Window(0, 10, 12), CallbackWindows.Next(Office, At(9, 20), 1)[0]);

    [Fact]
    public void APartWithLessThanAnHourLeft_IsNotOffered() => Assert.Equal(Window(0, 12, 16), CallbackWindows.Next(Office, At(11, 1), 1)[0]);

    [Fact]
    public void AnHourLeft_IsEnough() => Assert.Equal(Window(0, 11, 12), CallbackWindows.Next(Office, At(10, 59), 1)[0]);

    [Fact]
    public void HalfAnHourOfAPart_IsNoWindow() => Assert.Equal(Window(1, 8, 12), CallbackWindows.Next(Office, At(16, 10), 1)[0]);

    [Fact]
    public void HolidaysAndWeekends_AreLeftOut() => Assert.Equal(
        new DateOnly(2026, 12, 28), CallbackWindows.Next(Office, new DateTime(2026, 12, 23, 18, 0, 0), 1)[0].Day);

    [Fact]
    public void AroundTheClock_NobodyIsCalledAtNight() => Assert.Equal(
        [Window(1, 8, 12), Window(1, 12, 16), Window(1, 16, 20)], CallbackWindows.Next(OpeningHours.Always, At(22, 0), 3));

    [Fact]
    public void AShopThatIsOpenAtNightOnly_CallsAtNight()
    {
        var night = new OpeningHours(ImmutableDictionary<DayOfWeek, OpenTime>.Empty.Add(DayOfWeek.Monday, new OpenTime(new TimeOnly(20, 0), new TimeOnly(23, 0))));

        Assert.Equal(Window(0, 20, 23), CallbackWindows.Next(night, At(9, 0), 1)[0]);
    }

    [Fact]
    public void AShopThatIsNeverOpen_OffersNothing()
        => Assert.Empty(CallbackWindows.Next(new OpeningHours(ImmutableDictionary<DayOfWeek, OpenTime>.Empty), At(9, 0), 3));

    private static DateTime At(int hour, int minute) => Monday.ToDateTime(new TimeOnly(hour, minute));

    private static CallbackWindow Window(int days, int from, int to) => new(Monday.AddDays(days), new TimeOnly(from, 0), new TimeOnly(to, 0));
}
