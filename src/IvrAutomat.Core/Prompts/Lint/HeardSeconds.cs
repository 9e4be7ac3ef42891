namespace IvrAutomat.Prompts.Lint;

/// <summary>How long a text takes to hear: an estimate from its letters and pauses, measured against Czech synthesis.</summary>
internal static class HeardSeconds
{
    private const double PerCharacter = 0.07;
    private const double PerComma = 0.15;
    private const double PerSentenceEnd = 0.35;

    public static double Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seconds = text.Length * PerCharacter;
        for (var i = 0; i < text.Length; i++)
        {
            seconds += text[i] switch
            {
                ',' => PerComma,
                '.' when IsWithinSentence(text.AsSpan(i + 1)) => 0,
                '.' or '?' or '!' => PerSentenceEnd,
                _ => 0,
            };
        }

        return seconds;
    }

    // "p.m.", "a. s.": no voice pauses where a small letter or a comma follows.
    private static bool IsWithinSentence(ReadOnlySpan<char> after)
        => after.TrimStart() is [var next, ..] && (char.IsLower(next) || next == ',');
}
