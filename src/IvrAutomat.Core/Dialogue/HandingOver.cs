using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// A person takes over. The case is written first, with owner and due time, so that nothing is lost if the caller hangs
/// up now; then the caller is connected while people are on the phone, and called back otherwise.
/// </summary>
internal static class HandingOver
{
    public static readonly State State = new("HandingOver");
    public static readonly State OpeningCase = new("OpeningCase");

    private static readonly PromptContract Noted = new("callback.noted");

    private static readonly Guard<Conversation, CommandGiven> Proved = new("order proved", (conversation, _) => conversation.Call.Order is not null);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        OwnFault.Configure(flow, steps);
        WaitingForAgent.Configure(flow, steps);
        CallingBack.Configure(flow, steps);
        ExistingCallback.Configure(flow, steps);

        // Whoever waits for a person is not sent to a person again: every last rung ends with the case as it is.
        flow.Configure(State).SubstateOf(Live.State)
            .Climb(Goodbye.Ended, CallingBack.Conclude)
            .PermitIf(Triggers.Back, OrderMenu.Offering, Proved, (conversation, _) => Withdraw(conversation))
            .Internal(Triggers.Person, Repetition.AskShortly);

        flow.Configure(OpeningCase).SubstateOf(Working.State)
            .PermitIf(Triggers.CaseOpened, OwnFault.Connecting, Goes(Way.ConnectOwnFault), Note)
            .PermitIf(Triggers.CaseOpened, OwnFault.Telling, Goes(Way.CallBackForOwnFault), NoteAndPropose)
            .PermitIf(Triggers.CaseOpened, WaitingForAgent.State, Goes(Way.Connect), NoteAndConnect)
            .PermitIf(Triggers.CaseOpened, ExistingCallback.InTurn, Goes(Way.InTurn), Note)
            .PermitIf(Triggers.CaseOpened, ExistingCallback.State, Goes(Way.Existing), NoteAndTellClosed)
            .PermitIf(Triggers.CaseOpened, CallingBack.Choosing, Goes(Way.Choose), NoteAndTellClosed)
            .PermitIf(Triggers.CaseOpened, CallingBack.ConfirmingNumber, Goes(Way.ConfirmNumber), NoteAndTell)
            .PermitIf(Triggers.CaseOpened, CallingBack.EnteringNumber, Goes(Way.EnterNumber), NoteAndTell)
            .PermitIf(Triggers.StillWorking, Goodbye.Ended, Working.GaveUp, (conversation, _) => SayNoted(conversation))
            .Permit(Triggers.RequestHandedOver, Goodbye.Ended, (conversation, _) => SayNoted(conversation))
            .Ignore(Triggers.Person);
    }

    /// <summary>Asks for the case; to be followed by a move to <see cref="OpeningCase"/>.</summary>
    public static void Because(Conversation conversation, HandoverReason reason)
    {
        var due = conversation.Facts.Shop.DueAfter(conversation.Facts.Now);
        var kind = IsOurs(reason) ? CaseKind.OwnFault : CaseKind.Callback;
        conversation.Call = conversation.Call with { Handover = new Handover(reason, due) };
        conversation.Await(new OpenCase(kind, reason, conversation.Call.Order?.Id, due)
        {
            Quiet = true,
            Fault = kind == CaseKind.OwnFault ? conversation.Call.Order?.FaultReason : null,
        });
        conversation.Tell(CallEventKind.HandedOver);
    }

    public static void Asked(Conversation conversation, CommandGiven command) => Because(conversation, HandoverReason.Asked);

    public static void Task(Conversation conversation, OptionChosen chosen) => Because(conversation, HandoverReason.Task);

    /// <summary>The shop itself is the reason.</summary>
    public static bool IsOurs(HandoverReason reason) => IsUndispatched(reason) || reason == HandoverReason.ParcelTrouble;

    // The goods are still here: cancelling is offered beside the person.
    private static bool IsUndispatched(HandoverReason reason) => reason is HandoverReason.Postponed or HandoverReason.SoldOut;

    /// <summary>The caller goes while a person is involved and nothing has been agreed: what is owed stays, and is confirmed in writing.</summary>
    public static void KeepCase(Conversation conversation)
    {
        if (conversation.Call.Handover is { IsSettled: false })
        {
            conversation.Leave(new KeepCase(conversation.Call.Order?.Id));
            Settle(conversation);
        }
    }

    /// <summary>The caller goes back to the automat: nobody owes anything, unless the shop itself is at fault.</summary>
    public static void Withdraw(Conversation conversation)
    {
        if (conversation.Call.Handover is { CaseNumber: { } number, IsSettled: false } handover && !IsOurs(handover.Reason))
        {
            conversation.Leave(new CancelCallback(number, conversation.Call.Order?.Id));
            Settle(conversation);
        }
    }

    /// <summary>Nothing is left to be confirmed.</summary>
    public static void Settle(Conversation conversation)
        => Change(conversation, handover => handover with { IsSettled = true });

    /// <summary>Changes what is noted of the handover, if there is one.</summary>
    public static void Change(Conversation conversation, Func<Handover, Handover> change)
    {
        if (conversation.Call.Handover is { } handover)
        {
            conversation.Call = conversation.Call with { Handover = change(handover) };
        }
    }

    /// <summary>Notes what the host says of the case.</summary>
    public static void Note(Conversation conversation, CaseOpened opened) => conversation.Call = conversation.Call with
    {
        Handover = (conversation.Call.Handover ?? new Handover(HandoverReason.Asked, opened.Due)) with
        {
            CaseNumber = opened.CaseNumber,
            Due = opened.Due,
            Receipt = opened.Receipt,
            Window = opened.Agreed ?? conversation.Call.Handover?.Window,
            QueuedSince = opened.QueuedSince,
        },
    };

    /// <summary>A prompt that says until when a person will have called.</summary>
    public static Utterance WithDue(Conversation conversation, PromptContract words)
    {
        var due = conversation.Call.Handover?.Due ?? conversation.Facts.Shop.DueAfter(conversation.Facts.Now);
        var (day, time) = DueWords.Of(due);
        return words.Say(("due", day), ("until", time));
    }

    private static void SayNoted(Conversation conversation)
    {
        conversation.Say(Noted.Say());
        Settle(conversation);
        Goodbye.Say(conversation);
    }

    private static void NoteAndPropose(Conversation conversation, CaseOpened opened)
    {
        Note(conversation, opened);
        CallingBack.Propose(conversation);
    }

    private static void NoteAndConnect(Conversation conversation, CaseOpened opened)
    {
        Note(conversation, opened);
        WaitingForAgent.SayConnecting(conversation);
        WaitingForAgent.Join(conversation);
    }

    private static void NoteAndTellClosed(Conversation conversation, CaseOpened opened)
    {
        Note(conversation, opened);
        ClosedWords.Say(conversation);
    }

    private static void NoteAndTell(Conversation conversation, CaseOpened opened)
    {
        Note(conversation, opened);
        CallingBack.SayColleague(conversation);
    }

    private static Guard<Conversation, CaseOpened> Goes(Way way)
        => new(NameOf(way), (conversation, opened) => WayOf(conversation, opened) == way);

    private static Way WayOf(Conversation conversation, CaseOpened opened)
    {
        var call = conversation.Call;
        var (shop, now) = (conversation.Facts.Shop, conversation.Facts.Now);
        var canConnect = shop.CanConnect(now, call.Language);
        if (call.Handover is { } handover && IsUndispatched(handover.Reason))
        {
            return canConnect ? Way.ConnectOwnFault : Way.CallBackForOwnFault;
        }

        return canConnect ? opened.QueuedSince is null ? Way.Connect : Way.InTurn
            : opened.Agreed is not null ? Way.Existing
            : !shop.Hours.IsOpen(now.DateTime) && CallingBack.HasTimes(conversation) ? Way.Choose
            : call.Caller.CanBeCalledBack ? Way.ConfirmNumber : Way.EnterNumber;
    }

    private static string NameOf(Way way) => way switch
    {
        Way.ConnectOwnFault => "own fault, open",
        Way.CallBackForOwnFault => "own fault, nobody to connect",
        Way.Connect => "open",
        Way.InTurn => "open, called back in turn",
        Way.Existing => "callback agreed before",
        Way.Choose => "closed",
        Way.ConfirmNumber => "nobody to connect, number known",
        _ => "nobody to connect, number not known",
    };

    // What happens once the case is written; exactly one of them.
    private enum Way
    {
        ConnectOwnFault,
        CallBackForOwnFault,
        Connect,
        InTurn,
        Existing,
        Choose,
        ConfirmNumber,
        EnterNumber,
    }
}
