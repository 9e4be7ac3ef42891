using System.Globalization;

namespace IvrAutomat.Web.Shop;

/// <summary>When people answer and when the shop is closed, as it is written in the settings and on the page.</summary>
/// <param name="Hours">By day of the week in English: <c>08:00-16:30</c>; days not listed are closed. Nothing listed: the shop's usual hours.</param>
/// <param name="Closures">Days on which the shop is closed besides public holidays: <c>2026-12-28</c>.</param>
internal sealed record WeekText(IReadOnlyDictionary<string, string> Hours, IReadOnlyList<string> Closures)
{
    /// <summary>How a day is written.</summary>
    public const string DayForm = "yyyy-MM-dd";

    /// <summary>One line for a person.</summary>
    public override string ToString()
        => string.Join(", ", Hours.Select(entry => $"{entry.Key} {entry.Value}").Concat(Closures.Count > 0 ? [$"closed {string.Join(' ', Closures)}"] : []));

    /// <summary>The entries that cannot be read: days of the week and closures, as they were written.</summary>
    public IReadOnlyList<string> Unreadable()
    {
        var wrong = new List<string>();
        foreach (var entry in Hours)
        {
            var problems = new List<string>();
            OpeningHoursText.Validate(new Dictionary<string, string> { [entry.Key] = entry.Value }, problems);
            if (problems.Count > 0)
            {
                wrong.Add(entry.Value);
            }
        }

        wrong.AddRange(Closures.Where(day => !DateOnly.TryParseExact(day, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
        return wrong;
    }
}
