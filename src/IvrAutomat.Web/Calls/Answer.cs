using System.Collections.Immutable;
using IvrAutomat.Calls;

namespace IvrAutomat.Web.Calls;

/// <summary>One answer to the carrier, in words; the carrier's own form of it is written elsewhere.</summary>
/// <param name="Said">What is spoken, in order.</param>
/// <param name="Next">What follows.</param>
/// <param name="Step">The step that the next request belongs to.</param>
/// <param name="Collected">How many digits of an entry are collected already.</param>
internal sealed record Answer(ImmutableArray<SpokenText> Said, Next Next, int Step, int Collected)
{
    /// <summary>The language that the caller is listened to in.</summary>
    public required string Language { get; init; }

    /// <summary>Names the caller's wait for a person, where the answer is about one.</summary>
    public string? Wait { get; init; }
}

/// <summary>A sentence as it is spoken. It may hold what the caller typed: it never goes to a log.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">Their language.</param>
/// <param name="Interruptible">Whether a key may cut them off.</param>
internal sealed record SpokenText(string Text, string Language, bool Interruptible)
{
    /// <summary>The key of the prompt that it is the plain text of; null for another variant and for what has none.</summary>
    public string? Key { get; init; }

    /// <summary>Said to a caller who asked to be spoken to slowly.</summary>
    public bool Slow { get; init; }

    /// <summary>It mentions what belongs to the caller and is not kept beyond the call.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Where its audio is, below the address of the automat; null: the carrier says the text.</summary>
    public string? Audio { get; init; }

    /// <summary>Seconds of silence after it, before the next text; a key counts in them.</summary>
    public int PauseAfter { get; init; }

    /// <inheritdoc />
    public override string ToString() => nameof(SpokenText);
}

/// <summary>Writes answers in the carrier's form.</summary>
/// <param name="Write">The bytes of an answer.</param>
/// <param name="HangUp">Ends a call that has ended for us.</param>
/// <param name="Again">Sends the carrier to a step once more, for a turn that somebody else is deciding.</param>
/// <param name="Human">Connects the caller with a person: the answer when nothing else can be said.</param>
internal sealed record AnswerForms(Func<Answer, byte[]> Write, Func<byte[]> HangUp, Func<int, byte[]> Again, Func<byte[]> Human)
{
    /// <summary>Where a call is, once more and without an effect; null for a call that is not known.</summary>
    public byte[]? Present(StoredCall? call) => call switch
    {
        null => null,

        // Work is under way: the last question has been answered, and whoever heard it again would answer it twice.
        { HasEnded: false, Call.Awaiting: not null } => Again(call.Call.Version),

        // Also after the end: whoever lost the last words hears them now, and the document hangs up by itself.
        { Answer: { } answer } => answer,
        { HasEnded: true } => HangUp(),
        _ => Again(call.Call.Version),
    };
}
