using System.Collections.Frozen;
using IvrAutomat.Calls;
using IvrAutomat.Flow;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The shop's conversation: all tasks composed into one flow. <see cref="Handle"/> is a pure function of call, input
/// and facts; the same three always give the same turn, so a journal of inputs can be replayed.
/// </summary>
public static class ShopDialogue
{
    static ShopDialogue()
    {
        var flow = new FlowBuilder<Conversation>();
        var steps = new Dictionary<State, Step>();
        Greeting.Configure(flow);
        Identifying.Configure(flow, steps);
        MismatchedPair.Configure(flow, steps);
        OrderMenu.Configure(flow, steps);
        ProvingByCode.Configure(flow, steps);
        ConfirmingOrder.Configure(flow, steps);
        Restoring.Configure(flow, steps);
        FollowingParcel.Configure(flow, steps);
        Cancelling.Configure(flow, steps);
        Paying.Configure(flow, steps);
        Returning.Configure(flow, steps);
        ArrangingReturn.Configure(flow, steps);
        Complaining.Configure(flow, steps);
        Invoicing.Configure(flow, steps);
        Rating.Configure(flow, steps);
        HandingOver.Configure(flow, steps);
        Goodbye.Configure(flow, steps);
        Live.Configure(flow);
        Working.Configure(flow);
        Flow = flow.Build(Greeting.Arriving);
        Steps = steps.ToFrozenDictionary();
    }

    /// <summary>The definition that all calls share.</summary>
    public static FlowDefinition<Conversation> Flow { get; }

    internal static FrozenDictionary<State, Step> Steps { get; }

    /// <summary>A call before its first input.</summary>
    /// <param name="callId">The carrier's identifier.</param>
    public static Call Begin(string callId) => new() { Id = callId, State = Flow.Initial.Name };

    /// <summary>What the call listens for in its present state; null while it waits for work or has ended.</summary>
    public static Listen? Listening(Call call, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Steps.TryGetValue(new State(call.State), out var step) ? ListenOf(step, new Conversation(call, facts)) : null;
    }

    /// <summary>True when the input means something where the call stands; late and repeated reports do not.</summary>
    public static bool Expects(Call call, CallerInput input)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(input);
        if (input is AgentTook took && call.Handover?.Waiting?.Room == took.Room)
        {
            return false;
        }

