using IvrAutomat.Calls;

namespace IvrAutomat.Orders;

/// <summary>
/// An order as a conversation needs it: what state it is in and the days that matter. It carries no name, address or
/// contact; those stay with the host.
/// </summary>
public sealed record Order
{
    /// <summary>The host's identifier. It is not the number that customers know.</summary>
    public required string Id { get; init; }

    /// <summary>The number that customers know; it may hold letters and signs.</summary>
    public required string Number { get; init; }

    /// <summary>What the order's state means, whatever the shop calls it.</summary>
    public required OrderState State { get; init; }

    /// <summary>The day the order was made, in the shop's time zone.</summary>
    public required DateOnly OrderedOn { get; init; }

    /// <summary>What the customer pays in all, in Czech crowns, tax and delivery included.</summary>
    public required decimal Total { get; init; }

    /// <summary>How the order is paid.</summary>
    public PaymentMethod Payment { get; init; }

    /// <summary>True when the money has arrived.</summary>
    public bool IsPaid { get; init; }

    /// <summary>The day the money arrived; null while it has not, and where the shop does not tell.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The shop's own word for the status; it is shown to people and never spoken. Null where the shop has none.</summary>
    public string? ShopStatus { get; init; }

    /// <summary>How often the shop has moved the day of dispatch.</summary>
    public int DispatchMoves { get; init; }

    /// <summary>Ordered on a company: the right of withdrawal without a reason does not apply by itself.</summary>
    public bool IsCompany { get; init; }

    /// <summary>An invoice has been issued.</summary>
    public bool HasInvoice { get; init; }

    /// <summary>Where receipts for this order can go.</summary>
    public Channel Contact { get; init; }

    /// <summary>The day the carrier gets, or got, the parcel.</summary>
    public DateOnly? DispatchOn { get; init; }

    /// <summary>The day the parcel is expected at its goal.</summary>
    public DateOnly? ArrivalOn { get; init; }

    /// <summary>What the carrier tells of the parcel beyond <see cref="State"/>; null for nothing particular.</summary>
    public ParcelStage? Stage { get; init; }

    /// <summary>The carrier's name, in the nominative.</summary>
    public string? Carrier { get; init; }

    /// <summary>Where the parcel is or will be picked up, in the nominative; the real place, also after a redirection.</summary>
    public string? Point { get; init; }

    /// <summary>The parcel goes, or went, to another place than the customer chose.</summary>
    public bool IsRedirected { get; init; }

    /// <summary>The last day on which the parcel can be picked up.</summary>
    public DateOnly? PickUpUntil { get; init; }

    /// <summary>The day of a delivery that found nobody.</summary>
    public DateOnly? AttemptedOn { get; init; }

    /// <summary>The day the customer took the goods over.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>The day the order was cancelled.</summary>
    public DateOnly? CancelledOn { get; init; }

    /// <summary>The day the money was sent back; null while nothing has been sent.</summary>
    public DateOnly? RefundedOn { get; init; }

    /// <summary>What the shop itself did wrong; null when nothing.</summary>
    public OwnFault? OwnFault { get; init; }

    /// <summary>What the mistake was found by, for the person who calls; null where the shop itself says so, and when there is none.</summary>
    public OwnFaultReason? FaultReason { get; init; }

    /// <summary>What was bought; empty where the shop does not tell.</summary>
    public ValueList<OrderItem> Items { get; init; } = [];

    /// <summary>The customer's address is known, so that a courier can be sent there. The address itself stays with the host.</summary>
    public bool HasAddress { get; init; }

    /// <summary>The customer has an e-mail address; invoices go there.</summary>
    public bool HasEmail { get; init; }

    /// <summary>The last day to which the carrier would keep the parcel if asked; null when it would not.</summary>
    public DateOnly? ExtendableUntil { get; init; }

    /// <summary>The last day on which a payment link that was sent is valid; null when none was.</summary>
    public DateOnly? LinkUntil { get; init; }

    /// <summary>Until when a cancellation can be taken back; null when it cannot.</summary>
    public DateTimeOffset? RestorableUntil { get; init; }

    /// <summary>When the order was cancelled by phone; null when it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The return under way; null when there is none.</summary>
    public GoodsReturn? Return { get; init; }

    /// <summary>The complaint under way; null when there is none.</summary>
    public Complaint? Complaint { get; init; }
}

/// <summary>The states of an order that a conversation tells apart.</summary>
public enum OrderState
{
    /// <summary>A status of the shop that nobody has given a meaning yet.</summary>
    Unknown,

    /// <summary>Cash on delivery that the customer has yet to confirm.</summary>
    AwaitingConfirmation,

    /// <summary>Waits for a bank transfer.</summary>
    AwaitingTransfer,

    /// <summary>The payment by card did not go through.</summary>
    PaymentFailed,

    /// <summary>Taken in, not packed yet.</summary>
    Received,

    /// <summary>Being packed.</summary>
    Packing,

    /// <summary>With the carrier.</summary>
    OnTheWay,

    /// <summary>With the courier, today.</summary>
    OutForDelivery,

    /// <summary>The courier found nobody.</summary>
    Attempted,

    /// <summary>Waits at a pick-up point.</summary>
    AtPoint,

    /// <summary>In the customer's hands.</summary>
    Delivered,

    /// <summary>Called off; the goods do not leave.</summary>
    Cancelled,

    /// <summary>Not picked up, on its way back to the shop.</summary>
    Returning,
}

/// <summary>What a carrier tells of a parcel, where the state of the order alone would say too little or something wrong.</summary>
public enum ParcelStage
{
    /// <summary>The shop has announced it, and the carrier does not have it yet.</summary>
    Announced,

    /// <summary>Another carrier takes it further.</summary>
    HandedOn,

    /// <summary>At customs.</summary>
    Customs,

    /// <summary>It did not get into the box, and that will be tried again.</summary>
    BoxFull,

    /// <summary>Nobody picked it up in time: it goes back.</summary>
    Uncollected,

    /// <summary>It was refused and goes back.</summary>
    Refused,

    /// <summary>It goes back, for whatever reason.</summary>
    GoingBack,

    /// <summary>It is back at the shop.</summary>
    BackAtTheShop,
}

/// <summary>How an order is paid.</summary>
public enum PaymentMethod
{
    /// <summary>By card through a gateway.</summary>
    Card,

    /// <summary>By bank transfer in advance.</summary>
    Transfer,

    /// <summary>In cash or by card to the carrier.</summary>
    CashOnDelivery,
}

/// <summary>A mistake of the shop. The automat states it as a fact and never apologises or promises.</summary>
public enum OwnFault
{
    /// <summary>The day of dispatch was moved, or has passed.</summary>
    Postponed,

    /// <summary>An item is not in stock.</summary>
    SoldOut,

    /// <summary>The carrier is looking for the parcel, or it went wrong on the way.</summary>
    ParcelTrouble,
}
