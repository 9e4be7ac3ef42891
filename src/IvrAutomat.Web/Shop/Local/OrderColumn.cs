namespace IvrAutomat.Web.Shop.Local;

/// <summary>What a file can say of an order. <see cref="OrderHeader"/> knows the names under which files do.</summary>
internal enum OrderColumn
{
    /// <summary>The number that customers know. Required.</summary>
    Number,

    /// <summary>The day of the order. Required.</summary>
    Ordered,

    /// <summary>What is paid in all, in Czech crowns. Required.</summary>
    Total,

    /// <summary>The shop's word for the state. Required.</summary>
    Status,

    /// <summary>Only Czech crowns are taken.</summary>
    Currency,

    /// <summary>The way of payment.</summary>
    Payment,

    /// <summary>Yes or no, or the day of the payment.</summary>
    Paid,

    /// <summary>The carrier's name.</summary>
    Carrier,

    /// <summary>The carrier's number of the parcel.</summary>
    Parcel,

    /// <summary>The pick-up point.</summary>
    Point,

    /// <summary>The last day of storage there.</summary>
    PickUpUntil,

    /// <summary>The day the carrier gets, or got, the parcel.</summary>
    DispatchOn,

    /// <summary>The day the parcel is expected.</summary>
    ArrivalOn,

    /// <summary>The day of delivery.</summary>
    Delivered,

    /// <summary>The day of the cancellation.</summary>
    Cancelled,

    /// <summary>The day the money was sent back.</summary>
    Refunded,

    /// <summary>When the shop last changed the order.</summary>
    Changed,

    /// <summary>The customer's phone.</summary>
    Phone,

    /// <summary>The customer's e-mail address.</summary>
    Email,

    /// <summary>The customer's name.</summary>
    Name,

    /// <summary>Street and number.</summary>
    Street,

    /// <summary>The town.</summary>
    Town,

    /// <summary>The postal code.</summary>
    Zip,

    /// <summary>The country; elsewhere than Czechia and Slovakia no courier is sent.</summary>
    Country,

    /// <summary>A company's name: not empty means that the order is a company's.</summary>
    Company,

    /// <summary>A company's number (IČO).</summary>
    CompanyNumber,

    /// <summary>The invoice's number; not empty means that one was issued.</summary>
    Invoice,

    /// <summary>The variable symbol of the payment.</summary>
    VariableSymbol,

    /// <summary>What was bought.</summary>
    Items,

    /// <summary>The PIN of the order.</summary>
    Pin,

    /// <summary>What the shop did wrong.</summary>
    OwnFault,
}
