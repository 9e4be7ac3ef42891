using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>Connects the caller with somebody else. With an <see cref="Action"/> the rest of the document is never reached.</summary>
/// <param name="Target">Whom with.</param>
internal sealed record Dial(DialTarget Target) : Step
{
    /// <summary>Requested when the dialled side has ended and the caller is still there; none goes on with the next verb.</summary>
    public string? Action { get; init; }

    /// <summary>How long a number rings, in whole seconds; the carrier adds five.</summary>
    /// <value>The carrier's default is 30 seconds; from 5 to 600 seconds.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The longest conversation, in whole seconds.</summary>
    /// <value>The carrier's default is four hours.</value>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The number shown to the dialled side: the caller's own, or one that belongs to the account.</summary>
    /// <value>The carrier's default is the caller's.</value>
    public string? CallerId { get; init; }

    /// <summary>Whether the caller hears ringing until the other side answers, and is not charged before.</summary>
    public bool AnswerOnBridge { get; init; }

    /// <summary>Whether the caller's <c>*</c> ends the conversation and goes on here.</summary>
    public bool HangupOnStar { get; init; }
}

/// <summary>Whom a <see cref="Dial"/> connects with.</summary>
internal abstract record DialTarget;

/// <summary>A telephone. The first to answer wins, a voicemail too.</summary>
/// <param name="E164">The number in E.164, for example <c>+420222333444</c>.</param>
internal sealed record Number(string E164) : DialTarget
{
    /// <summary>Runs on the dialled side before the two are connected (the whisper); it may not contain a Dial.</summary>
    public string? Url { get; init; }

    /// <summary>Where the leg's events go.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>Which events of the leg are reported.</summary>
    /// <value>Empty by default: the carrier then reports <see cref="LegEvent.Completed"/> alone.</value>
    public ImmutableArray<LegEvent> StatusCallbackEvents { get; init; } = [];
}

/// <summary>A room in which legs meet. It exists while somebody is in it.</summary>
/// <param name="Room">The room's name within the account, without personal data.</param>
internal sealed record Conference(string Room) : DialTarget
{
    /// <summary>Whether the conversation may begin when this leg enters.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool StartOnEnter { get; init; } = true;

    /// <summary>Whether the room ends for everybody when this leg leaves.</summary>
    public bool EndOnExit { get; init; }

    /// <summary>The signal on entering and leaving.</summary>
    /// <value>The default is none, unlike the carrier's.</value>
    public ConferenceBeep Beep { get; init; }

    /// <summary>Whether this leg is only a listener.</summary>
    public bool Muted { get; init; }

    /// <summary>The leg's name in the room, unique there, at most 128 characters, without personal data.</summary>
    public string? ParticipantLabel { get; init; }

    /// <summary>What the leg hears until the conversation begins: Say, Play, Pause, Redirect only. Its end is silence.</summary>
    public string? WaitUrl { get; init; }

    /// <summary>Where the room's events go. The carrier takes it from the first leg in the room only.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>Which events of the room are reported; none by default.</summary>
    public ImmutableArray<ConferenceEvent> StatusCallbackEvents { get; init; } = [];
}

/// <summary>The front caller of a waiting queue.</summary>
/// <param name="Name">The queue's name, 1 to 64 characters.</param>
internal sealed record QueuedCaller(string Name) : DialTarget
{
    /// <summary>Played to the queued caller just before the two are connected.</summary>
    public string? Url { get; init; }
}

/// <summary>An event of one leg.</summary>
internal enum LegEvent
{
    /// <summary>Dialling begins.</summary>
    Initiated,

    /// <summary>It rings.</summary>
    Ringing,

    /// <summary>Somebody, or something, answered.</summary>
    Answered,

    /// <summary>The leg is over, however it ended.</summary>
    Completed,
}

/// <summary>An event of a conference room.</summary>
internal enum ConferenceEvent
{
    /// <summary>The conversation begins.</summary>
    Start,

    /// <summary>The room is over.</summary>
    End,

    /// <summary>A leg enters.</summary>
    Join,

    /// <summary>A leg leaves.</summary>
    Leave,

    /// <summary>A leg is muted or heard again.</summary>
    Mute,

    /// <summary>A leg is held or back.</summary>
    Hold,
}

/// <summary>When a conference gives its signal.</summary>
internal enum ConferenceBeep
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>On entering and on leaving.</summary>
    Always,

    /// <summary>On entering.</summary>
    OnEnter,

    /// <summary>On leaving.</summary>
    OnExit,
}
