using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Payment: by card on a link, or a change between transfer and cash on delivery. Amount, sender and gateway are told before anything is
/// sent. A card's number is never asked for, by voice or keys.
/// </summary>
internal static class Paying
{
    public static readonly State Offering = new("PaymentMenu");
    public static readonly State ConfirmingLink = new("ConfirmingPaymentLink");
    public static readonly State SendingLink = new("SendingPaymentLink");
    public static readonly State ConfirmingChange = new("ConfirmingPaymentChange");
    public static readonly State Changing = new("ChangingPayment");

    private static readonly PromptContract Menu = new("payment.menu", ("options", SlotKind.List));
    private static readonly PromptContract Card = new("payment.menu.card");
    private static readonly PromptContract Transfer = new("payment.menu.transfer");
    private static readonly PromptContract Cash = new("payment.menu.cash");
    private static readonly PromptContract LinkTold = new(
        "payment.link.about", ("amount", SlotKind.Money), ("channel", SlotKind.Choice), ("sender", SlotKind.Text), ("gateway", SlotKind.Text));

    private static readonly PromptContract LinkConfirm = new("payment.link.confirm");
    private static readonly PromptContract LinkDone = new("payment.link.done", ("until", SlotKind.Date));
    private static readonly PromptContract LinkAgain = new("payment.link.again", ("until", SlotKind.Date));
    private static readonly PromptContract Nowhere = new("payment.link.nowhere");
    private static readonly PromptContract CashTold = new("payment.change.cash", ("amount", SlotKind.Money), ("fee", SlotKind.Money));
    private static readonly PromptContract TransferTold = new("payment.change.transfer");
    private static readonly PromptContract ChangeConfirm = new("payment.change.confirm");
    private static readonly PromptContract ChangeDone = new("payment.change.done");
    private static readonly PromptContract NotOffered = new("payment.not-offered");
    private static readonly PromptContract Kept = new("payment.kept");

    private static readonly Guard<Conversation, OptionChosen> HasContact = new(
        "has a contact", (conversation, _) => conversation.Order.Contact != Channel.None);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Offering).SubstateOf(OrderMenu.Verified)
            .PermitIf(Options.Card, ConfirmingLink, HasContact)
            .PermitIf(Options.Card, HandingOver.OpeningCase, HasContact.Not(), (conversation, _) =>
            {
                conversation.Say(Nowhere.Say());
                HandingOver.Because(conversation, HandoverReason.NoContact);
            })
            .Change(Options.Transfer, PaymentMethod.Transfer)
            .Change(Options.Cash, PaymentMethod.CashOnDelivery);
        steps.Add(Offering, new Step(Question, _ => new MenuListen([
            Options.On(1, Options.Card, SpokenCommand.PaymentLink),
            Options.On(2, Options.Transfer, SpokenCommand.Transfer),
            Options.On(3, Options.Cash, SpokenCommand.CashOnDelivery)])));

        flow.Configure(ConfirmingLink).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, SendingLink, (conversation, _) =>
            {
                conversation.Draft(draft => draft with { HadLink = conversation.Order.LinkUntil >= conversation.Facts.Today });
                conversation.Request(conversation.Facts.Shop.Actions.Payment, new SendPaymentLink(conversation.Order.Id));
            })
            .Permit(Options.No, Goodbye.Asking, (conversation, _) => conversation.Say(Kept.Say()));
        steps.Add(ConfirmingLink, new Step(_ => LinkConfirm.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes, SpokenCommand.Send),
            Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Keep)]))
        { Before = AboutLink });
        flow.Perform(SendingLink, OrderTask.Payment, Goodbye.Asking, (conversation, done) =>
        {
            var until = ("until", new DateSlot(done.Order.LinkUntil ?? conversation.Facts.Today));
            conversation.Say(conversation.Call.Draft.HadLink ? LinkAgain.Say(until) : LinkDone.Say(until));
        });

        flow.Configure(ConfirmingChange).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Changing, (conversation, _) => conversation.Request(
                conversation.Facts.Shop.Actions.Payment, new ChangePayment(conversation.Order.Id, Wanted(conversation))))
            .Permit(Options.No, Goodbye.Asking, (conversation, _) => conversation.Say(Kept.Say()));
        steps.Add(ConfirmingChange, new Step(_ => ChangeConfirm.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes),
            Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Keep)]))
        { Before = Consequence });
        flow.Perform(Changing, OrderTask.Payment, Goodbye.Asking, (conversation, done) => conversation.SayDone(ChangeDone.Say(), done.Receipt));
    }

    private static StateBuilder<Conversation> Change(
        this StateBuilder<Conversation> state, Flow.Trigger<OptionChosen> option, PaymentMethod method)
    {
        var possible = new Guard<Conversation, OptionChosen>(
            "another way than now", (conversation, _) => CanChange(conversation.Order, method));
        return state
            .Guarded(option, ConfirmingChange, OrderTask.Payment, possible, (conversation, _) => conversation.Draft(draft => draft with { Payment = method }))
            .InternalIf(option, possible.Not(), (conversation, _) =>
            {
                conversation.Say(NotOffered.Say());
                conversation.Answer(Question(conversation).As(Variants.Short));
            });
    }

    private static bool CanChange(Order order, PaymentMethod method)
        => order.Payment != method && OrderPolicy.IsUndispatched(order.State);

    private static Utterance Question(Conversation conversation)
    {
        var offered = ImmutableArray.CreateBuilder<Utterance>(3);
        offered.Add(Repetition.Voiced(conversation, Card.Say()));
        if (CanChange(conversation.Order, PaymentMethod.Transfer))
        {
            offered.Add(Repetition.Voiced(conversation, Transfer.Say()));
        }

        if (CanChange(conversation.Order, PaymentMethod.CashOnDelivery))
        {
            offered.Add(Repetition.Voiced(conversation, Cash.Say()));
        }

        return Menu.Say(("options", new ListSlot(offered.ToImmutable())));
    }

    private static Utterance AboutLink(Conversation conversation)
        => LinkTold.Say(
            ("amount", new MoneySlot(conversation.Order.Total)), ("channel", ChannelWords.Of(conversation.Order.Contact)),
            ("sender", new TextSlot(conversation.Facts.Shop.Sender)), ("gateway", new TextSlot(conversation.Facts.Shop.Gateway)));

    private static Utterance Consequence(Conversation conversation) => Wanted(conversation) == PaymentMethod.Transfer
        ? TransferTold.Say()
        : CashTold.Say(
            ("amount", new MoneySlot(conversation.Order.Total + conversation.Facts.Shop.CashFee)),
            ("fee", new MoneySlot(conversation.Facts.Shop.CashFee)));

    private static PaymentMethod Wanted(Conversation conversation) => conversation.Call.Draft.Payment ?? PaymentMethod.Transfer;
}
