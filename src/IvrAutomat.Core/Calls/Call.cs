using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>
/// One call as it stands between two inputs: a state's name and the facts that decisions need. It is a value; the
/// stored row is the only authority: whoever still has it in hand from the turn before saves only while the row is the same.
/// </summary>
public sealed record Call
{
    /// <summary>The carrier's identifier of the call (CallSid).</summary>
    public required string Id { get; init; }

    /// <summary>How many inputs have been decided; the number in the next turn's URL.</summary>
    public int Version { get; init; }

    /// <summary>The name of the flow's state.</summary>
    public required string State { get; init; }

    /// <summary>The language spoken, for example <c>cs</c>.</summary>
    public string Language { get; init; } = "cs";

    /// <summary>The greeting's first entry is still open: a lone 7 or 8 in it chooses a language.</summary>
    public bool AtGreeting { get; init; }

    /// <summary>
    /// Slow mode: slower speech in whole sentences with pauses, and twice the time to answer. Asked for, come to by itself after two silences in a
    /// row, or remembered from an earlier call; it stays until the caller leaves it.
    /// </summary>
    public bool Slow { get; init; }

    /// <summary>What the caller's number tells.</summary>
    public Caller Caller { get; init; } = Caller.Withheld;

    /// <summary>How far the caller has been identified.</summary>
    public Identification Identification { get; init; } = new();

    /// <summary>The proved order as last read; null before.</summary>
    public Order? Order { get; init; }

    /// <summary>How often the present step was not answered, each way counted apart.</summary>
    public Ladder Ladder { get; init; } = new();

    /// <summary>True while the caller has asked for a moment: the present step waits longer.</summary>
    public bool Patient { get; init; }

    /// <summary>The last thing the caller did was to ask for a repetition; doing so again slows the speech down.</summary>
    public bool JustRepeated { get; init; }

    /// <summary>The last thing that came was silence.</summary>
    public bool JustSilent { get; init; }

    /// <summary>Work whose result the call waits for; null when it waits for the caller.</summary>
    public Work? Awaiting { get; init; }

    /// <summary>The version at which <see cref="Awaiting"/> was asked for; with the call's identifier it names the work.</summary>
    public int AwaitingStep { get; init; }

    /// <summary>Turns that have ended without a result of <see cref="Awaiting"/>.</summary>
    public int Rounds { get; init; }

    /// <summary>What a person will do; null when no person is involved.</summary>
    public Handover? Handover { get; init; }

    /// <summary>Something the caller wanted was done in this call.</summary>
    public bool Finished { get; init; }

    /// <summary>What the caller has chosen so far in the task under way.</summary>
    public TaskDraft Draft { get; init; } = new();

    /// <summary>The caller has been asked for a mark, in this call or lately about the order.</summary>
    public bool Rated { get; init; }
}

/// <summary>How far a caller has been identified.</summary>
public sealed record Identification
{
    /// <summary>Only the PIN is asked: it chooses among the open orders of the caller's number.</summary>
    public bool ByCallersNumber { get; init; }

    /// <summary>The order whose number was given; null also when the number belongs to no order.</summary>
    public string? Candidate { get; init; }

    /// <summary>Complete pairs that did not match, in this call.</summary>
    public int Failures { get; init; }

    /// <summary>Orders among which the caller chooses, because one PIN or code opens them all.</summary>
    public ValueList<OrderChoice> Choices { get; init; } = [];

    /// <summary>The proof was a one-time code, or one was given since.</summary>
    public bool ByCode { get; init; }

    /// <summary>The call comes from the number in the proved order.</summary>
    public bool FromOwnNumber { get; init; }

    /// <summary>How the order is found whose contact gets the code; null while no code is wanted.</summary>
    public CodeFor? Code { get; init; }

    /// <summary>Complete codes that did not match since the last one was sent.</summary>
    public int CodeFailures { get; init; }
}

/// <summary>What the caller has chosen so far in a task with several questions; empty at the order's menu.</summary>
public sealed record TaskDraft
{
    /// <summary>The task that waits for a one-time code.</summary>
    public OrderTask? Task { get; init; }

    /// <summary>How many items have been asked about.</summary>
    public int Asked { get; init; }

    /// <summary>The items chosen.</summary>
    public ValueList<string> Items { get; init; } = [];

    /// <summary>How the goods come back.</summary>
    public ReturnWay? Way { get; init; }

    /// <summary>The courier's days to choose from.</summary>
    public CourierOffered? Courier { get; init; }

    /// <summary>The day chosen.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The way of payment chosen.</summary>
    public PaymentMethod? Payment { get; init; }

    /// <summary>A payment link that is still valid had been sent before.</summary>
    public bool HadLink { get; init; }

    /// <summary>What the customer wants of a complaint.</summary>
    public Remedy? Remedy { get; init; }
}

/// <summary>How often the present step was not answered. Silence, another key, too few digits and words not understood are four different things.</summary>
/// <param name="Silence">Times nothing came.</param>
/// <param name="OtherKey">Times a key came that is no option.</param>
/// <param name="TooShort">Times an entry was incomplete.</param>
/// <param name="NotUnderstood">Times words meant nothing here.</param>
public sealed record Ladder(int Silence = 0, int OtherKey = 0, int TooShort = 0, int NotUnderstood = 0);
