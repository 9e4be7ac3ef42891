namespace IvrAutomat.Language;

/// <summary>A word of recognised speech in lower case without diacritics, and whether punctuation stood before it.</summary>
internal readonly record struct SpokenWord(string Text, bool AfterPause);

/// <summary>
/// Speech as a recogniser wrote it, cut into words. All work that follows is bounded here: longer speech than anyone dictates is not read at all.
/// </summary>
internal static class SpeechText
{
    /// <summary>Twenty digits dictated word by word with corrections stay well below.</summary>
    private const int LongestSpeech = 1_000;

    private const int MostWords = 120;
    private const int LongestWord = 60;

    /// <summary>The words, or none when the speech is longer than anything a step could mean.</summary>
    public static IReadOnlyList<SpokenWord> Words(string speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        if (speech.Length > LongestSpeech)
        {
            return [];
        }

        var words = new List<SpokenWord>();
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var pause = false;
        foreach (var raw in speech)
        {
            // "don't" is one word to whoever says it.
            if (PlainText.IsCombiningMark(raw) || raw is '\'' or '’')
            {
                continue;
            }

            var c = PlainText.Base(char.ToLowerInvariant(raw));
            var continues = length > 0 && length < LongestWord && char.IsAsciiDigit(word[length - 1]) == char.IsAsciiDigit(c);
            if (length > 0 && !(IsWordCharacter(c) && continues))
            {
                words.Add(new SpokenWord(new string(word[..length]), pause));
                length = 0;
                pause = false;
            }

            if (IsWordCharacter(c))
            {
                word[length++] = c;
            }
            else if (IsPause(c))
            {
                pause = true;
            }
        }

        if (length > 0)
        {
            words.Add(new SpokenWord(new string(word[..length]), pause));
        }

        return words.Count > MostWords ? [] : words;
    }

    /// <summary>Full-width and other foreign digits are no digits here: no recogniser writes them and no telephone sends them.</summary>
    private static bool IsWordCharacter(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '×';

    private static bool IsPause(char c) => c is ',' or ';' or '.' or ':' or '!' or '?' or '-' or '–' or '—' or '/' or '…' or '\n' or '\r';
}
