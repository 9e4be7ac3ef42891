using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Agreeing on a callback: when, and on which number; then it is saved, said and confirmed in writing. The case exists
/// already, so hanging up in the middle loses nothing.
/// </summary>
internal static class CallingBack
{
    public static readonly State Choosing = new("ChoosingCallbackTime");
    public static readonly State ConfirmingNumber = new("ConfirmingCallbackNumber");
    public static readonly State EnteringNumber = new("EnteringCallbackNumber");
    public static readonly State RepeatingNumber = new("RepeatingCallbackNumber");
    public static readonly State Saving = new("SavingCallback");

    /// <summary>Digits of a Czech or Slovak number without its prefix.</summary>
    private const int PhoneLength = 9;

    /// <summary>Numbers that may not be called, before the call ends with the case as it is.</summary>
    private const int MostRefusals = 2;

    /// <summary>Times offered at once.</summary>
    private const int Times = 3;

    private static readonly PromptContract Colleague = new("handover.callback");
    private static readonly PromptContract Choose = new("closed.choice", ("options", SlotKind.List));
    private static readonly PromptContract ChooseOption =
        new("closed.choice", ("day", SlotKind.Date), ("part", SlotKind.Choice), ("window", SlotKind.Window), ("key", SlotKind.Utterance))
        { Variants = [Variants.Option] };

    private static readonly PromptContract Number = new("callback.number", ("end", SlotKind.Digits));
    private static readonly PromptContract Enter = new("callback.enter");
    private static readonly PromptContract Repeat = new("callback.repeat", ("number", SlotKind.Digits));
    private static readonly PromptContract Refused = new("callback.refused");
    private static readonly PromptContract Agreed =
        new("callback.done", ("day", SlotKind.Date), ("window", SlotKind.Window), ("case", SlotKind.Digits), ("channel", SlotKind.Choice));

    private static readonly PromptContract AgreedByDue =
        new("callback.due", ("due", SlotKind.Date), ("until", SlotKind.Time), ("case", SlotKind.Digits), ("channel", SlotKind.Choice));

    private static readonly PromptContract AgreedInTurn =
        new("callback.turn", ("due", SlotKind.Date), ("until", SlotKind.Time), ("case", SlotKind.Digits), ("channel", SlotKind.Choice));

    private static readonly PromptContract NoNumber = new("callback.no-number", ("case", SlotKind.Digits));
    private static readonly PromptContract Noted = new("callback.noted");

    private static readonly Guard<Conversation, PhoneOffered> Callable = new("may be called", (_, phone) => phone.CanBeCalled);

    private static readonly Guard<Conversation, PhoneOffered> RefusedAgain = new(
        "may not be called", (conversation, phone) => !phone.CanBeCalled && conversation.Call.Ladder.OtherKey < MostRefusals);

