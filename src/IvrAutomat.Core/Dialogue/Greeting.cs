using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The first words: which shop, that it is an automat, that 0 is a person. The first entry listens from the first
/// word on, so who knows the way types at once.
/// </summary>
internal static class Greeting
{
    public static readonly State Arriving = new("Arriving");

    private static readonly PromptContract First = new("greeting.first", ("shop", SlotKind.Text));
    private static readonly PromptContract FirstWithOffer = new("greeting.first", ("shop", SlotKind.Text)) { Variants = ["text-with-offer"] };
    private static readonly PromptContract Known = new("greeting.known", ("shop", SlotKind.Text));
    private static readonly PromptContract Again = new("greeting.again", ("shop", SlotKind.Text));

    private static readonly Guard<Conversation, CallStarted> KnownNumber = new(
        "known number", (_, started) => started.Caller.HasOpenOrder);

    public static void Configure(FlowBuilder<Conversation> flow) => flow.Configure(Arriving)
        .SubstateOf(Live.State)
        .PermitIf(Triggers.Started, Identifying.EnteringPin, KnownNumber.And(Identifying.HasPins<CallStarted>()), Greet)
        .PermitIf(Triggers.Started, ProvingByCode.Sending, KnownNumber.And(Identifying.HasPins<CallStarted>().Not()), (conversation, started) =>
        {
            Greet(conversation, started);
            ProvingByCode.Send(conversation, CodeFor.Caller);
        })
        .PermitIf(Triggers.Started, Identifying.EnteringNumber, KnownNumber.Not(), Greet)
        .Ignore(Triggers.Silent)
        .Ignore(Triggers.OtherKey)
        .Ignore(Triggers.NotUnderstood)
        .Ignore(Triggers.TooShort);

    private static void Greet(Conversation conversation, CallStarted started)
    {
        var caller = started.Caller;
        conversation.Call = conversation.Call with
        {
            Caller = caller,
            Language = SpokenIn.Remembered(conversation, caller),
            Identification = new Identification { ByCallersNumber = caller.HasOpenOrder },
        };
        var offer = SpokenIn.Offer(conversation);
        var words = caller.CalledLately ? Again : caller.HasOpenOrder ? Known : offer is null ? First : FirstWithOffer;
        conversation.Say(words.Say(("shop", new TextSlot(conversation.Facts.Shop.Name))));
        if (offer is not null)
        {
            conversation.Say(offer);
        }

        Announcing.Say(conversation);
        SlowMode.Remember(conversation, caller);
        conversation.Tell(CallEventKind.Started);
    }
}
