namespace IvrAutomat.Simulator.Carrier.Conferences;

/// <summary>How a call enters a conference (https://www.twilio.com/docs/voice/twiml/conference).</summary>
internal sealed record ParticipantSettings
{
    public string? Label { get; init; }

    public bool Muted { get; init; }

    public bool StartOnEnter { get; init; } = true;

    public bool EndOnExit { get; init; }

    public bool BeepOnEnter { get; init; } = true;

    public bool BeepOnExit { get; init; } = true;

    /// <summary>The call that alone hears this one; null for all.</summary>
    public string? Coached { get; init; }

    public int MostParticipants { get; init; } = 250;

    /// <summary>Who is told about the conference; taken from its first participant only.</summary>
    public StatusCallback? Callback { get; init; }
}

/// <summary>What a participant hears.</summary>
internal enum ParticipantPhase
{
    /// <summary>The conference has not started.</summary>
    Waiting,

    /// <summary>The others.</summary>
    Talking,

    /// <summary>The music of one who is put aside.</summary>
    Held,

    /// <summary>Something that is announced.</summary>
    Announced,

    /// <summary>Nothing any more: no longer in the conference.</summary>
    Out,
}

/// <summary>A sound or document that is played into a conference.</summary>
internal sealed record Announcement(Uri Url, HttpMethod Method)
{
    /// <summary>Told when a participant has heard it; the argument says whether it could be played.</summary>
    public Action<bool>? Heard { get; init; }
}

/// <summary>One call in a conference.</summary>
internal sealed class Participant(PhoneCall call, Conference conference, ParticipantSettings settings, DateTimeOffset at)
{
    public PhoneCall Call => call;

    public Conference Conference => conference;

    public string? Label => settings.Label;

    public bool StartsOnEnter => settings.StartOnEnter;

    public DateTimeOffset JoinedAt => at;

    public bool EndsOnExit { get; set; } = settings.EndOnExit;

    public bool BeepsOnExit { get; set; } = settings.BeepOnExit;

    public bool IsMuted { get; set; } = settings.Muted;

    public bool IsHeld { get; set; }

    /// <summary>What is played while the participant is held; null for the carrier's own music.</summary>
    public (Uri Url, HttpMethod Method)? HoldMusic { get; set; }

    public string? Coached { get; set; } = settings.Coached;

    /// <summary>What is still to be announced to this participant alone or to all.</summary>
    public Queue<Announcement> Announcements { get; } = new();

    public bool IsOut { get; set; }

    /// <summary>Whether a REST request took it out.</summary>
    public bool WasRemoved { get; set; }

    public ParticipantPhase Phase =>
        IsOut ? ParticipantPhase.Out
        : Announcements.Count > 0 ? ParticipantPhase.Announced
        : IsHeld ? ParticipantPhase.Held
        : conference.HasStarted ? ParticipantPhase.Talking
        : ParticipantPhase.Waiting;

    /// <summary>Whether this one can be heard by, and hears, another.</summary>
    public bool Hears(Participant other) =>
        other != this && !IsOut && !other.IsOut && !IsHeld && !other.IsHeld && !other.IsMuted
        && (other.Coached is null || other.Coached == call.Sid);
}
