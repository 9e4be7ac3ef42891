using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// A one-time code instead of a lost PIN or a missing order number, and as the second proof for a change from another telephone. It goes
/// only to the contact in the order; from a foreign number the words are the same whether or not there is such an order.
/// </summary>
internal static class ProvingByCode
{
    public static readonly State Sending = new("SendingCode");
    public static readonly State EnteringPhone = new("EnteringPhone");
    public static readonly State Entering = new("EnteringCode");
    public static readonly State LookingUp = new("LookingUpCode");
    public static readonly State Help = new("CodeHelp");

    private const int PhoneLength = 9;
    private const int MostFailures = 3;

    private static readonly PromptContract Phone = new("phone-number");
    private static readonly PromptContract SentKnown = new("code.sent.known", ("channel", SlotKind.Choice));
    private static readonly PromptContract SentForeign = new("code.sent");
    private static readonly PromptContract SentStepUp = new("code.step-up", ("channel", SlotKind.Choice));
    private static readonly PromptContract Ask = new("code.enter");
    private static readonly PromptContract Wait = new("code.wait");
    private static readonly PromptContract Wrong = new("code.wrong");
    private static readonly PromptContract WrongAgain = new("code.wrong.again");
    private static readonly PromptContract Menu = new("code.help");
    private static readonly PromptContract Limit = new("code.limit");

    private static readonly Guard<Conversation, PinOffered> IsStepUp = new(
        "right, step-up", (conversation, pin) => pin.Verdict == PinVerdict.Right && conversation.Call.Identification.Code == CodeFor.StepUp);

    private static readonly Guard<Conversation, PinOffered> MayTryAgain = new(
        "no match", (conversation, pin) => pin.Verdict != PinVerdict.Right && conversation.Call.Identification.CodeFailures + 1 < MostFailures);

    private static readonly Guard<Conversation, PinOffered> Last = new(
        "third failure", (conversation, pin) => pin.Verdict != PinVerdict.Right && conversation.Call.Identification.CodeFailures + 1 >= MostFailures);

    private static readonly Guard<Conversation, OptionChosen> HasProof = new(
        "order proved", (conversation, _) => conversation.Call.Order is not null);

