namespace IvrAutomat.Calls;

/// <summary>
/// Sends a one-time code: six digits, thirty minutes, three tries, to the mobile in the order, else its e-mail, never elsewhere.
/// Limits are kept by the host, also for orders that do not exist.
/// </summary>
/// <param name="To">How the order is found whose contact gets it.</param>
/// <param name="Id">The order, where its number was given or it is proved already; null when there is no such order.</param>
public sealed record SendCode(CodeFor To, string? Id) : Request
{
    /// <inheritdoc />
    public override string? OrderId => Id;
}

/// <summary>How the order is found whose contact gets a code.</summary>
public enum CodeFor
{
    /// <summary>The latest open order of the number that calls.</summary>
    Caller,

    /// <summary>The order whose number was given.</summary>
    Order,

    /// <summary>The latest open order that bears the phone number the caller typed, which the host holds.</summary>
    Phone,

    /// <summary>The proved order: the code confirms that its customer wants a change from another telephone.</summary>
    StepUp,
}
