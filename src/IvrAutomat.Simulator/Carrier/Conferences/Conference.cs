namespace IvrAutomat.Simulator.Carrier.Conferences;

/// <summary>A room in which calls hear each other (https://www.twilio.com/docs/voice/twiml/conference).</summary>
/// <remarks>
/// It starts when two are in it of whom one may start it, and ends with its last participant or with one who ends it. An ended one
/// never comes back: its name then belongs to a new room.
/// </remarks>
internal sealed class Conference
{
    private readonly Lock _gate = new();
    private readonly List<Participant> _participants = [];
    private readonly List<PhoneCall> _everybody = [];
    private readonly ConferenceReports _reports;
    private readonly TimeProvider _time;

    public Conference(string name, ConferenceReports reports, TimeProvider time)
    {
        Name = name;
        _reports = reports;
        _time = time;
        CreatedAt = UpdatedAt = time.GetUtcNow();
    }

    public string Sid { get; } = Carrier.Sid.NewConference();

    public string Name { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool HasStarted { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>The carrier's word.</summary>
    public string Status => IsOver ? "completed" : HasStarted ? "in-progress" : "init";

    /// <summary>Why it ended, in the carrier's words; null while it goes on.</summary>
    public string? ReasonEnded { get; private set; }

    /// <summary>The call whose leaving ended it; null for none.</summary>
    public Participant? EndedBy { get; private set; }

    /// <summary>Who is in it now, in the order of entering.</summary>
    public IReadOnlyList<Participant> Participants
    {
        get
        {
            lock (_gate)
            {
                return [.. _participants];
            }
        }
    }

    /// <summary>Every call that was ever in it, in the order of entering.</summary>
    public IReadOnlyList<PhoneCall> Everybody
    {
        get
        {
            lock (_gate)
            {
                return [.. _everybody];
            }
        }
    }

    /// <summary>The participant of this call or label; null when there is none.</summary>
    public Participant? Find(string callSidOrLabel) => Participants.FirstOrDefault(
        participant => participant.Call.Sid == callSidOrLabel || participant.Label == callSidOrLabel);

    /// <summary>Lets a call in.</summary>
    /// <param name="call">The call.</param>
    /// <param name="settings">How it enters.</param>
    /// <param name="refusal">Why not, in the carrier's numbering; null when it is in, or when the room has just ended.</param>
    /// <returns>Null when it is refused, or the room has ended meanwhile and the name must be asked for again.</returns>
    public Participant? Enter(PhoneCall call, ParticipantSettings settings, out TwimlError? refusal)
    {
        lock (_gate)
        {
            refusal = IsOver ? null : Refusal_NeedsLock(settings);
            if (IsOver || refusal is not null)
            {
                return null;
            }

            var participant = new Participant(call, this, settings, _time.GetUtcNow());
            _participants.Add(participant);
            _everybody.Add(call);
            if (_participants.Count == 1)
            {
                _reports.TellTo(settings.Callback);
            }

            _reports.Tell(this, "participant-join", participant);
            Beep_NeedsLock(settings.BeepOnEnter, participant);
            if (!HasStarted && _participants.Count >= 2 && _participants.Exists(each => each.StartsOnEnter))
            {
                HasStarted = true;
                _reports.Tell(this, "conference-start", participant: null);
            }

            Changed_NeedsLock();
            return participant;
        }
    }

    /// <summary>Takes a participant out; a second time does nothing.</summary>
    /// <param name="participant">Who leaves.</param>
    /// <param name="reason">The carrier's word for why.</param>
    /// <param name="wasRemoved">Whether a REST request did it.</param>
    public void Leave(Participant participant, string reason, bool wasRemoved = false)
    {
        lock (_gate)
        {
            if (!_participants.Remove(participant))
            {
                return;
            }

            participant.WasRemoved = wasRemoved;
            Out_NeedsLock(participant, reason);
            Beep_NeedsLock(participant.BeepsOnExit, participant);
            if (participant.EndsOnExit)
            {
                End_NeedsLock($"participant-with-end-conference-on-exit-{(wasRemoved ? "kicked" : "left")}", "moderator_ended_conference", participant);
            }
            else if (_participants.Count == 0)
            {
                End_NeedsLock(wasRemoved ? "last-participant-kicked" : "last-participant-left", "", participant);
            }
            else
            {
                Changed_NeedsLock();
            }
        }
    }

    /// <summary>Ends it for all, by a REST request.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            if (!IsOver)
            {
                End_NeedsLock("conference-ended-via-api", "conference_ended_via_api", by: null);
            }
        }
    }

