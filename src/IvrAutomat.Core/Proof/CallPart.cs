using System.Collections.Frozen;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;

namespace IvrAutomat.Proof;

/// <summary>The parts of a call that are walked apart: between them a call carries little, within one it carries much.</summary>
public enum CallPart
{
    /// <summary>Until an order is read.</summary>
    Identification,

    /// <summary>What can be done about the order.</summary>
    Order,

    /// <summary>From where a person is involved until that is settled.</summary>
    Handover,
}

/// <summary>Tells which part a call is in.</summary>
internal static class CallParts
{
    private static readonly FrozenSet<string> Handover = ShopDialogue.Flow.States
        .Where(state => ShopDialogue.Flow.IsIn(state, HandingOver.State))
        .Concat([WaitingForAgent.State, WaitingForAgent.Leaving, WaitingForAgent.Talking, OwnFault.Connecting, OwnFault.Telling])
        .Select(state => state.Name).ToFrozenSet(StringComparer.Ordinal);

    public static CallPart Of(Call call) => Handover.Contains(call.State) ? CallPart.Handover
        : call.Order is null ? CallPart.Identification
        : CallPart.Order;
}
