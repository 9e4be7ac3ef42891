namespace IvrAutomat.Orders;

/// <summary>One item of an order.</summary>
/// <param name="Id">The host's identifier, unique in the order.</param>
/// <param name="Name">The name in the nominative, as it is spoken.</param>
/// <param name="IsExcepted">Withdrawal may be excluded: made to measure, hygiene, opened software (Civil Code, section 1837). A person decides.</param>
public sealed record OrderItem(string Id, string Name, bool IsExcepted = false);

/// <summary>A return under way.</summary>
/// <param name="NotedOn">The day the customer withdrew.</param>
/// <param name="Items">The items that come back; empty: all of them.</param>
/// <param name="PostUntil">The last day to post them: fourteen days (Civil Code, section 1831).</param>
public sealed record GoodsReturn(DateOnly NotedOn, ValueList<string> Items, DateOnly PostUntil)
{
    /// <summary>How the goods come back; null while that is open.</summary>
    public ReturnWay? Way { get; init; }

    /// <summary>The carrier's code for posting without a label; null for other ways and until it is issued.</summary>
    public string? Code { get; init; }

    /// <summary>The day the courier comes.</summary>
    public DateOnly? CourierOn { get; init; }

    /// <summary>The carrier's number of what was ordered there, by which it can be called off; null where nothing was ordered.</summary>
    public string? Shipment { get; init; }
}

/// <summary>How goods come back.</summary>
public enum ReturnWay
{
    /// <summary>A courier fetches them at the customer's address.</summary>
    Courier,

    /// <summary>Posted at a Zásilkovna point by a code, without a label.</summary>
    Packeta,

    /// <summary>The customer sends them himself.</summary>
    Own,
}

/// <summary>A complaint under way.</summary>
/// <param name="Number">Digits, as they are told to the caller.</param>
/// <param name="MadeOn">The day it was made.</param>
/// <param name="Due">The day by which it is settled: thirty days (Consumer Protection Act, section 19).</param>
/// <param name="Remedy">What the customer wants.</param>
public sealed record Complaint(string Number, DateOnly MadeOn, DateOnly Due, Remedy Remedy);

/// <summary>How a customer wants a complaint to be settled.</summary>
public enum Remedy
{
    /// <summary>The goods repaired.</summary>
    Repair,

    /// <summary>The goods replaced.</summary>
    Replacement,

    /// <summary>A lower price.</summary>
    Discount,

    /// <summary>The money back.</summary>
    Refund,
}
