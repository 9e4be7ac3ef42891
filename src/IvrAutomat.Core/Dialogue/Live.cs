using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>What is always true while a call lives: the one superstate of all others but the end.</summary>
internal static class Live
{
    public static readonly State State = new("Live");

    private static readonly PromptContract Trouble = new("trouble.person");

    public static void Configure(FlowBuilder<Conversation> flow) => flow.Configure(State)
        .Climb(HandingOver.OpeningCase)
        .Permit(Triggers.Person, HandingOver.OpeningCase, HandingOver.Asked)
        .Permit(Triggers.RequestHandedOver, HandingOver.OpeningCase, (conversation, _) => GiveUp(conversation))
        .Permit(Triggers.ShopUnavailable, HandingOver.OpeningCase, (conversation, _) => Working.Forsake(conversation))
        .Permit(Triggers.HungUp, Goodbye.Ended)
        .Permit(Triggers.End, Goodbye.Ended, (conversation, _) => Goodbye.Say(conversation))
        .Internal(Triggers.Repeat, Repetition.Repeat)
        .Internal(Triggers.Slower, Repetition.SlowDown)
        .Internal(Triggers.Wait, Repetition.GiveTime)
        .Internal(Triggers.Hello, Repetition.AskShortly)
        .Internal(Triggers.Help, Repetition.AskFully)
        .Internal(Triggers.Back, Repetition.AskShortly)
        .Internal(Triggers.HabitHash, Repetition.AskShortly)
        .Internal(Triggers.Language, SpokenIn.Change)
        .Internal(Triggers.EntryRestarted, Repetition.ListenOn);

    /// <summary>The state waits for something other than the caller: whatever the caller does meanwhile means nothing there.</summary>
    public static StateBuilder<Conversation> Deaf(StateBuilder<Conversation> state) => state
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
        .Ignore(Triggers.EntryRestarted)
        .Ignore(Triggers.Person)
        .Ignore(Triggers.End);

    private static void GiveUp(Conversation conversation)
    {
        conversation.Say(Trouble.Say());
        HandingOver.Because(conversation, HandoverReason.ShopUnavailable);
    }
}
