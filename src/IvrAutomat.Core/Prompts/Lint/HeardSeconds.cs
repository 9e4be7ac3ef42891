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
        foreach (var sign in text)
        {
            seconds += sign switch
            {
                ',' => PerComma,
                '.' or '?' or '!' => PerSentenceEnd,
                _ => 0,
            };
        }

        return seconds;
    }
}
