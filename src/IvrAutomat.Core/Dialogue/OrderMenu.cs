using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// What can be done about the proved order. The keys never move; only what is possible now is offered aloud, and
/// another task's key gets the reason and the alternative.
/// </summary>
internal static class OrderMenu
{
    /// <summary>The superstate of all that needs a proved order.</summary>
    public static readonly State Verified = new("Verified");

    public static readonly State Offering = new("OrderMenu");

    private static readonly PromptContract Menu = new("menu.order", ("options", SlotKind.List));

    private static readonly Dictionary<OrderTask, PromptContract> Offers = new()
    {
        [OrderTask.Parcel] = new("menu.parcel"),
        [OrderTask.Cancel] = new("menu.cancel"),
        [OrderTask.Payment] = new("menu.payment"),
        [OrderTask.Return] = new("menu.return"),
        [OrderTask.Invoice] = new("menu.invoice"),
        [OrderTask.OtherOrder] = new("menu.other-order"),
    };

    private static readonly PromptContract Person = new("menu.person");

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Verified).SubstateOf(Live.State)
            .Permit(Triggers.Back, Offering);

        var offering = flow.Configure(Offering).SubstateOf(Verified)
            .PermitIf(Options.Cancel, Cancelling.Confirming, Possible(OrderTask.Cancel))
            .InternalIf(Options.Cancel, Possible(OrderTask.Cancel).Not(), Refuse(OrderTask.Cancel))
            .Permit(Options.OtherOrder, Identifying.EnteringNumber, (conversation, _) => Identifying.Forget(conversation));
        foreach (var (option, task) in new[]
        {
            (Options.Parcel, OrderTask.Parcel), (Options.Payment, OrderTask.Payment),
            (Options.Return, OrderTask.Return), (Options.Invoice, OrderTask.Invoice),
        })
        {
            offering
                .PermitIf(option, HandingOver.OpeningCase, Possible(task), HandingOver.Task)
                .InternalIf(option, Possible(task).Not(), Refuse(task));
        }

        steps.Add(Offering, new Step(Question, _ => Listen) { Before = Status });
    }

    /// <summary>Takes the order over from the shop's answer; its status is what the menu begins with.</summary>
    public static void TellStatus(Conversation conversation, OrderRead read)
    {
        conversation.Call = conversation.Call with { Order = read.Order };
        conversation.Tell(CallEventKind.Identified);
        conversation.Tell(CallEventKind.StatusHeard);
    }

    private static MenuListen Listen { get; } = new([
        Options.On(1, Options.Parcel, SpokenCommand.Parcel, SpokenCommand.Status),
        Options.On(2, Options.Cancel, SpokenCommand.Cancel),
        Options.On(3, Options.Payment, SpokenCommand.Payment),
        Options.On(4, Options.Return, SpokenCommand.Return, SpokenCommand.Complaint),
        Options.On(5, Options.Invoice, SpokenCommand.Invoice),
        Options.On(6, Options.OtherOrder, SpokenCommand.OtherOrder)]);

    private static Guard<Conversation, OptionChosen> Possible(OrderTask task)
        => new("possible", (conversation, _) => OrderPolicy.WhyNot(conversation.Order, task) is null);

    private static Action<Conversation, OptionChosen> Refuse(OrderTask task) => (conversation, _) =>
    {
        var why = OrderPolicy.WhyNot(conversation.Order, task);
        conversation.Say(Refusal.Of(task, why.GetValueOrDefault()));
        conversation.Answer(Question(conversation).As(Variants.Short));
    };

    private static Utterance? Status(Conversation conversation) => StatusWords.Of(conversation.Order, conversation.Facts);

    private static Utterance Question(Conversation conversation)
    {
        var possible = OrderPolicy.Possible(conversation.Order);

        // Another order is always possible; it is offered aloud only where little else is, so that the menu stays short.
        var offered = possible.Length > 3 ? possible.Remove(OrderTask.OtherOrder) : possible;
        return Menu.Say(("options", new ListSlot([
            .. offered.Select(task => Repetition.Voiced(conversation, Offers[task].Say())),
            Repetition.Voiced(conversation, Person.Say())])));
    }
}
