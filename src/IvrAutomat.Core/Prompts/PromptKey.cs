namespace IvrAutomat.Prompts;

/// <summary>What a prompt's key alone tells.</summary>
internal static class PromptKey
{
    /// <summary>A text message: read, not heard, so digits and abbreviations are in place.</summary>
    public static bool IsWritten(string key) => key.StartsWith("sms.", StringComparison.Ordinal);

    /// <summary>The longest that a prompt may be heard, in seconds.</summary>
    public static double LongestSeconds(string key) =>
        key.StartsWith("greeting.", StringComparison.Ordinal) ? 9
        : key.StartsWith("whisper.", StringComparison.Ordinal) ? 6
        : 20;
}
