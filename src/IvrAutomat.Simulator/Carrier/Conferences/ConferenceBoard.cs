namespace IvrAutomat.Simulator.Carrier.Conferences;

/// <summary>All conferences of the account, also those that have ended.</summary>
internal sealed class ConferenceBoard(CarrierNetwork carrier, WebhookClient webhooks, WorkCount work)
{
    private readonly Lock _gate = new();
    private readonly List<Conference> _all = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Conference> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public Conference? Find(string sid) => All.FirstOrDefault(conference => conference.Sid == sid);

    /// <summary>Lets a call into the room of this name, which is made if nobody is in one.</summary>
    /// <returns>The participant; null when it is refused for a reason in the carrier's numbering.</returns>
    public Participant? Enter(string name, PhoneCall call, ParticipantSettings settings, out TwimlError? refusal)
    {
        while (true)
        {
            if (Named(name).Enter(call, settings, out refusal) is { } participant)
            {
                return participant;
            }

            if (refusal is not null)
            {
                return null;
            }
        }
    }

    /// <summary>Tells those in a room that somebody who was called into it did not answer.</summary>
    public void TellNotAdded(string name, PhoneCall call, string? label) =>
        All.FirstOrDefault(conference => conference.Name == name && !conference.IsOver)?.TellNotAdded(call, label);

    private Conference Named(string name)
    {
        lock (_gate)
        {
            if (_all.Find(conference => conference.Name == name && !conference.IsOver) is { } known)
            {
                return known;
            }

            var post = new CallbackPost(carrier.Faults, carrier.Time, work, webhook => webhooks.SendAsync(webhook, CancellationToken.None));
            var made = new Conference(name, new ConferenceReports(carrier.Options, post, carrier.Time), carrier.Time);
            _all.Add(made);
            return made;
        }
    }
}