    /// <summary>A code can be sent, as far as the caller may know: only to a known number without any contact is it told that none can.</summary>
    public static readonly Guard<Conversation, OptionChosen> CanBeSent = new(
        "a code can be sent",
        (conversation, _) => !conversation.Call.Identification.ByCallersNumber || conversation.Call.Caller.CodeBy != Channel.None);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Sending).SubstateOf(Working.State)
            .Permit(Triggers.CodeSent, Entering, (conversation, sent) => Tell(conversation, sent))
            .Permit(Triggers.CodeNotSent, HandingOver.OpeningCase, (conversation, _) =>
            {
                conversation.Say(Limit.Say());
                HandingOver.Because(conversation, ReasonOf(conversation));
            });

        flow.Configure(EnteringPhone).SubstateOf(Identifying.State)
            .Permit(Triggers.Phone, Sending, (conversation, _) => Send(conversation, CodeFor.Phone))
            .Permit(Triggers.Back, Identifying.EnteringNumber);
        steps.Add(EnteringPhone, new Step(_ => Phone.Say(), _ => new NumberListen(NumberKind.Contact, [PhoneLength]) { Seconds = Step.PatientSeconds / 2 }));

        ConfigureEntry(flow, Entering, LookingUp);
        steps.Add(Entering, new Step(_ => Ask.Say(), _ => Listen));
        ConfigureEntry(flow, LookingUp, Help);
        steps.Add(LookingUp, new Step(_ => Wait.Say(), _ => Listen));

        flow.Configure(Help).SubstateOf(Identifying.State)
            .Permit(Options.HaveIt, Entering)
            .Permit(Options.NewCode, Sending, (conversation, _) => Send(conversation, conversation.Call.Identification.Code ?? CodeFor.Order))
            .PermitIf(Options.OtherOrder, OrderMenu.Offering, HasProof)
            .PermitIf(Options.OtherOrder, Identifying.EnteringNumber, HasProof.Not(), (conversation, _) => Identifying.Forget(conversation))
            .Permit(Triggers.Back, Entering);
        steps.Add(Help, new Step(_ => Menu.Say(), _ => new MenuListen([
            Options.On(1, Options.HaveIt, SpokenCommand.HaveIt, SpokenCommand.Yes),
            Options.On(2, Options.NewCode, SpokenCommand.NewCode, SpokenCommand.SendCode),
            Options.On(3, Options.OtherOrder, SpokenCommand.OtherOrder)]))
        { LastSilence = 2 });
    }

    /// <summary>Asks for a code; to be followed by a move to <see cref="Sending"/>.</summary>
    public static void Send(Conversation conversation, CodeFor to)
    {
        conversation.Call = conversation.Call with
        {
            Identification = conversation.Call.Identification with { Code = to, CodeFailures = 0 },
        };
        conversation.Await(new SendCode(to, to == CodeFor.StepUp ? conversation.Order.Id : conversation.Call.Identification.Candidate));
    }

    /// <summary>A code instead of the PIN: to the caller's own contact where the number is known, else to the order whose number was given.</summary>
    public static void InsteadOfPin(Conversation conversation, OptionChosen chosen)
        => Send(conversation, conversation.Call.Identification.ByCallersNumber ? CodeFor.Caller : CodeFor.Order);

    private static SecretListen Listen => new([SecretListen.CodeLength]) { Code = true, Seconds = Step.PatientSeconds };

    private static void ConfigureEntry(FlowBuilder<Conversation> flow, State entry, State silent)
    {
        var state = flow.Configure(entry).SubstateOf(Identifying.State)
            .Permit(Triggers.Silent, silent)
            .Permit(Triggers.Help, Help)
            .PermitIf(Triggers.Pin, OrderMenu.Offering, Returns, (conversation, _) => Prove(conversation))
            .InternalIf(Triggers.Pin, MayTryAgain, Count)
            .PermitIf(Triggers.Pin, HandingOver.OpeningCase, Last, GiveUp);
        foreach (var (task, target) in Targets)
        {
            state.PermitIf(Triggers.Pin, target, Continues(task), (conversation, _) => Prove(conversation));
        }

        state.PermitIf(Triggers.Pin, ArrangingReturn.FindingCourier, Continues(OrderTask.Return), (conversation, _) =>
        {
            Prove(conversation);
            ArrangingReturn.FindCourier(conversation);
        });
        state.PermitIf(Triggers.Pin, Identifying.ReadingOrder, OpensOne, Identifying.Prove)
            .PermitIf(Triggers.Pin, Identifying.ChoosingOrder, OpensSeveral, Identifying.OfferChoice);
    }

    private static IEnumerable<(OrderTask Task, State Target)> Targets =>
        [(OrderTask.Cancel, Cancelling.Confirming), (OrderTask.Payment, Paying.ConfirmingChange)];

    private static Guard<Conversation, PinOffered> Continues(OrderTask task) => new(
        $"right, on to {task}", (conversation, pin) => IsStepUp.Holds(conversation, pin) && conversation.Call.Draft.Task == task);

    private static readonly Guard<Conversation, PinOffered> Returns = new(
        "right, no task", (conversation, pin) => IsStepUp.Holds(conversation, pin)
            && conversation.Call.Draft.Task is not (OrderTask.Cancel or OrderTask.Payment or OrderTask.Return));

    private static readonly Guard<Conversation, PinOffered> OpensOne = new(
        "right", (conversation, pin) => !IsStepUp.Holds(conversation, pin) && Identifying.OpensOne.Holds(conversation, pin));

    private static readonly Guard<Conversation, PinOffered> OpensSeveral = new(
        "right for several", (conversation, pin) => !IsStepUp.Holds(conversation, pin) && Identifying.OpensSeveral.Holds(conversation, pin));

    private static void Prove(Conversation conversation) => conversation.Call = conversation.Call with
    {
        Identification = conversation.Call.Identification with { ByCode = true, Code = null },
    };

    private static void Tell(Conversation conversation, CodeSent sent) => conversation.Say(conversation.Call.Identification.Code switch
    {
        CodeFor.StepUp => SentStepUp.Say(("channel", ChannelWords.Of(sent.By))),
        CodeFor.Caller => SentKnown.Say(("channel", ChannelWords.Of(sent.By))),
        _ => SentForeign.Say(),
    });

    private static void Count(Conversation conversation, PinOffered pin)
    {
        var failures = conversation.Call.Identification.CodeFailures;
        conversation.Call = conversation.Call with
        {
            Identification = conversation.Call.Identification with { CodeFailures = failures + 1 },
        };
        conversation.Answer((failures == 0 ? Wrong : WrongAgain).Say());
    }

    private static void GiveUp(Conversation conversation, PinOffered pin)
    {
        conversation.Say(MismatchedPair.LastWords.Say());
        HandingOver.Because(conversation, ReasonOf(conversation));
    }

    private static HandoverReason ReasonOf(Conversation conversation)
        => conversation.Call.Order is null ? HandoverReason.NotIdentified : HandoverReason.Stuck;
}
