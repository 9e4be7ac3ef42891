using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// What all requests about an order have in common: they are done by the automat or written down for a person, as the shop has set; the
/// result may be done, not possible any more, handed over, or not known in time.
/// </summary>
internal static class Doing
{
    private static readonly PromptContract Failed = new("task.failed", ("due", SlotKind.Date), ("until", SlotKind.Time));
    private static readonly PromptContract Pending = new("task.pending");
    private static readonly PromptContract ByPerson = new("task.person", ("case", SlotKind.Digits), ("due", SlotKind.Date), ("until", SlotKind.Time));
    private static readonly PromptContract Receipt = new("task.receipt", ("channel", SlotKind.Choice));
    private static readonly PromptContract NoReceipt = new("task.no-receipt");

    /// <summary>Asks for a request, or for a person to do it.</summary>
    public static void Request(this Conversation conversation, ActionMode mode, Request wanted)
        => conversation.Await(mode == ActionMode.Do ? wanted : ForPerson(conversation, wanted, HandoverReason.Trial));

    /// <summary>The request as a case for a person.</summary>
    public static ForPerson ForPerson(Conversation conversation, Request wanted, HandoverReason reason)
        => new(wanted, reason, conversation.Facts.Shop.DueAfter(conversation.Facts.Now));

    /// <summary>Configures the state that waits for a request about the order.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="waiting">The state.</param>
    /// <param name="task">What is being done; it names the reason when that is not possible any more.</param>
    /// <param name="after">Where the conversation goes on once it is done.</param>
    /// <param name="done">What is said then; the order has been taken over already.</param>
    /// <param name="withPerson">What is said when a person has it; null: the number of the case and its due time.</param>
    /// <param name="refused">Where a refusal leads, and what is said then; null: back to the order's menu, with the reason.</param>
    /// <param name="unless">A refusal after which the conversation goes on elsewhere, by an edge of the state's own; null: none.</param>
    public static StateBuilder<Conversation> Perform(
        this FlowBuilder<Conversation> flow, State waiting, OrderTask task, State after, Action<Conversation, RequestDone> done,
        Action<Conversation, CaseOpened>? withPerson = null, (State To, Action<Conversation> Say)? refused = null,
        Guard<Conversation, RequestRefused>? unless = null)
    {
        var state = flow.Configure(waiting).SubstateOf(Working.State)
            .Permit(Triggers.RequestDone, after, (conversation, result) =>
            {
                conversation.Call = conversation.Call with { Order = result.Order, Finished = true };
                done(conversation, result);
                conversation.Tell(CallEventKind.Finished);
            })
            .Permit(Triggers.CaseOpened, Goodbye.Asking, withPerson ?? WithPerson)
            .Permit(Triggers.RequestHandedOver, Goodbye.Asking, HandOver)
            .PermitIf(Triggers.StillWorking, Goodbye.Asking, Working.GaveUp, (conversation, _) => GoOn(conversation));
        return unless is null
            ? state.Permit(Triggers.RequestRefused, refused?.To ?? OrderMenu.Offering, Refuse)
            : state.PermitIf(Triggers.RequestRefused, refused?.To ?? OrderMenu.Offering, unless.Not(), Refuse);

        void Refuse(Conversation conversation, RequestRefused refusal)
        {
            conversation.Call = conversation.Call with { Order = refusal.Order };
            if (refused is { Say: { } say })
            {
                say(conversation);
            }
            else
            {
                conversation.Say(Refusal.Of(task, refusal.Why));
            }
        }
    }

    /// <summary>Says what was done and where its receipt goes; who cannot be written to hears it twice, and a person writes.</summary>
    public static void SayDone(this Conversation conversation, Utterance done, Channel receipt)
    {
        conversation.Say(done);
        if (receipt == Channel.None)
        {
            conversation.Say(NoReceipt.Say());
            conversation.Say(done);
        }
        else
        {
            conversation.Say(Receipt.Say(("channel", ChannelWords.Of(receipt))));
        }
    }

    /// <summary>A person has it: the number of the case, and until when they will have called.</summary>
    public static void WithPerson(Conversation conversation, CaseOpened opened)
    {
        conversation.Call = conversation.Call with { Finished = true };
        var due = DueWords.Of(opened.Due);
        conversation.Say(ByPerson.Say(("case", new DigitsSlot(opened.CaseNumber)), ("due", due.Day), ("until", due.Time)));
        conversation.Tell(CallEventKind.HandedOver);
    }

    private static void HandOver(Conversation conversation, RequestHandedOver handed)
    {
        var due = DueWords.Of(handed.Due);
        conversation.Say(Failed.Say(("due", due.Day), ("until", due.Time)));
        conversation.Tell(CallEventKind.HandedOver);
    }

    // The ledger goes on without the call; its receipt, or a person, tells the outcome.
    private static void GoOn(Conversation conversation)
    {
        conversation.Call = conversation.Call with { Awaiting = null };
        conversation.Say(Pending.Say());
    }
}
