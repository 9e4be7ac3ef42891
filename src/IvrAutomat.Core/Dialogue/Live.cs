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

    private static void GiveUp(Conversation conversation)
    {
        conversation.Say(Trouble.Say());
        HandingOver.Because(conversation, HandoverReason.ShopUnavailable);
    }
}
