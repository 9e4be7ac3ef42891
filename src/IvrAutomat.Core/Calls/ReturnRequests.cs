using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>
/// Withdraws from the contract, for all goods or some. It holds from the call, whatever becomes of the way back; the written confirmation
/// says what and when (Civil Code, section 1829; Directive 2011/83/EU, article 11).
/// </summary>
/// <param name="Id">Which order.</param>
/// <param name="Items">The items that come back; empty: all of them.</param>
public sealed record NoteReturn(string Id, ValueList<string> Items) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Arranges how the goods of a noted return come back.</summary>
/// <param name="Id">Which order.</param>
/// <param name="Way">How.</param>
/// <param name="Day">The courier's day; null for the other ways.</param>
public sealed record ArrangeReturn(string Id, ReturnWay Way, DateOnly? Day) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Takes a return back: the goods stay.</summary>
/// <param name="Id">Which order.</param>
public sealed record CancelReturn(string Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>
/// Makes a complaint. The defect in the caller's own words is held by the host; the confirmation bears date, content, wish and contact
/// (Consumer Protection Act, section 19).
/// </summary>
/// <param name="Id">Which order.</param>
/// <param name="Item">The item; null when the order has only one or it could not be told.</param>
/// <param name="Remedy">What the customer wants.</param>
public sealed record FileComplaint(string Id, string? Item, Remedy Remedy) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Asks when the courier can fetch a parcel at the address in the order.</summary>
/// <param name="OrderId">Which order.</param>
public sealed record FindCourier(string OrderId) : Query;
