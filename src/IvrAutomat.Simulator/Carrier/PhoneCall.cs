using System.Buffers;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>One call to the line, seen from the caller's end: it can be acted on, and it tells what happens.</summary>
public sealed class PhoneCall
{
    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789*#ABCD");
    private const int LongestEntry = 128;
    private const int LongestSpeech = 20_000;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal PhoneCall(string from, string to, CarrierFaults faults, TimeProvider time, WorkCount work)
    {
        From = from;
        To = to;
        Faults = faults;
        Ear = new Ear(time, work);
        StartedAt = time.GetUtcNow();
        _time = time;
    }

    /// <summary>The carrier's identifier of the call.</summary>
    public string Sid { get; } = Carrier.Sid.NewCall();

    /// <summary>What the product sees as the caller: a number in E.164, or a word such as <c>anonymous</c>.</summary>
    public string From { get; }

    /// <summary>The number that was dialled.</summary>
    public string To { get; }

    /// <summary>The call's status in the carrier's words.</summary>
    public string Status { get; private set; } = "queued";

    /// <summary>When the number was dialled.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>All that happened.</summary>
    public Transcript Transcript { get; } = new();

    /// <summary>Seconds during which the caller heard the automat speak.</summary>
    public double SecondsHeard { get; private set; }

    /// <summary>How many documents were executed.</summary>
    public int Turns { get; private set; }

    /// <summary>Ends with the call; status callbacks may still follow.</summary>
    public Task Ended => _ended.Task;

    internal CarrierFaults Faults { get; }

    internal Ear Ear { get; }

    internal DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Keys that wait for the next Gather, in the reading that keeps them.</summary>
    internal Queue<CallerAct> KeptKeys { get; } = new();

    /// <summary>Whether these keys exist on a telephone and are at most 128.</summary>
    public static bool CanPress(string keys) =>
        keys is { Length: > 0 and <= LongestEntry } && !keys.AsSpan().ContainsAnyExcept(Keys);

    /// <summary>Whether somebody can say this at a stretch: not blank, at most 20 000 characters.</summary>
    public static bool CanSay(string text) => text.Length <= LongestSpeech && !string.IsNullOrWhiteSpace(text);

    /// <summary>Presses keys one after the other, at once.</summary>
    /// <exception cref="ArgumentException">Not all of them are keys of a telephone.</exception>
    public void Press(string keys)
    {
        if (!CanPress(keys))
        {
            throw new ArgumentException("Only 0-9, *, # and A-D can be pressed, 1 to 128 of them.", nameof(keys));
        }

        foreach (var key in keys)
        {
            Ear.Tell(new CallerAct.Key(key));
        }
    }

    /// <summary>Says something.</summary>
    /// <exception cref="ArgumentException">There are no words, or more than 20 000 characters of them.</exception>
    public void Say(string text)
    {
        if (!CanSay(text))
        {
            throw new ArgumentException("There is nothing to say, or too much.", nameof(text));
        }

        Ear.Tell(new CallerAct.Words(text));
    }

    /// <summary>Hangs up; a second time does nothing.</summary>
    public void HangUp() => Ear.Tell(new CallerAct.HangUp());

    /// <summary>Skips the rest of what is being spoken. No telephone can do that: it saves a tester's time.</summary>
    public void SkipAhead() => Ear.Tell(new CallerAct.SkipAhead());

    internal void Note(Func<DateTimeOffset, CallEvent> happened) => Transcript.Add(happened(_time.GetUtcNow()));

    internal void Become(string status)
    {
        Status = status;
        if (status == "in-progress")
        {
            AnsweredAt = _time.GetUtcNow();
        }

        Note(at => new StatusChanged(at, status));
    }

    internal void HeardFor(TimeSpan length) => SecondsHeard += length.TotalSeconds;

    internal void CountTurn() => Turns++;

    internal void EndAs(string status, EndedBy by, string reason)
    {
        Become(status);
        Note(at => new CallEnded(at, by, reason));
        _ended.TrySetResult();
    }
}
