using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;

namespace IvrAutomat.Proof;

/// <summary>What belongs to an order stays unspoken, and unread, until a right PIN or code has opened that order.</summary>
internal static class Secrecy
{
    /// <summary>What the caller gave in this call, or owns: it may be read back.</summary>
    private static readonly string[] Own = [Held.Number, Held.CallerEnd, Held.Callback, Held.Contact, Held.Company, Held.Said];

    /// <summary>When a person calls, and under which number the case is kept: of the handover, not of an order.</summary>
    private static readonly string[] PartsOfHandover = ["callback.", "closed.", "queue.", "handover."];

    /// <summary>Why the work may not be asked for; null when it may.</summary>
    public static string? WhyNot(Work work, World world) => work switch
    {
        // A code goes to the contact in the order and nowhere else: that is the proof, and needs none.
        SendCode { To: not CodeFor.StepUp } => null,
        ReadOrder read => Unproved(work, read.OrderId, world),
        FindCourier find => Unproved(work, find.OrderId, world),
        Request { OrderId: { } id } => Unproved(work, id, world),
        _ => null,
    };

    /// <summary>What is said of an order that nothing has opened.</summary>
    public static IEnumerable<string> LeaksIn(Turn turn, World world)
    {
        if (turn.Call.Order is { } order && !world.Proved.Contains(order.Id))
        {
            yield return "the call holds an order that no PIN has opened";
        }

        if (world.Proved.Count > 0)
        {
            yield break;
        }

        foreach (var said in turn.Say.Where(IsOfAnOrder))
        {
            yield return $"{said.Key} is said before any PIN was right";
        }
    }

    private static string? Unproved(Work work, string id, World world)
        => world.Proved.Contains(id) ? null : $"{work.GetType().Name} is asked for an order that no PIN has opened";

    private static bool IsOfAnOrder(Utterance said)
        => said.Key.StartsWith("status.", StringComparison.Ordinal)
            || (!PartsOfHandover.Any(part => said.Key.StartsWith(part, StringComparison.Ordinal)) && MentionsAnOrder(said));

    private static bool MentionsAnOrder(Utterance said)
    {
        foreach (var (_, value) in said.Slots)
        {
            if (value switch
            {
                HeldSlot held => !Own.Contains(held.Name),
                UtteranceSlot nested => IsOfAnOrder(nested.Value),
                ListSlot list => list.Values.Any(IsOfAnOrder),
                _ => value.Kind is SlotKind.Digits or SlotKind.Code or SlotKind.Name or SlotKind.Place or SlotKind.Money or SlotKind.Date,
            })
            {
                return true;
            }
        }

        return false;
    }
}
