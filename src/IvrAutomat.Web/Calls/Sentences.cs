namespace IvrAutomat.Web.Calls;

/// <summary>Where a spoken text may be cut so that no sentence is torn.</summary>
internal static class Sentences
{
    /// <summary>The sentences of a text, without the blanks around them.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) && EndsAt(text.AsSpan(0, at), text.AsSpan(at)))
            {
                sentences.Add(text[start..at].Trim());
                start = at;
            }
        }

        var last = text[start..].Trim();
        return last.Length == 0 ? sentences : [.. sentences, last];
    }

    /// <summary>
    /// Whether a sentence ends between the two. A full stop after a digit is a Czech ordinal ("5. května") and one before a small letter an
    /// abbreviation: neither ends one.
    /// </summary>
    /// <param name="before">The text up to a blank.</param>
    /// <param name="after">The text from the blank on.</param>
    public static bool EndsAt(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before is not [.., var previous, var mark])
        {
            return false;
        }

        var next = after.TrimStart();
        return mark is '!' or '?' or '…'
            || (mark == '.' && !char.IsDigit(previous) && !next.IsEmpty && !char.IsLower(next[0]) && !char.IsDigit(next[0]));
    }
}
