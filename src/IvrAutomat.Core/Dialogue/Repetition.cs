using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>Saying a step's question again: as asked for, or up the ladder when it was not answered.</summary>
internal static class Repetition
{
    /// <summary>The question as this caller hears it: whole sentences for one who is spoken to slowly.</summary>
    public static Utterance Voiced(Conversation conversation, Utterance question)
        => conversation.Call.Slow && question.Variant == Variants.Text ? question.As(Variants.Slow) : question;

    /// <summary><c>*</c> repeats in full; asked for twice in a row it changes between slow and usual speech.</summary>
    public static void Repeat(Conversation conversation, CommandGiven command)
    {
        if (conversation.WasJustRepeated)
        {
            SlowMode.Change(conversation);
        }

        conversation.Call = conversation.Call with { JustRepeated = !conversation.WasJustRepeated };
        AskInFull(conversation);
    }

    /// <summary>Slow speech, and the question once more.</summary>
    public static void SlowDown(Conversation conversation, CommandGiven command)
    {
        SlowMode.Enter(conversation);
        AskInFull(conversation);
    }

    /// <summary>The short question, for a caller who only wants to know that somebody is there.</summary>
    public static void AskShortly<TInput>(Conversation conversation, TInput input)
        => conversation.Answer(SlowMode.Or(conversation, Variants.Short));

    /// <summary>The fuller question, for a caller who does not know what to do.</summary>
    public static void AskFully<TInput>(Conversation conversation, TInput input)
        => conversation.Answer(SlowMode.Or(conversation, Variants.Full));

    /// <summary>Twenty seconds without a word.</summary>
    public static void GiveTime(Conversation conversation, CommandGiven command)
    {
        conversation.Call = conversation.Call with { Patient = true };
        conversation.Answer(null);
    }

    /// <summary>Listens on without a word.</summary>
    public static void ListenOn(Conversation conversation, EntryRestarted input) => conversation.Answer(null);

    private static void AskInFull(Conversation conversation)
    {
        if (StepOf(conversation).Before?.Invoke(conversation) is { } before)
        {
            conversation.Say(before);
        }

        conversation.Answer(Voiced(conversation, QuestionOf(conversation)));
    }

    internal static Utterance QuestionOf(Conversation conversation) => StepOf(conversation).Question(conversation);

    /// <summary>The question in whole sentences, its options too, for this once.</summary>
    internal static Utterance SlowQuestionOf(Conversation conversation)
    {
        var call = conversation.Call;
        conversation.Call = call with { Slow = true };
        var question = QuestionOf(conversation).As(Variants.Slow);
        conversation.Call = call;
        return question;
    }

    internal static Step StepOf(Conversation conversation) => ShopDialogue.Steps[new Flow.State(conversation.Call.State)];
}
