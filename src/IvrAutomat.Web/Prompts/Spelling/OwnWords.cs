namespace IvrAutomat.Web.Prompts.Spelling;

/// <summary>
/// The words of a shop that no dictionary has: <c>prompts/&lt;language&gt;/spelling.txt</c>, one word a line; whatever follows <c>#</c> is
/// a remark. A word counts with a capital letter too; a word written with one counts only so.
/// </summary>
internal static class OwnWords
{
    /// <summary>The file in a language's folder.</summary>
    public const string FileName = "spelling.txt";

    // A list of everything a shop sells; more was put here by mistake.
    private const int MostWords = 20_000;

    /// <summary>The words of a language; none when there is no file.</summary>
    public static HashSet<string> Read(string folder, string language)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var file = Path.Combine(folder, language, FileName);
        try
        {
            foreach (var line in File.ReadLines(file).Take(MostWords))
            {
                if (line.Split('#')[0].Trim() is { Length: > 0 } word)
                {
                    words.Add(word);
                    words.Add(char.ToUpperInvariant(word[0]) + word[1..]);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No list, or one that nobody may read: every word is then judged by the dictionary alone.
        }

        return words;
    }
}
