namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// One order that a wrong PIN was tried on. An attempt among several orders of a caller writes one row each, of which only the first
/// bears the caller's key: callers are counted by attempts, orders by rows.
/// </summary>
internal sealed record FailureRow
{
    /// <summary>Counts up; set by the database.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The keyed hash of the order; null when the number belongs to none, because unmatched digits are kept nowhere.</summary>
    public string? OrderKey { get; init; }

    /// <summary>The keyed hash of the caller's number; null when withheld.</summary>
    public string? CallerKey { get; init; }

    /// <summary>The call came from the number that the order bears.</summary>
    public required bool FromOwnNumber { get; init; }

    /// <summary>The keyed hash of hour and PIN, for an hour; null for trivial PINs and calls from the order's own number.</summary>
    public string? PinKey { get; init; }

    /// <summary>This failure completed a pattern of guessing, which closes the PIN to foreign numbers for an hour.</summary>
    public bool ClosesForeign { get; init; }
}
