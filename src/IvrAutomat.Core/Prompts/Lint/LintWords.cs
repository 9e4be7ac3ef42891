using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace IvrAutomat.Prompts.Lint;

/// <summary>
/// Words that a language's prompts avoid, as data: beginnings of words, small letters without diacritics, so that one list serves
/// spoken prompts and text messages.
/// </summary>
/// <param name="Apologies">Only a person apologises.</param>
/// <param name="Blame">A caller is never told off; the choices are offered again instead.</param>
/// <param name="Keys">Names of the keys, to count the options of a menu.</param>
/// <param name="KeyFirst">A key named before what it does.</param>
/// <param name="NegativeQuestion">A question to which both yes and no may mean yes.</param>
/// <param name="CallerParticiple">A verb form that tells whether the caller is a man or a woman.</param>
internal sealed record LintWords(
    ImmutableArray<string> Apologies,
    ImmutableArray<string> Blame,
    ImmutableArray<string> Keys,
    Regex KeyFirst,
    Regex NegativeQuestion,
    Regex CallerParticiple)
{
    public static readonly LintWords Czech = new(
        Apologies: ["omlouv", "omluv", "promin", "bohuzel", "lituj", "mrzi", "nam lito", "politovan", "pardon", "odpust"],
        Blame: ["spatna", "spatne zad", "spatnou", "spatny", "chybn", "neplatn", "nespravn", "nepovolen"],
        Keys: ["jednick", "dvojk", "trojk", "ctyrk", "petk", "sestk", "sedmick", "osmick", "devitk", "nula", "nulu", "nulou", "nule"],
        LintPatterns.CzechKeyFirst(), LintPatterns.CzechNegativeQuestion(), LintPatterns.CzechParticiple());

    public static readonly LintWords Slovak = new(
        Apologies: ["ospravedl", "prepac", "bohuzial", "zial", "lutuj", "mrzi", "je nam luto", "polutovan", "pardon", "odpust"],
        Blame: ["nespravn", "zla volb", "zle cislo", "zly ", "chybn", "neplatn", "nepovolen"],
        Keys: ["jednotk", "dvojk", "trojk", "stvork", "patk", "sestk", "sedmick", "osmick", "devatk", "deviatk", "nula", "nulu", "nulou", "nule"],
        LintPatterns.SlovakKeyFirst(), LintPatterns.SlovakNegativeQuestion(), LintPatterns.SlovakParticiple());

    public static readonly LintWords English = new(
        Apologies: ["sorry", "apolog", "unfortunate", "regret", "afraid", "excuse us", "forgive", "pardon"],
        Blame: ["invalid", "incorrect", "wrong choice", "wrong number", "wrong key", "you failed", "you did not", "you have not", "your mistake", "not valid"],
        Keys: ["one.", "two.", "three.", "four.", "five.", "six.", "seven.", "eight.", "nine.", "zero."],
        LintPatterns.EnglishKeyFirst(), LintPatterns.EnglishNegativeQuestion(), LintPatterns.Nothing());

    public static readonly LintWords None = new([], [], [], LintPatterns.Nothing(), LintPatterns.Nothing(), LintPatterns.Nothing());

    public static LintWords Of(string language) => language switch
    {
        "cs" => Czech,
        "sk" => Slovak,
        "en" => English,
        _ => None,
    };

    /// <summary>The first word of the text, as it is written, that has a listed beginning.</summary>
    public static string? FirstIn(string text, string folded, ImmutableArray<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (BeginningAt(folded, beginning) is >= 0 and var at)
            {
                var end = at + beginning.Length;
                while (end < folded.Length && char.IsLetter(folded[end]))
                {
                    end++;
                }

                return AsWritten(text, folded, at, end - at);
            }
        }

        return null;
    }

    /// <summary>A piece that was found without diacritics, with them; typographic signs may have moved it, then without.</summary>
    public static string AsWritten(string text, string folded, int at, int length) => (text.Length == folded.Length ? text : folded).Substring(at, length);

    public static bool BeginsAWord(string folded, string beginning) => BeginningAt(folded, beginning) >= 0;

    private static int BeginningAt(string folded, string beginning)
    {
        for (var at = folded.IndexOf(beginning, StringComparison.Ordinal); at >= 0;
            at = folded.IndexOf(beginning, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetter(folded[at - 1]))
            {
                return at;
            }
        }

        return -1;
    }
}
