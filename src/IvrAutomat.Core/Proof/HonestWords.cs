using IvrAutomat.Calls;

namespace IvrAutomat.Proof;

/// <summary>
/// Prompts that tell a caller where the person is who was asked for: connected, in the queue, called back and when, or noted. Every prompt
/// of these parts does; a new part of the conversation about people is entered here.
/// </summary>
internal static class HonestWords
{
    private static readonly string[] Parts = ["handover.", "queue.", "callback.", "closed.", "ours."];

    public static bool AreIn(Turn turn) => turn.Say.Any(said => Parts.Any(part => said.Key.StartsWith(part, StringComparison.Ordinal)));
}
