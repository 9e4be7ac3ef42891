using System.Text.Json.Serialization;
using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>
/// Work that a decision asks the host to do after the decision is saved. Its outcome comes back as a
/// <see cref="WorkFinished"/>, or not at all when the caller has gone.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "work")]
[JsonDerivedType(typeof(ReadOrder), "read-order")]
[JsonDerivedType(typeof(FindCourier), "find-courier")]
[JsonDerivedType(typeof(CancelOrder), "cancel-order")]
[JsonDerivedType(typeof(RestoreOrder), "restore-order")]
[JsonDerivedType(typeof(ConfirmOrder), "confirm-order")]
[JsonDerivedType(typeof(SendPaymentLink), "send-payment-link")]
[JsonDerivedType(typeof(ChangePayment), "change-payment")]
[JsonDerivedType(typeof(NotePayment), "note-payment")]
[JsonDerivedType(typeof(SendTracking), "send-tracking")]
[JsonDerivedType(typeof(ExtendStorage), "extend-storage")]
[JsonDerivedType(typeof(NoteReturn), "note-return")]
[JsonDerivedType(typeof(ArrangeReturn), "arrange-return")]
[JsonDerivedType(typeof(CancelReturn), "cancel-return")]
[JsonDerivedType(typeof(FileComplaint), "file-complaint")]
[JsonDerivedType(typeof(SendInvoice), "send-invoice")]
[JsonDerivedType(typeof(SendCode), "send-code")]
[JsonDerivedType(typeof(NoteRating), "note-rating")]
[JsonDerivedType(typeof(ForPerson), "for-person")]
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
/// Gives a request to a person instead of doing it: everything that was collected is written into a case, whose kind follows from what
/// is wanted. Its result is a <see cref="CaseOpened"/>.
/// </summary>
/// <param name="Wanted">What the caller wants done.</param>
/// <param name="Reason">Why the automat does not do it: the shop's trial mode, a company's order, excepted goods.</param>
/// <param name="Due">When a person must have answered.</param>
public sealed record ForPerson([property: JsonConverter(typeof(RequestJson))] Request Wanted, HandoverReason Reason, DateTimeOffset Due) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Wanted.OrderId;
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

    /// <summary>What showed that the shop itself is at fault: for the person who calls, never for the caller. Null elsewhere.</summary>
    public OwnFaultReason? Fault { get; init; }
}

/// <summary>The caller agreed to be called back: when, and on which number. It is confirmed in writing.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Id">The verified order, if any.</param>
/// <param name="Window">When; null leaves the case's due time as it is.</param>
/// <param name="Typed">True: on the number that the caller typed, which the host holds; false: on the number of the case.</param>
public sealed record AgreeCallback(string CaseNumber, string? Id, CallbackWindow? Window, bool Typed) : Request
{
    /// <summary>The caller keeps the place in the queue and is called when its turn comes, by this instant at the latest; null elsewhere.</summary>
    public DateTimeOffset? InTurnBy { get; init; }

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

    /// <summary>To do what the caller asked for: the shop lets people do it, or the automat cannot.</summary>
    Request,

    /// <summary>To judge a return that the automat took down.</summary>
    Return,

    /// <summary>To settle a complaint by its due day.</summary>
    Complaint,

    /// <summary>To issue an invoice to a company.</summary>
    Invoice,

    /// <summary>To send money back.</summary>
    Refund,
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

    /// <summary>The shop lets a person do this task.</summary>
    Trial,

    /// <summary>The order is a company's.</summary>
    Company,

    /// <summary>The goods may be excepted from withdrawal.</summary>
    ExceptedGoods,

    /// <summary>The time for a withdrawal has passed.</summary>
    Late,

    /// <summary>Goods came wrong, damaged or incomplete.</summary>
    WrongGoods,

    /// <summary>Address, pick-up point or goods are to be changed.</summary>
    Change,

    /// <summary>The courier is to come elsewhere, or on another day.</summary>
    CourierElsewhere,

    /// <summary>The caller gave a bad mark and wants to talk about it.</summary>
    BadMark,

    /// <summary>Cancelling could not be finished.</summary>
    CancelFailed,

    /// <summary>There is no way to write to the customer: a person sends the confirmation.</summary>
    NoContact,

    /// <summary>The automat itself had trouble.</summary>
    Trouble,

    /// <summary>A system elsewhere did not confirm what it was asked for: a person has to look there first.</summary>
    Unconfirmed,

    /// <summary>A paid order was cancelled.</summary>
    PaidOrder,

    /// <summary>The carrier has trouble with the parcel.</summary>
    ParcelTrouble,
}
