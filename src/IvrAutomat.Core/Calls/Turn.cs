using System.Collections.Immutable;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Calls;

/// <summary>
/// One decision: what the call is now, what is said, and what happens next. Nothing of it has happened yet; the host
/// saves it first and then acts.
/// </summary>
/// <param name="Call">The call after the decision.</param>
/// <param name="Say">What the caller hears, in order.</param>
/// <param name="Next">What follows the words.</param>
/// <param name="Work">What the host does once the turn is saved.</param>
/// <param name="Events">What happened, for the feed; no personal data.</param>
/// <param name="Firing">How the flow took the input.</param>
public sealed record Turn(
    Call Call,
    ImmutableArray<Utterance> Say,
    Next Next,
    ImmutableArray<Work> Work,
    ImmutableArray<CallEvent> Events,
    Firing Firing);

/// <summary>What follows the words of a turn.</summary>
public abstract record Next;

/// <summary>The caller is listened to.</summary>
/// <param name="Listen">What for.</param>
public sealed record ListenNext(Listen Listen) : Next;

/// <summary>Work is under way; the caller waits for its result.</summary>
public sealed record WaitNext : Next;

/// <summary>The caller waits for a person; a key is taken at any time.</summary>
/// <param name="Listen">Which keys.</param>
/// <param name="Joins">True when the caller is to be put into the queue; false while already there.</param>
/// <param name="Quiet">How long nothing is said after the words; then the caller's place is counted again.</param>
/// <param name="JoinedAt">Names the wait; see <see cref="Waiting.JoinedAt"/>.</param>
public sealed record QueueNext(Listen Listen, bool Joins, TimeSpan Quiet, int JoinedAt) : Next;

/// <summary>The caller leaves the queue; what follows is decided once they are out of it.</summary>
public sealed record LeaveNext : Next;

/// <summary>The caller goes where the person who took the call is.</summary>
/// <param name="Room">Names the room; see <see cref="AgentTook.Room"/>.</param>
public sealed record MeetNext(string Room) : Next;

/// <summary>The automat hangs up.</summary>
public sealed record HangUpNext : Next;

/// <summary>Something worth telling others about a call.</summary>
/// <param name="Kind">Which thing.</param>
/// <param name="OrderId">The verified order, if it is about one.</param>
public sealed record CallEvent(CallEventKind Kind, string? OrderId = null);

/// <summary>What others are told about a call.</summary>
public enum CallEventKind
{
    /// <summary>A call came in.</summary>
    Started,

    /// <summary>The caller proved an order.</summary>
    Identified,

    /// <summary>The caller heard the order's status.</summary>
    StatusHeard,

    /// <summary>The order was cancelled.</summary>
    Cancelled,

    /// <summary>Another task was finished.</summary>
    Finished,

    /// <summary>The call went to a person.</summary>
    HandedOver,

    /// <summary>The call ended.</summary>
    Ended,
}
