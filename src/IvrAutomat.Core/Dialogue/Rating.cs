using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// One school mark, 1 best to 5 worst, once a case and only after something was finished: one call, and further calls about the same order within
/// a week, are one case. A bad mark is answered by an offer to call back.
/// </summary>
internal static class Rating
{
    public static readonly State Asking = new("AskingForMark");
    public static readonly State OfferingCall = new("OfferingCallAfterMark");

    private const int WorstGoodMark = 3;

    private static readonly PromptContract Ask = new("rating.ask");
    private static readonly PromptContract Good = new("rating.good");
    private static readonly PromptContract Bad = new("rating.bad");

    /// <summary>Something was finished, and the caller has not been asked yet, in this call or lately about this order.</summary>
    public static bool IsDue(Conversation conversation) => conversation.Call is { Finished: true, Rated: false, Handover: null };

    private static readonly Guard<Conversation, OptionChosen> IsGood = new("1 to 3", (_, chosen) => MarkOf(chosen) <= WorstGoodMark);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Asking).SubstateOf(OrderMenu.Verified)
            .OnEntry(conversation => conversation.Call = conversation.Call with { Rated = true })
            .PermitIf(Options.Mark, Goodbye.Ended, IsGood, (conversation, chosen) =>
            {
                Note(conversation, chosen);
                conversation.Say(Good.Say());
                Goodbye.Say(conversation);
            })
            .PermitIf(Options.Mark, OfferingCall, IsGood.Not(), Note)
            .Permit(Triggers.HabitHash, Goodbye.Ended, (conversation, _) => Goodbye.Say(conversation))
            .Permit(Triggers.Silent, Goodbye.Ended, (conversation, _) => Goodbye.Say(conversation));
        steps.Add(Asking, new Step(_ => Ask.Say(), _ => new MenuListen([
            .. Enumerable.Range(1, 5).Select(mark => new Option($"{Options.Mark.Name} {mark}", mark, []))])));

        flow.Configure(OfferingCall).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, HandingOver.OpeningCase, (conversation, _) => HandingOver.Because(conversation, HandoverReason.BadMark))
            .Permit(Options.No, Goodbye.Ended, (conversation, _) => Goodbye.Say(conversation))
            .Permit(Triggers.Silent, Goodbye.Ended, (conversation, _) => Goodbye.Say(conversation));
        steps.Add(OfferingCall, new Step(_ => Bad.Say(), _ => Options.YesOrNo));
    }

    private static void Note(Conversation conversation, OptionChosen chosen)
        => conversation.Leave(new NoteRating(conversation.Call.Order?.Id, MarkOf(chosen)));

    private static int MarkOf(OptionChosen chosen) => chosen.Option[^1] - '0';
}
