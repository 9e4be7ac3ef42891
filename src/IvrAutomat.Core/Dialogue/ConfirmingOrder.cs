using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>An order paid on delivery that the customer has yet to confirm: the status is the question.</summary>
internal static class ConfirmingOrder
{
    public static readonly State Asking = new("ConfirmingOrder");
    public static readonly State Waiting = new("SavingConfirmation");

    private static readonly PromptContract Ask = new("confirm.ask");
    private static readonly PromptContract Done = new("confirm.done");

    /// <summary>The order that was read waits for its confirmation.</summary>
    public static bool Applies(Conversation conversation, Order order)
        => order.State == OrderState.AwaitingConfirmation && conversation.Facts.Shop.Actions.Cancel != ActionMode.Off;

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Asking).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Waiting, (conversation, _) => conversation.Request(
                conversation.Facts.Shop.Actions.Cancel, new ConfirmOrder(conversation.Order.Id)))
            .Guarded(Options.Cancel, Cancelling.Confirming, OrderTask.Cancel, OrderMenu.Always);
        steps.Add(Asking, new Step(_ => Ask.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes),
            Options.On(2, Options.Cancel, SpokenCommand.Cancel)]))
        { Before = conversation => StatusWords.Of(conversation.Order, conversation.Facts) });

        flow.Perform(Waiting, OrderTask.Cancel, Goodbye.Asking, (conversation, done) => conversation.SayDone(Done.Say(), done.Receipt));
    }
}