    /// <summary>Changes something about a participant, and tells it as these events.</summary>
    public void Change(Participant participant, Action<Participant> change, IReadOnlyList<string> events)
    {
        lock (_gate)
        {
            change(participant);
            foreach (var happened in events)
            {
                _reports.Tell(this, happened, participant);
            }

            Changed_NeedsLock();
        }
    }

    /// <summary>Plays something to these participants, and tells when all of them have heard it.</summary>
    public void Announce(IReadOnlyList<Participant> participants, Uri url, HttpMethod method)
    {
        var left = participants.Count;
        var failed = false;
        void Heard(bool played)
        {
            failed |= !played;
            if (Interlocked.Decrement(ref left) == 0)
            {
                _reports.TellAnnouncement(this, url, failed);
            }
        }

        lock (_gate)
        {
            foreach (var participant in participants)
            {
                participant.Announcements.Enqueue(new Announcement(url, method) { Heard = Heard });
            }

            Changed_NeedsLock();
        }
    }

    /// <summary>The announcement that a participant has to hear is done.</summary>
    public void Announced(Participant participant, bool played)
    {
        Announcement? done;
        lock (_gate)
        {
            participant.Announcements.TryDequeue(out done);
        }

        done?.Heard?.Invoke(played);
    }

    /// <summary>Tells that somebody who was called into the room did not answer.</summary>
    public void TellNotAdded(PhoneCall call, string? label)
    {
        lock (_gate)
        {
            var absent = new Participant(call, this, new ParticipantSettings { Label = label }, _time.GetUtcNow());
            _reports.TellLeave(this, absent, "participant_add_failed");
        }
    }

    /// <summary>What a participant says reaches those who hear it.</summary>
    public void Say(Participant speaker, string text)
    {
        speaker.Call.Note(at => new WordsTaken(at, text));
        foreach (var listener in HasStarted ? Participants.Where(each => each.Hears(speaker)) : [])
        {
            listener.Call.Note(at => new OtherSpoke(at, speaker.Call.Person, text));
        }
    }

    private TwimlError? Refusal_NeedsLock(ParticipantSettings settings) =>
        settings.Label is { } label && _participants.Exists(each => each.Label == label)
            ? new TwimlError(16025, "The participantLabel is already in the conference.")
        : settings.Coached is { } coached && !_participants.Exists(each => each.Call.Sid == coached)
            ? new TwimlError(13240, "The call to coach is not in the conference.")
        : _participants.Count >= settings.MostParticipants ? new TwimlError(13237, "The conference is full.")
        : null;

    private void End_NeedsLock(string reason, string leaveReason, Participant? by)
    {
        IsOver = true;
        ReasonEnded = reason;
        EndedBy = by;
        foreach (var participant in _participants.ToArray())
        {
            _participants.Remove(participant);
            Out_NeedsLock(participant, leaveReason);
        }

        _reports.Tell(this, "conference-end", participant: null);
        Changed_NeedsLock();
    }

    private void Out_NeedsLock(Participant participant, string reason)
    {
        participant.IsOut = true;
        participant.Call.ConnectTo([]);
        _reports.TellLeave(this, participant, reason);
        participant.Call.Ear.Tell(new CallerAct.Nudge());
    }

    private void Changed_NeedsLock()
    {
        UpdatedAt = _time.GetUtcNow();
        foreach (var participant in _participants)
        {
            participant.Call.ConnectTo(HasStarted
                ? [.. _participants.Where(other => participant.Hears(other) || other.Hears(participant)).Select(other => other.Call)]
                : []);
            participant.Call.Ear.Tell(new CallerAct.Nudge());
        }
    }

    private void Beep_NeedsLock(bool beeps, Participant who)
    {
        foreach (var participant in beeps && HasStarted ? _participants.Where(each => each != who) : [])
        {
            participant.Call.Note(at => new Beeped(at));
        }
    }
}
