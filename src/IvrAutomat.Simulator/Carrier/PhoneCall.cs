using System.Buffers;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>
/// One leg: a call to the line, or one that the product places. Seen from the end of the person: it can be acted on, and it tells what
/// happens.
/// </summary>
public sealed class PhoneCall
{
    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789*#ABCD");
    private const int LongestEntry = 128;
    private const int LongestSpeech = 20_000;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal PhoneCall(CallSetup setup, int number, TimeProvider time, WorkCount work)
    {
        Number = number;
        Setup = setup;
        Callback = setup.Callback;
        FallbackUrl = setup.FallbackUrl;
        Ear = new Ear(time, work);
        StartedAt = time.GetUtcNow();
        _time = time;
    }

    /// <summary>The carrier's identifier of the call.</summary>
    public string Sid { get; } = Carrier.Sid.NewCall();

    /// <summary>What the product sees as the caller: a number in E.164, or a word such as <c>anonymous</c>.</summary>
    public string From => Setup.From;

    /// <summary>The number that was dialled.</summary>
    public string To => Setup.To;

    /// <summary>The carrier's word: <c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public string Direction => Setup.Direction;

    /// <summary>Whether a person called the line, rather than being called by the product.</summary>
    public bool IsInbound => Direction == CallSetup.Inbound;

    /// <summary>The call's status in the carrier's words.</summary>
    public string Status { get; private set; } = "queued";

    /// <summary>When the number was dialled.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>All that happened.</summary>
    public Transcript Transcript { get; } = new();

    /// <summary>Seconds during which the caller heard the automat speak.</summary>
    public double SecondsHeard { get; private set; }

    /// <summary>Those of them in which the carrier's own voice spoke.</summary>
    public double SecondsSaid { get; private set; }

    /// <summary>Those of them in which a sound file of the product spoke; music is none.</summary>
    public double SecondsPlayed { get; private set; }

    /// <summary>How many documents were executed.</summary>
    public int Turns { get; private set; }

    /// <summary>Ends with the call; status callbacks may still follow.</summary>
    public Task Ended => _ended.Task;

    /// <summary>When the person's side was answered; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The calls of the persons who are heard on this one, and hear it, now.</summary>
    public IReadOnlyList<PhoneCall> ConnectedWith { get; private set; } = [];

    /// <summary>The number of the person at this end: the caller of the line, or the one whom the product called.</summary>
    public string Person => IsInbound ? From : To;

    /// <summary>Its place among all calls of the network, from 1.</summary>
    internal int Number { get; }

    internal CallSetup Setup { get; }

    internal CarrierFaults Faults => Setup.Faults;

    internal Ear Ear { get; }

    /// <summary>Who is told what happens to the call; a REST request may change it.</summary>
    internal StatusCallback? Callback { get; set; }

    /// <summary>Asked once when a document could not be had; a REST request may change it.</summary>
    internal Uri? FallbackUrl { get; set; }

    /// <summary>What machine detection found, in the carrier's words; null when it was not asked for.</summary>
    internal string? AnsweredBy { get; set; }

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

    /// <summary>Takes the ringing phone; does nothing when it does not ring.</summary>
    public void PickUp() => Ear.Tell(new CallerAct.PickUp());

    /// <summary>Refuses the ringing phone; does nothing when it does not ring.</summary>
    public void Decline() => Ear.Tell(new CallerAct.Decline());

    /// <summary>Hangs up; a second time does nothing. On a phone that rings it is a refusal.</summary>
    public void HangUp() => Ear.Tell(!IsInbound && AnsweredAt is null ? new CallerAct.Decline() : CallerAct.Leave.HangUp);

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

    internal void ConnectTo(IReadOnlyList<PhoneCall> others)
    {
        if (!ConnectedWith.SequenceEqual(others))
        {
            ConnectedWith = others;
            Note(at => new Connected(at, [.. others.Select(other => other.Person)]));
        }
    }

    internal void HeardFor(TimeSpan length, Heard what)
    {
        SecondsHeard += length.TotalSeconds;
        SecondsSaid += what == Heard.Voice ? length.TotalSeconds : 0;
        SecondsPlayed += what == Heard.Recording ? length.TotalSeconds : 0;
    }

    internal void CountTurn() => Turns++;

    internal void EndAs(string status, EndedBy by, string reason)
    {
        EndedAt = _time.GetUtcNow();
        Become(status);
        Note(at => new CallEnded(at, by, reason));
        _ended.TrySetResult();
    }
}
