using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// A complaint: which item, what is wrong in the caller's own words (read back), what the caller wants. The automat takes it down and
/// never judges it; it is settled within thirty days.
/// </summary>
internal static class Complaining
{
    public static readonly State Item = new("ComplaintItem");
    public static readonly State What = new("ComplaintDefect");
    public static readonly State Heard = new("ComplaintDefectHeard");
    public static readonly State Wish = new("ComplaintRemedy");
    public static readonly State Confirming = new("ConfirmingComplaint");
    public static readonly State Filing = new("FilingComplaint");

    private const int MostItems = 5;

    private static readonly PromptContract ItemAsk = new("complaint.item", ("options", SlotKind.List));
    private static readonly PromptContract ItemOption = new("complaint.item.option", ("item", SlotKind.Name), ("key", SlotKind.Utterance));
    private static readonly PromptContract WhatAsk = new("complaint.what");
    private static readonly PromptContract ReadBack = new("complaint.heard", ("said", SlotKind.Name));
    private static readonly PromptContract RemedyAsk = new("complaint.remedy");
    private static readonly PromptContract Confirm = new("complaint.confirm", ("item", SlotKind.Name), ("remedy", SlotKind.Choice));
    private static readonly PromptContract ConfirmPlain = new("complaint.confirm.plain", ("remedy", SlotKind.Choice));
    private static readonly PromptContract Done = new("complaint.done", ("case", SlotKind.Digits), ("due", SlotKind.Date));
    private static readonly PromptContract ByPerson = new("complaint.to-person");

    /// <summary>The caller has to say which item is meant.</summary>
    public static readonly Guard<Conversation, OptionChosen> SeveralItems = new(
        "several items", (conversation, _) => conversation.Order.Items.Count is > 1 and <= MostItems);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Item).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Item, What, (conversation, chosen) => conversation.Draft(draft => draft with
            {
                Items = [conversation.Order.Items[chosen.Option[^1] - '1'].Id],
            }));
        steps.Add(Item, new Step(
            conversation => ItemAsk.Say(("options", new ListSlot([
                .. conversation.Order.Items.Select((item, index) => ItemOption.Say(
                    ("item", new NameSlot(item.Name)), ("key", new UtteranceSlot(KeyName.Of(index + 1)))))]))),
            conversation => new MenuListen([
                .. conversation.Order.Items.Take(MostItems).Select((item, index) =>
                    new Option($"{Options.Item.Name} {index + 1}", index + 1, []) { Spoken = [item.Name] })])));

        // Whoever would rather tell a person presses #; words are wanted here, so no key is an option.
        flow.Configure(What).SubstateOf(OrderMenu.Verified)
            .Permit(Triggers.Words, Heard)
            .Permit(Triggers.HabitHash, HandingOver.OpeningCase, ToPerson)
            .Permit(Triggers.Help, HandingOver.OpeningCase, ToPerson);
        steps.Add(What, new Step(_ => WhatAsk.Say(), _ => new WordsListen { Seconds = Step.PatientSeconds / 2 }));

        flow.Configure(Heard).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Wish)
            .Permit(Options.No, What);
        steps.Add(Heard, new Step(
            _ => ReadBack.Say(("said", new HeldSlot(Held.Said, SlotKind.Name))),
            _ => new MenuListen([
                Options.On(1, Options.Yes, SpokenCommand.Yes),
                Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Repeat)])));

        var wish = flow.Configure(Wish).SubstateOf(OrderMenu.Verified);
        foreach (var (option, remedy) in new[]
        {
            (Options.Repair, Remedy.Repair), (Options.Replace, Remedy.Replacement),
            (Options.Discount, Remedy.Discount), (Options.MoneyBack, Remedy.Refund),
        })
        {
            wish.Permit(option, Confirming, (conversation, _) => conversation.Draft(draft => draft with { Remedy = remedy }));
        }

        steps.Add(Wish, new Step(_ => RemedyAsk.Say(), _ => new MenuListen([
            Options.On(1, Options.Repair, SpokenCommand.Repair),
            Options.On(2, Options.Replace, SpokenCommand.Replace),
            Options.On(3, Options.Discount, SpokenCommand.Discount),
            Options.On(4, Options.MoneyBack, SpokenCommand.Refund)])));

        flow.Configure(Confirming).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Filing, (conversation, _) => conversation.Request(
                conversation.Facts.Shop.Actions.Complaint,
                new FileComplaint(conversation.Order.Id, ItemOf(conversation)?.Id, conversation.Call.Draft.Remedy ?? Remedy.Repair)))
            .Permit(Options.No, Wish);
        steps.Add(Confirming, new Step(Confirmation, _ => Options.SendOrNot));

        flow.Perform(Filing, OrderTask.Return, Goodbye.Asking, (conversation, done) =>
        {
            if (done.Order.Complaint is { } complaint)
            {
                conversation.SayDone(Done.Say(("case", new DigitsSlot(complaint.Number)), ("due", new DateSlot(complaint.Due))), done.Receipt);
            }
        });
    }

    private static void ToPerson(Conversation conversation, CallerInput input)
    {
        conversation.Say(ByPerson.Say());
        HandingOver.Because(conversation, HandoverReason.Task);
    }

    private static OrderItem? ItemOf(Conversation conversation)
        => conversation.Call.Draft.Items is [var chosen] ? conversation.Order.Items.FirstOrDefault(item => item.Id == chosen)
            : conversation.Order.Items is [var only] ? only : null;

    private static Utterance Confirmation(Conversation conversation)
    {
        var remedy = ("remedy", new ChoiceSlot(conversation.Call.Draft.Remedy switch
        {
            Remedy.Repair => "repair",
            Remedy.Replacement => "replace",
            Remedy.Discount => "discount",
            _ => "refund",
        }));
        return ItemOf(conversation) is { } item ? Confirm.Say(("item", new NameSlot(item.Name)), remedy) : ConfirmPlain.Say(remedy);
    }
}
