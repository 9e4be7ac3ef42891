namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// A colleague who is asked to join a talk, while the customer hears music. The row is written before a phone rings; a colleague and a talk have at
/// most one that is open, which the database itself sees to. A colleague who takes the call over gets an offer of the same name.
/// </summary>
internal sealed class ConsultRow
{
    /// <summary>Random; it names the colleague's leg in our addresses.</summary>
    public required string Id { get; set; }

    /// <summary>The wait whose talk it is.</summary>
    public required string TransferId { get; set; }

    /// <summary>The offer of the agent who asks.</summary>
    public required string OfferId { get; set; }

    /// <summary>The room of the talk.</summary>
    public required string Room { get; set; }

    /// <summary>The colleague's name.</summary>
    public required string Agent { get; set; }

    /// <summary>One of <see cref="ConsultState"/>.</summary>
    public required string State { get; set; }

    /// <summary>How it ended, by the name of a <see cref="Agents.Consults.ConsultEnd"/>; null while it is open.</summary>
    public string? Result { get; set; }

    /// <summary>The colleague's leg at the carrier; null until it is known.</summary>
    public string? Leg { get; set; }

    /// <summary>Steps done in this state.</summary>
    public int Attempts { get; set; }

    /// <summary>When the next step is due: at the carrier, or to give up. Null: nothing is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>The states of a consultation.</summary>
internal static class ConsultState
{
    /// <summary>Written: the customer is to be put on hold.</summary>
    public const string Asking = "asking";

    /// <summary>The customer hears music; the colleague is to be rung, or nobody knows whether the carrier was asked.</summary>
    public const string Calling = "calling";

    /// <summary>The carrier has it.</summary>
    public const string Ringing = "ringing";

    /// <summary>Picked up; the colleague hears what it is about.</summary>
    public const string Whispering = "whispering";

    /// <summary>The two colleagues talk.</summary>
    public const string Together = "together";

    /// <summary>Over.</summary>
    public const string Ended = "ended";
}
