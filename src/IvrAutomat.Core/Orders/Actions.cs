namespace IvrAutomat.Orders;

/// <summary>
/// Who does the tasks of the order's menu. A shop begins with all of them on <see cref="ActionMode.Person"/> and lets the automat do more
/// as trust grows.
/// </summary>
public sealed record Actions
{
    /// <summary>Cancelling an order, taking that back, and confirming an order paid on delivery.</summary>
    public ActionMode Cancel { get; init; }

    /// <summary>Payment links and changes of the way of payment.</summary>
    public ActionMode Payment { get; init; }

    /// <summary>Returns.</summary>
    public ActionMode Return { get; init; }

    /// <summary>Complaints.</summary>
    public ActionMode Complaint { get; init; }

    /// <summary>Invoices.</summary>
    public ActionMode Invoice { get; init; }

    /// <summary>Keeping a parcel longer at its pick-up point.</summary>
    public ActionMode Extend { get; init; }
}

/// <summary>Who does a task.</summary>
public enum ActionMode
{
    /// <summary>The automat.</summary>
    Do,

    /// <summary>A person: the automat collects what is needed, confirms the receipt and opens a case.</summary>
    Person,

    /// <summary>Nobody: it is not offered, and its key says that a person can be asked.</summary>
    Off,
}

/// <summary>What one way of sending goods back costs.</summary>
/// <param name="Price">In Czech crowns; zero is free of charge.</param>
/// <param name="IsDeducted">The customer pays it: it is taken off the refund. Otherwise the shop pays.</param>
public sealed record ReturnPrice(decimal Price, bool IsDeducted);
