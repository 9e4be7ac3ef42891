using System.Text.RegularExpressions;

namespace IvrAutomat.Prompts.Lint;

/// <summary>
/// Turns of phrase that a language's prompts avoid. Those over keys and participles look at small letters without diacritics, those
/// over questions at small letters as written, because Czech "ne" and "ně" differ by the mark alone. A value stands as <c>_</c>.
/// </summary>
internal static partial class LintPatterns
{
    private const RegexOptions Explicit = RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    /// <summary>Whatever follows no sentence matches nothing.</summary>
    [GeneratedRegex(@"(?!)", Explicit, Timeout)]
    public static partial Regex Nothing();

    // "stiskněte jedničku pro", "jednička: zrušit": by the time the purpose is heard, the key is forgotten.
    [GeneratedRegex(
        @"\b(stiskn|zmackn|stlac|vol(te|bou))\w* (prosim |rovnou )?(jednick|dvojk|trojk|ctyrk|petk|sestk|sedmick|osmick|devitk|nul|krizek|hvezdick)\w*,? (pro|k|ke|chcete|pokud|kdyz|jestli\w*|aby\w*)\b" +
        @"|(^|[.?!] )(jednick|dvojk|trojk|ctyrk|petk|sestk|sedmick|osmick|devitk)(a|ou) (pro|chcete|pokud)\b" +
        @"|(^|[.?!] )(jednicka|dvojka|trojka|ctyrka|petka|sestka|sedmicka|osmicka|devitka|nula)( ?:| - )",
        Explicit, Timeout)]
    public static partial Regex CzechKeyFirst();

    [GeneratedRegex(
        @"\b(stlac|stisn|zvol)\w* (prosim |rovno )?(jednotk|dvojk|trojk|stvork|patk|sestk|sedmick|osmick|devatk|deviatk|nul|mriezk|hviezdick)\w*,? (pre|k|ku|na (?!klaves)|ak|chcete|ked|keby|aby)\b" +
        @"|(^|[.?!] )(jednotk|dvojk|trojk|stvork|patk|sestk|sedmick|osmick|devatk|deviatk)(a|ou) (pre|chcete|ak)\b" +
        @"|(^|[.?!] )(jednotka|dvojka|trojka|stvorka|patka|sestka|sedmicka|osmicka|devatka|deviatka|nula)( ?:| - )",
        Explicit, Timeout)]
    public static partial Regex SlovakKeyFirst();

    [GeneratedRegex(
        @"\bpress (one|two|three|four|five|six|seven|eight|nine|zero|hash|star),? (to|for|if|when)\b" +
        @"|(^|[.?!] )(one|two|three|four|five|six|seven|eight|nine|zero) (for|if)\b" +
        @"|(^|[.?!] )(one|two|three|four|five|six|seven|eight|nine|zero)( ?:| - )",
        Explicit, Timeout)]
    public static partial Regex EnglishKeyFirst();

    // "ne…" that denies nothing: nebo, nej…, neděle, nechat. A request after the question says what to do, so nothing is ambiguous.
    [GeneratedRegex(
        @"(^|[.?!:] )(a |opravdu |ještě |už |vy )?(?!nebo\b|nej|neděl|nech[aá]|nechte|nesm)ne\w{2,}[^.?!]*\?(?! (stiskněte|řekněte|zadejte|zůstaňte|počkejte|zavolejte|spojím))",
        Explicit, Timeout)]
    public static partial Regex CzechNegativeQuestion();

    [GeneratedRegex(
        @"(^|[.?!:] )(a |naozaj |ešte |už |vy )?(nie (je|ste|sú)\b|(?!nebo\b|naj|nedeľ|nech[aá]|nechajte|nesm)ne\w{2,})[^.?!]*\?(?! (stlačte|povedzte|zadajte|zostaňte|počkajte|zavolajte|spojím))",
        Explicit, Timeout)]
    public static partial Regex SlovakNegativeQuestion();

    [GeneratedRegex(
        @"(^|[.?!:] )(and |so )?((do|does|did|is|are|was|were|wo|would|ca|could|have|has|should)n['’]t|(do|would|will|can|did|have) you not)\b[^.?!]*\?(?! (press|say|enter|stay|wait|call))",
        Explicit, Timeout)]
    public static partial Regex EnglishNegativeQuestion();

    // "zadali jste", "jste si objednala": a past participle beside the auxiliary of the polite second person.
    [GeneratedRegex(@"\b(by|j)ste( \w+){0,2} \w{2,}l(a|i|o|y|/a)?\b|\b\w{2,}l(a|i|o|y|/a)? (by|j)ste\b", Explicit, Timeout)]
    public static partial Regex CzechParticiple();

    [GeneratedRegex(@"\b(by )?ste( \w+){0,2} \w{2,}l(a|i|o|/a)?\b|\b\w{2,}l(a|i|o|/a)? (by )?ste\b", Explicit, Timeout)]
    public static partial Regex SlovakParticiple();

    /// <summary>Tags and entities: voices read them out, or the carrier refuses the document.</summary>
    [GeneratedRegex(@"</?[a-z!][^>]*>?|&(#x?[0-9a-f]+|[a-z]\w*);", Explicit | RegexOptions.IgnoreCase, Timeout)]
    public static partial Regex Tag();
}
