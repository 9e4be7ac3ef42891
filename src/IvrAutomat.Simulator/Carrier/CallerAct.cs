using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>What reaches a call while it waits: from the person at its phone, or from elsewhere in the carrier's network.</summary>
internal abstract record CallerAct
{
    private CallerAct()
    {
    }

    public sealed record Key(char Value) : CallerAct;

    public sealed record Words(string Text) : CallerAct;

    /// <summary>Not a thing of the telephone network: the person at the virtual phone does not want to hear the rest.</summary>
    public sealed record SkipAhead : CallerAct;

    /// <summary>The person takes a ringing phone.</summary>
    public sealed record PickUp : CallerAct;

    /// <summary>The person refuses a ringing phone.</summary>
    public sealed record Decline : CallerAct;

    /// <summary>The call is taken away from whatever it does: its person hung up, or a REST request moves or ends it.</summary>
    public sealed record Leave(Next Next) : CallerAct
    {
        public static Leave HangUp { get; } = new(Next.CallerHungUp);
    }

    /// <summary>The queue or conference in which the call stands has changed; what it means is read there.</summary>
    public sealed record Nudge : CallerAct;
}
