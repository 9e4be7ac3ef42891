using System.Collections.Immutable;

namespace IvrAutomat.Queue;

/// <summary>A call that waits for a person and is offered to nobody at the moment.</summary>
/// <param name="Id">Names the wait, not the caller.</param>
/// <param name="Language">The language that the agent must speak; null when no agent speaks the caller's, and any is better than none.</param>
/// <param name="Since">When the wait began.</param>
/// <param name="OfferedTo">How often it has been offered to whom, by name; those not named have never been offered it.</param>
public sealed record WaitingCall(string Id, string? Language, DateTimeOffset Since, ImmutableDictionary<string, int> OfferedTo)
{
    /// <summary>The shop itself is the reason for the call: such callers come first.</summary>
    public bool IsOurFault { get; init; }

    /// <summary>The agent who talked about the same matter before; null when nobody did.</summary>
    public string? Previous { get; init; }

    /// <summary>The customer is still to be dialled, with the case on the agent's screen: only agents at the console are asked.</summary>
    public bool IsCallback { get; init; }
}

/// <summary>A place in the queue. Places are ordered by whose fault it is, then by when the wait began; nothing else moves them.</summary>
/// <param name="Id">Names the wait.</param>
/// <param name="Since">When the wait began.</param>
/// <param name="IsOurFault">The shop itself is the reason.</param>
public readonly record struct QueuePlace(string Id, DateTimeOffset Since, bool IsOurFault) : IComparable<QueuePlace>
{
    /// <inheritdoc />
    public int CompareTo(QueuePlace other)
    {
        var fault = other.IsOurFault.CompareTo(IsOurFault);
        var since = fault != 0 ? fault : Since.CompareTo(other.Since);
        return since != 0 ? since : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Whether the first place comes before the second.</summary>
    public static bool operator <(QueuePlace left, QueuePlace right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first place comes after the second.</summary>
    public static bool operator >(QueuePlace left, QueuePlace right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first place comes before the second or is the same.</summary>
    public static bool operator <=(QueuePlace left, QueuePlace right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first place comes after the second or is the same.</summary>
    public static bool operator >=(QueuePlace left, QueuePlace right) => left.CompareTo(right) >= 0;
}

/// <summary>An agent who could take a call.</summary>
/// <param name="Name">Unique among the agents.</param>
/// <param name="Languages">The languages that the agent speaks.</param>
/// <param name="IdleSince">When the agent's last offer or talk ended; the beginning of time for one who had none.</param>
/// <param name="RestsUntil">Until when the agent is left alone; null for one who rests no longer.</param>
public sealed record FreeAgent(string Name, ImmutableArray<string> Languages, DateTimeOffset IdleSince, DateTimeOffset? RestsUntil = null)
{
    /// <summary>The agent is at the console, where a case can be shown.</summary>
    public bool HasConsole { get; init; }
}

/// <summary>One call offered to one agent.</summary>
/// <param name="CallId">The wait, as <see cref="WaitingCall.Id"/>.</param>
/// <param name="Agent">The agent's name.</param>
public sealed record Offer(string CallId, string Agent);

/// <summary>How an offer ended.</summary>
public enum OfferEnd
{
    /// <summary>The agent talked with the caller.</summary>
    Talked,

    /// <summary>The agent passed it on.</summary>
    Refused,

    /// <summary>Nobody picked up, or nobody said yes.</summary>
    Unanswered,

    /// <summary>The agent's line was busy.</summary>
    Busy,

    /// <summary>A machine picked up.</summary>
    Voicemail,

    /// <summary>The agent's phone could not be rung.</summary>
    Failed,

    /// <summary>The agent gave the caller back to the automat.</summary>
    GivenBack,

    /// <summary>The caller was gone, or did not want to wait any more.</summary>
    Withdrawn,

    /// <summary>The agent wanted to call a customer back, who was not reached.</summary>
    Unreached,

    /// <summary>The agent took the call, and the two did not meet.</summary>
    Lost,
}
