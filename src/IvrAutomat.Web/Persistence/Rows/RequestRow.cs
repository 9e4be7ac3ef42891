namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>Something that the automat promised to do: one row of the ledger.</summary>
internal sealed class RequestRow
{
    /// <summary>Its identifier.</summary>
    public required string Id { get; set; }

    /// <summary>Call, order, kind and counter: the same promise is never written twice.</summary>
    public required string IdempotencyKey { get; set; }

    /// <summary>The call in which it was promised.</summary>
    public required string CallId { get; set; }

    /// <summary>The verified order; null when no order is known.</summary>
    public string? OrderId { get; set; }

    /// <summary>What kind of request, by its discriminator: <c>cancel-order</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The request as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>One of <see cref="RequestState"/>.</summary>
    public required string State { get; set; }

    /// <summary>The process that performs it; null when none does.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>While running: until when nobody else may. While waiting: not before.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>
    /// What came of it, as JSON; null until that is known. An effect in this database and its result are written in one transaction.
    /// </summary>
    public string? Result { get; set; }

    /// <summary>What the caller gave for it and nobody else may read, encrypted: <see cref="HeldDetails"/>.</summary>
    public byte[]? Held { get; set; }

    /// <summary>When it was promised.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it became final.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>The states of a request. The last three are final.</summary>
internal static class RequestState
{
    /// <summary>Saved, nobody has begun.</summary>
    public const string Waiting = "waiting";

    /// <summary>Being done under a lease.</summary>
    public const string Running = "running";

    /// <summary>Done, and confirmed.</summary>
    public const string Done = "done";

    /// <summary>Not done, and known not to be: the order had changed.</summary>
    public const string Failed = "failed";

    /// <summary>A person has it.</summary>
    public const string Handed = "handed";
}
