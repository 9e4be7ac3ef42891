using Kind = IvrAutomat.Language.NumberWordKind;

namespace IvrAutomat.Language;

/// <summary>
/// Every word that numbers are dictated with in Czech. The regular forms come from the tables that numbers are spoken with; colloquial forms, digit
/// nouns and the most frequent Slovak words are listed here.
/// </summary>
internal static class CzechNumberWords
{
    private static readonly (Kind Kind, long Value, string Words)[] Listed =
    [
        (Kind.Digit, 0, "nula nulu nule nulou nulka nulicka nulicku"),
        (Kind.Digit, 1, "jednicka jednicku jednickou jednicce jedna jenna jednu"),
        (Kind.Digit, 2, "dvojka dvojku dvojkou dvojce dvje"),
        (Kind.Digit, 3, "trojka trojku trojkou trojce"),
        (Kind.Digit, 4, "ctyrka ctyrku ctyrkou ctyrce styrka styrku ctyry styry styri ctyri stiri styr"),
        (Kind.Digit, 5, "petka petku petkou petce pjet pat"),
        (Kind.Digit, 6, "sestka sestku sestkou sestce"),
        (Kind.Digit, 7, "sedmicka sedmicku sedmickou sedmicce sedum sedem"),
        (Kind.Digit, 8, "osmicka osmicku osmickou osmicce osum vosum vosm osem vosmicka vosmicku"),
        (Kind.Digit, 9, "devitka devitku devitkou devitce devatka devjet devat"),
        (Kind.PluralDigit, 0, "nuly nul nulicky nulicek nulky nulek"),
        (Kind.PluralDigit, 1, "jednicky jednicek"),
        (Kind.PluralDigit, 2, "dvojky dvojek"),
        (Kind.PluralDigit, 3, "trojky trojek"),
        (Kind.PluralDigit, 4, "ctyrky ctyrek styrky"),
        (Kind.PluralDigit, 5, "petky petek"),
        (Kind.PluralDigit, 6, "sestky sestek"),
        (Kind.PluralDigit, 7, "sedmicky sedmicek"),
        (Kind.PluralDigit, 8, "osmicky osmicek vosmicky"),
        (Kind.PluralDigit, 9, "devitky devitek"),
        (Kind.Teen, 10, "desitka desitku desat"),
        (Kind.Teen, 11, "jedenactka jedenactku jedenast"),
        (Kind.Teen, 12, "dvanactka dvanactku dvanast"),
        (Kind.Teen, 13, "trinactka trinactku trinast"),
        (Kind.Teen, 14, "strnact ctrnactka ctrnactku strnast"),
        (Kind.Teen, 15, "patnactka patnactku patnast"),
        (Kind.Teen, 16, "sesnact sestnactka sestnactku sestnast"),
        (Kind.Teen, 17, "sedumnact sedmnactka sedmnactku sedemnast sedumnast"),
        (Kind.Teen, 18, "osumnact vosumnact vosmnact osmnactka osmnactku osemnast"),
        (Kind.Teen, 19, "devatnact devatenactka devatenactku devatnast"),
        (Kind.Ten, 20, "dvacitka dvacitku dvacka dvacku dvadsat"),
        (Kind.Ten, 30, "tricitka tricitku tridsat"),
        (Kind.Ten, 40, "ctyrycet styrycet styricet ctyricitka ctyricitku styridsat"),
        (Kind.Ten, 50, "padesatka padesatku patdesiat"),
        (Kind.Ten, 60, "sedesatka sedesatku sestdesat sestdesiat"),
        (Kind.Ten, 70, "sedumdesat sedmdesatka sedmdesatku sedemdesiat"),
        (Kind.Ten, 80, "osumdesat vosumdesat vosmdesat osmdesatka osmdesatku osemdesiat"),
        (Kind.Ten, 90, "devadesatka devadesatku devatdesat devatdesiat"),
        (Kind.InvertedHead, 1, "jedena"),
        (Kind.InvertedHead, 2, "dvaa"),
        (Kind.InvertedHead, 3, "tria"),
        (Kind.InvertedHead, 4, "ctyria ctyrya styria"),
        (Kind.InvertedHead, 5, "peta"),
        (Kind.InvertedHead, 6, "sesta"),
        (Kind.InvertedHead, 7, "sedma sedmia"),
        (Kind.InvertedHead, 8, "osma osmia vosma"),
        (Kind.InvertedHead, 9, "deveta"),
        (Kind.Hundred, 100, "sto stovka stovku stem stu"),
        (Kind.Hundreds, 100, "ste sta set stech stum sty"),
        (Kind.Scale, 1_000, "tisic tisice tisici tisicem tisicum tisicich tisicovka tisicovku"),
        (Kind.Scale, 1_000_000, "milion miliony milionu milionum milionem milionech"),
        (Kind.Scale, 1_000_000_000, "miliarda miliardy miliard miliardu miliarde miliardou miliardam miliardach miliardami"),
        (Kind.Times, 2, "dvakrat dvojita dvojite dvojitou dvoje dvoji"),
        (Kind.Times, 3, "trikrat trojita trojite trojitou troje troji"),
        (Kind.Times, 4, "ctyrikrat styrikrat ctyrykrat"),
        (Kind.Times, 5, "petkrat"),
        (Kind.Times, 6, "sestkrat"),
        (Kind.Times, 7, "sedmkrat sedumkrat"),
        (Kind.Times, 8, "osmkrat osumkrat"),
        (Kind.TimesSign, 0, "krat x ×"),
        (Kind.Restart, 0, "oprava opravuji opravuju opravim znovu znova zpatky zpet pardon omyl spatne chyba zacnu"),
        (Kind.No, 0, "ne"),
    ];

    // "Ještě jednou" announces that something is repeated; as a digit nobody says it.
    private static readonly NumberWordTable Words = new(Listed, CzechNumbers.Say, one: "jedna", neverSaid: "jednou");

    /// <summary>The parts that a word stands for; empty when it is no number word.</summary>
    public static IReadOnlyList<(Kind Kind, long Value)> Read(string word) => Words.Read(word);
}
