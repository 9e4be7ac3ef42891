using System.Collections.Frozen;

namespace IvrAutomat.Language;

/// <summary>What letters and signs of an identifier are called.</summary>
internal static class SlovakLetters
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
        ['á'] = "dlhé á",
        ['ä'] = "a s dvoma bodkami",
        ['č'] = "čé",
        ['ď'] = "ďé",
        ['é'] = "dlhé é",
        ['ě'] = "é s mäkčeňom",
        ['í'] = "dlhé í",
        ['ĺ'] = "dlhé el",
        ['ľ'] = "eľ",
        ['ň'] = "eň",
        ['ó'] = "dlhé ó",
        ['ô'] = "ó s vokáňom",
        ['ŕ'] = "dlhé er",
        ['ř'] = "er s mäkčeňom",
        ['š'] = "eš",
        ['ť'] = "ťé",
        ['ú'] = "dlhé ú",
        ['ů'] = "ú s krúžkom",
        ['ý'] = "dlhé ypsilon",
        ['ž'] = "žet",
        ['@'] = "zavináč",
        ['.'] = "bodka",
        ['-'] = "pomlčka",
        ['–'] = "pomlčka",
        ['_'] = "podčiarkovník",
        ['/'] = "lomka",
        ['+'] = "plus",
        ['#'] = "mriežka",
        ['*'] = "hviezdička",
    }.ToFrozenDictionary();

    /// <summary>How identifiers are read aloud.</summary>
    public static DigitGroups Groups { get; } = new(SlovakNumeralForms.Digit, Name);

    /// <summary>The name of a letter or sign, or null when it has none and is better left out.</summary>
    public static string? Name(char c) => Names.GetValueOrDefault(char.ToLowerInvariant(c));
}
