using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>What a person will do for this call.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Due">When the person must have answered.</param>
/// <param name="CaseNumber">The case, once it is written.</param>
/// <param name="Receipt">Where its confirmation goes.</param>
public sealed record Handover(HandoverReason Reason, DateTimeOffset Due, string? CaseNumber = null, Channel Receipt = Channel.None)
{
    /// <summary>When the caller is called back, as proposed or agreed; null where only <see cref="Due"/> is known.</summary>
    public CallbackWindow? Window { get; init; }

    /// <summary>When times for the callback were first offered: the same instant always offers the same times.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>Nothing is left to be confirmed to the caller: the callback is agreed, called off, or a person has the caller.</summary>
    public bool IsSettled { get; init; }

    /// <summary>
    /// The caller does not wait on the line but keeps the place, and is called when its turn comes, by this instant at the latest; null
    /// elsewhere.
    /// </summary>
    public DateTimeOffset? InTurnBy { get; init; }

    /// <summary>When the wait began that a callback in turn stands for, as the host says; null where none does.</summary>
    public DateTimeOffset? QueuedSince { get; init; }

    /// <summary>How the caller waits for a person, or has waited; null for one who never did.</summary>
    public Waiting? Waiting { get; init; }
}

/// <summary>A caller's place in the queue.</summary>
/// <param name="Since">When the wait began. It orders the queue and never changes, however often the caller is put back.</param>
/// <param name="Until">When something better than waiting is offered.</param>
/// <param name="JoinedAt">The call's version that joined the queue; with the call's identifier it names this wait.</param>
public sealed record Waiting(DateTimeOffset Since, DateTimeOffset Until, int JoinedAt)
{
    /// <summary>How many callers were ahead when last counted.</summary>
    public int Ahead { get; init; }

    /// <summary>When the caller last heard where they stand; null before the first time.</summary>
    public DateTimeOffset? LastWordAt { get; init; }

    /// <summary>The room of the person who took the call; null while nobody has.</summary>
    public string? Room { get; init; }

    /// <summary>Where a caller who is leaving the queue goes; null while waiting.</summary>
    public QueueExit? Exit { get; init; }
}

/// <summary>Where a caller goes from the queue.</summary>
public enum QueueExit
{
    /// <summary>To be called back instead of waiting.</summary>
    Callback,

    /// <summary>To the question what to do, because nobody became free in time.</summary>
    Nobody,

    /// <summary>To cancel the order at once.</summary>
    Cancel,

    /// <summary>Back to the automat.</summary>
    Automat,
}
