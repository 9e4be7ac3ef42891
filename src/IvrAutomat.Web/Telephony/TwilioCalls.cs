namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The carrier's REST operations on calls and conferences. Source: https://www.twilio.com/docs/voice/api/call-resource and
/// https://www.twilio.com/docs/voice/api/conference-resource.
/// </summary>
internal sealed class TwilioCalls(TwilioApi api)
{
    /// <summary>The call is not in a state in which this can be done to it: it has ended, or has not begun.</summary>
    public const int NotInProgress = 21220;

    /// <summary>There is no such thing at the carrier.</summary>
    public const int NotFound = 20404;

    /// <summary>Calls somebody. Record the intent first: after <c>Unknown</c> the phone may ring.</summary>
    /// <param name="call">Whom, and how.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="sent">Told when the carrier is being asked, before it answers; null: nobody is.</param>
    public Task<TwilioOutcome<TwilioCall>> RingAsync(OutgoingCall call, CancellationToken cancellation, Action? sent = null) => api.PostAsync(
        "Calls.json",
        new FormFields()
            .With("To", call.To)
            .With("From", call.From)
            .With("Url", call.Url)
            .With("StatusCallback", call.StatusCallback)
            .With("StatusCallbackEvent", "initiated")
            .With("StatusCallbackEvent", "ringing")
            .With("StatusCallbackEvent", "answered")
            .With("StatusCallbackEvent", "completed")
            .WithSeconds("Timeout", call.RingFor)
            .With("MachineDetection", call.DetectMachine ? "Enable" : null),
        TwilioJson.Default.TwilioCall,
        cancellation,
        sent);

    /// <summary>Calls from one number to another, newest first; one that has only just been asked for may still be missing.</summary>
    public async Task<TwilioOutcome<IReadOnlyList<TwilioCall>>> ListAsync(string to, string from, CancellationToken cancellation)
    {
        var query = new FormFields().With("To", to).With("From", from).With("PageSize", "20").ToQuery();
        var outcome = await api.GetAsync("Calls.json" + query, TwilioJson.Default.TwilioCallPage, cancellation);
        return outcome.Map(static page => page.Calls);
    }

    /// <summary>Sends a live call to another of our documents.</summary>
    public Task<TwilioOutcome<TwilioCall>> MoveAsync(string sid, string url, CancellationToken cancellation)
        => api.PostAsync($"Calls/{sid}.json", new FormFields().With("Url", url), TwilioJson.Default.TwilioCall, cancellation);

    /// <summary>Ends a call, ringing or not.</summary>
    public async Task<TwilioOutcome<TwilioCall>> EndAsync(string sid, CancellationToken cancellation)
    {
        // Only a call that nobody has answered can be cancelled, and only one that somebody has can be completed.
        var cancelled = await SetStatusAsync(sid, "canceled", cancellation);
        return cancelled is TwilioOutcome<TwilioCall>.Refused { Code: NotInProgress } ? await SetStatusAsync(sid, "completed", cancellation) : cancelled;
    }

    /// <summary>Whether two parties are together in a room of that name.</summary>
    public async Task<TwilioOutcome<bool>> IsTalkingAsync(string room, CancellationToken cancellation)
        => (await RoomAsync(room, cancellation)).Map(static sid => sid is not null);

    /// <summary>The identifier of the room of that name in which parties are together; null when there is none.</summary>
    public async Task<TwilioOutcome<string?>> RoomAsync(string room, CancellationToken cancellation)
    {
        var query = new FormFields().With("FriendlyName", room).With("Status", "in-progress").ToQuery();
        var outcome = await api.GetAsync("Conferences.json" + query, TwilioJson.Default.TwilioConferencePage, cancellation);
        return outcome.Map(static page => page.Conferences.Count > 0 ? page.Conferences[0].Sid : null);
    }

    /// <summary>Changes how a leg is in a room: held or heard, and whether the room ends with it. Asked for twice, it is the same.</summary>
    /// <remarks>https://www.twilio.com/docs/voice/api/conference-participant-resource#update-a-participant-resource</remarks>
    public Task<TwilioOutcome<TwilioParticipant>> ChangeParticipantAsync(string room, string leg, FormFields fields, CancellationToken cancellation)
        => api.PostAsync($"Conferences/{room}/Participants/{leg}.json", fields, TwilioJson.Default.TwilioParticipant, cancellation);

    private Task<TwilioOutcome<TwilioCall>> SetStatusAsync(string sid, string status, CancellationToken cancellation)
        => api.PostAsync($"Calls/{sid}.json", new FormFields().With("Status", status), TwilioJson.Default.TwilioCall, cancellation);
}

/// <summary>A call to be placed.</summary>
/// <param name="To">Whom, in E.164.</param>
/// <param name="From">The number shown, in E.164: one that belongs to the account.</param>
/// <param name="Url">The document for whoever picks up; absolute.</param>
/// <param name="StatusCallback">Where the leg's events go; absolute.</param>
/// <param name="RingFor">How long it rings, in whole seconds; the carrier adds five.</param>
/// <param name="DetectMachine">The carrier listens first whether a machine answered; it costs a person some seconds.</param>
internal sealed record OutgoingCall(string To, string From, string Url, string StatusCallback, TimeSpan RingFor, bool DetectMachine)
{
    // The generated text would show the numbers.
    public override string ToString() => nameof(OutgoingCall);
}
