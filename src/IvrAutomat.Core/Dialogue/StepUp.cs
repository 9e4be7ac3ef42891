using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Orders;

namespace IvrAutomat.Dialogue;

/// <summary>
/// A change asked for from another telephone than the one in the order needs a one-time code besides the PIN, where the shop wants it:
/// whoever reads an e-mail over a shoulder must not be able to cancel.
/// </summary>
internal static class StepUp
{
    /// <summary>True when the caller has to give a code before a change.</summary>
    public static bool IsNeeded(Conversation conversation)
        => conversation.Facts.Shop.StepUp && conversation.Call.Identification is { ByCode: false, FromOwnNumber: false };

    /// <summary>On an option that changes something: to <paramref name="target"/>, by way of a code where one is needed.</summary>
    /// <param name="state">The menu.</param>
    /// <param name="option">The option.</param>
    /// <param name="target">The task's first state.</param>
    /// <param name="task">The task, by which the code finds the way back to it.</param>
    /// <param name="possible">When the option is open at all.</param>
    /// <param name="choose">What the choice notes, before either way.</param>
    public static StateBuilder<Conversation> Guarded(
        this StateBuilder<Conversation> state, Trigger<OptionChosen> option, State target, OrderTask task,
        Guard<Conversation, OptionChosen> possible, Action<Conversation, OptionChosen>? choose = null)
    {
        var direct = new Guard<Conversation, OptionChosen>(
            possible.Description, (conversation, chosen) => possible.Holds(conversation, chosen) && !IsNeeded(conversation));
        var byCode = new Guard<Conversation, OptionChosen>(
            $"{possible.Description}, other telephone", (conversation, chosen) => possible.Holds(conversation, chosen) && IsNeeded(conversation));
        return state
            .PermitIf(option, target, direct, choose)
            .PermitIf(option, ProvingByCode.Sending, byCode, (conversation, chosen) =>
            {
                choose?.Invoke(conversation, chosen);
                conversation.Draft(draft => draft with { Task = task });
                ProvingByCode.Send(conversation, CodeFor.StepUp);
            });
    }
}
