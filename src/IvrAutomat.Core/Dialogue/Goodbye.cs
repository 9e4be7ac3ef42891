using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>After a finished task: is there anything else? Then the end, friendly only when something was finished.</summary>
internal static class Goodbye
{
    public static readonly State Asking = new("AskingForMore");
    public static readonly State Ended = new("Ended");

    private static readonly PromptContract More = new("more");
    private static readonly PromptContract Done = new("goodbye.done");
    private static readonly PromptContract Open = new("goodbye.open");

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        // A caller who is silent here has what they wanted.
        flow.Configure(Asking).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, OrderMenu.Offering)
            .PermitIf(Options.No, Rating.Asking, IsMarkDue)
            .PermitIf(Options.No, Ended, IsMarkDue.Not(), (conversation, _) => Say(conversation))
            .Permit(Triggers.Silent, Ended, (conversation, _) => Say(conversation));
        steps.Add(Asking, new Step(_ => More.Say(), _ => Options.YesOrNo));

        flow.Configure(Ended).Final()
            .OnEntry(End)
            .Ignore(Triggers.HungUp);
    }

    private static readonly Guard<Conversation, OptionChosen> IsMarkDue = new("a mark is due", (conversation, _) => Rating.IsDue(conversation));

    /// <summary>The last words.</summary>
    public static void Say(Conversation conversation)
        => conversation.Say((conversation.Call.Finished ? Done : Open).Say());

    // However the call ends, what a person owes is not left unconfirmed.
    private static void End(Conversation conversation)
    {
        HandingOver.KeepCase(conversation);
        conversation.Tell(CallEventKind.Ended);
    }
}
