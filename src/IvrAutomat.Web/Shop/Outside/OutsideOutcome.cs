using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Outside;

/// <summary>
/// What came of a write to an outside system, or of looking for one whose answer was lost. It prints no more than its kind: results may hold
/// codes and links.
/// </summary>
internal abstract record OutsideOutcome
{
    /// <summary>It is done, and the other side said so.</summary>
    /// <param name="Result">What it came to (a code, an address, a day), as the write itself words it; null for nothing.</param>
    internal sealed record Done(string? Result = null) : OutsideOutcome
    {
        /// <inheritdoc />
        public override string ToString() => nameof(Done);
    }

    /// <summary>The other side does not allow it now; nothing was done, and asking again would change nothing.</summary>
    internal sealed record Refused(NotNow Why) : OutsideOutcome;

    /// <summary>Certainly nothing was done, and only the moment was wrong: it may be asked again.</summary>
    /// <param name="Why">For the log: a code of the other side or of ours, never its text.</param>
    internal sealed record NotDone(string Why) : OutsideOutcome;

    /// <summary>It may have been done or not: it has to be looked for before anything is sent again.</summary>
    /// <param name="Why">As in <see cref="NotDone"/>.</param>
    internal sealed record Unknown(string Why) : OutsideOutcome;

    /// <summary>Certainly nothing was done, and only a person can help: a setting or the program is wrong, or the other side wants an answer.</summary>
    /// <param name="Why">As in <see cref="NotDone"/>.</param>
    internal sealed record Hopeless(string Why) : OutsideOutcome;

    /// <summary>Only from looking: the other side can be read and does not have it.</summary>
    internal sealed record Absent : OutsideOutcome;

    /// <summary>Only from looking: the other side cannot be asked for it at all. A person has to find out.</summary>
    internal sealed record CannotTell : OutsideOutcome;
}
