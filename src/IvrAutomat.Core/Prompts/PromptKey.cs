namespace IvrAutomat.Prompts;

/// <summary>What a prompt's key alone tells.</summary>
internal static class PromptKey
{
    /// <summary>A message: read, not heard, so digits and abbreviations are in place.</summary>
    public static bool IsWritten(string key) => IsText(key) || key.StartsWith("email.", StringComparison.Ordinal);

    /// <summary>A text message, which has to fit into 160 plain letters; an e-mail has not.</summary>
    public static bool IsText(string key) => key.StartsWith("sms.", StringComparison.Ordinal);

    /// <summary>
    /// The longest that a prompt may be heard, in seconds. A repeated question is for somebody who has heard it, and an option is one of several.
    /// </summary>
    public static double LongestSeconds(string key, string variant) => variant switch
    {
        _ when key.StartsWith("greeting.", StringComparison.Ordinal) => 9,
        _ when key.StartsWith("whisper.", StringComparison.Ordinal) => 6,
        Variants.Option => 6,
        Variants.Short => 16,
        _ => 20,
    };
}
