namespace IvrAutomat.Orders;

/// <summary>
/// The public holidays of Czechia (Act 245/2000). One that falls on a weekend is not moved. They are not the shop's own days off, and Slovakia has
/// its own.
/// </summary>
public static class CzechHolidays
{
    /// <summary>Good Friday became a holiday in 2016.</summary>
    private const int FirstGoodFriday = 2016;

    /// <summary>Whether the day is a public holiday. The law of today is applied to every year, except that Good Friday counts from 2016.</summary>
    public static bool IsHoliday(DateOnly day) => IsFixed(day) || IsEaster(day);

    /// <summary>Easter Sunday by the anonymous Gregorian method; not itself a holiday in the law, but a Sunday.</summary>
    /// <param name="year">1583 to 9999.</param>
    internal static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (month, dayBefore) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new DateOnly(year, month, dayBefore + 1);
    }

    private static bool IsFixed(DateOnly day) => (day.Month, day.Day) is
        (1, 1) or (5, 1) or (5, 8) or (7, 5) or (7, 6) or (9, 28) or (10, 28) or (11, 17) or (12, 24) or (12, 25) or (12, 26);

    private static bool IsEaster(DateOnly day)
    {
        var fromSunday = day.DayNumber - EasterSunday(day.Year).DayNumber;
        return fromSunday == 1 || (fromSunday == -2 && day.Year >= FirstGoodFriday);
    }
}
