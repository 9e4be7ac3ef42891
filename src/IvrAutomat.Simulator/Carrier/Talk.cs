namespace IvrAutomat.Simulator.Carrier;

/// <summary>Two persons who hear each other, outside any conference: a dialled number, or the front of a queue.</summary>
internal sealed class Talk(PhoneCall one, PhoneCall other, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _began;
    private TimeSpan _length;

    public bool IsOver { get; private set; }

    /// <summary>How long they could hear each other.</summary>
    public TimeSpan Length => _length;

    public void Begin()
    {
        _began = time.GetTimestamp();
        one.ConnectTo([other]);
        other.ConnectTo([one]);
    }

    /// <summary>Ends it for both; a second time does nothing.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (IsOver)
            {
                return;
            }

            IsOver = true;
            _length = _began is { } began ? time.GetElapsedTime(began) : TimeSpan.Zero;
        }

        one.ConnectTo([]);
        other.ConnectTo([]);
        one.Ear.Tell(new CallerAct.Nudge());
        other.Ear.Tell(new CallerAct.Nudge());
    }

    /// <summary>Keeps one of the two on the line until the talk ends, and ends it when that one leaves.</summary>
    /// <returns>What took the call away or stopped the talk; null when the other side or the time limit ended it.</returns>
    public async Task<CallerAct?> StayAsync(CallRun run, Func<CallerAct, bool>? stops = null, TimeSpan? limit = null)
    {
        var listener = run.Call == one ? other : one;
        bool Stops(CallerAct act)
        {
            if (act is CallerAct.Words words)
            {
                run.Call.Note(at => new WordsTaken(at, words.Text));
                listener.Note(at => new OtherSpoke(at, run.Call.Person, words.Text));
            }

            return act is CallerAct.Nudge ? IsOver : stops?.Invoke(act) == true;
        }

        var act = IsOver ? null : await run.WaitAsync(limit ?? CallRun.LongestCall, Stops);
        End();
        return act is CallerAct.Nudge ? null : act;
    }
}
