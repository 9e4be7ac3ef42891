using System.Collections.Immutable;
using IvrAutomat.Core.Tests.Dialogue;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Orders;

public sealed class CalendarTests
{
    private static readonly OpeningHours Office = new(
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .ToImmutableDictionary(day => day, _ => new OpenTime(new TimeOnly(8, 0), new TimeOnly(16, 30))));

    private static readonly ShopProfile Shop = Talk.Shop with { Hours = Office };

    [Theory]
    [InlineData("2026-11-23T10:00:00+01:00", "2026-11-24T10:00:00+01:00")] // open a day later
    [InlineData("2026-11-23T20:00:00+01:00", "2026-11-25T09:00:00+01:00")] // closed in the evening: an hour after Wednesday's opening
    [InlineData("2026-11-27T10:00:00+01:00", "2026-11-30T09:00:00+01:00")] // Friday: Saturday is closed, so Monday
    [InlineData("2026-12-23T10:00:00+01:00", "2026-12-28T09:00:00+01:00")] // Christmas
    [InlineData("2026-04-02T10:00:00+02:00", "2026-04-07T09:00:00+02:00")] // Good Friday to Easter Monday
    [InlineData("2026-03-28T12:00:00+01:00", "2026-03-30T09:00:00+02:00")] // the night when clocks go forward
    [InlineData("2026-10-24T12:00:00+02:00", "2026-10-26T09:00:00+01:00")] // the night when clocks go back
    public void ACase_IsDueInADay_OrAnHourAfterTheNextOpening(string now, string due)
        => Assert.Equal(DateTimeOffset.Parse(due), Shop.DueAfter(DateTimeOffset.Parse(now)));

    [Fact]
    public void AShopThatIsAlwaysOpen_OwesTheAnswerInADay()
        => Assert.Equal(Talk.Monday.AddHours(24), Talk.Shop.DueAfter(Talk.Monday));

    [Fact]
    public void AShopThatNeverOpens_StillOwesAnAnswer()
    {
        var never = Talk.Shop with { Hours = new OpeningHours(ImmutableDictionary<DayOfWeek, OpenTime>.Empty) };

        Assert.Equal(Talk.Monday.AddHours(24), never.DueAfter(Talk.Monday));
    }

    [Theory]
    [InlineData("2026-11-09", "2026-11-23")]
    [InlineData("2026-11-03", "2026-11-18")] // the 17th of November is a holiday
    [InlineData("2026-12-10", "2026-12-28")] // Christmas Eve and two holidays, then a weekend
    public void Withdrawal_EndsOnTheFourteenthDay_OrTheNextWorkingDay(string delivered, string last)
        => Assert.Equal(DateOnly.Parse(last), Withdrawal.LastDay(DateOnly.Parse(delivered)));

    [Fact]
    public void AnUnknownDayOfDelivery_CountsAsInTime()
        => Assert.True(Withdrawal.IsOpen(Talk.Order(OrderState.Delivered), new DateOnly(2030, 1, 1)));
}
