using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Orders;

public class CzechCalendarTests
{
    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2028, "2028-04-16")]
    [InlineData(2029, "2029-04-01")]
    [InlineData(2030, "2030-04-21")]
    [InlineData(2031, "2031-04-13")]
    [InlineData(2032, "2032-03-28")]
    [InlineData(2033, "2033-04-17")]
    [InlineData(2034, "2034-04-09")]
    [InlineData(2035, "2035-03-25")]
    [InlineData(2036, "2036-04-13")]
    public void Easter_IsAHolidayOnFridayAndMonday(int year, string sunday)
    {
        var easter = DateOnly.Parse(sunday);

        Assert.Equal(easter, CzechHolidays.EasterSunday(year));
        Assert.True(CzechHolidays.IsHoliday(easter.AddDays(-2)));
        Assert.True(CzechHolidays.IsHoliday(easter.AddDays(1)));
        Assert.False(CzechHolidays.IsHoliday(easter.AddDays(-1)));
    }

    [Theory]
    [InlineData("2026-04-03", true)]
    [InlineData("2026-04-06", true)]
    [InlineData("2026-11-17", true)]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-31", false)]
    [InlineData("2015-04-03", false)]
    public void Holiday_IsToldFromAnOrdinaryDay(string day, bool isHoliday) =>
        Assert.Equal(isHoliday, CzechHolidays.IsHoliday(DateOnly.Parse(day)));

    [Fact]
    public void EveryYear_HasThirteenHolidays()
    {
        for (var year = 2016; year <= 2100; year++)
        {
            var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
            Assert.Equal(13, days.Count(CzechHolidays.IsHoliday));
        }
    }

    [Theory]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-16", 1, "2026-11-18")]
    [InlineData("2026-11-21", 0, "2026-11-23")]
    [InlineData("2026-11-20", 0, "2026-11-20")]
    [InlineData("2026-12-28", -1, "2026-12-23")]
    [InlineData("2026-11-16", 5, "2026-11-24")]
    public void WorkingDays_SkipWeekendsAndHolidays(string day, int n, string result) =>
        Assert.Equal(DateOnly.Parse(result), WorkingDays.Add(DateOnly.Parse(day), n, _ => false));

    [Fact]
    public void ClosedDays_AreSkippedToo() =>
        Assert.Equal(new DateOnly(2027, 1, 4), WorkingDays.Add(new(2026, 12, 23), 1, day => day.Month == 12 && day.Day >= 25));

    [Fact]
    public void AlwaysClosed_IsABrokenCalendar() =>
        Assert.Throws<InvalidOperationException>(() => WorkingDays.Add(new(2026, 12, 23), 1, _ => true));

    [Theory]
    [InlineData("12345679", true)]
    [InlineData("12345678", false)]
    [InlineData("1234567", false)]
    [InlineData("", false)]
    [InlineData("１２３４５６７９", false)]
    [InlineData("00006947", true)]
    public void CompanyNumber_IsCheckedByItsLastDigit(string text, bool isValid) => Assert.Equal(isValid, CompanyNumber.IsValid(text));

    [Theory]
    [InlineData("120 00", "12000")]
    [InlineData("12000", "12000")]
    [InlineData("120\u00A000", "12000")]
    [InlineData("1200", null)]
    [InlineData("120 0a", null)]
    public void PostalCode_IsKeptWithoutASpace(string text, string? code) => Assert.Equal(code, PostalCode.Normalize(text));
}
