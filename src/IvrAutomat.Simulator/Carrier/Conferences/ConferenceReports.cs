namespace IvrAutomat.Simulator.Carrier.Conferences;

/// <summary>Tells the product what happens in one conference, as its first participant asked.</summary>
/// <remarks>https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback</remarks>
internal sealed class ConferenceReports(SimulatorOptions options, CallbackPost post, TimeProvider time)
{
    /// <summary>The short names by which a document subscribes, and the events that each stands for.</summary>
    private static readonly Dictionary<string, string[]> EventsOf = new(StringComparer.Ordinal)
    {
        ["start"] = ["conference-start"],
        ["end"] = ["conference-end"],
        ["join"] = ["participant-join"],
        ["leave"] = ["participant-leave"],
        ["mute"] = ["participant-mute", "participant-unmute"],
        ["hold"] = ["participant-hold", "participant-unhold"],
        ["modify"] = ["participant-modify"],
        ["speaker"] = ["participant-speech-start", "participant-speech-stop"],
        ["announcement"] = ["announcement-end", "announcement-fail"],
    };

    private StatusCallback? _callback;
    private int _told;

    /// <summary>The words by which a document subscribes.</summary>
    public static IReadOnlyCollection<string> Subscriptions => EventsOf.Keys;

    public void TellTo(StatusCallback? callback) => _callback = callback;

    public void Tell(Conference conference, string happened, Participant? participant)
    {
        List<KeyValuePair<string, string>> form = participant is null ? [] : Of(participant);
        if (happened == "conference-end")
        {
            form.Add(new("Reason", conference.ReasonEnded ?? ""));
            form.Add(new("ReasonConferenceEnded", conference.ReasonEnded ?? ""));
            if (conference.EndedBy is { } by)
            {
                form.Add(new("CallSidEndingConference", by.Call.Sid));
                AddLabel(form, "ParticipantLabelEndingConference", by);
            }
        }

        Post(conference, happened, form);
    }

    public void TellLeave(Conference conference, Participant participant, string reason) => Post(
        conference,
        "participant-leave",
        [.. Of(participant), new("ReasonParticipantLeft", reason), new("ParticipantCallStatus", participant.Call.Status)]);

    public void TellAnnouncement(Conference conference, Uri url, bool failed) => Post(
        conference,
        failed ? "announcement-fail" : "announcement-end",
        failed
            ? [new("AnnounceUrl", url.AbsoluteUri), new("ReasonAnnouncementFailed", "The announcement could not be played.")]
            : [new("AnnounceUrl", url.AbsoluteUri)]);

    private void Post(Conference conference, string happened, IEnumerable<KeyValuePair<string, string>> more)
    {
        if (_callback is not { } callback || !callback.Events.Any(word => EventsOf[word].Contains(happened, StringComparer.Ordinal)))
        {
            return;
        }

        post.Post(happened, new Webhook(callback.Url, callback.Method,
        [
            new("ConferenceSid", conference.Sid),
            new("FriendlyName", conference.Name),
            new("AccountSid", options.AccountSid),
            new("StatusCallbackEvent", happened),
            new("SequenceNumber", (++_told).ToString()),
            new("Timestamp", CallForm.Rfc2822(time.GetUtcNow())),
            .. more,
        ]));
    }

    private static List<KeyValuePair<string, string>> Of(Participant participant)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("CallSid", participant.Call.Sid),
            new("Muted", Word(participant.IsMuted)),
            new("Hold", Word(participant.IsHeld)),
            new("Coaching", Word(participant.Coached is not null)),
            new("EndConferenceOnExit", Word(participant.EndsOnExit)),
            new("StartConferenceOnEnter", Word(participant.StartsOnEnter)),
        ];
        AddLabel(form, "ParticipantLabel", participant);
        return form;
    }

    private static void AddLabel(List<KeyValuePair<string, string>> form, string name, Participant participant)
    {
        if (participant.Label is { } label)
        {
            form.Add(new(name, label));
        }
    }

    private static string Word(bool value) => value ? "true" : "false";
}
