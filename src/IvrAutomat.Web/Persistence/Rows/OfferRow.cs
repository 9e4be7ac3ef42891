namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// One call offered to one agent, by ringing. The row is written before the phone rings; an agent and a wait have at most one open offer
/// each, which the database itself sees to.
/// </summary>
internal sealed class OfferRow
{
    /// <summary>Random; it names the agent's leg in our addresses.</summary>
    public required string Id { get; set; }

    /// <summary>The wait.</summary>
    public required string TransferId { get; set; }

    /// <summary>The agent's name.</summary>
    public required string Agent { get; set; }

    /// <summary>One of <see cref="OfferState"/>.</summary>
    public required string State { get; set; }

    /// <summary>How it ended; null while it is open.</summary>
    public string? Result { get; set; }

    /// <summary>The agent's leg at the carrier; null until it is known.</summary>
    public string? Leg { get; set; }

    /// <summary>How often the carrier has been asked: once to ring, afterwards only to look.</summary>
    public int Attempts { get; set; }

    /// <summary>When the next step is due: to ring, to look whether it rings, to end it, or to end its leg at the carrier. Null: nothing is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the agent had finished the work after the talk; null until then, and where there was none.</summary>
    public DateTimeOffset? WrappedAt { get; set; }
}

/// <summary>The states of an offer.</summary>
internal static class OfferState
{
    /// <summary>To be rung; nobody has asked the carrier, or nobody knows whether it was asked.</summary>
    public const string Calling = "calling";

    /// <summary>The carrier has it: it is dialling or ringing.</summary>
    public const string Ringing = "ringing";

    /// <summary>Picked up; the agent hears what it is about.</summary>
    public const string Whispering = "whispering";

    /// <summary>The agent took the call.</summary>
    public const string Taken = "taken";

    /// <summary>Over.</summary>
    public const string Ended = "ended";
}
