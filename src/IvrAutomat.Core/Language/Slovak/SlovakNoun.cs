namespace IvrAutomat.Language;

/// <summary>A counted noun with the forms that numbers ask for.</summary>
/// <param name="Gender">The gender that "jeden" and "dva" agree with.</param>
/// <param name="Singular">Six forms in the order of <see cref="GrammaticalCase"/>.</param>
/// <param name="Plural">Six forms in the order of <see cref="GrammaticalCase"/>.</param>
internal sealed record SlovakNoun(Gender Gender, string[] Singular, string[] Plural)
{
    public static readonly SlovakNoun Koruna = Of(Gender.Feminine,
        "koruna koruny korune korunu korune korunou", "koruny korún korunám koruny korunách korunami");

    public static readonly SlovakNoun Halier = Of(Gender.Masculine,
        "halier haliera halieru halier halieri halierom", "haliere halierov halierom haliere halieroch haliermi");

    public static readonly SlovakNoun Euro = Of(Gender.Neuter,
        "euro eura euru euro eure eurom", "eurá eur eurám eurá eurách eurami");

    public static readonly SlovakNoun Cent = Of(Gender.Masculine,
        "cent centa centu cent cente centom", "centy centov centom centy centoch centmi");

    public static readonly SlovakNoun Minuta = Of(Gender.Feminine,
        "minúta minúty minúte minútu minúte minútou", "minúty minút minútam minúty minútach minútami");

    public static readonly SlovakNoun Hodina = Of(Gender.Feminine,
        "hodina hodiny hodine hodinu hodine hodinou", "hodiny hodín hodinám hodiny hodinách hodinami");

    public static readonly SlovakNoun Den = Of(Gender.Masculine,
        "deň dňa dňu deň dni dňom", "dni dní dňom dni dňoch dňami");

    public static readonly SlovakNoun Milion = Masculine("milión");
    public static readonly SlovakNoun Miliarda = Feminine("miliard", "miliárd");
    public static readonly SlovakNoun Bilion = Masculine("bilión");
    public static readonly SlovakNoun Biliarda = Feminine("biliard", "biliárd");
    public static readonly SlovakNoun Trilion = Masculine("trilión");

    /// <summary>The form after a number: "jedna koruna", "dve koruny", "päť korún", "s piatimi korunami", "s miliónom korún".</summary>
    public string After(ulong count, GrammaticalCase c) => CzechPlural.Of(count) switch
    {
        PluralForm.One => Singular[(int)c],
        PluralForm.Few => Plural[(int)c],
        _ when c is GrammaticalCase.Nominative or GrammaticalCase.Accusative => Plural[(int)GrammaticalCase.Genitive],

        // Milión is a noun itself and takes the genitive in every case.
        _ when count > 0 && count % 1_000_000 == 0 => Plural[(int)GrammaticalCase.Genitive],
        _ => Plural[(int)c],
    };

    /// <summary>The number and the noun: "za dve koruny".</summary>
    public string Counted(ulong count, GrammaticalCase c) => SlovakNumbers.Say(count, c, Gender) + " " + After(count, c);

    private static SlovakNoun Masculine(string stem) => Of(Gender.Masculine,
        $"{stem} {stem}a {stem}u {stem} {stem}e {stem}om", $"{stem}y {stem}ov {stem}om {stem}y {stem}och {stem}mi");

    private static SlovakNoun Feminine(string stem, string many) => Of(Gender.Feminine,
        $"{stem}a {stem}y {stem}e {stem}u {stem}e {stem}ou", $"{stem}y {many} {stem}ám {stem}y {stem}ách {stem}ami");

    private static SlovakNoun Of(Gender gender, string singular, string plural) => new(gender, singular.Split(' '), plural.Split(' '));
}
