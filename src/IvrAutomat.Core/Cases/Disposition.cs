namespace IvrAutomat.Cases;

/// <summary>What came of a case: it is closed by saying so.</summary>
public enum Disposition
{
    /// <summary>The customer has what was wanted.</summary>
    Resolved,

    /// <summary>The customer could not be reached, as often as the shop tries.</summary>
    Unreachable,

    /// <summary>Money was sent back.</summary>
    RefundMade,

    /// <summary>Other goods were sent.</summary>
    Replaced,

    /// <summary>Nothing was owed, or the customer does not want it any more.</summary>
    NothingOwed,

    /// <summary>Something else, which a note tells.</summary>
    Other,
}
