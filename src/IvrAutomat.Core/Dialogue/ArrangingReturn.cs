using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// How goods of a noted return come back: a courier at home, a Zásilkovna code without printing, or the customer's own way. The price,
/// and who pays it, is told before the confirmation.
/// </summary>
internal static class ArrangingReturn
{
    public static readonly State How = new("ReturnHow");
    public static readonly State FindingCourier = new("FindingCourier");
    public static readonly State CourierAddress = new("CourierAddress");
    public static readonly State CourierDay = new("CourierDay");
    public static readonly State CourierConfirming = new("ConfirmingCourier");
    public static readonly State PacketaConfirming = new("ConfirmingReturnCode");
    public static readonly State Arranging = new("ArrangingReturn");

    private static readonly PromptContract HowAsk = new("return.how", ("options", SlotKind.List));
    private static readonly PromptContract HowCourier = new("return.how.courier", ("price", SlotKind.Money));
    private static readonly PromptContract HowPacketa = new("return.how.packeta", ("price", SlotKind.Money));
    private static readonly PromptContract HowOwn = new("return.how.own");
    private static readonly PromptContract NotOffered = new("return.how.not-offered");
    private static readonly PromptContract Address = new("courier.address", ("street", SlotKind.Place), ("town", SlotKind.Place));
    private static readonly PromptContract Elsewhere = new("courier.elsewhere");
    private static readonly PromptContract Day = new("courier.day", ("options", SlotKind.List));
    private static readonly PromptContract DayOption = new("courier.day.option", ("day", SlotKind.Date), ("key", SlotKind.Utterance));
    private static readonly PromptContract NoCourier = new("courier.none");
    private static readonly PromptContract CourierSilent = new("courier.silent");
    private static readonly PromptContract CourierAsk = new(
        "courier.confirm", ("day", SlotKind.Date), ("window", SlotKind.Window), ("price", SlotKind.Money), ("deducted", SlotKind.Choice));

    private static readonly PromptContract PacketaAsk = new("packeta.confirm", ("price", SlotKind.Money), ("deducted", SlotKind.Choice));
    private static readonly PromptContract CourierDone = new("courier.done", ("day", SlotKind.Date));
    private static readonly PromptContract PacketaDone = new("packeta.done", ("code", SlotKind.Code), ("until", SlotKind.Date));
    private static readonly PromptContract PacketaPending = new("packeta.pending");
    private static readonly PromptContract OwnDone = new("return.own.done", ("until", SlotKind.Date));
    private static readonly PromptContract Money = new("return.money");

    private static readonly Guard<Conversation, OptionChosen> HasCourier = new(
        "offered", (conversation, _) => conversation.Facts.Shop.CourierReturn is not null && conversation.Order.HasAddress);

    private static readonly Guard<Conversation, OptionChosen> HasPacketa = new(
        "offered", (conversation, _) => conversation.Facts.Shop.PacketaReturn is not null);

    private static readonly Guard<Conversation, OptionChosen> HasCourierNow = new(
        "offered", (conversation, chosen) => HasCourier.Holds(conversation, chosen) && !StepUp.IsNeeded(conversation));

    private static readonly Guard<Conversation, OptionChosen> HasCourierByCode = new(
        "offered, other telephone", (conversation, chosen) => HasCourier.Holds(conversation, chosen) && StepUp.IsNeeded(conversation));

    private static readonly Guard<Conversation, CourierOffered> Goes = new("comes", (_, courier) => courier.Days.Count > 0);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(How).SubstateOf(OrderMenu.Verified)
            .PermitIf(Options.Courier, FindingCourier, HasCourierNow, (conversation, _) => FindCourier(conversation))
            .PermitIf(Options.Courier, ProvingByCode.Sending, HasCourierByCode, (conversation, _) =>
            {
                conversation.Draft(draft => draft with { Task = OrderTask.Return });
                ProvingByCode.Send(conversation, CodeFor.StepUp);
            })
            .InternalIf(Options.Courier, HasCourier.Not(), Refuse)
            .PermitIf(Options.Packeta, PacketaConfirming, HasPacketa)
            .InternalIf(Options.Packeta, HasPacketa.Not(), Refuse)
            .Permit(Options.OwnWay, Arranging, (conversation, _) => Arrange(conversation, ReturnWay.Own, day: null));
        steps.Add(How, new Step(HowQuestion, _ => new MenuListen([
            Options.On(1, Options.Courier, SpokenCommand.Courier),
            Options.On(2, Options.Packeta, SpokenCommand.Packeta),
            Options.On(3, Options.OwnWay, SpokenCommand.OwnWay)])));

        ConfigureCourier(flow, steps);

