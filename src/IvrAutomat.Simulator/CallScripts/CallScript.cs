using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>One readable test: what is given, the calls that are made, and what must hold then.</summary>
/// <param name="Name">A sentence that says what is shown.</param>
/// <param name="File">The file it was read from, as it was named to the reader.</param>
/// <param name="Given">How the world is before the first call.</param>
/// <param name="Calls">The calls in order; at least one.</param>
/// <param name="Then">What must hold after the last.</param>
public sealed record CallScript(string Name, string File, ScriptGiven Given, IReadOnlyList<ScriptedCall> Calls, ScriptThen Then);

/// <summary>How the world is before the first call.</summary>
/// <param name="Clock">The wall clock of the shop, without a zone; null leaves it as it is.</param>
/// <param name="Caller">The number that calls, or <c>withheld</c>; null for the runner's own choice.</param>
/// <param name="Stage">What the product is asked to prepare.</param>
/// <param name="Faults">What goes wrong between carrier and product in every call of the script.</param>
/// <param name="Numbers">Numbers that do something particular when they are dialled.</param>
public sealed record ScriptGiven(
    DateTime? Clock,
    string? Caller,
    StageSetting Stage,
    CarrierFaults Faults,
    IReadOnlyList<VirtualNumber> Numbers);

/// <summary>One call of a script.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Caller">The number that calls; null for the one that is given for all calls.</param>
/// <param name="After">How long after the end of the call before.</param>
/// <param name="Steps">What the caller hears and does, in order.</param>
public sealed record ScriptedCall(int Line, string? Caller, TimeSpan After, IReadOnlyList<CallStep> Steps);

/// <summary>One thing that the caller hears or does.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
public abstract record CallStep(int Line)
{
    /// <summary>
    /// These phrases are spoken in this order, each after the phrase heard before it and after the caller's last act.
    /// </summary>
    public sealed record Hear(int Line, IReadOnlyList<Phrase> Phrases) : CallStep(Line);

    /// <summary>None of these is spoken from here on until the caller does something, or the call ends.</summary>
    public sealed record NotHeard(int Line, IReadOnlyList<Phrase> Phrases) : CallStep(Line);

    /// <summary>The phrase heard last began at most this long after the number was dialled.</summary>
    public sealed record HeardWithin(int Line, TimeSpan Limit) : CallStep(Line);

    /// <summary>Presses keys: when the prompts have ended and the automat listens, or at once.</summary>
    public sealed record Press(int Line, string Keys, bool Now) : CallStep(Line);

    /// <summary>Says words: when the prompts have ended and the automat listens, or at once.</summary>
    public sealed record Say(int Line, string Words, bool Now) : CallStep(Line);

    /// <summary>Does nothing until the automat has given up listening, this many times.</summary>
    public sealed record StaySilent(int Line, int Times) : CallStep(Line);

    /// <summary>Lets time pass.</summary>
    public sealed record Wait(int Line, TimeSpan Length) : CallStep(Line);

    /// <summary>Hangs up: when nothing is under way, or at once, in the middle of whatever happens.</summary>
    public sealed record HangUp(int Line, bool Now) : CallStep(Line);
}

/// <summary>What must hold after the last call. What is null is not looked at.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Orders">Orders and their states.</param>
/// <param name="Messages">Text messages that were delivered since the script began; an empty list means none at all.</param>
/// <param name="Mails">The same for e-mails; their text begins with the subject.</param>
/// <param name="Cases">All cases; an empty list means none at all.</param>
/// <param name="Requests">All requests; an empty list means none at all.</param>
/// <param name="Ended">Who ended the last call.</param>
/// <param name="Dialled">The number to which the last call was connected.</param>
/// <param name="NotHeard">What was never spoken in any call.</param>
/// <param name="HeardAtMost">How long the automat spoke at most, in all calls together.</param>
public sealed record ScriptThen(
    int Line,
    IReadOnlyList<OrderExpected> Orders,
    IReadOnlyList<MessageExpected>? Messages,
    IReadOnlyList<MessageExpected>? Mails,
    IReadOnlyList<CaseExpected>? Cases,
    IReadOnlyList<RequestExpected>? Requests,
    EndedBy? Ended,
    string? Dialled,
    IReadOnlyList<Phrase> NotHeard,
    TimeSpan? HeardAtMost);

/// <summary>An order as it must be. What is null is not looked at.</summary>
public sealed record OrderExpected(int Line, string Number, string? State, string? Payment);

/// <summary>A message that must have been delivered. What is null is not looked at.</summary>
public sealed record MessageExpected(int Line, string? To, Phrase? Text);

/// <summary>A case that must exist. What is null is not looked at.</summary>
public sealed record CaseExpected(int Line, string? Kind, string? Reason, string? Order, string? Owner);

/// <summary>A request that must exist. What is null is not looked at.</summary>
public sealed record RequestExpected(int Line, string? Kind, string? Order, string? State);
