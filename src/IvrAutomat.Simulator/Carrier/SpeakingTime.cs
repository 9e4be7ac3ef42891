namespace IvrAutomat.Simulator.Carrier;

/// <summary>How long a text takes when it is spoken.</summary>
internal static class SpeakingTime
{
    private const double PerCharacter = 0.07;
    private const double PerComma = 0.15;
    private const double PerSentence = 0.35;

    /// <summary>Seconds; a run of marks (<c>…</c>, <c>?!</c>) counts as one pause, a point inside a number as none.</summary>
    public static double Of(string text)
    {
        var seconds = PerCharacter * text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var last = i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]);
            seconds += text[i] switch
            {
                ',' or ';' or ':' when last => PerComma,
                '.' or '!' or '?' or '…' when last => PerSentence,
                _ => 0,
            };
        }

        return Math.Round(seconds, 3);
    }
}
