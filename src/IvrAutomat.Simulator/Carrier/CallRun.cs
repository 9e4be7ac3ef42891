using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>What a verb sees of the call and the document in which it stands.</summary>
internal sealed class CallRun(PhoneCall call, Uri documentUrl, CarrierNetwork carrier, Func<Uri, Task<double>> fetchSound)
{
    /// <summary>No person waits longer; a wait without an end of its own ends with the carrier's longest call.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromHours(4);

    public PhoneCall Call => call;

    public Uri DocumentUrl => documentUrl;

    public CarrierNetwork Carrier => carrier;

    public TimeProvider Time => carrier.Time;

    public CarrierSwitches Switches => carrier.Options.Switches;

    /// <summary>Answers an incoming call that still rings.</summary>
    public void AnswerIfRinging()
    {
        if (call.AnsweredAt is null)
        {
            call.Become("in-progress");
        }
    }

    /// <summary>Fetches a sound file and tells its seconds.</summary>
    public Task<double> FetchSoundAsync(Uri url) => fetchSound(url);

    /// <summary>A request for another document; an empty URL means the present one.</summary>
    public Next Go(string url, string? method, IReadOnlyList<KeyValuePair<string, string>> extra) =>
        Uri.TryCreate(documentUrl, url, out var absolute) && absolute.Scheme is "http" or "https"
            ? new Next.Document(url.Length == 0 ? documentUrl : absolute, method == "GET" ? HttpMethod.Get : HttpMethod.Post, extra)
            : new Next.Failed(new TwimlError(11100, "The URL of the next document is invalid."));

    /// <summary>Lets something be heard for this long, and counts what was heard of it.</summary>
    public async Task<CallerAct?> PlayForAsync(TimeSpan length, Func<CallerAct, bool> stops)
    {
        var began = Time.GetTimestamp();
        var act = await WaitAsync(length, stops, skippable: true);
        call.HeardFor(Time.GetElapsedTime(began));
        return act is CallerAct.SkipAhead ? null : act;
    }

    /// <summary>Waits until the caller does something that stops the wait, or hangs up; null when the time is over.</summary>
    public async Task<CallerAct?> WaitAsync(TimeSpan length, Func<CallerAct, bool> stops, bool skippable = false)
    {
        var began = Time.GetTimestamp();
        while (true)
        {
            var act = await call.Ear.NextAsync(length - Time.GetElapsedTime(began));
            if (act is null or CallerAct.HangUp || act is CallerAct.SkipAhead && skippable || stops(act))
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
