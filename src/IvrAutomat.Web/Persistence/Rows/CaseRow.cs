namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>Something that a person owes a caller. An order has at most one open case of a kind.</summary>
internal sealed class CaseRow
{
    /// <summary>The request that opened it: asking again finds it.</summary>
    public required string Id { get; set; }

    /// <summary>Six digits, as they are told to the caller.</summary>
    public required string Number { get; set; }

    /// <summary>What is owed.</summary>
    public required string Kind { get; set; }

    /// <summary>Why.</summary>
    public required string Reason { get; set; }

    /// <summary>The verified order; null when the caller was not verified.</summary>
    public string? OrderId { get; set; }

    /// <summary>The call in which it arose.</summary>
    public required string CallId { get; set; }

    /// <summary>The name of the person, or of the shop when it has nobody.</summary>
    public required string Owner { get; set; }

    /// <summary>When the owner took it in hand; null while it only stands on their list and anybody may take it.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>When the person must have answered.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>From when the caller agreed to be called; null where nothing has been agreed but the due time.</summary>
    public DateTimeOffset? CallbackFrom { get; set; }

    /// <summary>Until when the caller agreed to be called.</summary>
    public DateTimeOffset? CallbackUntil { get; set; }

    /// <summary>The keyed hash of the number that called, where no order was verified: whoever calls again gets the same case.</summary>
    public string? CallerKey { get; set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was closed; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What came of it, one of <see cref="IvrAutomat.Cases.Disposition"/>; null while open, and where it was closed from the command line.</summary>
    public string? Disposition { get; set; }

    /// <summary>The name of whoever closed it; null while open.</summary>
    public string? ClosedBy { get; set; }

    /// <summary>The number to call back, encrypted: a <see cref="HeldPhone"/>; null when none is known.</summary>
    public byte[]? Contact { get; set; }

    /// <summary>What was asked for and in which words, encrypted; null when the kind says all. It can be erased alone.</summary>
    public byte[]? Details { get; set; }
}

/// <summary>Something that a colleague did to a case.</summary>
internal sealed class CaseEventRow
{
    /// <summary>Counts up.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public required string CaseId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who, by the name that colleagues know.</summary>
    public required string Who { get; set; }

    /// <summary>What, as a key such as <c>claimed</c>.</summary>
    public required string Act { get; set; }

    /// <summary>To whom it was handed, or what came of the case; null elsewhere. It never names a customer.</summary>
    public string? About { get; set; }

    /// <summary>The words of a note, or those to the customer, each encrypted under a label of its own; null for neither. They can be erased alone.</summary>
    public byte[]? Words { get; set; }
}

/// <summary>A mistake of the shop that somebody has turned to, so that nobody does it twice.</summary>
internal sealed class OwnFaultRow
{
    /// <summary>The order.</summary>
    public required string OrderId { get; set; }

    /// <summary>Tells this mistake from the next one with the same order.</summary>
    public required string Sign { get; set; }

    /// <summary>When it was found.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>The case in which a colleague calls the customer.</summary>
    public string? CaseId { get; set; }

    /// <summary>When a colleague said that it is no mistake of ours any more; null while it is one.</summary>
    public DateTimeOffset? ClearedAt { get; set; }

    /// <summary>Who said so.</summary>
    public string? ClearedBy { get; set; }
}
