using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The caller waits for a person, with music and an honest place, and at most once a minute a word. Whatever happens to
/// the people who are rung meanwhile, the place is kept; whoever does not want to wait is called back.
/// </summary>
internal static class WaitingForAgent
{
    public static readonly State State = new("WaitingForAgent");
    public static readonly State Leaving = new("LeavingQueue");
    public static readonly State Talking = new("TalkingToAgent");
    public static readonly State Nobody = new("NobodyFree");

    /// <summary>The key of the prompt that tells how long it may take.</summary>
    public const string ForecastKey = "queue.range";

    /// <summary>Between two words in the queue.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    /// <summary>The longest stretch of music; then the place is counted again.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(30);

    private static readonly PromptContract Connect = new("handover.connect");
    private static readonly PromptContract ConnectUnverified = new("handover.unverified");
    private static readonly PromptContract Returned = new("handover.returned");
    private static readonly PromptContract Ahead = new("queue.ahead", ("ahead", SlotKind.Number));
    private static readonly PromptContract Forecast = new(ForecastKey, ("from", SlotKind.Number), ("to", SlotKind.Number));
    private static readonly PromptContract Comfort = new("queue.comfort");
    private static readonly PromptContract Offer = new("queue.offer");
    private static readonly PromptContract OfferOwnFault = new("queue.offer.ours");
    private static readonly PromptContract Joining = new("queue.joining");
    private static readonly PromptContract NobodyFree = new("queue.nobody", ("day", SlotKind.Date), ("window", SlotKind.Window));

    private static readonly Guard<Conversation, StillWaiting> TooLong = new(
        "too long", (conversation, _) => WaitOf(conversation) is { } wait && conversation.Facts.Now >= wait.Until && CallingBack.HasTimes(conversation));

    private static readonly Guard<Conversation, OptionChosen> Cancellable = new(
        "own fault", (conversation, _) => MayCancel(conversation));

    private static readonly Guard<Conversation, TalkEnded> Happened = new("talked", (_, ended) => ended.Happened);

    private static readonly Guard<Conversation, AgentTook> Elsewhere = new(
        "another person", (conversation, took) => WaitOf(conversation)?.Room != took.Room);

    private static readonly Guard<Conversation, GivenBack> OrderProved = new("order proved", (conversation, _) => conversation.Call.Order is not null);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        // A hang-up here is settled with the wait itself, by whoever looks after the people who are rung for it.
        flow.Configure(State).SubstateOf(Live.State)
            .InternalIf(Triggers.StillWaiting, TooLong.Not(), GiveWord)
            .PermitIf(Triggers.StillWaiting, Leaving, TooLong, (conversation, _) => Go(conversation, QueueExit.Nobody))
            .Permit(Options.CallMeBack, Leaving, (conversation, _) => Go(conversation, QueueExit.Callback))
            .PermitIf(Options.Cancel, Leaving, Cancellable, (conversation, _) => Go(conversation, QueueExit.Cancel))
            .InternalIf(Options.Cancel, Cancellable.Not(), Repetition.AskShortly)
            .Permit(Triggers.Back, Leaving, (conversation, _) => Go(conversation, QueueExit.Automat))
            .PermitToNumber(Triggers.QueueLeft, (conversation, _) => CallingBack.KeepPlace(conversation))
            .Permit(Triggers.AgentTook, Talking, Meet)
            .PermitIf(Triggers.GivenBack, OrderMenu.Offering, OrderProved, TakeBack)
            .PermitIf(Triggers.GivenBack, Identifying.EnteringNumber, OrderProved.Not(), TakeBack)
            .Permit(Triggers.HungUp, Goodbye.Ended, (conversation, _) => HandingOver.Settle(conversation))
            .Internal(Triggers.Person, Repetition.AskShortly)
            .Internal(Triggers.OtherKey, Repetition.AskShortly)
            .Internal(Triggers.NotUnderstood, Repetition.AskShortly)
            .Ignore(Triggers.TooShort)
            .Ignore(Triggers.Silent);
        steps.Add(State, new Step(Question, Listen) { Before = Place });

