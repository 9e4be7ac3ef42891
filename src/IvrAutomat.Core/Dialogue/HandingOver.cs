using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// A person takes over, by calling back. The case is written first, with owner and due time, so that nothing is lost
/// if the caller hangs up now; then the number is confirmed by its end, or typed.
/// </summary>
internal static class HandingOver
{
    public static readonly State State = new("HandingOver");
    public static readonly State OpeningCase = new("OpeningCase");
    public static readonly State ConfirmingNumber = new("ConfirmingCallbackNumber");
    public static readonly State EnteringNumber = new("EnteringCallbackNumber");
    public static readonly State RepeatingNumber = new("RepeatingCallbackNumber");
    public static readonly State SavingNumber = new("SavingCallbackNumber");

    /// <summary>Digits of a Czech or Slovak number without its prefix.</summary>
    private const int PhoneLength = 9;

    /// <summary>Numbers that may not be called, before the call ends with the case as it is.</summary>
    private const int MostRefusals = 2;

    private static readonly PromptContract Callback = new("handover.callback");
    private static readonly PromptContract Number = new("callback.number", ("end", SlotKind.Digits));
    private static readonly PromptContract Enter = new("callback.enter");
    private static readonly PromptContract Repeat = new("callback.repeat", ("number", SlotKind.Digits));
    private static readonly PromptContract Refused = new("callback.refused");
    private static readonly PromptContract Agreed =
        new("callback.done", ("due", SlotKind.Date), ("until", SlotKind.Time), ("case", SlotKind.Digits), ("channel", SlotKind.Choice));

    private static readonly PromptContract NoNumber = new("callback.no-number", ("case", SlotKind.Digits));
    private static readonly PromptContract Noted = new("callback.noted");

    private static readonly Guard<Conversation, CaseOpened> IsOwnFault = new(
        "own fault", (conversation, _) => conversation.Call.Handover?.Reason is HandoverReason.Postponed or HandoverReason.SoldOut);

    private static readonly Guard<Conversation, CaseOpened> Ring = new(
        "number known", (conversation, opened) => !IsOwnFault.Holds(conversation, opened) && conversation.Call.Caller.CanBeCalledBack);

    private static readonly Guard<Conversation, CaseOpened> AskNumber = new(
        "number not known", (conversation, opened) => !IsOwnFault.Holds(conversation, opened) && !conversation.Call.Caller.CanBeCalledBack);

    private static readonly Guard<Conversation, CommandGiven> Proved = new("order proved", (conversation, _) => conversation.Call.Order is not null);

    private static readonly Guard<Conversation, PhoneOffered> Callable = new("may be called", (_, phone) => phone.CanBeCalled);

    private static readonly Guard<Conversation, PhoneOffered> RefusedAgain = new(
        "may not be called", (conversation, phone) => !phone.CanBeCalled && conversation.Call.Ladder.OtherKey < MostRefusals);

    private static readonly Guard<Conversation, PhoneOffered> RefusedOften = new(
        "may not be called, third time", (conversation, phone) => !phone.CanBeCalled && conversation.Call.Ladder.OtherKey >= MostRefusals);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        OwnFault.Configure(flow, steps);

        // Whoever waits for a person is not sent to a person again: every last rung ends with the case as it is.
        flow.Configure(State).SubstateOf(Live.State)
            .Climb(Goodbye.Ended, Conclude)
            .PermitIf(Triggers.Back, OrderMenu.Offering, Proved)
            .Internal(Triggers.Person, Repetition.AskShortly);

        flow.Configure(OpeningCase).SubstateOf(Working.State)
            .PermitIf(Triggers.CaseOpened, OwnFault.Telling, IsOwnFault, Note)
            .PermitIf(Triggers.CaseOpened, ConfirmingNumber, Ring, NoteAndTell)
            .PermitIf(Triggers.CaseOpened, EnteringNumber, AskNumber, NoteAndTell)
            .PermitIf(Triggers.StillWorking, Goodbye.Ended, Working.GaveUp, (conversation, _) => Conclude(conversation))
            .Permit(Triggers.RequestHandedOver, Goodbye.Ended, (conversation, _) => Conclude(conversation))
            .Ignore(Triggers.Person);

        flow.Configure(ConfirmingNumber).SubstateOf(State)
            .Permit(Options.Yes, Goodbye.Ended, (conversation, _) => Conclude(conversation))
            .Permit(Options.No, EnteringNumber);
        steps.Add(ConfirmingNumber, new Step(_ => Number.Say(("end", new HeldSlot(Held.CallerEnd))), _ => Options.YesOrNo));

        flow.Configure(EnteringNumber).SubstateOf(State)
            .PermitIf(Triggers.Phone, RepeatingNumber, Callable)
            .InternalIf(Triggers.Phone, RefusedAgain, Refuse)
            .PermitIf(Triggers.Phone, Goodbye.Ended, RefusedOften, (conversation, _) => Conclude(conversation));
        steps.Add(EnteringNumber, new Step(_ => Enter.Say(), _ => new NumberListen(NumberKind.Callback, [PhoneLength])));

