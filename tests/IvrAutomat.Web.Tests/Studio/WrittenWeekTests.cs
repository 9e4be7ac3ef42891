using System.Globalization;
using IvrAutomat.Web.Studio;

namespace IvrAutomat.Web.Tests.Studio;

/// <summary>Hours and days as people write them.</summary>
public sealed class WrittenWeekTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("8-16", "08:00-16:00")]
    [InlineData("8:00-16:00", "08:00-16:00")]
    [InlineData("8–16:30", "08:00-16:30")]
    [InlineData("08.00-16.00", "08:00-16:00")]
    [InlineData(" 8:00 – 16:30 ", "08:00-16:30")]
    [InlineData("0-24", "00:00-24:00")]
    [InlineData("zavřeno", "")]
    [InlineData("Closed", "")]
    [InlineData(" ", "")]
    public void Hours_AreReadInTheWaysPeopleWriteThem(string written, string kept) => Assert.Equal(kept, WrittenWeek.Hours(written));

    [Theory]
    [InlineData("16-8")]
    [InlineData("8-8")]
    [InlineData("8-25")]
    [InlineData("8-24:30")]
    [InlineData("8:60-9")]
    [InlineData("8")]
    [InlineData("8-12 13-17")]
    [InlineData("zavírá se")]
    public void HoursThatAreNone_AreNotGuessed(string written) => Assert.Null(WrittenWeek.Hours(written));

    [Theory]
    [InlineData("08:00-16:30", "8:00–16:30")]
    [InlineData("00:00-24:00", "0:00–24:00")]
    public void KeptHours_AreShownAsPeopleWriteThem_AndReadAgain(string kept, string shown) =>
        Assert.Equal((shown, kept), (WrittenWeek.Show(kept), WrittenWeek.Hours(shown)));

    [Theory]
    [InlineData("2026-12-23", "2026-12-23")]
    [InlineData("23. 12. 2026", "2026-12-23")]
    [InlineData("23.12.2026", "2026-12-23")]
    [InlineData("23. 12.", "2026-12-23")]
    [InlineData("22. 11.", "2026-11-22")]
    [InlineData("21. 11.", "2027-11-21")]
    [InlineData("29. 2.", "2028-02-29")]
    [InlineData("24. 12.\n23. 12.; 2026-12-24, 1.1.2027", "2026-12-23 2026-12-24 2027-01-01")]
    [InlineData("2026-12-23 24. 12. 25. 12. 2026", "2026-12-23 2026-12-24 2026-12-25")]
    [InlineData("", "")]
    public void Days_AreReadInTheWaysPeopleWriteThem(string written, string kept)
    {
        var (days, unreadable) = WrittenWeek.Days(written, Today);
        Assert.Equal(kept, string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        Assert.Empty(unreadable);
    }

    [Theory]
    [InlineData("31. 11.")]
    [InlineData("23. 12. 26")]
    [InlineData("2026-13-01")]
    [InlineData("24. 12. – 26. 12.")]
    [InlineData("Vánoce")]
    [InlineData("0000-01-01")]
    public void DaysThatAreNone_AreNamedAsTheyWereWritten(string written) => Assert.Equal([written], WrittenWeek.Days($"23. 12.\n{written}", Today).Unreadable);
}
