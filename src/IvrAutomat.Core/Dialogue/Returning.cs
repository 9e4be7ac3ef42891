using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Sending goods back without a reason: what comes back first, then one question, then it holds from today whatever follows. It is never
/// refused within its time; a company's order and goods that may be excepted are taken down for a person to decide.
/// </summary>
internal static class Returning
{
    public static readonly State Kind = new("ReturnMenu");
    public static readonly State Whole = new("ReturningWhole");
    public static readonly State Item = new("ReturningItem");
    public static readonly State Confirming = new("ConfirmingReturn");
    public static readonly State Noting = new("NotingReturn");
    public static readonly State Exists = new("ReturnUnderWay");
    public static readonly State TakingBack = new("TakingReturnBack");

    /// <summary>Items asked about one by one; more are written on a list in the parcel.</summary>
    private const int MostItems = 5;

    private static readonly PromptContract KindMenu = new("return.kind");
    private static readonly PromptContract KindMenuLate = new("return.kind.late");
    private static readonly PromptContract KindLate = new("return.late", ("until", SlotKind.Date));
    private static readonly PromptContract WholeAsk = new("return.whole");
    private static readonly PromptContract ItemAsk = new("return.item", ("item", SlotKind.Name));
    private static readonly PromptContract ManyItems = new("return.many-items");
    private static readonly PromptContract Nothing = new("return.nothing");
    private static readonly PromptContract ConfirmWhole = new("return.confirm.whole");
    private static readonly PromptContract ConfirmPart = new("return.confirm.part", ("count", SlotKind.Number));
    private static readonly PromptContract Noted = new("return.noted");
    private static readonly PromptContract Company = new("return.company", ("due", SlotKind.Date));
    private static readonly PromptContract Check = new("return.check", ("due", SlotKind.Date));
    private static readonly PromptContract Kept = new("return.kept");
    private static readonly PromptContract ExistsAsk = new("return.exists");
    private static readonly PromptContract TakenBack = new("return.taken-back");
    private static readonly PromptContract OurFault = new("complaint.ours");
    private static readonly PromptContract ComplaintOpen = new("complaint.exists", ("due", SlotKind.Date));

    private static readonly Guard<Conversation, OptionChosen> InTime = new(
        "in time", (conversation, _) => IsOffered(conversation) && Withdrawal.IsOpen(conversation.Order, conversation.Facts.Today));

    private static readonly Guard<Conversation, OptionChosen> SeveralItems = new(
        "in time, several items", (conversation, chosen) => InTime.Holds(conversation, chosen) && conversation.Order.Items.Count > 1);

    private static readonly Guard<Conversation, OptionChosen> OneItem = new(
        "in time, one item", (conversation, chosen) => InTime.Holds(conversation, chosen) && conversation.Order.Items.Count <= 1);

    private static readonly Guard<Conversation, OptionChosen> CanComplain = new(
        "no complaint yet", (conversation, _) => conversation.Order.Complaint is null && conversation.Facts.Shop.Actions.Complaint != ActionMode.Off);

    private static readonly Guard<Conversation, OptionChosen> FewItems = new(
        "up to five items", (conversation, _) => conversation.Order.Items.Count <= MostItems);

    private static readonly Guard<Conversation, OptionChosen> More = new(
        "more items", (conversation, _) => conversation.Call.Draft.Asked + 1 < conversation.Order.Items.Count);

    private static readonly Guard<Conversation, OptionChosen> LastTaken = new(
        "last item", (conversation, chosen) => !More.Holds(conversation, chosen));

    private static readonly Guard<Conversation, OptionChosen> LastKept = new(
        "last item, something chosen", (conversation, chosen) => LastTaken.Holds(conversation, chosen) && conversation.Call.Draft.Items.Count > 0);