        flow.Configure(RepeatingNumber).SubstateOf(State)
            .Permit(Options.Yes, SavingNumber, Save)
            .Permit(Options.No, EnteringNumber);
        steps.Add(RepeatingNumber, new Step(_ => Repeat.Say(("number", new HeldSlot(Held.Callback))), _ => Options.YesOrNo));

        flow.Configure(SavingNumber).SubstateOf(Working.State)
            .Permit(Triggers.CaseOpened, Goodbye.Ended, Agree)
            .PermitIf(Triggers.StillWorking, Goodbye.Ended, Working.GaveUp, (conversation, _) => conversation.Say(Noted.Say()))
            .Permit(Triggers.RequestHandedOver, Goodbye.Ended, (conversation, _) => conversation.Say(Noted.Say()))
            .Ignore(Triggers.Person);
    }

    /// <summary>True when the number that calls may be rung back.</summary>
    public static Guard<Conversation, TInput> KnownNumber<TInput>()
        => new("number known", (conversation, _) => conversation.Call.Caller.CanBeCalledBack);

    /// <summary>Asks for the case; to be followed by a move to <see cref="OpeningCase"/>.</summary>
    public static void Because(Conversation conversation, HandoverReason reason)
    {
        var due = conversation.Facts.Shop.DueAfter(conversation.Facts.Now);
        var kind = reason is HandoverReason.Postponed or HandoverReason.SoldOut ? CaseKind.OwnFault : CaseKind.Callback;
        conversation.Call = conversation.Call with { Handover = new Handover(reason, due) };
        conversation.Await(new OpenCase(kind, reason, conversation.Call.Order?.Id, due));
        conversation.Tell(CallEventKind.HandedOver);
    }

    public static void Asked(Conversation conversation, CommandGiven command) => Because(conversation, HandoverReason.Asked);

    public static void Task(Conversation conversation, OptionChosen chosen) => Because(conversation, HandoverReason.Task);

    /// <summary>Ends the call with what is agreed, or as far as it got.</summary>
    public static void Conclude(Conversation conversation)
    {
        var handover = conversation.Call.Handover;
        if (handover?.CaseNumber is not { } number)
        {
            conversation.Say(Noted.Say());
        }
        else if (conversation.Call.Caller.CanBeCalledBack)
        {
            SayAgreed(conversation, handover, number);
        }
        else
        {
            conversation.Say(NoNumber.Say(("case", new DigitsSlot(number))));
        }

        Goodbye.Say(conversation);
    }

    /// <summary>A prompt that says until when a person will have called.</summary>
    public static Utterance WithDue(Conversation conversation, PromptContract words)
    {
        var due = conversation.Call.Handover?.Due ?? conversation.Facts.Shop.DueAfter(conversation.Facts.Now);
        return words.Say(("due", Day(due)), ("until", Time(due)));
    }

    private static void Refuse(Conversation conversation, PhoneOffered phone)
    {
        var ladder = conversation.Call.Ladder;
        conversation.Call = conversation.Call with { Ladder = ladder with { OtherKey = ladder.OtherKey + 1 } };
        conversation.Answer(Refused.Say());
    }

    private static void Save(Conversation conversation, OptionChosen yes)
        => conversation.Await(new SetCallbackNumber(conversation.Call.Handover?.CaseNumber ?? string.Empty, conversation.Call.Order?.Id));

    private static void Note(Conversation conversation, CaseOpened opened) => conversation.Call = conversation.Call with
    {
        Handover = (conversation.Call.Handover ?? new Handover(HandoverReason.Asked, opened.Due)) with
        {
            CaseNumber = opened.CaseNumber,
            Due = opened.Due,
            Receipt = opened.Receipt,
        },
    };

    private static void NoteAndTell(Conversation conversation, CaseOpened opened)
    {
        Note(conversation, opened);
        conversation.Say(Callback.Say());
    }

    private static void Agree(Conversation conversation, CaseOpened opened)
    {
        Note(conversation, opened);
        SayAgreed(conversation, conversation.Call.Handover!, opened.CaseNumber);
        Goodbye.Say(conversation);
    }

    private static void SayAgreed(Conversation conversation, Handover handover, string number) => conversation.Say(Agreed.Say(
        ("due", Day(handover.Due)), ("until", Time(handover.Due)),
        ("case", new DigitsSlot(number)), ("channel", ChannelWords.Of(handover.Receipt))));

    private static DateSlot Day(DateTimeOffset due) => new(DateOnly.FromDateTime(FullHour(due)));

    private static TimeSlot Time(DateTimeOffset due) => new(TimeOnly.FromDateTime(FullHour(due)));

    // Said to the full hour, rounded up: a promise earlier than the case is due would be broken by a colleague who is in time.
    private static DateTime FullHour(DateTimeOffset due)
    {
        var hour = due.DateTime.Date.AddHours(due.Hour);
        return due.DateTime > hour ? hour.AddHours(1) : hour;
    }
}
