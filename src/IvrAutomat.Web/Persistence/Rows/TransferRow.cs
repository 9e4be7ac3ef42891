using System.ComponentModel.DataAnnotations.Schema;

namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// One caller's wait for a person. The turn that begins or ends the wait writes it in its own transaction, so that call and wait never
/// tell different stories; everything else changes it by compare-and-set on <see cref="State"/>.
/// </summary>
internal sealed class TransferRow
{
    /// <summary>Unguessable and without personal data: it names the carrier's queue and room.</summary>
    public required string Id { get; set; }

    /// <summary>The caller's call; where the automat calls back, the one in which the case arose.</summary>
    public required string CallId { get; set; }

    /// <summary>The case that is owed if nobody talks to the caller; null if it is not written yet.</summary>
    public string? CaseNumber { get; set; }

    /// <summary>The language that the caller speaks.</summary>
    public required string Language { get; set; }

    /// <summary>One of <see cref="TransferState"/>.</summary>
    public required string State { get; set; }

    /// <summary>One of <see cref="TransferOutcome"/>; null until the wait has ended.</summary>
    public string? Outcome { get; set; }

    /// <summary>When the caller began to wait; it orders the queue and outlives being put back.</summary>
    public DateTimeOffset WaitingSince { get; set; }

    /// <summary>The offer under way, or the one whose agent took the call; null while nobody is rung.</summary>
    public string? OfferId { get; set; }

    /// <summary>When the caller is to be fetched to another document, and not before: for an agent, or back. Null: nothing to fetch.</summary>
    public DateTimeOffset? MoveAt { get; set; }

    /// <summary>How often the caller has been asked to move.</summary>
    public int Moves { get; set; }

    /// <summary>When the present state ends by itself; null where it does not.</summary>
    public DateTimeOffset? DeadlineAt { get; set; }

    /// <summary>When an agent took the call; null before, and again once the two did not meet.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>The room in which the two meet, by the name of the offer that first won the call; null while nobody has.</summary>
    public string? Room { get; set; }

    /// <summary>The case for which the automat calls the customer back; null where a caller waits on the line.</summary>
    public string? CallbackCase { get; set; }

    /// <summary>The customer's leg, where the automat calls back; null until the carrier has named it, and for callers.</summary>
    public string? Leg { get; set; }

    /// <summary>Nobody waits on the line: once an agent takes it, the customer is called.</summary>
    [NotMapped]
    public bool IsCallback => CallbackCase is not null;

    /// <summary>When the wait ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the end had all its consequences: phones silent, case closed or confirmed. Null before.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}

/// <summary>The states of a wait.</summary>
internal static class TransferState
{
    /// <summary>In the queue.</summary>
    public const string Waiting = "waiting";

    /// <summary>An agent took the call; the two have not met yet.</summary>
    public const string Claimed = "claimed";

    /// <summary>An agent gave the caller back; the caller is still to be fetched.</summary>
    public const string Returning = "returning";

    /// <summary>The two talk.</summary>
    public const string Talking = "talking";

    /// <summary>Over.</summary>
    public const string Ended = "ended";
}

/// <summary>How a wait ended.</summary>
internal static class TransferOutcome
{
    /// <summary>An agent talked to the caller.</summary>
    public const string Talked = "talked";

    /// <summary>The caller chose something else than waiting.</summary>
    public const string Left = "left";

    /// <summary>The caller hung up.</summary>
    public const string Gone = "gone";

    /// <summary>The automat called a customer back, and they were not reached.</summary>
    public const string Unreached = "unreached";

    /// <summary>An agent gave the caller back to the automat.</summary>
    public const string Returned = "returned";
}
