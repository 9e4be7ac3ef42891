namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// How far the automat has got with calling a customer back for a case. Each attempt is a wait of its own (<see cref="TransferRow.IsCallback"/>);
/// a customer has at most one at a time, which the database itself sees to.
/// </summary>
internal sealed class CallbackRow
{
    /// <summary>The case that owes the call.</summary>
    public required string CaseId { get; set; }

    /// <summary>The keyed hash of the number that is called.</summary>
    public required string Customer { get; set; }

    /// <summary>When the customer began to wait: the place in the queue, whichever attempt it is.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>How often the customer has been dialled.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be called again before; null when the automat calls no more, and the case's owner does.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>The attempt under way; null when none is.</summary>
    public string? TransferId { get; set; }
}
