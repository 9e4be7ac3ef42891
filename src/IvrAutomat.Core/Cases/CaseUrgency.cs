namespace IvrAutomat.Cases;

/// <summary>How soon somebody has to turn to a case. The order of the values is the order of the work.</summary>
public enum CaseUrgency
{
    /// <summary>It should have been done by now.</summary>
    Overdue,

    /// <summary>It is due soon, or the time that was agreed with the customer has begun.</summary>
    Soon,

    /// <summary>There is time.</summary>
    Later,
}

/// <summary>In which order cases are worked on: overdue ones, then those due soon, then the others; among equals the earlier due time first.</summary>
public static class CaseOrder
{
    /// <summary>A case is due soon when so much time or less is left.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(4);

    /// <summary>How soon a case has to be turned to.</summary>
    /// <param name="due">When it must have been done.</param>
    /// <param name="from">From when on the customer agreed to be called; null where no time was agreed.</param>
    /// <param name="now">The instant.</param>
    public static CaseUrgency UrgencyOf(DateTimeOffset due, DateTimeOffset? from, DateTimeOffset now)
        => due <= now ? CaseUrgency.Overdue
            // Before the agreed time nobody is to be called, however near it is.
            : from is { } begins ? begins <= now ? CaseUrgency.Soon : CaseUrgency.Later
            : due - now <= Soon ? CaseUrgency.Soon
            : CaseUrgency.Later;

    /// <summary>Sorts cases into the order of the work.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="keyOf">Due time, agreed beginning and number of a case.</param>
    /// <param name="now">The instant.</param>
    public static IEnumerable<T> Sort<T>(IEnumerable<T> cases, Func<T, (DateTimeOffset Due, DateTimeOffset? From, string Number)> keyOf, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(keyOf);
        return cases.Select(each => (Case: each, Key: keyOf(each)))
            .OrderBy(each => UrgencyOf(each.Key.Due, each.Key.From, now))
            .ThenBy(each => each.Key.Due)
            .ThenBy(each => each.Key.Number, StringComparer.Ordinal)
            .Select(each => each.Case);
    }
}
