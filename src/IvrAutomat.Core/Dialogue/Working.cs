using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The superstate of all states that wait for the shop and not for the caller. The wait is announced once; after four
/// turns without a result the conversation goes on without it.
/// </summary>
internal static class Working
{
    public static readonly State State = new("Working");

    /// <summary>Turns that may end without a result.</summary>
    private const int Rounds = 4;

    private static readonly PromptContract WaitStart = new("wait.start");
    private static readonly PromptContract WaitMore = new("wait.more");
    private static readonly PromptContract WaitGaveUp = new("wait.gave-up");

    public static readonly Guard<Conversation, StillWorking> GaveUp = new("four rounds", (_, still) => still.Round > Rounds);

    public static void Configure(FlowBuilder<Conversation> flow) => flow.Configure(State)
        .SubstateOf(Live.State)
        .InternalIf(Triggers.StillWorking, GaveUp.Not(), (conversation, still) => Announce(conversation, still, WaitStart))
        .PermitIf(Triggers.StillWorking, HandingOver.OpeningCase, GaveUp, (conversation, _) => Forsake(conversation))
        .Ignore(Triggers.Silent)
        .Ignore(Triggers.OtherKey)
        .Ignore(Triggers.TooShort)
        .Ignore(Triggers.NotUnderstood)
        .Ignore(Triggers.Repeat)
        .Ignore(Triggers.Slower)
        .Ignore(Triggers.Wait)
        .Ignore(Triggers.Hello)
        .Ignore(Triggers.Help)
        .Ignore(Triggers.Back)
        .Ignore(Triggers.HabitHash)
        .Ignore(Triggers.EntryRestarted);

    /// <summary>Says once that the caller has to wait, and later that it goes on.</summary>
    public static void Announce(Conversation conversation, StillWorking still, PromptContract start)
    {
        if (still.Round == 1)
        {
            conversation.Say(start.Say());
        }
        else if (still.Round == 3)
        {
            conversation.Say(WaitMore.Say());
        }
    }

    /// <summary>The shop does not answer: a person takes over.</summary>
    public static void Forsake(Conversation conversation)
    {
        conversation.Say(WaitGaveUp.Say());
        HandingOver.Because(conversation, HandoverReason.ShopUnavailable);
    }
}
