namespace IvrAutomat.Language;

/// <summary>Ordinal numbers in the three forms that are spoken: which one, of which day, between which hours.</summary>
internal static class CzechOrdinals
{
    private static readonly string[] UpToNineteen =
    [
        "nultý", "první", "druhý", "třetí", "čtvrtý", "pátý", "šestý", "sedmý", "osmý", "devátý", "desátý", "jedenáctý", "dvanáctý", "třináctý",
        "čtrnáctý", "patnáctý", "šestnáctý", "sedmnáctý", "osmnáctý", "devatenáctý",
    ];

    private static readonly string[] Tens =
        ["", "", "dvacátý", "třicátý", "čtyřicátý", "padesátý", "šedesátý", "sedmdesátý", "osmdesátý", "devadesátý"];

    private static readonly string[] Hundreds =
        ["", "stý", "dvoustý", "třístý", "čtyřstý", "pětistý", "šestistý", "sedmistý", "osmistý", "devítistý"];

    /// <summary>Nominative masculine: "dvacátý první", "dvoutisící dvacátý šestý".</summary>
    public static string Nominative(int n)
    {
        if (n == 0)
        {
            return UpToNineteen[0];
        }

        var words = new List<string>();
        var rest = Math.Abs((long)n);
        AddScale(words, ref rest, 1_000_000_000, "miliardtý");
        AddScale(words, ref rest, 1_000_000, "miliontý");
        AddScale(words, ref rest, 1_000, "tisící");
        if (rest >= 100)
        {
            words.Add(Hundreds[rest / 100]);
            rest %= 100;
        }

        AddBelowHundred(words, (int)rest);
        return (n < 0 ? "mínus " : "") + string.Join(' ', words);
    }

    /// <summary>Genitive masculine of 1 to 99, as days have it: "dvacátého třetího".</summary>
    public static string Genitive(int n) => Declined(n, "ého", "ího");

    /// <summary>Instrumental feminine of 0 to 99, as hours have it: "šestnáctou", "dvacátou první".</summary>
    public static string FeminineInstrumental(int n) => Declined(n, "ou", "í");

    private static string Declined(int n, string hard, string soft)
    {
        var words = new List<string>();
        AddBelowHundred(words, n);
        return string.Join(' ', (n == 0 ? [UpToNineteen[0]] : words).Select(word => word[..^1] + (word[^1] == 'ý' ? hard : soft)));
    }

    private static void AddBelowHundred(List<string> words, int n)
    {
        if (n >= 20)
        {
            words.Add(Tens[n / 10]);
            n %= 10;
        }

        if (n > 0)
        {
            words.Add(UpToNineteen[n]);
        }
    }

    private static void AddScale(List<string> words, ref long rest, long value, string name)
    {
        var count = (int)(rest / value);
        rest %= value;
        if (count > 0)
        {
            words.Add((count == 1 ? "" : Prefix(count)) + name);
        }
    }

    /// <summary>The count inside a compound: "dvou-", "pěti-", "pětadvaceti-", "stopadesáti-".</summary>
    private static string Prefix(int count)
    {
        var (hundreds, rest) = Math.DivRem(count, 100);
        var start = hundreds switch
        {
            0 => "",
            1 => "sto",
            _ => CzechNumeralForms.BelowHundred(hundreds, GrammaticalCase.Genitive, Gender.Masculine, isCompound: false) + "set",
        };
        return start + rest switch
        {
            0 => "",
            1 => "jedna",
            > 20 when rest % 10 > 0 => CzechNumeralForms.Inverted(rest) + "i",
            4 => "čtyř",
            _ => CzechNumeralForms.BelowHundred(rest, GrammaticalCase.Genitive, Gender.Masculine, isCompound: false),
        };
    }
}
