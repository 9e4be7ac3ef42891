namespace IvrAutomat.Language;

/// <summary>The declined words that numbers below a hundred are made of. All tables are in the order of <see cref="GrammaticalCase"/>.</summary>
internal static class SlovakNumeralForms
{
    private static readonly string[][] Ones =
    [
        ["jeden", "jedného", "jednému", "jeden", "jednom", "jedným"],
        ["jedna", "jednej", "jednej", "jednu", "jednej", "jednou"],
        ["jedno", "jedného", "jednému", "jedno", "jednom", "jedným"],
    ];

    private static readonly string[] Threes = ["tri", "troch", "trom", "tri", "troch", "troma"];
    private static readonly string[] Fours = ["štyri", "štyroch", "štyrom", "štyri", "štyroch", "štyrmi"];

    private static readonly string[] UpToNineteen =
    [
        "nula", "jeden", "dva", "tri", "štyri", "päť", "šesť", "sedem", "osem", "deväť", "desať", "jedenásť", "dvanásť", "trinásť", "štrnásť",
        "pätnásť", "šestnásť", "sedemnásť", "osemnásť", "devätnásť",
    ];

    private static readonly string[] Tens =
        ["", "", "dvadsať", "tridsať", "štyridsať", "päťdesiat", "šesťdesiat", "sedemdesiat", "osemdesiat", "deväťdesiat"];

    /// <summary>The stems that the endings of the other cases join: "piat-ich", "ôsm-ich". Those of tens end in "siat" or "desiat".</summary>
    private static readonly string[] ObliqueStems =
    [
        "", "", "", "", "", "piat", "šiest", "siedm", "ôsm", "deviat", "desiat", "jedenást", "dvanást", "trinást", "štrnást", "pätnást", "šestnást",
        "sedemnást", "osemnást", "devätnást",
    ];

    private static readonly string[] ObliqueTens =
        ["", "", "dvadsiat", "tridsiat", "štyridsiat", "päťdesiat", "šesťdesiat", "sedemdesiat", "osemdesiat", "deväťdesiat"];

    /// <summary>A single digit as it is said in codes.</summary>
    public static string Digit(int digit) => UpToNineteen[digit];

    /// <summary>Zero as a quantity. The accusative is "má nula číslic", as people count.</summary>
    public static string Zero(GrammaticalCase c) => c switch
    {
        GrammaticalCase.Genitive => "nuly",
        GrammaticalCase.Dative or GrammaticalCase.Locative => "nule",
        GrammaticalCase.Instrumental => "nulou",
        _ => "nula",
    };

    /// <param name="n">1 to 99.</param>
    /// <param name="c">The case.</param>
    /// <param name="g">The gender, which shows in one and two only.</param>
    /// <param name="isCompound">A higher member precedes, so that one and two keep their fixed forms.</param>
    public static string BelowHundred(int n, GrammaticalCase c, Gender g, bool isCompound) => n switch
    {
        1 => isCompound ? UpToNineteen[1] : Ones[(int)g][(int)c],
        2 => Two(c, isCompound ? Gender.Masculine : g),
        3 => Threes[(int)c],
        4 => Fours[(int)c],
        < 20 => IsDirect(c) ? UpToNineteen[n] : ObliqueStems[n] + Ending(c),
        _ when n % 10 == 0 => IsDirect(c) ? Tens[n / 10] : ObliqueTens[n / 10] + Ending(c),

        // "Dvadsaťjeden" is never declined; the others are, in both members, when they are declined at all.
        _ when IsDirect(c) || n % 10 == 1 => Tens[n / 10] + UpToNineteen[n % 10],
        _ => ObliqueTens[n / 10] + Ending(c) + " " + BelowHundred(n % 10, c, Gender.Masculine, isCompound: true),
    };

    private static string Two(GrammaticalCase c, Gender g) => c switch
    {
        GrammaticalCase.Genitive or GrammaticalCase.Locative => "dvoch",
        GrammaticalCase.Dative => "dvom",
        GrammaticalCase.Instrumental => "dvoma",
        _ => g == Gender.Masculine ? "dva" : "dve",
    };

    private static bool IsDirect(GrammaticalCase c) => c is GrammaticalCase.Nominative or GrammaticalCase.Accusative;

    private static string Ending(GrammaticalCase c) => c switch
    {
        GrammaticalCase.Dative => "im",
        GrammaticalCase.Instrumental => "imi",
        _ => "ich",
    };
}