        Trigger? trigger = input switch
        {
            QueueLeft => Triggers.QueueLeft,
            AgentTook => Triggers.AgentTook,
            AgentLost => Triggers.AgentLost,
            GivenBack => Triggers.GivenBack,
            TalkEnded => Triggers.TalkEnded,
            _ => null,
        };
        return trigger is null || Flow.EdgesFrom(new State(call.State)).Any(edge => edge.Trigger == trigger && edge.Kind != EdgeKind.Ignore);
    }

    /// <summary>True while the caller waits in the queue, where silence is no silence.</summary>
    public static bool IsQueued(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.State == WaitingForAgent.State.Name;
    }

    /// <summary>Whether a turn tells the caller how long the wait may take.</summary>
    public static bool TellsWait(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Say.Any(said => said.Key == WaitingForAgent.ForecastKey);
    }

    /// <summary>The name of the state in which the caller talks to a person: it may last long without any input.</summary>
    public static string TalkingState => WaitingForAgent.Talking.Name;

    /// <summary>True while the caller talks to a person, or is about to.</summary>
    public static bool IsWithAgent(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.State == TalkingState;
    }

    /// <summary>Decides what an input means for a call.</summary>
    /// <exception cref="ArgumentException">The call is in a state that the flow does not know.</exception>
    public static Turn Handle(Call call, CallerInput input, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(input);
        var state = new State(call.State);
        if (!Flow.Knows(state))
        {
            throw new ArgumentException($"The flow has no state {state}.", nameof(call));
        }

        var conversation = new Conversation(
            call with
            {
                Version = call.Version + 1,
                Patient = false,
                JustRepeated = false,
                JustSilent = input is Silence,
                Awaiting = input is WorkFinished ? null : call.Awaiting,
                Rounds = input is StillWorking still ? still.Round : call.Rounds,
            },
            facts)
        { WasJustRepeated = call.JustRepeated, WasJustSilent = call.JustSilent };
        var firing = Fire(state, input, conversation);
        conversation.Call = conversation.Call with { AtGreeting = SpokenIn.IsAtGreeting(call, input, firing.Kind) };
        if (firing.Kind == EdgeKind.Move)
        {
            conversation.Call = conversation.Call with { State = firing.State.Name, Ladder = new Ladder() };
        }

        return Complete(conversation, firing);
    }

    private static Turn Complete(Conversation conversation, Firing firing)
    {
        Next next;
        if (Flow.IsFinal(firing.State))
        {
            next = new HangUpNext();
        }
        else if (WaitingForAgent.NextOf(conversation, firing) is { } waiting)
        {
            next = waiting;
        }
        else if (Steps.TryGetValue(firing.State, out var step))
        {
            if (!conversation.IsAnswered)
            {
                Ask(step, conversation, firing.Kind == EdgeKind.Move);
            }

            next = new ListenNext(ListenOf(step, conversation));
        }
        else
        {
            next = new WaitNext();
        }

        return new Turn(conversation.Call, conversation.Said, next, conversation.Work, conversation.Events, firing);
    }

    private static void Ask(Step step, Conversation conversation, bool isFirst)
    {
        if (isFirst && step.Before?.Invoke(conversation) is { } before)
        {
            conversation.Say(before);
        }

        conversation.Say(Repetition.Voiced(conversation, step.Question(conversation)));
    }

    private static Listen ListenOf(Step step, Conversation conversation)
    {
        var listen = step.Listen(conversation);
        return listen with
        {
            First = conversation.Call.AtGreeting,
            Languages = conversation.Call.AtGreeting ? SpokenIn.Keys(conversation) : [],
            Seconds = conversation.Call.Patient ? Step.PatientSeconds : conversation.Call.Slow ? listen.Seconds * 2 : listen.Seconds,

            // Noise that was taken for words once will be again: from then on the step trusts keys only.
            Speech = listen.Speech && conversation.Call.Ladder.NotUnderstood == 0,
        };
    }

    private static Firing Fire(State state, CallerInput input, Conversation conversation) => input switch
    {
        CallStarted started => Flow.Fire(state, Triggers.Started, conversation, started),
        OptionChosen chosen => Flow.Fire(state, Triggers.Of(chosen), conversation, chosen),
        CommandGiven given => Flow.Fire(state, Triggers.Of(given.Command), conversation, given),
        Silence silence => Flow.Fire(state, Triggers.Silent, conversation, silence),
        OtherKey other => Flow.Fire(state, Triggers.OtherKey, conversation, other),
        HabitHash hash => Flow.Fire(state, Triggers.HabitHash, conversation, hash),
        TooShort tooShort => Flow.Fire(state, Triggers.TooShort, conversation, tooShort),
        NotUnderstood not => Flow.Fire(state, Triggers.NotUnderstood, conversation, not),
        LanguageChosen language => Flow.Fire(state, Triggers.Language, conversation, language),
        EntryRestarted restarted => Flow.Fire(state, Triggers.EntryRestarted, conversation, restarted),
        NumberOffered number => Flow.Fire(state, Triggers.Number, conversation, number),
        PinOffered pin => Flow.Fire(state, Triggers.Pin, conversation, pin),
        PhoneOffered phone => Flow.Fire(state, Triggers.Phone, conversation, phone),
        CompanyOffered company => Flow.Fire(state, Triggers.Company, conversation, company),
        WordsTaken words => Flow.Fire(state, Triggers.Words, conversation, words),
        StillWorking still => Flow.Fire(state, Triggers.StillWorking, conversation, still),
        HungUp hungUp => Flow.Fire(state, Triggers.HungUp, conversation, hungUp),
        StillWaiting waiting => Flow.Fire(state, Triggers.StillWaiting, conversation, waiting),
        QueueLeft left => Flow.Fire(state, Triggers.QueueLeft, conversation, left),
        AgentTook took => Flow.Fire(state, Triggers.AgentTook, conversation, took),
        AgentLost lost => Flow.Fire(state, Triggers.AgentLost, conversation, lost),
        GivenBack back => Flow.Fire(state, Triggers.GivenBack, conversation, back),
        TalkEnded ended => Flow.Fire(state, Triggers.TalkEnded, conversation, ended),
        WorkFinished { Result: var result } => FireResult(state, result, conversation),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "Not an input of this conversation."),
    };

    private static Firing FireResult(State state, WorkResult result, Conversation conversation) => result switch
    {
        OrderRead read => Flow.Fire(state, Triggers.OrderRead, conversation, read),
        ShopUnavailable unavailable => Flow.Fire(state, Triggers.ShopUnavailable, conversation, unavailable),
        RequestDone done => Flow.Fire(state, Triggers.RequestDone, conversation, done),
        RequestRefused refused => Flow.Fire(state, Triggers.RequestRefused, conversation, refused),
        RequestHandedOver handed => Flow.Fire(state, Triggers.RequestHandedOver, conversation, handed),
        CodeSent sent => Flow.Fire(state, Triggers.CodeSent, conversation, sent),
        CodeNotSent none => Flow.Fire(state, Triggers.CodeNotSent, conversation, none),
        CourierOffered courier => Flow.Fire(state, Triggers.CourierOffered, conversation, courier),
        CaseOpened opened => Flow.Fire(state, Triggers.CaseOpened, conversation, opened),
        CaseClosed closed => Flow.Fire(state, Triggers.CaseClosed, conversation, closed),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, "Not a result of this conversation."),
    };
}
