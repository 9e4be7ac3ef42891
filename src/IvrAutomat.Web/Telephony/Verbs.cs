namespace IvrAutomat.Web.Telephony;

/// <summary>A verb after which the carrier goes on with the next one.</summary>
internal abstract record Step;

/// <summary>A step that the caller only hears: what may also stand inside a <see cref="Gather"/>.</summary>
internal abstract record Prompt : Step;

/// <summary>
/// Text spoken by the carrier. A text too long for the voice becomes several <c>&lt;Say&gt;</c> elements. It is plain text, never SSML:
/// angle brackets are spoken as characters.
/// </summary>
/// <param name="Text">What is said; at least one character that is neither blank nor illegal in XML.</param>
/// <param name="Voice">Who says it.</param>
internal sealed record Say(string Text, SayVoice Voice) : Prompt;

/// <summary>An audio file, fetched by the carrier with GET and cached by its validators.</summary>
/// <param name="Url">Absolute, or relative to the current document.</param>
internal sealed record Play(string Url) : Prompt
{
    /// <summary>How often it is played.</summary>
    /// <value>The default is once; up to 1000 times.</value>
    public int Times { get; init; } = 1;
}

/// <summary>Silence.</summary>
/// <param name="Length">Whole seconds, at least one; a part of a second counts as a whole one.</param>
internal sealed record Pause(TimeSpan Length) : Prompt;

/// <summary>
/// Puts the caller into a waiting queue. When the caller leaves it, <see cref="Action"/> is requested with <c>QueueResult</c>.
/// </summary>
/// <param name="Queue">The queue's name within the account, 1 to 64 characters, without personal data.</param>
/// <param name="Action">Requested after the wait, whatever its end.</param>
/// <param name="WaitUrl">What the caller hears; requested again whenever it runs out.</param>
internal sealed record Enqueue(string Queue, string Action, string WaitUrl) : Step;

/// <summary>A verb after which nothing in the document can be reached; it can therefore only be the last.</summary>
internal abstract record Ending;

/// <summary>Go on with another document.</summary>
/// <param name="Url">Requested by POST; absolute, or relative to the current document.</param>
internal sealed record Redirect(string Url) : Ending;

/// <summary>End the call.</summary>
internal sealed record Hangup : Ending;

/// <summary>Leave the waiting queue; the call goes on at the action of its <see cref="Enqueue"/>.</summary>
internal sealed record Leave : Ending;

/// <summary>How an incoming call is refused.</summary>
internal enum RejectReason
{
    /// <summary>The caller hears that the number is not in service.</summary>
    Rejected,

    /// <summary>The caller hears the busy tone.</summary>
    Busy,
}
