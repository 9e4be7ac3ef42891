using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Cancelling an order: what happens to the money, then the question, then an explicit yes. "Done" is said only when
/// the shop has confirmed.
/// </summary>
internal static class Cancelling
{
    public static readonly State Confirming = new("ConfirmingCancel");
    public static readonly State Waiting = new("Cancelling");

    private static readonly PromptContract Card = new("cancel.consequence.card", ("amount", SlotKind.Money), ("days", SlotKind.Number));
    private static readonly PromptContract Transfer = new("cancel.consequence.transfer", ("amount", SlotKind.Money));
    private static readonly PromptContract Unpaid = new("cancel.consequence.unpaid");
    private static readonly PromptContract Confirm = new("cancel.confirm");
    private static readonly PromptContract WorkingOnIt = new("cancel.working");
    private static readonly PromptContract Done = new("cancel.done", ("channel", SlotKind.Choice));
    private static readonly PromptContract DoneWithoutReceipt = new("cancel.done") { Variants = ["text-no-receipt"] };
    private static readonly PromptContract Undo = new("cancel.undo", ("undo", SlotKind.Number));
    private static readonly PromptContract Refund = new("cancel.refund", ("who", SlotKind.Name), ("until", SlotKind.Date));
    private static readonly PromptContract Kept = new("cancel.kept");
    private static readonly PromptContract TooLate = new("cancel.too-late");
    private static readonly PromptContract Pending = new("cancel.pending");
    private static readonly PromptContract Failed = new("cancel.failed", ("due", SlotKind.Date), ("until", SlotKind.Time));

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Confirming).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Waiting, (conversation, _) => conversation.Request(conversation.Facts.Shop.Actions.Cancel, new CancelOrder(conversation.Order.Id)))
            .Permit(Options.No, Goodbye.Asking, (conversation, _) => conversation.Say(Kept.Say()))
            .Permit(Triggers.Back, OrderMenu.Offering, (conversation, _) => conversation.Say(Kept.Say()));
        steps.Add(Confirming, new Step(_ => Confirm.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes),
            Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Keep)]))
        { Before = Consequence });

        flow.Configure(Waiting).SubstateOf(Working.State)
            .Permit(Triggers.RequestDone, Goodbye.Asking, Succeed)
            .Permit(Triggers.RequestRefused, OrderMenu.Offering, Refuse)
            .Permit(Triggers.RequestHandedOver, Goodbye.Asking, HandOver)
            .Permit(Triggers.CaseOpened, Goodbye.Asking, Doing.WithPerson)
            .InternalIf(Triggers.StillWorking, Working.GaveUp.Not(), (conversation, still) => Working.Announce(conversation, still, WorkingOnIt))
            .PermitIf(Triggers.StillWorking, Goodbye.Asking, Working.GaveUp, (conversation, _) => GoOn(conversation));
    }

    private static Utterance Consequence(Conversation conversation)
    {
        var order = conversation.Order;
        var amount = ("amount", new MoneySlot(order.Total));
        var words = (order.IsPaid, order.Payment) switch
        {
            (false, _) => Unpaid.Say(),
            (true, PaymentMethod.Card) => Card.Say(amount, ("days", new NumberSlot(conversation.Facts.Shop.RefundDays))),
            _ => Transfer.Say(amount),
        };

        // Whoever agrees must have heard it to the end.
        return words with { Interruptible = false };
    }

    private static void Succeed(Conversation conversation, RequestDone cancelled)
    {
        conversation.Call = conversation.Call with { Order = cancelled.Order, Finished = true };
        conversation.Say(cancelled.Receipt == Channel.None
            ? DoneWithoutReceipt.Say()
            : Done.Say(("channel", ChannelWords.Of(cancelled.Receipt))));
        if (cancelled.Refund is { } refund)
        {
            conversation.Say(Refund.Say(("who", new NameSlot(refund.By)), ("until", new DateSlot(refund.Until))));
        }

        if (cancelled.Order.RestorableUntil is { } until && until > conversation.Facts.Now)
        {
            conversation.Say(Undo.Say(("undo", new NumberSlot((long)Math.Round((until - conversation.Facts.Now).TotalMinutes)))));
        }

        conversation.Tell(CallEventKind.Cancelled);
    }

    private static void Refuse(Conversation conversation, RequestRefused refused)
    {
        conversation.Call = conversation.Call with { Order = refused.Order };
        conversation.Say(refused.Why == NotNow.Dispatched ? TooLate.Say() : Refusal.Of(OrderTask.Cancel, refused.Why));
    }

    private static void HandOver(Conversation conversation, RequestHandedOver handed)
    {
        conversation.Call = conversation.Call with
        {
            Handover = new Handover(HandoverReason.CancelFailed, handed.Due, handed.CaseNumber) { IsSettled = true },
        };
        conversation.Say(HandingOver.WithDue(conversation, Failed));
        conversation.Tell(CallEventKind.HandedOver);
    }

    // The ledger goes on without the call; its receipt, or a person, tells the outcome.
    private static void GoOn(Conversation conversation)
    {
        conversation.Call = conversation.Call with { Awaiting = null };
        conversation.Say(Pending.Say());
    }
}