        flow.Configure(PacketaConfirming).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Arranging, (conversation, _) => Arrange(conversation, ReturnWay.Packeta, day: null))
            .Permit(Options.No, How)
            .Permit(Triggers.Back, How);
        steps.Add(PacketaConfirming, new Step(
            conversation => Priced(PacketaAsk, conversation.Facts.Shop.PacketaReturn),
            _ => Options.SendOrNot));

        flow.Perform(Arranging, OrderTask.Return, Goodbye.Asking, SayArranged);
    }

    /// <summary>Asks when a courier goes; to be followed by a move to <see cref="FindingCourier"/>.</summary>
    public static void FindCourier(Conversation conversation) => conversation.Await(new FindCourier(conversation.Order.Id));

    private static void ConfigureCourier(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(FindingCourier).SubstateOf(Working.State)
            .PermitIf(Triggers.CourierOffered, CourierAddress, Goes, (conversation, courier) => conversation.Draft(draft => draft with { Courier = courier }))
            .PermitIf(Triggers.CourierOffered, How, Goes.Not(), (conversation, courier) => conversation.Say((courier.IsUnknown ? CourierSilent : NoCourier).Say()));

        flow.Configure(CourierAddress).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, CourierDay)
            .Permit(Options.No, HandingOver.OpeningCase, (conversation, _) =>
            {
                conversation.Say(Elsewhere.Say());
                HandingOver.Because(conversation, HandoverReason.CourierElsewhere);
            })
            .Permit(Triggers.Back, How);
        steps.Add(CourierAddress, new Step(
            _ => Address.Say(("street", new HeldSlot(Held.Street, SlotKind.Place)), ("town", new HeldSlot(Held.Town, SlotKind.Place))),
            _ => new MenuListen([
                Options.On(1, Options.Yes, SpokenCommand.Yes),
                Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Elsewhere)])));

        flow.Configure(CourierDay).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Day, CourierConfirming, (conversation, chosen) => conversation.Draft(draft => draft with { Day = DayOf(draft, chosen) }))
            .Permit(Triggers.Back, How);
        steps.Add(CourierDay, new Step(DayQuestion, DayListen));

        flow.Configure(CourierConfirming).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Arranging, (conversation, _) => Arrange(conversation, ReturnWay.Courier, conversation.Call.Draft.Day))
            .Permit(Options.No, How)
            .Permit(Triggers.Back, How);
        steps.Add(CourierConfirming, new Step(
            conversation => Priced(CourierAsk, conversation.Facts.Shop.CourierReturn,
                ("day", new DateSlot(conversation.Call.Draft.Day ?? conversation.Facts.Today)),
                ("window", new WindowSlot(conversation.Call.Draft.Courier!.From, conversation.Call.Draft.Courier.Until))),
            _ => Options.SendOrNot));
    }

    private static void Arrange(Conversation conversation, ReturnWay way, DateOnly? day)
        => conversation.Request(conversation.Facts.Shop.Actions.Return, new ArrangeReturn(conversation.Order.Id, way, day));

    private static Utterance Priced(PromptContract words, ReturnPrice? price, params ReadOnlySpan<(string, SlotValue)> others) => words.Say([
        .. others,
        ("price", new MoneySlot(price?.Price ?? 0)),
        ("deducted", new ChoiceSlot(price is { IsDeducted: true, Price: > 0 } ? "yes" : "no"))]);

    private static Utterance HowQuestion(Conversation conversation)
    {
        var shop = conversation.Facts.Shop;
        var options = ImmutableArray.CreateBuilder<Utterance>(3);
        if (shop.CourierReturn is { } courier && conversation.Order.HasAddress)
        {
            options.Add(Repetition.Voiced(conversation, HowCourier.Say(("price", new MoneySlot(courier.Price)))));
        }

        if (shop.PacketaReturn is { } packeta)
        {
            options.Add(Repetition.Voiced(conversation, HowPacketa.Say(("price", new MoneySlot(packeta.Price)))));
        }

        options.Add(Repetition.Voiced(conversation, HowOwn.Say()));
        return HowAsk.Say(("options", new ListSlot(options.ToImmutable())));
    }

    private static void Refuse(Conversation conversation, OptionChosen chosen)
    {
        conversation.Say(NotOffered.Say());
        conversation.Answer(HowQuestion(conversation).As(Variants.Short));
    }

    private static Utterance DayQuestion(Conversation conversation) => Day.Say(("options", new ListSlot([
        .. Days(conversation).Select((day, index) => DayOption.Say(
            ("day", new DateSlot(day)), ("key", new UtteranceSlot(KeyName.Of(index + 1)))))])));

    private static MenuListen DayListen(Conversation conversation) => new([
        .. Days(conversation).Select((day, index) => new Option($"{Options.Day.Name} {index + 1}", index + 1, []) { Day = day })]);

    private static ValueList<DateOnly> Days(Conversation conversation) => conversation.Call.Draft.Courier?.Days ?? [];

    private static DateOnly? DayOf(TaskDraft draft, OptionChosen chosen) => draft.Courier?.Days[chosen.Option[^1] - '1'];

    private static void SayArranged(Conversation conversation, RequestDone done)
    {
        var arranged = done.Order.Return;
        var until = ("until", new DateSlot(arranged?.PostUntil ?? conversation.Facts.Today));
        conversation.SayDone(
            arranged switch
            {
                { Way: ReturnWay.Courier, CourierOn: { } day } => CourierDone.Say(("day", new DateSlot(day))),
                { Way: ReturnWay.Packeta, Code: { } code } => PacketaDone.Say(("code", new CodeSlot(code)), until),
                { Way: ReturnWay.Packeta } => PacketaPending.Say(),
                _ => OwnDone.Say(until),
            },
            done.Receipt);
        conversation.Say(Money.Say());
    }
}
