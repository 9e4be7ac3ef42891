using IvrAutomat.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// A request is not final, and the ledger is told when to ask again. It never leaves the ledger: no call gets it and it is stored nowhere.
/// </summary>
/// <param name="After">How much later the next attempt is worth while.</param>
internal sealed record NotYet(TimeSpan After) : WorkResult;

/// <summary>
/// A request that no further attempt can bring to its end: a person gets it now. As <see cref="NotYet"/>, it never leaves the ledger.
/// </summary>
/// <param name="Reason">Why.</param>
internal sealed record LeftToPerson(HandoverReason Reason) : WorkResult;
