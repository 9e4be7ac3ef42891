using System.Collections.Frozen;

namespace IvrAutomat.Language;

/// <summary>What letters and signs of an identifier are called.</summary>
internal static class CzechLetters
{
    private static readonly FrozenDictionary<char, string> Names = new Dictionary<char, string>
    {
        ['a'] = "á",
        ['b'] = "bé",
        ['c'] = "cé",
        ['d'] = "dé",
        ['e'] = "é",
        ['f'] = "ef",
        ['g'] = "gé",
        ['h'] = "há",
        ['i'] = "í",
        ['j'] = "jé",
        ['k'] = "ká",
        ['l'] = "el",
        ['m'] = "em",
        ['n'] = "en",
        ['o'] = "ó",
        ['p'] = "pé",
        ['q'] = "kvé",
        ['r'] = "er",
        ['s'] = "es",
        ['t'] = "té",
        ['u'] = "ú",
        ['v'] = "vé",
        ['w'] = "dvojité vé",
        ['x'] = "iks",
        ['y'] = "ypsilon",
        ['z'] = "zet",
        ['á'] = "dlouhé á",
        ['č'] = "čé",
        ['ď'] = "ďé",
        ['é'] = "dlouhé é",
        ['ě'] = "é s háčkem",
        ['í'] = "dlouhé í",
        ['ň'] = "eň",
        ['ó'] = "dlouhé ó",
        ['ř'] = "eř",
        ['š'] = "eš",
        ['ť'] = "ťé",
        ['ú'] = "dlouhé ú",
        ['ů'] = "ú s kroužkem",
        ['ý'] = "dlouhé ypsilon",
        ['ž'] = "žet",
        ['@'] = "zavináč",
        ['.'] = "tečka",
        ['-'] = "pomlčka",
        ['–'] = "pomlčka",
        ['_'] = "podtržítko",
        ['/'] = "lomítko",
        ['+'] = "plus",
        ['#'] = "křížek",
        ['*'] = "hvězdička",
    }.ToFrozenDictionary();

    /// <summary>How identifiers are read aloud.</summary>
    public static DigitGroups Groups { get; } = new(CzechNumeralForms.Digit, Name);

    /// <summary>The name of a letter or sign, or null when it has none and is better left out.</summary>
    public static string? Name(char c) => Names.GetValueOrDefault(char.ToLowerInvariant(c));
}
