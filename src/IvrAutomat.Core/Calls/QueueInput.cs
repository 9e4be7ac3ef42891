using IvrAutomat.Queue;

namespace IvrAutomat.Calls;

/// <summary>The caller waits for a person, and has done nothing since the last word.</summary>
/// <param name="Ahead">Callers who began to wait earlier and still do, by our own order and not by the carrier's.</param>
public sealed record StillWaiting(int Ahead) : CallerInput
{
    /// <summary>How much longer it may take; null when nobody can say.</summary>
    public WaitRange? Forecast { get; init; }
}

/// <summary>The caller is out of the carrier's queue: because we asked for it, or because the queue could not take them.</summary>
public sealed record QueueLeft : CallerInput;

/// <summary>A person took the call: the caller goes where the two can talk.</summary>
/// <param name="Room">Names the room; another one for each person who takes the call. It tells nothing.</param>
public sealed record AgentTook(string Room) : CallerInput;

/// <summary>The person who took the call did not arrive: the caller waits again, in the same place.</summary>
public sealed record AgentLost : CallerInput;

/// <summary>A person gave the caller back to the automat.</summary>
public sealed record GivenBack : CallerInput;

/// <summary>The caller is alone again after having gone where a person was to be.</summary>
/// <param name="Happened">The two have talked.</param>
public sealed record TalkEnded(bool Happened) : CallerInput;