        LeaveTo(Live.Deaf(flow.Configure(Leaving).SubstateOf(Live.State)));
        Live.Deaf(flow.Configure(Talking).SubstateOf(Live.State))
            .InternalIf(Triggers.AgentTook, Elsewhere, Meet)
            .PermitIf(Triggers.TalkEnded, Goodbye.Ended, Happened, (conversation, _) => HandingOver.Settle(conversation))
            .PermitIf(Triggers.TalkEnded, State, Happened.Not(), (conversation, _) => WaitOn(conversation))
            .Permit(Triggers.AgentLost, State, (conversation, _) => WaitOn(conversation))
            .Permit(Triggers.HungUp, Goodbye.Ended, (conversation, _) => HandingOver.Settle(conversation));

        flow.Configure(Nobody).SubstateOf(HandingOver.State)
            .PermitToNumber(Options.Yes)
            .Permit(Options.OtherTime, CallingBack.Choosing)
            .Permit(Options.KeepWaiting, State, (conversation, _) => Join(conversation));
        steps.Add(Nobody, new Step(NobodyQuestion, _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes),
            Options.On(2, Options.OtherTime, SpokenCommand.No),
            Options.On(3, Options.KeepWaiting, SpokenCommand.KeepWaiting)])));
    }

    /// <summary>
    /// Joins the queue; to be followed by a move to <see cref="State"/>. Who has waited before keeps the place, also one who was to be
    /// called back in turn.
    /// </summary>
    public static void Join(Conversation conversation)
    {
        var (call, now) = (conversation.Call, conversation.Facts.Now);
        HandingOver.Change(conversation, handover => handover with
        {
            Waiting = new Waiting(handover.Waiting?.Since ?? handover.QueuedSince ?? now, now + conversation.Facts.Shop.WaitLimit, call.Version),
        });
    }

    /// <summary>Says that the caller is being connected.</summary>
    public static void SayConnecting(Conversation conversation)
        => conversation.Say((conversation.Call.Order is null ? ConnectUnverified : Connect).Say());

    /// <summary>What follows the words of a turn that ends in one of these states; null in all others.</summary>
    public static Next? NextOf(Conversation conversation, Firing firing)
    {
        if (firing.State == Leaving)
        {
            return new LeaveNext();
        }

        if (WaitOf(conversation) is not { } wait)
        {
            return null;
        }

        return firing.State == Talking && wait.Room is { } room ? new MeetNext(room)
            : firing.State == State
                ? new QueueNext(Listen(conversation), firing.Kind == EdgeKind.Move, QuietAfter(conversation, wait), wait.JoinedAt)
                : null;
    }

    private static Waiting? WaitOf(Conversation conversation) => conversation.Call.Handover?.Waiting;

    private static bool MayCancel(Conversation conversation)
        => conversation.Call is { Handover.Reason: var reason, Order: { } order } && HandingOver.IsOurs(reason)
            && OrderPolicy.WhyNot(order, OrderTask.Cancel) is null;

    private static void LeaveTo(StateBuilder<Conversation> leaving)
    {
        foreach (var (exit, name) in new[] { (QueueExit.Nobody, "nobody free"), (QueueExit.Cancel, "to cancel") })
        {
            var goes = new Guard<Conversation, QueueLeft>(name, (conversation, _) => ExitOf(conversation) == exit);
            leaving.PermitIf(Triggers.QueueLeft, exit == QueueExit.Nobody ? Nobody : Cancelling.Confirming, goes, (conversation, _) => CallingBack.Propose(conversation));
        }

        Guard<Conversation, QueueLeft> Goes(QueueExit exit, string name, Func<Call, bool> also)
            => new(name, (conversation, _) => ExitOf(conversation) == exit && also(conversation.Call));

        leaving
            .PermitIf(Triggers.QueueLeft, CallingBack.ConfirmingNumber, Goes(QueueExit.Callback, "callback, number known", call => call.Caller.CanBeCalledBack), KeepPlace)
            .PermitIf(Triggers.QueueLeft, CallingBack.EnteringNumber, Goes(QueueExit.Callback, "callback, number not known", call => !call.Caller.CanBeCalledBack), KeepPlace)
            .PermitIf(Triggers.QueueLeft, OrderMenu.Offering, Goes(QueueExit.Automat, "to the automat, order proved", call => call.Order is not null), Withdraw)
            .PermitIf(Triggers.QueueLeft, Identifying.EnteringNumber, Goes(QueueExit.Automat, "to the automat, no order proved", call => call.Order is null), Withdraw);
    }

    private static QueueExit? ExitOf(Conversation conversation) => WaitOf(conversation)?.Exit;

    private static void KeepPlace(Conversation conversation, QueueLeft left) => CallingBack.KeepPlace(conversation);

    private static void Withdraw(Conversation conversation, QueueLeft left) => HandingOver.Withdraw(conversation);

    private static void Go(Conversation conversation, QueueExit exit) => ChangeWait(conversation, wait => wait with { Exit = exit });

    private static void TakeBack(Conversation conversation, GivenBack back)
    {
        conversation.Say(Returned.Say());
        HandingOver.Settle(conversation);
    }

    private static void Meet(Conversation conversation, AgentTook took)
    {
        conversation.Say(Joining.Say());
        ChangeWait(conversation, wait => wait with { Room = took.Room });
    }

    private static void WaitOn(Conversation conversation)
    {
        conversation.Say(Comfort.Say());
        ChangeWait(conversation, wait => wait with { LastWordAt = conversation.Facts.Now, Room = null });
    }

    private static void GiveWord(Conversation conversation, StillWaiting still)
    {
        var wait = WaitOf(conversation);
        var isFirst = wait?.LastWordAt is null;
        var movedUp = !isFirst && still.Ahead < wait!.Ahead;
        ChangeWait(conversation, before => before with { Ahead = still.Ahead });
        if (!isFirst && conversation.Facts.Now - wait!.LastWordAt < Silence)
        {
            conversation.Answer(null);
            return;
        }

        ChangeWait(conversation, before => before with { LastWordAt = conversation.Facts.Now });
        conversation.Say(isFirst || movedUp ? Place(conversation) : Comfort.Say());
        if ((isFirst || movedUp) && still.Forecast is { } range)
        {
            conversation.Say(Forecast.Say(("from", new NumberSlot(range.From)), ("to", new NumberSlot(range.To))));
        }

        conversation.Answer(Repetition.Voiced(conversation, Question(conversation)));
    }

    private static TimeSpan QuietAfter(Conversation conversation, Waiting wait)
    {
        var now = conversation.Facts.Now;
        var word = (wait.LastWordAt ?? now) + Silence - now;
        var limit = wait.Until - now;
        var quiet = word < limit ? word : limit;
        return quiet > Stretch ? Stretch : quiet < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : quiet;
    }

    private static Utterance Place(Conversation conversation) => Ahead.Say(("ahead", new NumberSlot(WaitOf(conversation)?.Ahead ?? 0)));

    private static Utterance Question(Conversation conversation) => (MayCancel(conversation) ? OfferOwnFault : Offer).Say();

    private static Utterance NobodyQuestion(Conversation conversation)
    {
        var window = conversation.Call.Handover?.Window
            ?? throw new InvalidOperationException($"No time is proposed in {conversation.Call.State}.");
        return NobodyFree.Say(("day", new DateSlot(window.Day)), ("window", new WindowSlot(window.From, window.To)));
    }

    // Keys only: music and a room full of people would be taken for words.
    private static MenuListen Listen(Conversation conversation) => new([Options.On(1, Options.CallMeBack), Options.On(2, Options.Cancel)])
    {
        Seconds = 1,
        Speech = false,
    };

    private static void ChangeWait(Conversation conversation, Func<Waiting, Waiting> change) => HandingOver.Change(
        conversation, handover => handover.Waiting is { } wait ? handover with { Waiting = change(wait) } : handover);
}
