using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Which order, and the proof that the caller may hear about it: number and PIN, or the PIN alone when an open order
/// bears the caller's number. Nothing about any order is said before.
/// </summary>
internal static class Identifying
{
    public static readonly State State = new("Identifying");
    public static readonly State EnteringNumber = new("EnteringNumber");
    public static readonly State NumberHelp = new("NumberHelp");
    public static readonly State LookingUpNumber = new("LookingUpNumber");
    public static readonly State ConfirmingNumber = new("ConfirmingNumber");
    public static readonly State EnteringPin = new("EnteringPin");
    public static readonly State PinHelp = new("PinHelp");
    public static readonly State LookingUpPin = new("LookingUpPin");
    public static readonly State ChoosingOrder = new("ChoosingOrder");
    public static readonly State ReadingOrder = new("ReadingOrder");

    private static readonly PromptContract Number = new("order-number");
    private static readonly PromptContract NumberOpenLength = new("order-number") { Variants = ["text-open-length"] };
    private static readonly PromptContract NumberHelpMenu = new("order-number.help");
    private static readonly PromptContract NumberPatient = new("order-number.patient");
    private static readonly PromptContract NumberConfirm = new("order-number.confirm", ("number", SlotKind.Digits));
    private static readonly PromptContract Pin = new("pin");
    private static readonly PromptContract PinKnown = new("pin.known");
    private static readonly PromptContract PinOrCode = new("pin.or-code");
    private static readonly PromptContract PinHelpMenu = new("pin.help");
    private static readonly PromptContract PinPatient = new("pin.patient");
    private static readonly PromptContract Choose = new("orders.choose", ("count", SlotKind.Number), ("options", SlotKind.List));
    private static readonly PromptContract ChooseOption =
        new("orders.choose", ("ordered", SlotKind.Date), ("key", SlotKind.Utterance)) { Variants = [Variants.Option] };

    private static readonly Guard<Conversation, NumberOffered> Spoken = new("spoken", (_, number) => number.Spoken);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(State).SubstateOf(Live.State)
            .PermitIf(Triggers.Number, ConfirmingNumber, Spoken, Note)
            .PermitIf(Triggers.Number, EnteringPin, Spoken.Not().And(HasPins<NumberOffered>()), Note)
            .PermitIf(Triggers.Number, ProvingByCode.Sending, Spoken.Not().And(HasPins<NumberOffered>().Not()), (conversation, number) =>
            {
                Note(conversation, number);
                ProvingByCode.Send(conversation, CodeFor.Order);
            })
            .PermitIf(Triggers.Pin, ReadingOrder, OpensOne, Prove)
            .PermitIf(Triggers.Pin, ChoosingOrder, OpensSeveral, OfferChoice)
            .PermitIf(Triggers.Pin, EnteringPin, MismatchedPair.FirstOfKnown, MismatchedPair.AskAgain)
            .PermitIf(Triggers.Pin, MismatchedPair.State, MismatchedPair.Tolerable, MismatchedPair.Count)
            .PermitIf(Triggers.Pin, HandingOver.OpeningCase, MismatchedPair.Last, MismatchedPair.GiveUp);

        ConfigureNumber(flow, steps);
        ConfigurePin(flow, steps);

        flow.Configure(ChoosingOrder).SubstateOf(State)
            .Permit(Options.Order, ReadingOrder, TakeChoice);
        steps.Add(ChoosingOrder, new Step(ChoiceQuestion, ChoiceListen));

