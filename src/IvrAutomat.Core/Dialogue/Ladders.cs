using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// What happens when a step is not answered. Four different things, each counted apart: first short, then fuller,
/// then a person. Never a reproach, never an apology.
/// </summary>
internal static class Ladders
{
    private const int Last = 3;

    private static readonly PromptContract SilenceLast = new("silence.last");
    private static readonly PromptContract OtherKeyLast = new("other-key.last");
    private static readonly PromptContract TooShortLast = new("too-short.last");
    private static readonly PromptContract NotUnderstoodLast = new("not-understood.last");

    public static readonly Guard<Conversation, Silence> LastSilence = new(
        "last time", (conversation, _) => conversation.Call.Ladder.Silence + 1 >= Repetition.StepOf(conversation).LastSilence);

    public static readonly Guard<Conversation, OtherKey> LastOtherKey = new(
        "third time", (conversation, _) => conversation.Call.Ladder.OtherKey + 1 >= Last);

    public static readonly Guard<Conversation, TooShort> LastTooShort = new(
        "third time", (conversation, _) => conversation.Call.Ladder.TooShort + 1 >= Last);

    public static readonly Guard<Conversation, NotUnderstood> LastNotUnderstood = new(
        "third time", (conversation, _) => conversation.Call.Ladder.NotUnderstood + 1 >= Last);

    /// <summary>Gives a state all four ladders; the last rung leads to <paramref name="last"/>.</summary>
    /// <param name="state">The state, or a superstate of several steps.</param>
    /// <param name="last">Where the last rung leads.</param>
    /// <param name="leave">What the last rung does on the way; null says the ladder's last words and hands over.</param>
    public static StateBuilder<Conversation> Climb(this StateBuilder<Conversation> state, State last, Action<Conversation>? leave = null)
        => state
            .InternalIf(Triggers.Silent, LastSilence.Not(), Silence)
            .PermitIf(Triggers.Silent, last, LastSilence, (conversation, _) => Leave(conversation, SilenceLast, leave))
            .InternalIf(Triggers.OtherKey, LastOtherKey.Not(), OtherKey)
            .PermitIf(Triggers.OtherKey, last, LastOtherKey, (conversation, _) => Leave(conversation, OtherKeyLast, leave))
            .InternalIf(Triggers.TooShort, LastTooShort.Not(), TooShort)
            .PermitIf(Triggers.TooShort, last, LastTooShort, (conversation, _) => Leave(conversation, TooShortLast, leave))
            .InternalIf(Triggers.NotUnderstood, LastNotUnderstood.Not(), NotUnderstood)
            .PermitIf(Triggers.NotUnderstood, last, LastNotUnderstood, (conversation, _) => Leave(conversation, NotUnderstoodLast, leave));

    private static void Silence(Conversation conversation, Silence input)
    {
        var rung = conversation.Call.Ladder.Silence;
        SlowMode.AfterSilence(conversation);
        Count(conversation, conversation.Call.Ladder with { Silence = rung + 1 });
        conversation.Answer(SlowMode.Within(conversation, Repetition.QuestionOf(conversation).As(Variants.Silence, rung)));
    }

    private static void OtherKey(Conversation conversation, OtherKey input)
    {
        var rung = conversation.Call.Ladder.OtherKey;
        Count(conversation, conversation.Call.Ladder with { OtherKey = rung + 1 });
        var question = Repetition.QuestionOf(conversation);
        conversation.Answer(SlowMode.Within(conversation, question.As(Variants.OtherKey, rung))
            .With(LadderSlots.OptionsOneByOne, new UtteranceSlot(Repetition.SlowQuestionOf(conversation))));
    }

    private static void TooShort(Conversation conversation, TooShort input)
    {
        var rung = conversation.Call.Ladder.TooShort;
        Count(conversation, conversation.Call.Ladder with { TooShort = rung + 1 });
        var length = Repetition.StepOf(conversation).Listen(conversation) switch
        {
            NumberListen number => number.Lengths[0],
            SecretListen secret => secret.Lengths[0],
            _ => 1,
        };
        conversation.Answer(Repetition.QuestionOf(conversation).AsTooShort(rung, input.Length, length));
    }

    private static void NotUnderstood(Conversation conversation, NotUnderstood input)
    {
        var rung = conversation.Call.Ladder.NotUnderstood;
        Count(conversation, conversation.Call.Ladder with { NotUnderstood = rung + 1 });
        conversation.Answer(SlowMode.Within(conversation, Repetition.QuestionOf(conversation).As(Variants.NotUnderstood, rung)));
    }

    private static void Count(Conversation conversation, Ladder ladder)
        => conversation.Call = conversation.Call with { Ladder = ladder };

    private static void Leave(Conversation conversation, PromptContract words, Action<Conversation>? leave)
    {
        if (leave is not null)
        {
            leave(conversation);
            return;
        }

        conversation.Say(words.Say());
        HandingOver.Because(conversation, conversation.Call.Order is null ? HandoverReason.NotIdentified : HandoverReason.Stuck);
    }
}
