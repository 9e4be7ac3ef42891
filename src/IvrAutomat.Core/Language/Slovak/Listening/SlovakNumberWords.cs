using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>
/// Every word that numbers are dictated with in Slovak. The regular forms come from the tables that numbers are spoken with; colloquial forms, digit
/// nouns and the most frequent Czech words are listed here, because recognisers and callers of a Czech shop mix the two.
/// </summary>
internal static class SlovakNumberWords
{
    private static readonly (Kind Kind, long Value, string Words)[] Listed =
    [
        (Kind.Digit, 0, "nula nulu nule nulou nulka nulicka nulicku"),
        (Kind.Digit, 1, "jednotka jednotku jednotkou jednotke jedna jednicka jednicku jednickou"),
        (Kind.Digit, 2, "dvojka dvojku dvojkou dvojke"),
        (Kind.Digit, 3, "trojka trojku trojkou trojke"),
        (Kind.Digit, 4, "stvorka stvorku stvorkou stvorke styrka ctyri styry"),
        (Kind.Digit, 5, "patka patku patkou patke pet"),
        (Kind.Digit, 6, "sestka sestku sestkou sestke"),
        (Kind.Digit, 7, "sedmicka sedmicku sedmickou sedmicke sedm sedum"),
        (Kind.Digit, 8, "osmicka osmicku osmickou osmicke osm osum"),
        (Kind.Digit, 9, "deviatka deviatku deviatkou deviatke devatka devet"),
        (Kind.PluralDigit, 0, "nuly nul nulky nuliek nulicky nuliciek"),
        (Kind.PluralDigit, 1, "jednotky jednotiek jednicky jednicek"),
        (Kind.PluralDigit, 2, "dvojky dvojok dvojiek"),
        (Kind.PluralDigit, 3, "trojky trojok trojiek"),
        (Kind.PluralDigit, 4, "stvorky stvoriek"),
        (Kind.PluralDigit, 5, "patky patok"),
        (Kind.PluralDigit, 6, "sestky sestiek"),
        (Kind.PluralDigit, 7, "sedmicky sedmiciek"),
        (Kind.PluralDigit, 8, "osmicky osmiciek"),
        (Kind.PluralDigit, 9, "deviatky deviatok"),
        (Kind.Teen, 10, "desiatka desiatku deset"),
        (Kind.Teen, 11, "jedenastka jedenastku jedenact"),
        (Kind.Teen, 12, "dvanastka dvanastku dvanact"),
        (Kind.Teen, 13, "trinastka trinastku trinact"),
        (Kind.Teen, 14, "strnastka strnastku strnact"),
        (Kind.Teen, 15, "patnastka patnastku patnact"),
        (Kind.Teen, 16, "sestnastka sesnast sestnact"),
        (Kind.Teen, 17, "sedemnastka sedmnast sedmnact"),
        (Kind.Teen, 18, "osemnastka osmnast osmnact"),
        (Kind.Teen, 19, "devatnastka devatenact"),
        (Kind.Ten, 20, "dvacka dvacku dvacet"),
        (Kind.Ten, 30, "tricet"),
        (Kind.Ten, 40, "styricet ctyricet"),
        (Kind.Ten, 50, "padesiat padesat"),
        (Kind.Ten, 60, "sesdesiat sedesiat sedesat"),
        (Kind.Ten, 70, "sedmdesiat sedmdesat"),
        (Kind.Ten, 80, "osmdesiat osmdesat"),
        (Kind.Ten, 90, "devadesiat devadesat"),
        (Kind.InvertedHead, 1, "jedena"),
        (Kind.InvertedHead, 2, "dvaa"),
        (Kind.InvertedHead, 3, "tria"),
        (Kind.InvertedHead, 4, "styria"),
        (Kind.InvertedHead, 5, "pata"),
        (Kind.InvertedHead, 6, "sesta"),
        (Kind.InvertedHead, 7, "sedema"),
        (Kind.InvertedHead, 8, "osema"),
        (Kind.InvertedHead, 9, "devata"),
        (Kind.Hundred, 100, "sto stovka stovku"),
        (Kind.Hundreds, 100, "ste sta set"),
        (Kind.Scale, 1_000, "tisic tisice tisicov tisicom tisicka tisicku"),
        (Kind.Scale, 1_000_000, "milion miliony miliona milionov milionom milione"),
        (Kind.Scale, 1_000_000_000, "miliarda miliardy miliard miliardu miliarde miliardou"),
        (Kind.Times, 2, "dvakrat dvojita dvojite dvojitu"),
        (Kind.Times, 3, "trikrat trojita trojite trojitu"),
        (Kind.Times, 4, "styrikrat"),
        (Kind.Times, 5, "patkrat"),
        (Kind.Times, 6, "sestkrat"),
        (Kind.Times, 7, "sedemkrat"),
        (Kind.Times, 8, "osemkrat"),
        (Kind.TimesSign, 0, "krat x ×"),
        (Kind.Restart, 0, "oprava opravujem opravim znovu znova spat pardon omyl zle chyba zacnem"),
        (Kind.No, 0, "nie"),
    ];

    // "S jednou objednávkou": as a digit nobody says it.
    private static readonly NumberWordTable Words = new(Listed, SlovakNumbers.Say, one: "jeden", neverSaid: "jednou");

    /// <summary>The parts that a word stands for; empty when it is no number word.</summary>
    public static IReadOnlyList<(Kind Kind, long Value)> Read(string word)
    {
        var parts = Words.Read(word);

        // Slovak has one word for a hundred and for hundreds: "dvesto" is two of them, "sto" alone is one.
        return parts.Count < 2 ? parts
            : [.. parts.Select((part, at) => part.Kind == Kind.Hundred && at > 0 && parts[at - 1] is { Kind: Kind.Digit, Value: > 1 }
                ? (Kind.Hundreds, part.Value)
                : part)];
    }
}
