namespace IvrAutomat.Language;

/// <summary>The declined words that numbers are made of. All tables are in the order of <see cref="GrammaticalCase"/>.</summary>
internal static class CzechNumeralForms
{
    private static readonly string[][] Ones =
    [
        ["jeden", "jednoho", "jednomu", "jeden", "jednom", "jedním"],
        ["jedna", "jedné", "jedné", "jednu", "jedné", "jednou"],
        ["jedno", "jednoho", "jednomu", "jedno", "jednom", "jedním"],
    ];

    private static readonly string[] Threes = ["tři", "tří", "třem", "tři", "třech", "třemi"];
    private static readonly string[] Fours = ["čtyři", "čtyř", "čtyřem", "čtyři", "čtyřech", "čtyřmi"];

    private static readonly string[] UpToNineteen =
    [
        "nula", "jedna", "dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět", "deset", "jedenáct", "dvanáct", "třináct", "čtrnáct",
        "patnáct", "šestnáct", "sedmnáct", "osmnáct", "devatenáct",
    ];

    private static readonly string[] Tens =
        ["", "", "dvacet", "třicet", "čtyřicet", "padesát", "šedesát", "sedmdesát", "osmdesát", "devadesát"];

    private static readonly string[] InvertedHeads = ["", "jedna", "dvaa", "třia", "čtyřia", "pěta", "šesta", "sedma", "osma", "devěta"];
    private static readonly string[] OneHundred = ["sto", "sta", "stu", "sto", "stu", "stem"];
    private static readonly string[] OfHundreds = ["set", "set", "stům", "set", "stech", "sty"];

    /// <summary>A single digit as it is said in codes: always "jedna" and "dva".</summary>
    public static string Digit(int digit) => UpToNineteen[digit];

    /// <summary>Zero as a quantity. The accusative is "má nula číslic", as people count, not "má nulu číslic".</summary>
    public static string Zero(GrammaticalCase c) => c switch
    {
        GrammaticalCase.Genitive => "nuly",
        GrammaticalCase.Dative or GrammaticalCase.Locative => "nule",
        GrammaticalCase.Instrumental => "nulou",
        _ => "nula",
    };

    /// <summary>21 to 99 with the unit first, nominative: "pětadvacet".</summary>
    public static string Inverted(int n) => InvertedHeads[n % 10] + Tens[n / 10];

    public static string Hundreds(int hundreds, GrammaticalCase c)
    {
        if (hundreds == 1)
        {
            return OneHundred[(int)c];
        }

        var isDirect = IsDirect(c);
        var name = hundreds switch
        {
            2 when isDirect => "stě",
            3 or 4 when isDirect => "sta",
            _ => OfHundreds[(int)c],
        };
        return BelowHundred(hundreds, c, Gender.Neuter, isCompound: false) + " " + name;
    }

    /// <param name="n">1 to 99.</param>
    /// <param name="c">The case.</param>
    /// <param name="g">The gender, which shows in one and two only.</param>
    /// <param name="isCompound">A higher member precedes, so that one and two keep their fixed forms.</param>
    public static string BelowHundred(int n, GrammaticalCase c, Gender g, bool isCompound) => n switch
    {
        1 => isCompound ? "jedna" : Ones[(int)g][(int)c],
        2 => Two(c, isCompound ? Gender.Masculine : g),
        3 => Threes[(int)c],
        4 => Fours[(int)c],
        < 20 => IsDirect(c) ? UpToNineteen[n] : Oblique(UpToNineteen[n]),
        _ when n % 10 == 0 => IsDirect(c) ? Tens[n / 10] : Oblique(Tens[n / 10]),
        _ when IsDirect(c) => Tens[n / 10] + " " + UpToNineteen[n % 10],
        _ when n % 10 <= 4 => Oblique(Inverted(n)),
        _ => Oblique(Tens[n / 10]) + " " + Oblique(UpToNineteen[n % 10]),
    };

    private static string Two(GrammaticalCase c, Gender g) => c switch
    {
        GrammaticalCase.Genitive or GrammaticalCase.Locative => "dvou",
        GrammaticalCase.Dative or GrammaticalCase.Instrumental => "dvěma",
        _ => g == Gender.Masculine ? "dva" : "dvě",
    };

    private static bool IsDirect(GrammaticalCase c) => c is GrammaticalCase.Nominative or GrammaticalCase.Accusative;

    private static string Oblique(string numeral) => numeral switch
    {
        "devět" => "devíti",
        "deset" => "deseti",
        _ => numeral + "i",
    };
}
