namespace IvrAutomat.Language;

/// <summary>
/// The long and short forms of v, s, z and k: "v Praze", "ve středu". Usage varies, and free text from data is best put after a colon instead;
/// these rules are for words that the program itself composes.
/// </summary>
public static class CzechPrepositions
{
    private const string Vowels = "aeiouyáéěíóúůý";

    /// <summary>Word beginnings that keep the long form against the rules for clusters.</summary>
    private static readonly (string Preposition, string[] Starts)[] AlwaysLong =
    [
        ("v", ["tři", "třinác", "třicet", "zlín"]),
        ("s", ["třemi", "třech", "všem", "všech"]),
        ("k", ["třem", "všem"]),
        ("z", ["tří", "třech", "mě", "všech"]),
    ];

    /// <summary>The preposition as it stands before the word, and the word: "z", "obchodu" gives "z obchodu".</summary>
    /// <param name="preposition">One of v, s, z, k in the short form; any other is returned as it is.</param>
    /// <param name="next">The word or words that follow.</param>
    public static string Before(string preposition, string next) => Form(preposition, next) + " " + next;

    /// <summary>The preposition alone in the form that the next word asks for: "v" or "ve".</summary>
    /// <param name="preposition">One of v, s, z, k in the short form; any other is returned as it is.</param>
    /// <param name="next">The word or words that follow.</param>
    public static string Form(string preposition, string next)
    {
        ArgumentNullException.ThrowIfNull(preposition);
        ArgumentNullException.ThrowIfNull(next);
        return preposition is "v" or "s" or "z" or "k" && IsLong(preposition, FirstWord(next)) ? preposition + "e" : preposition;
    }

    private static bool IsLong(string preposition, string word)
    {
        if (word.Length == 0 || !char.IsLetter(word[0]) || IsVowel(word[0]) || (preposition == "s" && word == "sebou"))
        {
            return false;
        }

        if (AlwaysLong.First(rule => rule.Preposition == preposition).Starts.Any(start => Matches(word, start)))
        {
            return true;
        }

        if (SoundsAlike(preposition).Contains(word[0], StringComparison.Ordinal))
        {
            return true;
        }

        var cluster = OpeningCluster(word);
        return cluster.Count switch
        {
            1 => false,
            2 => cluster[1] is not ("r" or "ř" or "l"),
            _ => true,
        };
    }

    /// <summary>Short words must match whole: "ve tři" but "v třídě".</summary>
    private static bool Matches(string word, string start) =>
        start.Length <= 3 ? word == start : word.StartsWith(start, StringComparison.Ordinal);

    private static string SoundsAlike(string preposition) => preposition switch
    {
        "v" => "vf",
        "s" => "szšž",
        "z" => "zsšž",
        _ => "kg",
    };

    /// <summary>The consonants before the first vowel. "Ch" is one; r and l between consonants make a syllable and count as a vowel.</summary>
    private static List<string> OpeningCluster(string word)
    {
        var cluster = new List<string>();
        for (var i = 0; i < word.Length && !IsVowel(word[i]); i++)
        {
            if (cluster.Count > 0 && word[i] is 'r' or 'l' && (i + 1 == word.Length || !IsVowel(word[i + 1])))
            {
                break;
            }

            var isCh = word[i] == 'c' && i + 1 < word.Length && word[i + 1] == 'h';
            cluster.Add(isCh ? "ch" : word[i].ToString());
            i += isCh ? 1 : 0;
        }

        return cluster;
    }

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);

    private static string FirstWord(string text)
    {
        var word = text.AsSpan().TrimStart();
        var end = word.IndexOfAny(' ', ',', '\u00A0');
        return (end < 0 ? word : word[..end]).ToString().ToLowerInvariant();
    }
}
