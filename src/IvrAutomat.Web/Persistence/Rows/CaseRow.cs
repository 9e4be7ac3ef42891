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

    /// <summary>The number to call back, encrypted: a <see cref="HeldPhone"/>; null when none is known.</summary>
    public byte[]? Contact { get; set; }

    /// <summary>What was asked for and in which words, encrypted; null when the kind says all. It can be erased alone.</summary>
    public byte[]? Details { get; set; }
}
