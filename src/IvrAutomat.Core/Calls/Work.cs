using System.Text.Json.Serialization;
using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>
/// Work that a decision asks the host to do after the decision is saved. Its outcome comes back as a
/// <see cref="WorkFinished"/>, or not at all when the caller has gone.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "work")]
[JsonDerivedType(typeof(ReadOrder), "read-order")]
[JsonDerivedType(typeof(CancelOrder), "cancel-order")]
[JsonDerivedType(typeof(OpenCase), "open-case")]
[JsonDerivedType(typeof(AgreeCallback), "agree-callback")]
[JsonDerivedType(typeof(CancelCallback), "cancel-callback")]
[JsonDerivedType(typeof(KeepCase), "keep-case")]
public abstract record Work;

/// <summary>Reading that changes nothing outside and may be repeated; it runs within the turn.</summary>
public abstract record Query : Work;

/// <summary>
/// Something that the automat promised to do. It is saved in the ledger before it is done, done at most once, and
/// ends as done, failed or handed to a person.
/// </summary>
public abstract record Request : Work
{
    /// <summary>The order it is about; null when no order is known.</summary>
    public abstract string? OrderId { get; }
}

/// <summary>Reads an order as the shop knows it now.</summary>
/// <param name="OrderId">Which order.</param>
public sealed record ReadOrder(string OrderId) : Query;

/// <summary>
/// Cancels an order. The live order is read again just before writing: what was true when the caller agreed may have
/// changed since.
/// </summary>
/// <param name="Id">Which order.</param>
public sealed record CancelOrder(string Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>
/// Opens a case: something that a person owes the caller. An order has at most one open case of a kind; asking again
/// gives the existing one.
/// </summary>
/// <param name="Kind">What is owed.</param>
/// <param name="Reason">Why the automat did not do it itself.</param>
/// <param name="Id">The verified order; null when the caller was not verified.</param>
/// <param name="Due">When a person must have answered.</param>
public sealed record OpenCase(CaseKind Kind, HandoverReason Reason, string? Id, DateTimeOffset Due) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;

    /// <summary>True: nothing is confirmed in writing yet, because the caller may be connected, or choose a time, within the call.</summary>
    public bool Quiet { get; init; }
}

/// <summary>The caller agreed to be called back: when, and on which number. It is confirmed in writing.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Id">The verified order, if any.</param>
/// <param name="Window">When; null leaves the case's due time as it is.</param>
/// <param name="Typed">True: on the number that the caller typed, which the host holds; false: on the number of the case.</param>
public sealed record AgreeCallback(string CaseNumber, string? Id, CallbackWindow? Window, bool Typed) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>The caller does not want to be called back any more: the case is closed.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Id">The verified order, if any.</param>
public sealed record CancelCallback(string CaseNumber, string? Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>The caller went before anything was agreed: the call's case stays as it is and is confirmed in writing.</summary>
/// <param name="Id">The verified order, if any.</param>
public sealed record KeepCase(string? Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>What a person owes.</summary>
public enum CaseKind
{
    /// <summary>To call the caller back.</summary>
    Callback,

    /// <summary>To call because the shop itself is at fault with the order.</summary>
    OwnFault,

    /// <summary>To finish what the automat promised and could not do.</summary>
    FailedRequest,

    /// <summary>To call back somebody who hung up while waiting for a person.</summary>
    Abandoned,
}

/// <summary>Why a call goes to a person.</summary>
public enum HandoverReason
{
    /// <summary>The caller asked for one.</summary>
    Asked,

    /// <summary>The caller could not be identified.</summary>
    NotIdentified,

    /// <summary>A prompt was repeated to no avail.</summary>
    Stuck,

    /// <summary>The shop postponed the order.</summary>
    Postponed,

    /// <summary>An item of the order is sold out.</summary>
    SoldOut,

    /// <summary>A task that a person does.</summary>
    Task,

    /// <summary>The shop's system did not answer.</summary>
    ShopUnavailable,

    /// <summary>Cancelling could not be finished.</summary>
    CancelFailed,

    /// <summary>There is no way to write to the customer: a person sends the confirmation.</summary>
    NoContact,

    /// <summary>The automat itself had trouble.</summary>
    Trouble,
}
