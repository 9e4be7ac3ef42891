namespace IvrAutomat.Prompts;

/// <summary>
/// The variants of a prompt that have a meaning of their own. A prompt file may hold others ("text-no-undo"): those are said only
/// where a decision names them.
/// </summary>
public static class Variants
{
    /// <summary>The prompt itself.</summary>
    public const string Text = "text";

    /// <summary>The question alone, for the first repetition; falls back to <see cref="Text"/>.</summary>
    public const string Short = "short";

    /// <summary>The fuller question, for the second repetition; falls back to <see cref="Text"/>.</summary>
    public const string Full = "full";

    /// <summary>Whole sentences for a caller who asked to be spoken to slowly; falls back to <see cref="Text"/>.</summary>
    public const string Slow = "slow";

    /// <summary>One line of a list of options; has no fallback.</summary>
    public const string Option = "option";

    /// <summary>Ladder: nothing was heard.</summary>
    public const string Silence = "silence";

    /// <summary>Ladder: a key that means nothing here.</summary>
    public const string OtherKey = "other-key";

    /// <summary>Ladder: an entry with too few digits.</summary>
    public const string TooShort = "too-short";

    /// <summary>Ladder: speech that was not understood.</summary>
    public const string NotUnderstood = "not-understood";

    /// <summary>A ladder's rungs are the step's own, or else those of the shared prompt of the same name.</summary>
    internal static bool IsLadder(string variant) => variant is Silence or OtherKey or TooShort or NotUnderstood;

    internal static bool FallsBackToText(string variant) => variant is Short or Full or Slow;

    /// <summary>A variant that comes with the text and is said with the text's own slots.</summary>
    internal static bool BelongsToText(string variant) => variant == Text || FallsBackToText(variant) || IsLadder(variant);
}