    private static readonly Guard<Conversation, OptionChosen> NothingChosen = new(
        "last item, nothing chosen", (conversation, chosen) => LastTaken.Holds(conversation, chosen) && conversation.Call.Draft.Items.Count == 0);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Kind).SubstateOf(OrderMenu.Verified)
            .PermitIf(Options.Withdraw, Whole, SeveralItems)
            .PermitIf(Options.Withdraw, Confirming, OneItem)
            .InternalIf(Options.Withdraw, InTime.Not(), RefuseLate)
            .PermitIf(Options.Complain, Complaining.Item, CanComplain.And(Complaining.SeveralItems))
            .PermitIf(Options.Complain, Complaining.What, CanComplain.And(Complaining.SeveralItems.Not()))
            .InternalIf(Options.Complain, CanComplain.Not(), RefuseComplaint)
            .Permit(Options.CameWrong, HandingOver.OpeningCase, (conversation, _) =>
            {
                conversation.Say(OurFault.Say());
                HandingOver.Because(conversation, HandoverReason.WrongGoods);
            });
        steps.Add(Kind, new Step(KindQuestion, _ => new MenuListen([
            Options.On(1, Options.Withdraw, SpokenCommand.Return),
            Options.On(2, Options.Complain, SpokenCommand.Complaint),
            Options.On(3, Options.CameWrong, SpokenCommand.Wrong)])));

        ConfigureChoice(flow, steps);

        flow.Configure(Confirming).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Noting, Note)
            .Permit(Options.No, Goodbye.Asking, (conversation, _) => conversation.Say(Kept.Say()));
        steps.Add(Confirming, new Step(Confirmation, _ => Options.YesOrNo));

        flow.Perform(
            Noting, OrderTask.Return, ArrangingReturn.How, (conversation, done) => conversation.SayDone(Noted.Say(), done.Receipt), SayForPerson);

        flow.Configure(Exists).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, ArrangingReturn.How)
            .Permit(Options.No, TakingBack, (conversation, _) => conversation.Request(
                conversation.Facts.Shop.Actions.Return, new CancelReturn(conversation.Order.Id)));
        steps.Add(Exists, new Step(_ => ExistsAsk.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Repeat, SpokenCommand.Status),
            Options.On(2, Options.No, SpokenCommand.Cancel)])));
        flow.Perform(TakingBack, OrderTask.Return, Goodbye.Asking, (conversation, done) => conversation.SayDone(TakenBack.Say(), done.Receipt));
    }

    private static void ConfigureChoice(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Whole).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Confirming)
            .PermitIf(Options.No, Item, FewItems)
            .PermitIf(Options.No, Confirming, FewItems.Not(), (conversation, _) => conversation.Say(ManyItems.Say()));
        steps.Add(Whole, new Step(_ => WholeAsk.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes, SpokenCommand.Whole),
            Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Part)])));

        flow.Configure(Item).SubstateOf(OrderMenu.Verified)
            .InternalIf(Options.Yes, More, (conversation, _) => Next(conversation, taken: true))
            .PermitIf(Options.Yes, Confirming, LastTaken, (conversation, _) => Next(conversation, taken: true))
            .InternalIf(Options.No, More, (conversation, _) => Next(conversation, taken: false))
            .PermitIf(Options.No, Confirming, LastKept, (conversation, _) => Next(conversation, taken: false))
            .PermitIf(Options.No, Goodbye.Asking, NothingChosen, (conversation, _) => conversation.Say(Nothing.Say()));
        steps.Add(Item, new Step(
            conversation => ItemAsk.Say(("item", new NameSlot(conversation.Order.Items[conversation.Call.Draft.Asked].Name))),
            _ => new MenuListen([
                Options.On(1, Options.Yes, SpokenCommand.Yes, SpokenCommand.Return),
                Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Keep)])));
    }

    private static Utterance KindQuestion(Conversation conversation) => Withdrawal.IsOpen(conversation.Order, conversation.Facts.Today) && IsOffered(conversation)
        ? KindMenu.Say()
        : KindMenuLate.Say();

    private static bool IsOffered(Conversation conversation) => conversation.Facts.Shop.Actions.Return != ActionMode.Off;

    private static void Next(Conversation conversation, bool taken)
    {
        var draft = conversation.Call.Draft;
        var item = conversation.Order.Items[draft.Asked].Id;
        conversation.Draft(_ => draft with { Asked = draft.Asked + 1, Items = taken ? [.. draft.Items, item] : draft.Items });
    }

    private static Utterance Confirmation(Conversation conversation)
    {
        var count = conversation.Call.Draft.Items.Count;
        return count == 0 || count == conversation.Order.Items.Count ? ConfirmWhole.Say() : ConfirmPart.Say(("count", new NumberSlot(count)));
    }

    private static void Note(Conversation conversation, OptionChosen yes)
    {
        var items = conversation.Call.Draft.Items;
        var wanted = new NoteReturn(conversation.Order.Id, items.Count == conversation.Order.Items.Count ? [] : items);
        if (NeedsPerson(conversation) is { } reason)
        {
            conversation.Await(Doing.ForPerson(conversation, wanted, reason));
        }
        else
        {
            conversation.Request(conversation.Facts.Shop.Actions.Return, wanted);
        }
    }

    private static HandoverReason? NeedsPerson(Conversation conversation)
    {
        var order = conversation.Order;
        var chosen = conversation.Call.Draft.Items;
        return order.IsCompany ? HandoverReason.Company
            : order.Items.Any(item => item.IsExcepted && (chosen.Count == 0 || chosen.Contains(item.Id))) ? HandoverReason.ExceptedGoods
            : null;
    }

    private static void SayForPerson(Conversation conversation, CaseOpened opened)
    {
        if (NeedsPerson(conversation) is null)
        {
            Doing.WithPerson(conversation, opened);
            return;
        }

        conversation.Call = conversation.Call with { Finished = true };
        conversation.Say((conversation.Order.IsCompany ? Company : Check).Say(("due", DueWords.Of(opened.Due).Day)));
        conversation.Tell(CallEventKind.HandedOver);
    }

    private static void RefuseLate(Conversation conversation, OptionChosen chosen)
    {
        conversation.Say(IsOffered(conversation) && conversation.Order.DeliveredOn is { } delivered
            ? KindLate.Say(("until", new DateSlot(Withdrawal.LastDay(delivered))))
            : Refusal.Of(OrderTask.Return, NotNow.Off));
        conversation.Answer(KindQuestion(conversation).As(Variants.Short));
    }

    private static void RefuseComplaint(Conversation conversation, OptionChosen chosen)
    {
        conversation.Say(conversation.Order.Complaint is { } complaint ? ComplaintOpen.Say(("due", new DateSlot(complaint.Due))) : Refusal.Of(OrderTask.Return, NotNow.Off));
        conversation.Answer(KindQuestion(conversation).As(Variants.Short));
    }
}
