using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>Takes a cancellation back while that is still possible: the order becomes what it was before.</summary>
/// <param name="Id">Which order.</param>
public sealed record RestoreOrder(string Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>The customer confirms an order that is paid on delivery.</summary>
/// <param name="Id">Which order.</param>
public sealed record ConfirmOrder(string Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>
/// Sends a link on which the order can be paid by card. While a link is valid the same one is sent again; the order tells until when.
/// </summary>
/// <param name="Id">Which order.</param>
public sealed record SendPaymentLink(string Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>
/// The payment gateway has money for the order: the host wants the shop to know. No dialogue asks for it and nobody waits for it.
/// </summary>
/// <param name="Id">Which order.</param>
/// <param name="Minor">How much, in hundredths of the currency.</param>
/// <param name="Currency">Three letters, <c>CZK</c>.</param>
public sealed record NotePayment(string Id, long Minor, string Currency) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Changes how an unpaid, undispatched order is paid.</summary>
/// <param name="Id">Which order.</param>
/// <param name="Method">The new way; never <see cref="PaymentMethod.Card"/>, which is a link.</param>
public sealed record ChangePayment(string Id, PaymentMethod Method) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Sends the parcel's state and the link to follow it.</summary>
/// <param name="Id">Which order.</param>
public sealed record SendTracking(string Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Keeps a parcel longer at its pick-up point; the day granted stands in the order afterwards.</summary>
/// <param name="Id">Which order.</param>
/// <param name="Until">The last day asked for.</param>
public sealed record ExtendStorage(string Id, DateOnly Until) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Sends the invoice once more.</summary>
/// <param name="Id">Which order.</param>
public sealed record SendInvoice(string Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>Keeps the mark that the caller gave; nobody waits for it.</summary>
/// <param name="Id">The order that was talked about.</param>
/// <param name="Mark">A school mark, 1 best to 5 worst.</param>
public sealed record NoteRating(string? Id, int Mark) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}
