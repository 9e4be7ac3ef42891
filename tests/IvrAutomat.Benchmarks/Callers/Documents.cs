namespace IvrAutomat.Benchmarks.Callers;

/// <summary>Reads from a document what a caller's next step needs. Not a TwiML reader: it finds two URLs and the end.</summary>
internal static class Documents
{
    /// <summary>Where the call goes on; null when the document does not say.</summary>
    public static string? NextOf(string document, Doing doing)
        => doing.IsSilence ? Between(document, "<Redirect", ">", "</Redirect>") : Between(document, "<Gather", "action=\"", "\"");

    /// <summary>Whether the document ends the call by itself, without connecting a person.</summary>
    public static bool HangsUp(string document)
        => document.Contains("<Hangup", StringComparison.Ordinal) && !document.Contains("<Dial", StringComparison.Ordinal);

    private static string? Between(string document, string element, string before, string after)
    {
        var at = document.IndexOf(element, StringComparison.Ordinal);
        var start = at < 0 ? -1 : document.IndexOf(before, at, StringComparison.Ordinal);
        var end = start < 0 ? -1 : document.IndexOf(after, start + before.Length, StringComparison.Ordinal);
        return end < 0 ? null : document[(start + before.Length)..end];
    }
}
