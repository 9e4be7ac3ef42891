using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// Slow mode: for who is old, hard of hearing, or not at home in the language. It is come to by <c>*</c> twice in a row, by asking for it, or by
/// itself after two silences in a row at one step; it is left by <c>*</c> twice in a row, and the host remembers it for the number's next call.
/// </summary>
internal static class SlowMode
{
    private static readonly PromptContract On = new("slow.on");
    private static readonly PromptContract Off = new("slow.off");
    private static readonly PromptContract Kept = new("slow.kept");

    /// <summary>Goes on as the number's last call ended, and says how to change it.</summary>
    public static void Remember(Conversation conversation, Caller caller)
    {
        if (caller.Slow)
        {
            conversation.Call = conversation.Call with { Slow = true };
            conversation.Say(Kept.Say());
        }
    }

    /// <summary>Slow from now on; said again to who asks for it again.</summary>
    public static void Enter(Conversation conversation)
    {
        conversation.Call = conversation.Call with { Slow = true };
        conversation.Say(On.Say());
    }

    /// <summary>From usual to slow, and back.</summary>
    public static void Change(Conversation conversation)
    {
        if (!conversation.Call.Slow)
        {
            Enter(conversation);
            return;
        }

        conversation.Call = conversation.Call with { Slow = false };
        conversation.Say(Off.Say());
    }

    /// <summary>The second silence in a row at one step: perhaps all of it was too fast.</summary>
    public static void AfterSilence(Conversation conversation)
    {
        if (conversation.WasJustSilent && conversation.Call is { Slow: false, Ladder.Silence: > 0 })
        {
            Enter(conversation);
        }
    }

    /// <summary>The step's question in a shorter or fuller form; slowly it is always said in whole sentences.</summary>
    public static Utterance Or(Conversation conversation, string variant)
        => Repetition.QuestionOf(conversation).As(conversation.Call.Slow ? Variants.Slow : variant);

    /// <summary>A rung of a ladder, in which a slow caller hears the question in whole sentences.</summary>
    public static Utterance Within(Conversation conversation, Utterance rung)
    {
        if (!conversation.Call.Slow)
        {
            return rung;
        }

        var question = new UtteranceSlot(Repetition.QuestionOf(conversation).As(Variants.Slow));
        return rung.With(LadderSlots.Short, question).With(LadderSlots.Full, question);
    }
}
