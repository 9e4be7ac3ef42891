using IvrAutomat.Dialogue;
using IvrAutomat.Flow;

namespace IvrAutomat.Proof;

/// <summary>
/// The edges that no call takes, each with its reason: the one place for them. Everything else must be taken by a call script, and a test
/// compares this list with what the path proof takes.
/// </summary>
public static class NeverTaken
{
    /// <summary>Why no call takes the edge; null when calls do.</summary>
    public static string? WhyNot(Edge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return edge.Kind == EdgeKind.Ignore
            ? "Nothing listens there, and a late webhook gets the stored answer. The edge keeps such an input without a meaning should it get through."
            : Because(edge);
    }

    private static string? Because(Edge edge) => (edge.From, edge.Trigger) switch
    {
        (var from, var trigger) when from == OwnFault.Telling && trigger == Triggers.TooShort =>
            "A menu has no entry that could be too short; the four ladders come together.",
        (var from, var trigger) when (from == ProvingByCode.Entering || from == ProvingByCode.LookingUp) && trigger == Triggers.Pin && edge.To == OrderMenu.Offering =>
            "A code is asked of a proved caller only for a task that it leads back to; should a new task forget to say where, it leads to the menu.",
        (var from, var trigger) when (from == Restoring.Waiting || from == FollowingParcel.SendingLink) && trigger == Triggers.CaseOpened =>
            "People never take back cancellations and never send links: these are offered only where the automat does it itself.",
        _ => null,
    };
}
