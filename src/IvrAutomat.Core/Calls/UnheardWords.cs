using IvrAutomat.Language;

namespace IvrAutomat.Calls;

/// <summary>What a caller said in a menu and nobody understood, as an admin may read it: words that could be taught, without numbers.</summary>
public static class UnheardWords
{
    /// <summary>Characters; what is longer is a story and teaches nothing.</summary>
    public const int Longest = 80;

    /// <summary>A sequence of so many digits may be a PIN, a number or a card: nothing of it is kept.</summary>
    private const int Secret = 3;

    /// <summary>The words with each digit masked; null where they may hold a number, or are too long.</summary>
    /// <param name="words">The recogniser's text.</param>
    /// <param name="language">The language that it was heard in.</param>
    public static string? Masked(string words, SpokenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(language);
        var text = words.Trim();
        var mayBeNumber = text.Count(char.IsDigit) >= Secret || language.DigitCandidates(text).Any(digits => digits.Length >= Secret);
        return text.Length is 0 or > Longest || mayBeNumber ? null : string.Concat(text.Select(sign => char.IsDigit(sign) ? '#' : char.IsControl(sign) ? ' ' : sign));
    }
}
