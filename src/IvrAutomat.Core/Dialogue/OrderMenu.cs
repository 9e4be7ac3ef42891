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

        flow.Configure(Offering).SubstateOf(Verified)
            .OnEntry(conversation => conversation.Draft(_ => new TaskDraft()))
            .PermitIf(Options.Parcel, FollowingParcel.Offering, Possible(OrderTask.Parcel))
            .InternalIf(Options.Parcel, Possible(OrderTask.Parcel).Not(), Refuse(OrderTask.Parcel))
            .Guarded(Options.Cancel, Cancelling.Confirming, OrderTask.Cancel, Possible(OrderTask.Cancel))
            .InternalIf(Options.Cancel, Possible(OrderTask.Cancel).Not(), Refuse(OrderTask.Cancel))
            .PermitIf(Options.Payment, Paying.Offering, Possible(OrderTask.Payment))
            .InternalIf(Options.Payment, Possible(OrderTask.Payment).Not(), Refuse(OrderTask.Payment))
            .PermitIf(Options.Return, Returning.Exists, Possible(OrderTask.Return).And(IsReturning))
            .PermitIf(Options.Return, Returning.Kind, Possible(OrderTask.Return).And(IsReturning.Not()))
            .InternalIf(Options.Return, Possible(OrderTask.Return).Not(), Refuse(OrderTask.Return))
            .PermitIf(Options.Invoice, Invoicing.Offering, Possible(OrderTask.Invoice))
            .InternalIf(Options.Invoice, Possible(OrderTask.Invoice).Not(), Refuse(OrderTask.Invoice))
            .PermitIf(Options.OtherOrder, Identifying.ChoosingOrder, HasChoice)
            .PermitIf(Options.OtherOrder, Identifying.EnteringNumber, HasChoice.Not(), (conversation, _) => Identifying.Forget(conversation));
        steps.Add(Offering, new Step(Question, _ => Listen) { Before = Status });
    }

    private static readonly PromptContract AsOf = new("status.as-of", ("day", SlotKind.Date), ("at", SlotKind.Time));

    /// <summary>No condition.</summary>
    public static Guard<Conversation, OptionChosen> Always { get; } = new("always", (_, _) => true);

    private static readonly Guard<Conversation, OptionChosen> IsReturning = new(
        "return under way", (conversation, _) => conversation.Order.Return is not null);

    // One code opened several orders: another one of them needs no further proof.
    private static readonly Guard<Conversation, OptionChosen> HasChoice = new(
        "several opened", (conversation, _) => conversation.Call.Identification is { ByCode: true, Choices.Count: > 1 });

    /// <summary>Takes the order over from the shop's answer; its status is what the menu begins with.</summary>
    public static void TellStatus(Conversation conversation, OrderRead read)
    {
        conversation.Call = conversation.Call with { Order = read.Order, Rated = conversation.Call.Rated || read.IsRated };
        if (read.AsOf is { } asOf)
        {
            var local = conversation.Facts.Local(asOf);
            conversation.Say(AsOf.Say(("day", new DateSlot(DateOnly.FromDateTime(local))), ("at", new TimeSlot(TimeOnly.FromDateTime(local)))));
        }

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
        => new("possible", (conversation, _) => OrderPolicy.WhyNot(conversation.Order, task, conversation.Facts.Shop.Actions) is null);

    private static Action<Conversation, OptionChosen> Refuse(OrderTask task) => (conversation, _) =>
    {
        var why = OrderPolicy.WhyNot(conversation.Order, task, conversation.Facts.Shop.Actions);
        conversation.Say(Refusal.Of(task, why.GetValueOrDefault()));
        conversation.Answer(Question(conversation).As(Variants.Short));
    };

    private static Utterance? Status(Conversation conversation) => StatusWords.Of(conversation.Order, conversation.Facts);

    private static Utterance Question(Conversation conversation)
    {
        var possible = OrderPolicy.Possible(conversation.Order, conversation.Facts.Shop.Actions);

        // Another order is always possible; it is offered aloud only where little else is, so that the menu stays short.
        var offered = possible.Length > 3 ? possible.Remove(OrderTask.OtherOrder) : possible;
        return Menu.Say(("options", new ListSlot([
            .. offered.Select(task => Repetition.Voiced(conversation, Offers[task].Say())),
            Repetition.Voiced(conversation, Person.Say())])));
    }
}