    private static readonly Guard<Conversation, PhoneOffered> RefusedOften = new(
        "may not be called, third time", (conversation, phone) => !phone.CanBeCalled && conversation.Call.Ladder.OtherKey >= MostRefusals);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Choosing).SubstateOf(HandingOver.State)
            .PermitToNumber(Options.CallbackTime, TakeTime)
            .PermitIf(Triggers.Back, Identifying.EnteringNumber, NotProved, (conversation, _) => HandingOver.Withdraw(conversation));
        steps.Add(Choosing, new Step(ChoiceQuestion, ChoiceListen));

        flow.Configure(ConfirmingNumber).SubstateOf(HandingOver.State)
            .Permit(Options.Yes, Saving, (conversation, _) => Save(conversation, typed: false))
            .Permit(Options.No, EnteringNumber);
        steps.Add(ConfirmingNumber, new Step(_ => Number.Say(("end", new HeldSlot(Held.CallerEnd))), _ => Options.YesOrNo));

        flow.Configure(EnteringNumber).SubstateOf(HandingOver.State)
            .PermitIf(Triggers.Phone, RepeatingNumber, Callable)
            .InternalIf(Triggers.Phone, RefusedAgain, Refuse)
            .PermitIf(Triggers.Phone, Goodbye.Ended, RefusedOften, (conversation, _) => Conclude(conversation));
        steps.Add(EnteringNumber, new Step(_ => Enter.Say(), _ => new NumberListen(NumberKind.Callback, [PhoneLength])));

        flow.Configure(RepeatingNumber).SubstateOf(HandingOver.State)
            .Permit(Options.Yes, Saving, (conversation, _) => Save(conversation, typed: true))
            .Permit(Options.No, EnteringNumber);
        steps.Add(RepeatingNumber, new Step(_ => Repeat.Say(("number", new HeldSlot(Held.Callback))), _ => Options.YesOrNo));

        flow.Configure(Saving).SubstateOf(Working.State)
            .Permit(Triggers.CaseOpened, Goodbye.Ended, Agree)
            .PermitIf(Triggers.StillWorking, Goodbye.Ended, Working.GaveUp, (conversation, _) => SayNoted(conversation))
            .Permit(Triggers.RequestHandedOver, Goodbye.Ended, (conversation, _) => SayNoted(conversation))
            .Ignore(Triggers.Person);
    }

    /// <summary>Leads to the number: confirmed by its end where it is known, typed otherwise.</summary>
    public static StateBuilder<Conversation> PermitToNumber<TInput>(
        this StateBuilder<Conversation> state, Trigger<TInput> trigger, Action<Conversation, TInput>? action = null)
        => state
            .PermitIf(trigger, ConfirmingNumber, KnownNumber<TInput>(), action)
            .PermitIf(trigger, EnteringNumber, KnownNumber<TInput>().Not(), action);

    /// <summary>True when the number that calls may be rung back.</summary>
    public static Guard<Conversation, TInput> KnownNumber<TInput>()
        => new("number known", (conversation, _) => conversation.Call.Caller.CanBeCalledBack);

    /// <summary>No order is proved.</summary>
    private static readonly Guard<Conversation, CommandGiven> NotProved = new("no order proved", (conversation, _) => conversation.Call.Order is null);

    /// <summary>True when there is a time to choose.</summary>
    public static bool HasTimes(Conversation conversation) => !Offered(conversation).IsEmpty;

    /// <summary>Notes the next time at which the caller can be called back, unless one is agreed.</summary>
    public static void Propose(Conversation conversation)
        => HandingOver.Change(conversation, handover => handover with { Window = handover.Window ?? Offered(conversation).FirstOrDefault() });

    /// <summary>
    /// The caller keeps the place and is called when its turn comes. The next hours in which people call are the promise: whatever happens,
    /// by their end somebody will have called.
    /// </summary>
    public static void KeepPlace(Conversation conversation) => HandingOver.Change(conversation, handover => handover with
    {
        Window = null,
        InTurnBy = Offered(conversation) is [var next, ..] ? conversation.Facts.Shop.At(next.Day, next.To) : handover.Due,
    });

    /// <summary>Says that a colleague will call.</summary>
    public static void SayColleague(Conversation conversation) => conversation.Say(Colleague.Say());

    /// <summary>Ends the call with the case as far as it got, confirmed in writing.</summary>
    public static void Conclude(Conversation conversation)
    {
        if (conversation.Call.Handover is not { CaseNumber: { } number } handover)
        {
            conversation.Say(Noted.Say());
        }
        else if (conversation.Call.Caller.CanBeCalledBack)
        {
            SayAgreed(conversation, handover with { Window = null, InTurnBy = null }, number);
        }
        else
        {
            conversation.Say(NoNumber.Say(("case", new DigitsSlot(number))));
        }

        Goodbye.Say(conversation);
    }

    private static void SayNoted(Conversation conversation)
    {
        conversation.Say(Noted.Say());
        HandingOver.Settle(conversation);
        Goodbye.Say(conversation);
    }

    // A time that was proposed before stands first no longer: who wants another one does not want to hear it again.
    private static ImmutableArray<CallbackWindow> Offered(Conversation conversation)
    {
        var handover = conversation.Call.Handover;
        var at = TimeZoneInfo.ConvertTime(handover?.OfferedAt ?? conversation.Facts.Now, conversation.Facts.Shop.TimeZone).DateTime;
        var windows = CallbackWindows.Next(conversation.Facts.Shop.Hours, at, Times + 1);
        return [.. windows.Where(window => window != handover?.Window).Take(Times)];
    }

    private static Utterance ChoiceQuestion(Conversation conversation)
    {
        HandingOver.Change(conversation, handover => handover with { OfferedAt = handover.OfferedAt ?? conversation.Facts.Now });
        return Choose.Say(("options", new ListSlot([.. Offered(conversation).Select((window, index) => ChooseOption.Say(
            ("day", new DateSlot(window.Day)),
            ("part", new ChoiceSlot(CallbackWindows.PartOf(window))),
            ("window", new WindowSlot(window.From, window.To)),
            ("key", new UtteranceSlot(KeyName.Of(index + 1)))))])));
    }

    private static MenuListen ChoiceListen(Conversation conversation) => new([
        .. Offered(conversation).Select((window, index) => new Option($"{Options.CallbackTime.Name} {index + 1}", index + 1, [])
        {
            Day = window.Day,
            From = window.From,
            Until = window.To,
        })]);

    private static void TakeTime(Conversation conversation, OptionChosen chosen)
    {
        var window = Offered(conversation)[chosen.Option[^1] - '1'];
        HandingOver.Change(conversation, handover => handover with { Window = window, InTurnBy = null });
    }

    private static void Refuse(Conversation conversation, PhoneOffered phone)
    {
        var ladder = conversation.Call.Ladder;
        conversation.Call = conversation.Call with { Ladder = ladder with { OtherKey = ladder.OtherKey + 1 } };
        conversation.Answer(Refused.Say());
    }

    private static void Save(Conversation conversation, bool typed)
    {
        var handover = conversation.Call.Handover;
        conversation.Await(new AgreeCallback(handover?.CaseNumber ?? string.Empty, conversation.Call.Order?.Id, handover?.Window, typed)
        {
            InTurnBy = handover?.InTurnBy,
        });
    }

    private static void Agree(Conversation conversation, CaseOpened opened)
    {
        HandingOver.Note(conversation, opened);
        SayAgreed(conversation, conversation.Call.Handover!, opened.CaseNumber);
        HandingOver.Settle(conversation);
        Goodbye.Say(conversation);
    }

    private static void SayAgreed(Conversation conversation, Handover handover, string number)
    {
        var (due, until) = DueWords.Of(handover.Due);
        var (named, channel) = (("case", new DigitsSlot(number)), ("channel", ChannelWords.Of(handover.Receipt)));
        conversation.Say(handover.Window is { } window
            ? Agreed.Say(("day", new DateSlot(window.Day)), ("window", new WindowSlot(window.From, window.To)), named, channel)
            : (handover.InTurnBy is null ? AgreedByDue : AgreedInTurn).Say(("due", due), ("until", until), named, channel));
    }
}
