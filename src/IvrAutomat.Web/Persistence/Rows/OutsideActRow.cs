namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// One write to an outside system: the intent is written before anything is sent, so that after a crash or a lost answer it is known what
/// has to be looked for.
/// </summary>
internal sealed class OutsideActRow
{
    /// <summary>The request it belongs to, and the system: a request writes at most once to each.</summary>
    public required string Id { get; set; }

    /// <summary>The request.</summary>
    public required string RequestId { get; set; }

    /// <summary>The system: <c>Upgates</c>.</summary>
    public required string System { get; set; }

    /// <summary>What is done there: <c>cancel</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>One of <see cref="OutsideActState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Random; the other side is given it where it has room for it.</summary>
    public required string Reference { get; set; }

    /// <summary>The order as it was when this was decided, as JSON: a later attempt decides on the same and so comes to the same.</summary>
    public required string Before { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Sent { get; set; }

    /// <summary>What it came to, encrypted; null until done, and where there is nothing to tell.</summary>
    public byte[]? Result { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last sent or looked for.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>The states of a write to an outside system.</summary>
internal static class OutsideActState
{
    /// <summary>About to be sent, or sent and not answered: nobody knows.</summary>
    public const string Sending = "sending";

    /// <summary>Certainly not done: it may be sent.</summary>
    public const string NotDone = "not-done";

    /// <summary>Done. Final.</summary>
    public const string Done = "done";

    /// <summary>Refused, or beyond what the automat can do: certainly not done. Final.</summary>
    public const string Refused = "refused";
}
