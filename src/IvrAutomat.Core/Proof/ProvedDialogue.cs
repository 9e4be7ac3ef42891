using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;

namespace IvrAutomat.Proof;

/// <summary>The conversation that is proved, as the host uses it: the proof sees no more of it than the host does.</summary>
/// <param name="Begin">A call before its first input.</param>
/// <param name="Handle">Decides; pure.</param>
public sealed record ProvedDialogue(Func<string, Call> Begin, Func<Call, CallerInput, Facts, Turn> Handle)
{
    /// <summary>The shop's conversation.</summary>
    public static ProvedDialogue Shop { get; } = new(ShopDialogue.Begin, ShopDialogue.Handle);

    internal static State StateOf(Call call) => new(call.State);
}
