namespace IvrAutomat.Language;

/// <summary>
/// Cardinal numbers. Tens and units are one word ("dvadsaťpäť"), in compounds one and two keep their fixed forms ("dvadsaťjeden korún",
/// "dvadsaťdva korún"), so that spoken and written text use one plural rule. Hundreds and thousands are not declined. Hundreds stand apart from
/// what follows, though they are written together: a voice reads two words more clearly than one of forty letters.
/// </summary>
internal static class SlovakNumbers
{
    private const int Thousand = 1_000;

    private static readonly (ulong Value, SlovakNoun Name)[] Scales =
    [
        (1_000_000_000_000_000_000, SlovakNoun.Trilion),
        (1_000_000_000_000_000, SlovakNoun.Biliarda),
        (1_000_000_000_000, SlovakNoun.Bilion),
        (1_000_000_000, SlovakNoun.Miliarda),
        (1_000_000, SlovakNoun.Milion),
    ];

    public static string Say(long n, GrammaticalCase c, Gender g) =>
        n < 0 ? "mínus " + Say((ulong)-(n + 1) + 1, c, g) : Say((ulong)n, c, g);

    public static string Say(ulong n, GrammaticalCase c, Gender g)
    {
        if (n == 0)
        {
            return SlovakNumeralForms.Zero(c);
        }

        var words = new List<string>();
        var rest = n;
        foreach (var (value, name) in Scales)
        {
            var count = rest / value;
            rest %= value;
            if (count > 0)
            {
                AddScale(words, count, name, CaseOfHigher(c, isLast: rest == 0));
            }
        }

        AddThousands(words, (int)rest / Thousand);
        AddBelowThousand(words, (int)rest % Thousand, c, g, isCompound: words.Count > 0);
        return string.Join(' ', words);
    }

    private static void AddScale(List<string> words, ulong count, SlovakNoun name, GrammaticalCase c)
    {
        if (count > 1 || words.Count > 0)
        {
            AddBelowThousand(words, (int)count, c, name.Gender, isCompound: false);
        }

        words.Add(name.After(count, c));
    }

    /// <summary>"Tisíc", "dvetisíc", "dvadsaťjedentisíc", "sto päťdesiat tisíc".</summary>
    private static void AddThousands(List<string> words, int count)
    {
        if (count == 0)
        {
            return;
        }

        var counted = new List<string>();
        if (count > 1 || words.Count > 0)
        {
            AddBelowThousand(counted, count, GrammaticalCase.Nominative, count == 2 ? Gender.Feminine : Gender.Masculine, isCompound: false);
        }

        words.Add(string.Join(' ', counted) + (count > 99 ? " tisíc" : "tisíc"));
    }

    private static void AddBelowThousand(List<string> words, int n, GrammaticalCase c, Gender g, bool isCompound)
    {
        var (hundreds, rest) = Math.DivRem(n, 100);
        if (hundreds > 0)
        {
            words.Add(Hundreds(hundreds));
        }

        if (rest > 0)
        {
            words.Add(SlovakNumeralForms.BelowHundred(rest, c, g, isCompound || hundreds > 0));
        }
    }

    private static string Hundreds(int count) => count switch
    {
        1 => "sto",
        2 => "dvesto",
        _ => SlovakNumeralForms.Digit(count) + "sto",
    };

    private static GrammaticalCase CaseOfHigher(GrammaticalCase c, bool isLast) =>
        isLast || c == GrammaticalCase.Accusative ? c : GrammaticalCase.Nominative;
}
