using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Proof;

/// <summary>
/// What is left of a call when everything is taken away that no decision can see: its identifier and version, instants beyond how they
/// compare with now, and the pace of speech, which changes words and never the way. Two calls that are equal in it are one to the proof.
/// </summary>
/// <param name="Call">The call without what decisions do not see.</param>
/// <param name="World">What the proof knows besides.</param>
/// <param name="Day">The shop's day.</param>
/// <param name="IsOpen">Somebody answers now.</param>
internal sealed record SeenCall(Call Call, World World, DateOnly Day, bool IsOpen)
{
    /// <summary>How long a word in the queue keeps the caller company.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(1);

    public static SeenCall Of(Call call, World world, Facts facts, bool isWhole) => new(
        call with
        {
            Id = string.Empty,
            Version = 0,
            AwaitingStep = 0,
            Slow = false,
            JustRepeated = false,
            JustSilent = false,
            Patient = false,
            Awaiting = WithoutInstants(call.Awaiting),
            Rounds = call.Awaiting is null ? 0 : call.Rounds,
            Handover = call.Handover is not { } handover ? null
                : handover.IsSettled && !isWhole ? new Handover(handover.Reason, Due: default) { IsSettled = true, Waiting = Within(handover.Waiting, facts.Now) }
                : WithoutInstants(handover, facts.Now),
        },
        world,
        facts.Today,
        facts.Shop.Hours.IsOpen(facts.Now.DateTime));

    /// <summary>Where nothing is looked at any more, all calls are one.</summary>
    public static SeenCall OnlyState(Call call) => new(new Call { Id = string.Empty, State = call.State }, new World([], []), default, IsOpen: false);

    private static Handover WithoutInstants(Handover handover, DateTimeOffset now) => handover with
    {
        Due = default,
        OfferedAt = null,
        QueuedSince = handover.QueuedSince is null ? null : default(DateTimeOffset),
        InTurnBy = handover.InTurnBy is null ? null : default(DateTimeOffset),
        Waiting = Within(handover.Waiting, now),
    };

    private static Waiting? Within(Waiting? waiting, DateTimeOffset now) => waiting is not { } wait ? null : wait with
    {
        Since = default,
        JoinedAt = 0,
        Until = now >= wait.Until ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue,
        LastWordAt = wait.LastWordAt is not { } word ? null : now - word < Recent ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue,
    };

    private static Work? WithoutInstants(Work? work) => work switch
    {
        OpenCase open => open with { Due = default },
        ForPerson person => person with { Due = default },
        AgreeCallback agree => agree with { InTurnBy = agree.InTurnBy is null ? null : default(DateTimeOffset) },
        _ => work,
    };
}

/// <summary>What the proof knows of a call besides the call itself.</summary>
/// <param name="Orders">The orders as they stand now, whatever the call remembers of them.</param>
/// <param name="Proved">The orders that a right PIN or code has opened.</param>
internal sealed record World(ValueList<Order> Orders, ValueList<string> Proved);
