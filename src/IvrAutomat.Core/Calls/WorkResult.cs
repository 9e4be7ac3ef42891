using System.Text.Json.Serialization;
using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>What came of a piece of work. Failure is a value: the dialogue decides what the caller hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(OrderRead), "order")]
[JsonDerivedType(typeof(ShopUnavailable), "unavailable")]
[JsonDerivedType(typeof(RequestDone), "done")]
[JsonDerivedType(typeof(RequestRefused), "refused")]
[JsonDerivedType(typeof(RequestHandedOver), "handed-over")]
[JsonDerivedType(typeof(CaseOpened), "case")]
[JsonDerivedType(typeof(CaseClosed), "case-closed")]
[JsonDerivedType(typeof(CodeSent), "code-sent")]
[JsonDerivedType(typeof(CodeNotSent), "code-not-sent")]
[JsonDerivedType(typeof(CourierOffered), "courier")]
[JsonDerivedType(typeof(Noted), "noted")]
public abstract record WorkResult;

/// <summary>The order as the shop knows it.</summary>
/// <param name="Order">The order.</param>
public sealed record OrderRead(Order Order) : WorkResult
{
    /// <summary>Since when nothing newer is known, because the shop does not answer now; null when it is up to date.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>A mark was given about this order lately: the caller is not asked for another about the same matter.</summary>
    public bool IsRated { get; init; }
}

/// <summary>The shop's system did not answer, and nothing useful is known from before.</summary>
public sealed record ShopUnavailable : WorkResult;

/// <summary>The shop confirmed what was asked for, and it is done. What it came to (a code, a day, a due time) stands in the order.</summary>
/// <param name="Order">The order as it is now.</param>
/// <param name="Receipt">Where the receipt goes.</param>
public sealed record RequestDone(Order Order, Channel Receipt) : WorkResult
{
    /// <summary>The money that goes back by a person's hand; null when none does.</summary>
    public RefundDue? Refund { get; init; }
}

/// <summary>Money that a person sends back.</summary>
/// <param name="By">Who sees to it: a person's first name, or the shop's; in the nominative.</param>
/// <param name="Until">The last day on which it is sent.</param>
public sealed record RefundDue(string By, DateOnly Until);

/// <summary>The order had changed: what was asked for is not possible any more. Nothing was written.</summary>
/// <param name="Order">The order as it is now.</param>
/// <param name="Why">The reason.</param>
public sealed record RequestRefused(Order Order, NotNow Why) : WorkResult;

/// <summary>The request could not be finished; a person has it.</summary>
/// <param name="CaseNumber">The case that was opened.</param>
/// <param name="Due">When a person must have answered.</param>
public sealed record RequestHandedOver(string CaseNumber, DateTimeOffset Due) : WorkResult;

/// <summary>The case is written, with an owner.</summary>
/// <param name="CaseNumber">Digits, as they are told to the caller.</param>
/// <param name="Due">When a person must have answered; an existing case keeps its earlier time.</param>
/// <param name="Receipt">Where the confirmation goes.</param>
public sealed record CaseOpened(string CaseNumber, DateTimeOffset Due, Channel Receipt) : WorkResult
{
    /// <summary>When the caller will be called back, where that has been agreed; null otherwise.</summary>
    public CallbackWindow? Agreed { get; init; }

    /// <summary>When the wait began whose place the caller keeps without waiting: called back in turn. Null where that was not agreed.</summary>
    public DateTimeOffset? QueuedSince { get; init; }
}

/// <summary>The case is closed: nobody owes anything any more.</summary>
public sealed record CaseClosed : WorkResult;

/// <summary>
/// A one-time code is on its way, or would be if the order existed and had a contact: from a foreign number the two must not be told
/// apart, so nothing in this value does.
/// </summary>
/// <param name="By">The way to the caller's own contact; <see cref="Channel.None"/> when the caller must not learn it.</param>
public sealed record CodeSent(Channel By) : WorkResult;

/// <summary>No code was sent: too many were, or nobody could be written to and the caller may know it.</summary>
public sealed record CodeNotSent : WorkResult;

/// <summary>When the courier can fetch a parcel at the customer's address.</summary>
/// <param name="Days">The next days, earliest first; at most three. Empty: no courier goes there.</param>
/// <param name="From">Beginning of the window on each day.</param>
/// <param name="Until">End of the window.</param>
public sealed record CourierOffered(ValueList<DateOnly> Days, TimeOnly From, TimeOnly Until) : WorkResult
{
    /// <summary>The courier service did not answer: there are no days because none are known.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>It is kept; there is nothing to tell about it.</summary>
public sealed record Noted : WorkResult;

/// <summary>How a message reaches the contact of an order.</summary>
public enum Channel
{
    /// <summary>There is no way to write to the customer.</summary>
    None,

    /// <summary>To the mobile in the order.</summary>
    Sms,

    /// <summary>To the e-mail address in the order.</summary>
    Email,
}
