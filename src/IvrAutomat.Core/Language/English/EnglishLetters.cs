using System.Collections.Frozen;

namespace IvrAutomat.Language;

/// <summary>What letters and signs of an identifier are called.</summary>
internal static class EnglishLetters
{
    private static readonly FrozenDictionary<char, string> Signs = new Dictionary<char, string>
    {
        ['@'] = "at",
        ['.'] = "dot",
        ['-'] = "dash",
        ['–'] = "dash",
        ['_'] = "underscore",
        ['/'] = "slash",
        ['+'] = "plus",
        ['#'] = "hash",
        ['*'] = "star",
    }.ToFrozenDictionary();

    /// <summary>How identifiers are read aloud.</summary>
    public static DigitGroups Groups { get; } = new(EnglishNumbers.Digit, Name);

    /// <summary>The name of a letter or sign, or null when it has none and is better left out. A voice spells a lone capital.</summary>
    public static string? Name(char c) => char.IsLetter(c) ? char.ToUpperInvariant(c).ToString() : Signs.GetValueOrDefault(c);
}
