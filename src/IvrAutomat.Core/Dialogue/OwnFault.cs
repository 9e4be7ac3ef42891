using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The shop itself is at fault: one factual sentence, no apology, no promise, no reason; then a person with everything
/// known. The case is written before the sentence is spoken. Cancelling stays possible at once.
/// </summary>
internal static class OwnFault
{
    public static readonly State Telling = new("OwnFault");

    private static readonly PromptContract Postponed = new("status.ours.postponed", ("ordered", SlotKind.Date));
    private static readonly PromptContract SoldOut = new("status.ours.sold-out");
    private static readonly PromptContract Ask = new("ours.ask", ("due", SlotKind.Date), ("until", SlotKind.Time));

    /// <summary>The order that was read is one of ours to answer for, and still ours.</summary>
    public static readonly Guard<Conversation, OrderRead> IsOurs = new(
        "own fault", (_, read) => read.Order.OwnFault is not null && OrderPolicy.IsUndispatched(read.Order.State));

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Telling).SubstateOf(OrderMenu.Verified)
            .PermitIf(Options.Yes, HandingOver.ConfirmingNumber, HandingOver.KnownNumber<OptionChosen>())
            .PermitIf(Options.Yes, HandingOver.EnteringNumber, HandingOver.KnownNumber<OptionChosen>().Not())
            .PermitIf(Triggers.Person, HandingOver.ConfirmingNumber, HandingOver.KnownNumber<CommandGiven>())
            .PermitIf(Triggers.Person, HandingOver.EnteringNumber, HandingOver.KnownNumber<CommandGiven>().Not())
            .Permit(Options.Cancel, Cancelling.Confirming)
            .Climb(Goodbye.Ended, HandingOver.Conclude);
        steps.Add(Telling, new Step(Question, _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes),
            Options.On(2, Options.Cancel, SpokenCommand.Cancel)]))
        { Before = Fact });
    }

    /// <summary>Takes the order over and asks for the case.</summary>
    public static void State(Conversation conversation, OrderRead read)
    {
        OrderMenu.TellStatus(conversation, read);
        HandingOver.Because(
            conversation,
            read.Order.OwnFault == Orders.OwnFault.SoldOut ? HandoverReason.SoldOut : HandoverReason.Postponed);
    }

    private static Utterance? Fact(Conversation conversation) => conversation.Order.OwnFault == Orders.OwnFault.SoldOut
        ? SoldOut.Say()
        : Postponed.Say(("ordered", new DateSlot(conversation.Order.OrderedOn)));

    private static Utterance Question(Conversation conversation) => HandingOver.WithDue(conversation, Ask);
}
