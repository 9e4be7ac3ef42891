namespace IvrAutomat.Calls;

/// <summary>
/// What a decision may know of the caller's number. It is a hint, never proof, and it is not the number: that stays
/// with the host, encrypted.
/// </summary>
/// <param name="HasOpenOrder">An open order bears the number, so that the PIN alone identifies.</param>
/// <param name="CanBeCalledBack">The number may be rung by the shop: +420 or +421, no premium or emergency number.</param>
/// <param name="CalledLately">The same number called within the last seven days.</param>
public sealed record Caller(bool HasOpenOrder, bool CanBeCalledBack, bool CalledLately)
{
    /// <summary>The language that the number chose in an earlier call; null when it never chose one.</summary>
    public string? Language { get; init; }

    /// <summary>The number was spoken to slowly at the end of an earlier call.</summary>
    public bool Slow { get; init; }

    /// <summary>The number belongs to Slovakia: Slovak is offered aloud.</summary>
    public bool IsSlovak { get; init; }

    /// <summary>A one-time code that this number asked for is still valid: an entry of a PIN may be it.</summary>
    public bool HasCode { get; init; }

    /// <summary>The way a code would take to the contact of the caller's latest open order; none where it has no contact.</summary>
    public Channel CodeBy { get; init; }

    /// <summary>A withheld number, or one that counts as withheld: the shop's own line, an agent, a forwarder.</summary>
    public static Caller Withheld { get; } = new(HasOpenOrder: false, CanBeCalledBack: false, CalledLately: false);
}
