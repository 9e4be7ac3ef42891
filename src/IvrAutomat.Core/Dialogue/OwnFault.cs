using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The shop itself is at fault: one factual sentence, no apology, no promise, no reason; then a person with everything
/// known, at once or at an hour that suits the caller. The case is written before the sentence is spoken. Cancelling
/// stays possible at once.
/// </summary>
internal static class OwnFault
{
    /// <summary>People are on the phone: the sentence, then the queue by itself.</summary>
    public static readonly State Connecting = new("OwnFaultConnecting");

    /// <summary>Nobody can be connected: the sentence, and when a colleague calls.</summary>
    public static readonly State Telling = new("OwnFault");

    private static readonly PromptContract Postponed = new("status.ours.postponed", ("ordered", SlotKind.Date));
    private static readonly PromptContract SoldOut = new("status.ours.sold-out");
    private static readonly PromptContract ParcelTrouble = new("status.ours.parcel");
    private static readonly PromptContract Connect = new("handover.ours");
    private static readonly PromptContract Ask = new("ours.ask", ("day", SlotKind.Date), ("window", SlotKind.Window));
    private static readonly PromptContract AskByDue = new("ours.ask.due", ("due", SlotKind.Date), ("until", SlotKind.Time));

    /// <summary>The order that was read is one of ours to answer for, and still ours.</summary>
    public static readonly Guard<Conversation, OrderRead> IsOurs = new(
        "own fault", (_, read) => OwnFaultRule.IsStanding(read.Order));

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Connecting).SubstateOf(OrderMenu.Verified)
            .Permit(Triggers.Silent, WaitingForAgent.State, (conversation, _) => WaitingForAgent.Join(conversation))
            .Permit(Triggers.Person, WaitingForAgent.State, (conversation, _) => WaitingForAgent.Join(conversation))
            .Permit(Options.Yes, WaitingForAgent.State, (conversation, _) => WaitingForAgent.Join(conversation))
            .Permit(Options.Cancel, Cancelling.Confirming);
        steps.Add(Connecting, new Step(_ => Connect.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes),
            Options.On(2, Options.Cancel, SpokenCommand.Cancel)])
        { Seconds = 1 })
        { Before = Fact });

        flow.Configure(Telling).SubstateOf(OrderMenu.Verified)
            .PermitToNumber(Options.Yes)
            .PermitToNumber(Triggers.Person)
            .Permit(Options.OtherTime, CallingBack.Choosing)
            .Permit(Options.Cancel, Cancelling.Confirming)
            .Climb(Goodbye.Ended, CallingBack.Conclude);
        steps.Add(Telling, new Step(Question, _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes),
            Options.On(2, Options.OtherTime, SpokenCommand.No),
            Options.On(3, Options.Cancel, SpokenCommand.Cancel)]))
        { Before = Fact });
    }

    /// <summary>Takes the order over and asks for the case.</summary>
    public static void State(Conversation conversation, OrderRead read)
    {
        OrderMenu.TellStatus(conversation, read);
        if (read.Order.OwnFault == Orders.OwnFault.ParcelTrouble)
        {
            // The goods are away: there is nothing to cancel, and the caller goes the way of everybody who needs a person.
            conversation.Say(ParcelTrouble.Say());
        }

        HandingOver.Because(conversation, read.Order.OwnFault switch
        {
            Orders.OwnFault.SoldOut => HandoverReason.SoldOut,
            Orders.OwnFault.ParcelTrouble => HandoverReason.ParcelTrouble,
            _ => HandoverReason.Postponed,
        });
    }

    private static Utterance? Fact(Conversation conversation) => conversation.Order.OwnFault == Orders.OwnFault.SoldOut
        ? SoldOut.Say()
        : Postponed.Say(("ordered", new DateSlot(conversation.Order.OrderedOn)));

    private static Utterance Question(Conversation conversation) => conversation.Call.Handover?.Window is { } window
        ? Ask.Say(("day", new DateSlot(window.Day)), ("window", new WindowSlot(window.From, window.To)))
        : HandingOver.WithDue(conversation, AskByDue);
}
