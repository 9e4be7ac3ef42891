using IvrAutomat.Simulator.Carrier.Rest;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Where the carrier's documentation leaves two readings, which one the stand-in takes. Tests run with both.</summary>
public sealed record CarrierSwitches
{
    /// <summary>Keys pressed while no Gather listens wait for the next Gather instead of being dropped. Default false.</summary>
    public bool KeepKeysBetweenGathers { get; init; }

    /// <summary>The first request of an incoming call says <c>in-progress</c> instead of <c>ringing</c>. Default false.</summary>
    public bool FirstStatusInProgress { get; init; }

    /// <summary>An empty result (with <c>actionOnEmptyResult</c>) carries an empty <c>Digits</c> instead of none. Default true.</summary>
    public bool EmptyDigitsPresent { get; init; } = true;

    /// <summary>Speech interrupts a prompt as keys do, instead of being taken when the prompt has ended. Default false.</summary>
    public bool SpeechInterrupts { get; init; }

    /// <summary>A caller who hangs up while a number is dialled still leads to the Dial's action. Default true.</summary>
    public bool DialActionAfterHangup { get; init; } = true;

    /// <summary>
    /// A document or a REST request may ask for a recording. Default false: it is refused, because recording needs a reason in law.
    /// </summary>
    public bool AllowRecording { get; init; }

    /// <summary>
    /// The answer to the action of an Enqueue whose caller was moved by a REST request is executed before the new document, instead of
    /// being ignored. Default false.
    /// </summary>
    public bool RedirectedActionIsExecuted { get; init; }

    /// <summary>A participant who is removed by a REST request ends, instead of going on at its Dial's action or next verb. Default false.</summary>
    public bool RemovedParticipantEnds { get; init; }

    /// <summary>A called person who refuses is told as <c>no-answer</c> instead of <c>busy</c>. Default false.</summary>
    public bool DeclinedIsNoAnswer { get; init; }

    /// <summary>A message to a landline is accepted and fails later (30006), not refused at once (21614). Default false.</summary>
    public bool LandlineFailsLater { get; init; }
}

/// <summary>What goes wrong on the way between carrier and product during one call.</summary>
public sealed record CarrierFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static CarrierFaults None { get; } = new();

    /// <summary>Each webhook is sent a second time, with the same idempotency token, while the first is still under way.</summary>
    public bool DeliverTwice { get; init; }

    /// <summary>How late each webhook leaves the carrier.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The answer to the webhook of this number (1 = the first of the call) is lost on the way back; null for none.</summary>
    public int? LoseAnswer { get; init; }

    /// <summary>No status callback is ever sent.</summary>
    public bool LoseStatusCallback { get; init; }

    /// <summary>Each status callback is sent twice.</summary>
    public bool StatusCallbackTwice { get; init; }

    /// <summary>How late each status callback leaves the carrier, of calls and conferences: it is overtaken by requests for documents.</summary>
    public TimeSpan CallbackDelay { get; init; }

    /// <summary>Every other status callback arrives after the one that follows it.</summary>
    public bool SwapCallbacks { get; init; }

    /// <summary>Status callbacks of these events are never sent (<c>answered</c>, <c>participant-leave</c>, …).</summary>
    public IReadOnlySet<string> LoseCallbacks { get; init; } = new HashSet<string>();

    /// <summary>How long the carrier keeps a call that the product places before it dials.</summary>
    public TimeSpan QueueTime { get; init; }

    /// <summary>REST requests that go wrong.</summary>
    public IReadOnlyList<RestFault> Rest { get; init; } = [];

    /// <summary>Recognised speech comes without its confidence.</summary>
    public bool NoConfidence { get; init; }
}
