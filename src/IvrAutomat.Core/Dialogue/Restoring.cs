using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>Taking a cancellation back: offered first to a caller who cancelled by phone a moment ago.</summary>
internal static class Restoring
{
    public static readonly State Offering = new("OfferingRestore");
    public static readonly State Waiting = new("Restoring");

    private static readonly PromptContract Ask = new("restore.ask", ("at", SlotKind.Time));
    private static readonly PromptContract Done = new("restore.done");
    private static readonly PromptContract Changed = new("restore.changed");
    private static readonly PromptContract Kept = new("restore.kept");

    /// <summary>The order that was read was cancelled a moment ago and can be taken back.</summary>
    public static bool Applies(Conversation conversation, Order order)
        => order is { State: OrderState.Cancelled, CancelledAt: not null } && order.RestorableUntil > conversation.Facts.Now
            && conversation.Facts.Shop.Actions.Cancel == ActionMode.Do;

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Offering).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Waiting, (conversation, _) => conversation.Await(new RestoreOrder(conversation.Order.Id)))
            .Permit(Options.No, Goodbye.Asking, (conversation, _) => conversation.Say(Kept.Say()));
        steps.Add(Offering, new Step(
            conversation => Ask.Say(("at", new TimeSlot(TimeOnly.FromDateTime(conversation.Facts.Local(conversation.Order.CancelledAt ?? conversation.Facts.Now))))),
            _ => new MenuListen([
                Options.On(1, Options.Yes, SpokenCommand.Restore, SpokenCommand.Yes),
                Options.On(2, Options.No, SpokenCommand.Keep, SpokenCommand.No)]))
        { Before = conversation => StatusWords.Of(conversation.Order, conversation.Facts) });

        // The order is not as our cancellation left it: what the shop has done since, a person has to judge.
        flow.Perform(
            Waiting, OrderTask.Cancel, Goodbye.Asking, (conversation, done) => conversation.SayDone(Done.Say(), done.Receipt),
            refused: (HandingOver.OpeningCase, conversation =>
            {
                conversation.Say(Changed.Say());
                HandingOver.Because(conversation, HandoverReason.Task);
            }
        ));
    }
}