        flow.Configure(ReadingOrder).SubstateOf(Working.State)
            .PermitIf(Triggers.OrderRead, OrderMenu.Offering, OwnFault.IsOurs.Not().And(IsToConfirm.Not()).And(IsRestorable.Not()), OrderMenu.TellStatus)
            .PermitIf(Triggers.OrderRead, ConfirmingOrder.Asking, OwnFault.IsOurs.Not().And(IsToConfirm), OrderMenu.TellStatus)
            .PermitIf(Triggers.OrderRead, Restoring.Offering, IsRestorable, OrderMenu.TellStatus)
            .PermitIf(Triggers.OrderRead, HandingOver.OpeningCase, OwnFault.IsOurs, OwnFault.State);
    }

    private static void ConfigureNumber(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(EnteringNumber).SubstateOf(State)
            .Permit(Triggers.Silent, NumberHelp)
            .Permit(Triggers.Help, NumberHelp);
        steps.Add(EnteringNumber, new Step(NumberQuestion, NumberListen));

        flow.Configure(NumberHelp).SubstateOf(State)
            .Permit(Options.HaveIt, LookingUpNumber)
            .Permit(Options.WithoutIt, ProvingByCode.EnteringPhone)
            .Permit(Triggers.Back, EnteringNumber);
        steps.Add(NumberHelp, new Step(_ => NumberHelpMenu.Say(), _ => new MenuListen([
            Options.On(1, Options.HaveIt, SpokenCommand.HaveIt, SpokenCommand.Yes),
            Options.On(2, Options.WithoutIt, SpokenCommand.SearchByPhone, SpokenCommand.No)]))
        { LastSilence = 2 });

        flow.Configure(LookingUpNumber).SubstateOf(State)
            .Permit(Triggers.Silent, NumberHelp)
            .Permit(Triggers.Help, NumberHelp);
        steps.Add(LookingUpNumber, new Step(
            _ => NumberPatient.Say(),
            conversation => NumberListen(conversation) with { Seconds = Step.PatientSeconds }));

        flow.Configure(ConfirmingNumber).SubstateOf(State)
            .PermitIf(Options.Yes, EnteringPin, HasPins<OptionChosen>())
            .PermitIf(Options.Yes, ProvingByCode.Sending, HasPins<OptionChosen>().Not(), (conversation, _) => ProvingByCode.Send(conversation, CodeFor.Order))
            .Permit(Options.No, EnteringNumber, (conversation, _) => Forget(conversation));
        steps.Add(ConfirmingNumber, new Step(_ => NumberConfirm.Say(("number", new HeldSlot(Held.Number))), _ => Options.YesOrNo));
    }

    private static void ConfigurePin(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(EnteringPin).SubstateOf(State)
            .Permit(Triggers.Silent, PinHelp)
            .Permit(Triggers.Back, EnteringNumber, (conversation, _) => Forget(conversation));
        steps.Add(EnteringPin, new Step(
            conversation => PinLengths(conversation).Count > 1 ? PinOrCode.Say()
                : conversation.Call.Identification.ByCallersNumber ? PinKnown.Say() : Pin.Say(),
            conversation => new SecretListen(PinLengths(conversation)) { Speech = false }));

        flow.Configure(PinHelp).SubstateOf(State)
            .Permit(Options.HaveIt, LookingUpPin)
            .PermitIf(Options.WithoutIt, ProvingByCode.Sending, ProvingByCode.CanBeSent, ProvingByCode.InsteadOfPin)
            .PermitIf(Options.WithoutIt, HandingOver.OpeningCase, ProvingByCode.CanBeSent.Not(), HandOver)
            .Permit(Options.OtherOrder, EnteringNumber, (conversation, _) => Forget(conversation))
            .Permit(Triggers.Back, EnteringPin);
        steps.Add(PinHelp, new Step(_ => PinHelpMenu.Say(), _ => new MenuListen([
            Options.On(1, Options.HaveIt, SpokenCommand.HaveIt, SpokenCommand.Yes),
            Options.On(2, Options.WithoutIt, SpokenCommand.SendCode, SpokenCommand.No),
            Options.On(3, Options.OtherOrder, SpokenCommand.OtherOrder)]))
        { LastSilence = 2 });

        flow.Configure(LookingUpPin).SubstateOf(State)
            .Permit(Triggers.Silent, PinHelp)
            .Permit(Triggers.Help, PinHelp);
        steps.Add(LookingUpPin, new Step(
            _ => PinPatient.Say(),
            conversation => new SecretListen(PinLengths(conversation)) { Seconds = Step.PatientSeconds }));
    }

    /// <summary>The caller wants another order: number and PIN from the beginning.</summary>
    public static void Forget(Conversation conversation) => conversation.Call = conversation.Call with
    {
        Order = null,
        Draft = new TaskDraft(),
        Identification = conversation.Call.Identification with
        {
            ByCallersNumber = false,
            Candidate = null,
            Choices = [],
            ByCode = false,
            FromOwnNumber = false,
            Code = null,
        },
    };

    /// <summary>One order is opened.</summary>
    public static readonly Guard<Conversation, PinOffered> OpensOne = new(
        "right", (_, pin) => pin.Verdict == PinVerdict.Right && pin.Orders.Count == 1);

    /// <summary>Several orders are opened; the caller chooses by day.</summary>
    public static readonly Guard<Conversation, PinOffered> OpensSeveral = new(
        "right for several", (_, pin) => pin.Verdict == PinVerdict.Right && pin.Orders.Count > 1);

    /// <summary>The shop's orders have PINs.</summary>
    public static Guard<Conversation, TInput> HasPins<TInput>() => new("has PINs", (conversation, _) => conversation.Facts.Shop.HasPins);

    private static readonly Guard<Conversation, OrderRead> IsToConfirm = new(
        "to be confirmed", (conversation, read) => ConfirmingOrder.Applies(conversation, read.Order));

    private static readonly Guard<Conversation, OrderRead> IsRestorable = new(
        "cancelled a moment ago", (conversation, read) => Restoring.Applies(conversation, read.Order));

    // Where a code is on its way to this caller, what is typed may be it; where PINs are as long as codes, nothing tells them apart here.
    private static ValueList<int> PinLengths(Conversation conversation)
    {
        var length = conversation.Facts.Shop.PinLength;
        return conversation.Call.Caller.HasCode && length != SecretListen.CodeLength ? [length, SecretListen.CodeLength] : [length];
    }

    private static Utterance NumberQuestion(Conversation conversation)
        => conversation.Facts.Shop.NumberLengths.Length == 1 ? Number.Say() : NumberOpenLength.Say();

    private static NumberListen NumberListen(Conversation conversation)
        => new(NumberKind.Order, conversation.Facts.Shop.NumberLengths);

    // The words after an unknown number are the same as after a known one; only the check of the PIN tells them apart.
    private static void Note(Conversation conversation, NumberOffered number) => conversation.Call = conversation.Call with
    {
        Identification = conversation.Call.Identification with { ByCallersNumber = false, Candidate = number.OrderId },
    };

    /// <summary>Takes the proof over and reads the order.</summary>
    public static void Prove(Conversation conversation, PinOffered pin)
    {
        OfferChoice(conversation, pin);
        Read(conversation, pin.Orders[0].OrderId);
    }

    /// <summary>Takes the proof over for all orders that it opens.</summary>
    public static void OfferChoice(Conversation conversation, PinOffered pin) => conversation.Call = conversation.Call with
    {
        Identification = conversation.Call.Identification with
        {
            Choices = pin.Orders,
            ByCode = pin.ByCode,
            FromOwnNumber = pin.FromOwnNumber,
            Code = null,
        },
    };

    private static void TakeChoice(Conversation conversation, OptionChosen chosen)
    {
        var choices = conversation.Call.Identification.Choices;
        var index = chosen.Option[^1] - '1';
        Read(conversation, choices[index].OrderId);
    }

    private static void Read(Conversation conversation, string orderId)
    {
        conversation.Call = conversation.Call with
        {
            Order = null,
            Identification = conversation.Call.Identification with
            {
                Candidate = orderId,
                Choices = conversation.Call.Identification.ByCode ? conversation.Call.Identification.Choices : [],
            },
        };
        conversation.Await(new ReadOrder(orderId));
    }

    private static void HandOver(Conversation conversation, OptionChosen chosen)
        => HandingOver.Because(conversation, HandoverReason.NotIdentified);

    private static Utterance ChoiceQuestion(Conversation conversation)
    {
        var choices = conversation.Call.Identification.Choices;
        return Choose.Say(
            ("count", new NumberSlot(choices.Count)),
            ("options", new ListSlot([.. choices.Select((choice, index) => ChooseOption.Say(
                ("ordered", new DateSlot(choice.OrderedOn)),
                ("key", new UtteranceSlot(KeyName.Of(index + 1)))))])));
    }

    private static MenuListen ChoiceListen(Conversation conversation) => new([
        .. conversation.Call.Identification.Choices.Select((_, index) => new Option($"order {index + 1}", index + 1, []))]);
}
