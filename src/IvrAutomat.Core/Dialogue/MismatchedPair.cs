using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Number and PIN do not belong together. An unknown number, a wrong PIN and a lock sound alike. The third failure
/// leads to a person.
/// </summary>
internal static class MismatchedPair
{
    public static readonly State State = new("MismatchedPair");

    private const int MostFailures = 3;

    private static readonly PromptContract KnownFirst = new("mismatch.known");
    private static readonly PromptContract KnownAgain = new("mismatch.known.again");
    private static readonly PromptContract NumberFirst = new("mismatch.number", ("number", SlotKind.Digits));
    private static readonly PromptContract NumberAgain = new("mismatch.number.again");
    internal static readonly PromptContract LastWords = new("mismatch.last");

    /// <summary>The first failure of a caller whose number is known: the PIN is simply asked again.</summary>
    public static readonly Guard<Conversation, PinOffered> FirstOfKnown = new(
        "first, known number", (conversation, pin) => Failed(pin) && IsKnown(conversation) && conversation.Call.Identification.Failures == 0);

    /// <summary>A failure after which the caller chooses how to go on.</summary>
    public static readonly Guard<Conversation, PinOffered> Tolerable = new(
        "no match",
        (conversation, pin) => Failed(pin) && !IsLast(conversation)
            && !(IsKnown(conversation) && conversation.Call.Identification.Failures == 0));

    /// <summary>The third failure.</summary>
    public static readonly Guard<Conversation, PinOffered> Last = new(
        "third failure", (conversation, pin) => Failed(pin) && IsLast(conversation));

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(State).SubstateOf(Identifying.State)
            .Permit(Options.TryAgain, Identifying.EnteringPin)
            .PermitIf(Options.WithoutIt, ProvingByCode.Sending, ProvingByCode.CanBeSent, ProvingByCode.InsteadOfPin)
            .PermitIf(Options.WithoutIt, HandingOver.OpeningCase, ProvingByCode.CanBeSent.Not(), (conversation, _) =>
                HandingOver.Because(conversation, HandoverReason.NotIdentified))
            .Permit(Options.FixNumber, Identifying.EnteringNumber, (conversation, _) => Identifying.Forget(conversation))
            .Permit(Triggers.Back, Identifying.EnteringNumber, (conversation, _) => Identifying.Forget(conversation));
        steps.Add(State, new Step(Question, _ => new MenuListen([
            Options.On(1, Options.TryAgain, SpokenCommand.TryAgain),
            Options.On(2, Options.WithoutIt, SpokenCommand.SendCode),
            Options.On(3, Options.FixNumber, SpokenCommand.FixNumber, SpokenCommand.OtherOrder)])));
    }

    public static void Count(Conversation conversation, PinOffered pin) => conversation.Call = conversation.Call with
    {
        Identification = conversation.Call.Identification with { Failures = conversation.Call.Identification.Failures + 1 },
    };

    public static void AskAgain(Conversation conversation, PinOffered pin)
    {
        Count(conversation, pin);
        conversation.Answer(KnownFirst.Say());
    }

    public static void GiveUp(Conversation conversation, PinOffered pin)
    {
        Count(conversation, pin);
        conversation.Say(LastWords.Say());
        HandingOver.Because(conversation, HandoverReason.NotIdentified);
    }

    private static Utterance Question(Conversation conversation)
    {
        if (IsKnown(conversation))
        {
            return KnownAgain.Say();
        }

        return conversation.Call.Identification.Failures == 1
            ? NumberFirst.Say(("number", new HeldSlot(Held.Number)))
            : NumberAgain.Say();
    }

    private static bool Failed(PinOffered pin) => pin.Verdict != PinVerdict.Right;

    private static bool IsKnown(Conversation conversation) => conversation.Call.Identification.ByCallersNumber;

    private static bool IsLast(Conversation conversation) => conversation.Call.Identification.Failures + 1 >= MostFailures;
}
