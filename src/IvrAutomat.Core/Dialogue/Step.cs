using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// A state in which the caller is listened to: its question, and what counts as an answer. Everything else about it
/// (help, ladders, repetition) follows from these two.
/// </summary>
/// <param name="Question">The question as it is put the first time; its variants are the prompt's variants.</param>
/// <param name="Listen">What the step listens for.</param>
public sealed record Step(Func<Conversation, Utterance> Question, Func<Conversation, Listen> Listen)
{
    /// <summary>What is said once, before the question, when the step is entered or repeated in full; it is not interruptible where it tells the consequence of a destructive answer.</summary>
    public Func<Conversation, Utterance?>? Before { get; init; }

    /// <summary>The silence that leads to a person. A help menu, itself reached by a silence, has one less.</summary>
    public int LastSilence { get; init; } = 3;

    /// <summary>Steps where the caller looks something up wait longer than the usual five seconds.</summary>
    public const int PatientSeconds = 20;
}
