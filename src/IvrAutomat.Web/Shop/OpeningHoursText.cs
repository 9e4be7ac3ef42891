using System.Collections.Immutable;
using System.Globalization;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop;

/// <summary>Opening hours as they are written in the settings: a day with its hours, <c>08:00-16:30</c>.</summary>
internal static class OpeningHoursText
{
    /// <summary>Adds a problem for each entry that cannot be read.</summary>
    public static void Validate(IReadOnlyDictionary<string, string> hours, List<string> problems)
    {
        foreach (var (day, text) in hours)
        {
            if (!TryDay(day, out _))
            {
                problems.Add($"Shop:OpeningHours:{day} is not a day. Use Monday, Tuesday, … Sunday.");
            }

            if (Read(text) is null)
            {
                problems.Add($"Shop:OpeningHours:{day} cannot be read. Write hours as 08:00-16:30, midnight at the end as 24:00.");
            }
        }
    }

    /// <summary>The hours of a valid setting; nothing listed means <paramref name="usual"/>.</summary>
    public static OpeningHours Parse(IReadOnlyDictionary<string, string> hours, IEnumerable<string> closures, OpeningHours usual)
    {
        var days = closures.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToImmutableHashSet();
        if (hours.Count == 0 && days.IsEmpty)
        {
            return usual;
        }

        // Closures alone leave the usual week as it is, read back from a week without holidays.
        var week = hours.Count > 0
            ? hours.ToImmutableDictionary(entry => Enum.Parse<DayOfWeek>(entry.Key, ignoreCase: true), entry => Read(entry.Value)!.Value)
            : Week(usual);
        return new OpeningHours(week, days, openOnHolidays: hours.Count == 0 && ReferenceEquals(usual, OpeningHours.Always));
    }

    /// <summary>A week as it is written, holidays and closures left aside.</summary>
    public static IReadOnlyDictionary<string, string> Write(OpeningHours hours) => Week(hours).ToDictionary(
        entry => $"{entry.Key}",
        entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value.From:HH:mm}-{(entry.Value.To == OpenTime.WholeDay.To ? "24:00" : entry.Value.To.ToString("HH:mm", CultureInfo.InvariantCulture))}"));

    /// <summary>Monday to Friday, eight to four.</summary>
    public static OpeningHours Office { get; } = new(
        Enumerable.Range((int)DayOfWeek.Monday, 5)
            .ToImmutableDictionary(day => (DayOfWeek)day, _ => new OpenTime(new TimeOnly(8, 0), new TimeOnly(16, 0))));

    private static ImmutableDictionary<DayOfWeek, OpenTime> Week(OpeningHours usual)
    {
        // The first week of February has no public holiday in Czechia.
        var monday = new DateOnly(2027, 2, 1);
        return Enumerable.Range(0, 7).Select(ahead => monday.AddDays(ahead))
            .Where(day => usual.On(day) is not null)
            .ToImmutableDictionary(day => day.DayOfWeek, day => usual.On(day)!.Value);
    }

    private static bool TryDay(string text, out DayOfWeek day)
        => Enum.TryParse(text, ignoreCase: true, out day) && Enum.IsDefined(day) && !char.IsAsciiDigit(text[0]);

    private static OpenTime? Read(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && TryTime(text.AsSpan(0, dash), out var from) && TryTime(text.AsSpan(dash + 1), out var to) && from < to
            ? new OpenTime(from, to)
            : null;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out TimeOnly time)
    {
        if (text.Trim() is "24:00")
        {
            time = OpenTime.WholeDay.To;
            return true;
        }

        return TimeOnly.TryParseExact(text.Trim(), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
