using System.Text.Json.Serialization;
using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>What came of a piece of work. Failure is a value: the dialogue decides what the caller hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(OrderRead), "order")]
[JsonDerivedType(typeof(ShopUnavailable), "unavailable")]
[JsonDerivedType(typeof(OrderCancelled), "cancelled")]
[JsonDerivedType(typeof(CancelRefused), "cancel-refused")]
[JsonDerivedType(typeof(RequestHandedOver), "handed-over")]
[JsonDerivedType(typeof(CaseOpened), "case")]
[JsonDerivedType(typeof(CaseClosed), "case-closed")]
public abstract record WorkResult;

/// <summary>The order as the shop knows it.</summary>
/// <param name="Order">The order.</param>
public sealed record OrderRead(Order Order) : WorkResult;

/// <summary>The shop's system did not answer, and nothing useful is known from before.</summary>
public sealed record ShopUnavailable : WorkResult;

/// <summary>The shop confirmed the cancellation.</summary>
/// <param name="Order">The order as it is now.</param>
/// <param name="Receipt">Where the receipt goes.</param>
public sealed record OrderCancelled(Order Order, Channel Receipt) : WorkResult;

/// <summary>The order had changed: it may not be cancelled any more. Nothing was written.</summary>
/// <param name="Order">The order as it is now.</param>
/// <param name="Why">The reason.</param>
public sealed record CancelRefused(Order Order, NotNow Why) : WorkResult;

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
}

/// <summary>The case is closed: nobody owes anything any more.</summary>
public sealed record CaseClosed : WorkResult;

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
