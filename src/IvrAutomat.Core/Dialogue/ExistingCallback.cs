using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>A callback has been agreed before: it is kept, moved or called off. Nobody is ever called back twice for one thing.</summary>
internal static class ExistingCallback
{
    public static readonly State State = new("ExistingCallback");

    /// <summary>People are on the phone, and the caller is to be called back in turn: that goes on, or the caller waits in the same place.</summary>
    public static readonly State InTurn = new("CallbackInTurn");

    private static readonly State CallingOff = new("CallingOffCallback");

    private static readonly PromptContract Exists = new("callback.exists", ("day", SlotKind.Date), ("window", SlotKind.Window));
    private static readonly PromptContract Running = new("callback.running");
    private static readonly PromptContract Kept = new("callback.kept");
    private static readonly PromptContract Cancelled = new("callback.cancelled");

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(State).SubstateOf(HandingOver.State)
            .Permit(Options.Yes, Goodbye.Ended, (conversation, _) => End(conversation, Kept))
            .Permit(Options.OtherTime, CallingBack.Choosing)
            .Permit(Options.Cancel, CallingOff, CallOff);
        steps.Add(State, new Step(Question, _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes, SpokenCommand.Keep),
            Options.On(2, Options.OtherTime, SpokenCommand.No),
            Options.On(3, Options.Cancel, SpokenCommand.Cancel)])));

        flow.Configure(InTurn).SubstateOf(HandingOver.State)
            .Permit(Options.Yes, Goodbye.Ended, (conversation, _) => End(conversation, Kept))
            .Permit(Options.KeepWaiting, WaitingForAgent.State, WaitHere)
            .Permit(Options.Cancel, CallingOff, CallOff);
        steps.Add(InTurn, new Step(_ => Running.Say(), _ => new MenuListen([
            Options.On(1, Options.Yes, SpokenCommand.Yes, SpokenCommand.Keep),
            Options.On(2, Options.KeepWaiting, SpokenCommand.KeepWaiting, SpokenCommand.No),
            Options.On(3, Options.Cancel, SpokenCommand.Cancel)])));

        flow.Configure(CallingOff).SubstateOf(Working.State)
            .Permit(Triggers.CaseClosed, Goodbye.Ended, (conversation, _) => End(conversation, Cancelled))
            .PermitIf(Triggers.StillWorking, Goodbye.Ended, Working.GaveUp, (conversation, _) => End(conversation, Cancelled))
            .Ignore(Triggers.Person);
    }

    private static Utterance Question(Conversation conversation)
    {
        var window = conversation.Call.Handover?.Window
            ?? throw new InvalidOperationException($"No callback is agreed in {conversation.Call.State}.");
        return Exists.Say(("day", new DateSlot(window.Day)), ("window", new WindowSlot(window.From, window.To)));
    }

    private static void WaitHere(Conversation conversation, OptionChosen chosen)
    {
        WaitingForAgent.SayConnecting(conversation);
        WaitingForAgent.Join(conversation);
    }

    private static void CallOff(Conversation conversation, OptionChosen cancel) => conversation.Await(
        new CancelCallback(conversation.Call.Handover?.CaseNumber ?? string.Empty, conversation.Call.Order?.Id));

    private static void End(Conversation conversation, PromptContract words)
    {
        conversation.Say(words.Say());
        HandingOver.Settle(conversation);
        Goodbye.Say(conversation);
    }
}
