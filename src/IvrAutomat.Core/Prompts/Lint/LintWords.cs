using System.Collections.Immutable;

namespace IvrAutomat.Prompts.Lint;

/// <summary>
/// Words that a language's prompts avoid, as data: beginnings of words, small letters without diacritics, so that one list serves
/// spoken prompts and text messages.
/// </summary>
/// <param name="Apologies">Only a person apologises.</param>
/// <param name="Blame">A caller is never told off; the choices are offered again instead.</param>
/// <param name="Keys">Names of the keys, to count the options of a menu.</param>
internal sealed record LintWords(ImmutableArray<string> Apologies, ImmutableArray<string> Blame, ImmutableArray<string> Keys)
{
    public static readonly LintWords Czech = new(
        Apologies: ["omlouv", "omluv", "promin", "bohuzel", "lituj", "mrzi", "nam lito", "politovan", "pardon", "odpust"],
        Blame: ["spatna", "spatne zad", "spatnou", "spatny", "chybn", "neplatn", "nespravn", "nepovolen"],
        Keys: ["jednick", "dvojk", "trojk", "ctyrk", "petk", "sestk", "sedmick", "osmick", "devitk", "nula", "nulu", "nulou", "nule"]);

    public static readonly LintWords English = new(
        Apologies: ["sorry", "apolog", "unfortunate", "regret", "afraid", "excuse us", "forgive", "pardon"],
        Blame: ["invalid", "incorrect", "wrong choice", "wrong number", "wrong key", "you failed", "you did not", "you have not", "your mistake", "not valid"],
        Keys: ["one.", "two.", "three.", "four.", "five.", "six.", "seven.", "eight.", "nine.", "zero."]);

    public static readonly LintWords Slovak = new(
        Apologies: ["ospravedln", "prepac", "bohuzial", "zial", "lutuj", "mrzi", "je nam luto", "polutovan", "pardon", "odpust"],
        Blame: ["zla volba", "zle zad", "nespravn", "chybn", "neplatn", "nepovolen", "pomylili ste"],
        Keys: ["jednotk", "dvojk", "trojk", "stvork", "patk", "sestk", "sedmick", "osmick", "deviatk", "nula", "nulu", "nulou", "nule"]);

    public static readonly LintWords None = new([], [], []);

    public static LintWords Of(string language) => language switch
    {
        "cs" => Czech,
        "en" => English,
        "sk" => Slovak,
        _ => None,
    };

    /// <summary>The first listed beginning that a word of the text has.</summary>
    public static string? FirstIn(string folded, ImmutableArray<string> beginnings) =>
        beginnings.FirstOrDefault(beginning => BeginsAWord(folded, beginning));

    public static bool BeginsAWord(string folded, string beginning)
    {
        for (var at = folded.IndexOf(beginning, StringComparison.Ordinal); at >= 0;
            at = folded.IndexOf(beginning, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetter(folded[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
