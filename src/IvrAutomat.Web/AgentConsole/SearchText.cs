namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// Compares names as people type them: without regard to case, háčky and čárky. The letters are our own table, because the program runs
/// without the cultures of its machine, and those would do the folding.
/// </summary>
internal static class SearchText
{
    private const string Marked = "áäàâãåąčćçďđéěëèêęíïìîľĺłňńñóöôòõőøřŕšśşťţúůüùûűýÿžźż";
    private const string Plain = "aaaaaaacccddeeeeeeiiiilllnnnooooooorrsssttuuuuuuyyzzz";

    /// <summary>Whether a text contains what was typed.</summary>
    public static bool Contains(string? text, string typed) => text is not null && Fold(text).Contains(Fold(typed), StringComparison.Ordinal);

    /// <summary>The text in small letters without marks.</summary>
    public static string Fold(string text) => string.Concat(text.ToLowerInvariant().Select(
        letter => Marked.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 ? Plain[place] : letter));
}
