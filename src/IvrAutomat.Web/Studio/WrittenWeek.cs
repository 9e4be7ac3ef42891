using System.Globalization;
using System.Text.RegularExpressions;

namespace IvrAutomat.Web.Studio;

/// <summary>Hours and days as people write them on a page, beside the one form in which they are kept.</summary>
internal static partial class WrittenWeek
{
    // Long enough for the 29th of February, also around a century that is no leap year.
    private const int YearsAhead = 8;

    private static readonly string[] Closed = ["zavřeno", "zavreno", "closed", "zatvorené"];

    /// <summary>The hours of a day as they are kept, <c>08:00-16:30</c>; empty for a day that is closed, null for what cannot be read.</summary>
    /// <param name="text">"8-16", "8:00–16:30", "08.00-16.00", "zavřeno", nothing.</param>
    public static string? Hours(string text)
    {
        var written = text.Trim();
        if (written.Length == 0 || Closed.Contains(written, StringComparer.OrdinalIgnoreCase))
        {
            return string.Empty;
        }

        return Stretch().Match(written) is { Success: true } found
            && Minutes(found.Groups["from"], found.Groups["fromMinute"]) is { } from && Minutes(found.Groups["to"], found.Groups["toMinute"]) is { } to && from < to
                ? $"{Clock(from, "00")}-{Clock(to, "00")}"
                : null;
    }

    /// <summary>The days of a list, separated by lines, commas, semicolons or blanks.</summary>
    /// <param name="text">"2026-12-23", "23. 12. 2026", "23.12.2026"; "23. 12." is the next such day.</param>
    /// <param name="today">The shop's day.</param>
    /// <returns>The days in their order, and what cannot be read, as it was written.</returns>
    public static (IReadOnlyList<DateOnly> Days, IReadOnlyList<string> Unreadable) Days(string text, DateOnly today)
    {
        var days = new SortedSet<DateOnly>();
        var unreadable = new List<string>();
        foreach (var piece in text.Split([',', ';', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var read = DayWritten().Matches(piece).Select(found => Day(found, today)).ToList();
            if (read.Count == 0 || read.Contains(null) || !string.IsNullOrWhiteSpace(DayWritten().Replace(piece, string.Empty)))
            {
                unreadable.Add(piece);
                continue;
            }

            days.UnionWith(read.OfType<DateOnly>());
        }

        return ([.. days], unreadable);
    }

    /// <summary>Kept hours as people write them: <c>8:00–16:30</c>; what is not kept so stays as it is.</summary>
    public static string Show(string hours) =>
        Stretch().Match(hours) is { Success: true } found && Minutes(found.Groups["from"], found.Groups["fromMinute"]) is { } from && Minutes(found.Groups["to"], found.Groups["toMinute"]) is { } to
            ? $"{Clock(from, "0")}–{Clock(to, "0")}"
            : hours;

    private static int? Minutes(Group hour, Group minute)
    {
        var minutes = (int.Parse(hour.ValueSpan, CultureInfo.InvariantCulture) * 60) + (minute.Success ? int.Parse(minute.ValueSpan, CultureInfo.InvariantCulture) : 0);
        return minutes <= 24 * 60 && (!minute.Success || int.Parse(minute.ValueSpan, CultureInfo.InvariantCulture) < 60) ? minutes : null;
    }

    private static string Clock(int minutes, string hour) => string.Create(CultureInfo.InvariantCulture, $"{(minutes / 60).ToString(hour, CultureInfo.InvariantCulture)}:{minutes % 60:00}");

    private static DateOnly? Day(Match found, DateOnly today)
    {
        var (day, month) = (Number(found.Groups["day"]), Number(found.Groups["month"]));
        return found.Groups["year"].Success
            ? DayOf(Number(found.Groups["year"]), month, day)
            : Enumerable.Range(today.Year, YearsAhead + 1).Select(year => DayOf(year, month, day)).FirstOrDefault(each => each >= today);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"^(?<from>\d{1,2})(?:[:.](?<fromMinute>\d{2}))?\s*[-–—‑−]\s*(?<to>\d{1,2})(?:[:.](?<toMinute>\d{2}))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stretch();

    [GeneratedRegex(@"(?<!\d)(?:(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})|(?<day>\d{1,2})\.\s*(?<month>\d{1,2})\.(?:\s*(?<year>\d{4}))?)(?![\d.-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayWritten();
}
