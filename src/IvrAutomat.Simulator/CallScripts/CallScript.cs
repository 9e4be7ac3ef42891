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
/// <param name="Agents">Agents by name, and what their phones do by themselves; the phone of one not named rings until a step acts.</param>
/// <param name="Callers">Others who call while the script's own call goes on: their numbers, or <c>withheld</c>, by name.</param>
/// <param name="Systems">What goes wrong with the shop's systems once all is prepared.</param>
/// <param name="Switches">Which readings of the carrier's documentation the script plays with; null for the usual ones.</param>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record ScriptGiven(
    DateTime? Clock,
    string? Caller,
    StageSetting Stage,
    CarrierFaults Faults,
    IReadOnlyList<VirtualNumber> Numbers,
    IReadOnlyDictionary<string, WhenDialled> Agents,
    IReadOnlyDictionary<string, string> Callers,
    IReadOnlyList<SystemAct> Systems,
    CarrierSwitches? Switches,
    int Line);

/// <summary>One call of a script.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Caller">The number that calls; null for the one that is given for all calls.</param>
/// <param name="After">How long after the end of the call before.</param>
/// <param name="Steps">What the caller hears and does, in order.</param>
public sealed record ScriptedCall(int Line, string? Caller, TimeSpan After, IReadOnlyList<CallStep> Steps);

/// <summary>What must hold after the last call. What is null is not looked at.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Orders">Orders and their states.</param>
/// <param name="Messages">Text messages that were delivered since the script began; an empty list means none at all.</param>
/// <param name="Mails">The same for e-mails; their text begins with the subject.</param>
/// <param name="Cases">All cases; an empty list means none at all.</param>
/// <param name="Requests">All requests; an empty list means none at all.</param>
/// <param name="Ended">Who ended the last call.</param>
/// <param name="Dialled">The number to which the last call was connected.</param>
/// <param name="Conferences">Who was connected in each conference that started, in their order; an empty list means none started.</param>
/// <param name="Systems">What the shop's systems were asked and what they performed.</param>
/// <param name="NotHeard">What was never spoken in any call of a customer.</param>
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
    IReadOnlyList<ConferenceExpected>? Conferences,
    IReadOnlyList<SystemExpected> Systems,
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

/// <summary>A conference that must have taken place.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="With">Exactly these were in it: names of agents and callers, <c>caller</c> for the script's own.</param>
public sealed record ConferenceExpected(int Line, IReadOnlyList<string> With);
