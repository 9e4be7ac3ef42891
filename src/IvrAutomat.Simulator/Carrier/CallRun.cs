using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>What a verb sees of the call and the document in which it stands.</summary>
/// <param name="call">The call.</param>
/// <param name="documentUrl">Where the document came from; relative URLs are resolved against it.</param>
/// <param name="carrier">The network.</param>
/// <param name="documents">Fetches what the document leads to.</param>
/// <param name="over">In a document that is played during a wait: whether that wait is over. Null elsewhere.</param>
internal sealed class CallRun(PhoneCall call, Uri documentUrl, CarrierNetwork carrier, CallDocuments documents, Func<bool>? over = null)
{
    /// <summary>No person waits longer; a wait without an end of its own ends with the carrier's longest call.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromHours(4);

    public PhoneCall Call => call;

    public Uri DocumentUrl => documentUrl;

    /// <summary>Whether the document is played while the call waits in a queue or room.</summary>
    public bool IsDuringWait => over is not null;

    public CarrierNetwork Carrier => carrier;

    public TimeProvider Time => carrier.Time;

    public CarrierSwitches Switches => carrier.Switches;

    /// <summary>Answers an incoming call that still rings.</summary>
    public void AnswerIfRinging()
    {
        if (call.AnsweredAt is null)
        {
            call.Become("in-progress");
        }
    }

    /// <summary>Fetches a sound file and tells its seconds.</summary>
    public Task<double> FetchSoundAsync(Uri url) => documents.FetchSoundAsync(url);

    /// <summary>A request for another document; an empty URL means the present one.</summary>
    public Next Go(string url, string? method, IReadOnlyList<KeyValuePair<string, string>> extra) =>
        Request(url, method, extra) is { } request
            ? request
            : new Next.Failed(new TwimlError(11100, "The URL of the next document is invalid."));

    /// <summary>The same as a request alone; null when the URL is invalid.</summary>
    public Next.Document? Request(string url, string? method, IReadOnlyList<KeyValuePair<string, string>> extra) =>
        Uri.TryCreate(documentUrl, url, out var absolute) && absolute.Scheme is "http" or "https"
            ? new Next.Document(url.Length == 0 ? documentUrl : absolute, method == "GET" ? HttpMethod.Get : HttpMethod.Post, extra)
            : null;

    /// <summary>Plays a document, and those it leads to, while the call waits for something else.</summary>
    /// <param name="request">The document.</param>
    /// <param name="rule">What may stand in it.</param>
    /// <param name="waitIsOver">Asked whenever the call is nudged.</param>
    /// <returns><see cref="Next.Verb"/> when it has run out, <see cref="Next.Over"/> when the wait is over; else where the call goes.</returns>
    public Task<Next> HoldAsync(Next.Document request, HoldRule rule, Func<bool> waitIsOver) =>
        documents.HoldAsync(request, rule, waitIsOver);

    /// <summary>Makes a request whose answer is not executed; it is under way when this returns.</summary>
    public void Report(Next.Document request) => documents.Report(request);

    /// <summary>Lets something be heard for this long, and counts what was heard of it.</summary>
    public async Task<CallerAct?> PlayForAsync(TimeSpan length, Func<CallerAct, bool> stops, Heard what = Heard.Sound)
    {
        var began = Time.GetTimestamp();
        var act = await WaitAsync(length, stops, skippable: true);
        call.HeardFor(Time.GetElapsedTime(began), what);
        return act is CallerAct.SkipAhead ? null : act;
    }

    /// <summary>Waits until something stops the wait or takes the call away; null when the time is over.</summary>
    public async Task<CallerAct?> WaitAsync(TimeSpan length, Func<CallerAct, bool> stops, bool skippable = false)
    {
        var began = Time.GetTimestamp();
        while (true)
        {
            if (over?.Invoke() == true)
            {
                return new CallerAct.Nudge();
            }

            var act = await call.Ear.NextAsync(length - Time.GetElapsedTime(began));
            if (act is null or CallerAct.Leave || act is CallerAct.SkipAhead && skippable || stops(act))
            {
                return act;
            }

            Miss(act);
        }
    }

    /// <summary>Forgets what was said and pressed while nobody listened; keys are kept for a Gather in the reading that keeps them.</summary>
    public void ForgetMissed()
    {
        foreach (var act in call.Ear.TakeMissed())
        {
            Miss(act);
        }
    }

    private void Miss(CallerAct act)
    {
        if (act is CallerAct.Key key)
        {
            if (Switches.KeepKeysBetweenGathers)
            {
                call.KeptKeys.Enqueue(key);
            }
            else
            {
                call.Note(at => new KeyDropped(at, key.Value));
            }
        }
    }
}
