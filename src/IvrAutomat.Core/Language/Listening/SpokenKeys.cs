using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>Keys and places in a list, named aloud: "stiskněte dvojku", "option three", "ta poslední". Anything else said beside it, and it is neither.</summary>
internal static class SpokenKeys
{
    /// <summary>The key, 0 to 9; an ordinal names the key of that number.</summary>
    public static int? Find(string speech, ListeningGrammar grammar)
        => Only(speech, grammar, grammar.AroundKeys.Contains, word => grammar.Ordinals.TryGetValue(word, out var ordinal) ? ordinal : Digit(word, grammar));

    /// <summary>The place in a list of so many, counted from one.</summary>
    public static int? Place(string speech, int count, ListeningGrammar grammar) => Only(
        speech, grammar, word => grammar.AroundKeys.Contains(word) || grammar.AroundPlaces.Contains(word), word => grammar.Ordinals.TryGetValue(word, out var ordinal) && ordinal <= count ? ordinal
            : grammar.Last.Contains(word) ? count
            : grammar.Middle.Contains(word) && count == 3 ? 2
            : null);

    private static int? Only(string speech, ListeningGrammar grammar, Func<string, bool> isAround, Func<string, int?> read)
    {
        int? found = null;
        var words = grammar.Cut(speech).Where(word => !isAround(word.Text)).ToList();
        foreach (var word in words)
        {
            if (word.Text == grammar.Pronoun && words.Count > 1)
            {
                continue;
            }

            if (read(word.Text) is not { } one || (found is { } earlier && earlier != one))
            {
                return null;
            }

            found = one;
        }

        return found;
    }

    private static int? Digit(string word, ListeningGrammar grammar)
        => word is [>= '0' and <= '9'] ? word[0] - '0'
            : grammar.Numbers.Read(word) is [{ Kind: Kind.Digit } digit] ? (int)digit.Value
            : null;
}
