namespace IvrAutomat.Language;

/// <summary>
/// Cardinal numbers. Of the good forms this one is spoken: tens before units ("dvacet pět"), the last member fixed in compounds
/// ("dvacet jedna korun", "dvacet dva korun"), so that spoken and written text use one plural rule. In the other cases only the last member is
/// declined ("bez dva tisíce sedm set padesáti osmi"), and 21 to 24 are inverted ("do čtyřiadvaceti"), because "do dvaceti čtyř" is easily misheard.
/// </summary>
internal static class CzechNumbers
{
    private static readonly (ulong Value, CzechNoun Name)[] Scales =
    [
        (1_000_000_000_000_000_000, CzechNoun.Trilion),
        (1_000_000_000_000_000, CzechNoun.Biliarda),
        (1_000_000_000_000, CzechNoun.Bilion),
        (1_000_000_000, CzechNoun.Miliarda),
        (1_000_000, CzechNoun.Milion),
        (1_000, CzechNoun.Tisic),
    ];

    public static string Say(long n, GrammaticalCase c, Gender g) =>
        n < 0 ? "mínus " + Say((ulong)-(n + 1) + 1, c, g) : Say((ulong)n, c, g);

    public static string Say(ulong n, GrammaticalCase c, Gender g)
    {
        if (n == 0)
        {
            return CzechNumeralForms.Zero(c);
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

        AddBelowThousand(words, (int)rest, c, g, isCompound: words.Count > 0);
        return string.Join(' ', words);
    }

    private static void AddScale(List<string> words, ulong count, CzechNoun name, GrammaticalCase c)
    {
        var opensNumber = words.Count == 0;
        if (count > 1 || !opensNumber)
        {
            AddBelowThousand(words, (int)count, c, name.Gender, isCompound: false);
        }

        words.Add(name.After(count, c));
    }

    private static void AddBelowThousand(List<string> words, int n, GrammaticalCase c, Gender g, bool isCompound)
    {
        var (hundreds, rest) = Math.DivRem(n, 100);
        if (hundreds > 0)
        {
            words.Add(CzechNumeralForms.Hundreds(hundreds, CaseOfHigher(c, isLast: rest == 0)));
        }

        if (rest > 0)
        {
            words.Add(CzechNumeralForms.BelowHundred(rest, c, g, isCompound || hundreds > 0));
        }
    }

    private static GrammaticalCase CaseOfHigher(GrammaticalCase c, bool isLast) =>
        isLast || c == GrammaticalCase.Accusative ? c : GrammaticalCase.Nominative;
}
