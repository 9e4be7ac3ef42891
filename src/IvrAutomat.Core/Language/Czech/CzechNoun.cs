namespace IvrAutomat.Language;

/// <summary>A counted noun with the forms that numbers ask for.</summary>
/// <param name="Gender">The gender that "jeden" and "dva" agree with.</param>
/// <param name="Singular">Six forms in the order of <see cref="GrammaticalCase"/>.</param>
/// <param name="Plural">Six forms in the order of <see cref="GrammaticalCase"/>.</param>
internal sealed record CzechNoun(Gender Gender, string[] Singular, string[] Plural)
{
    public static readonly CzechNoun Koruna = Of(Gender.Feminine,
        "koruna koruny koruně korunu koruně korunou", "koruny korun korunám koruny korunách korunami");

    public static readonly CzechNoun Haler = Of(Gender.Masculine,
        "haléř haléře haléři haléř haléři haléřem", "haléře haléřů haléřům haléře haléřích haléři");

    public static readonly CzechNoun Euro = Of(Gender.Neuter,
        "euro eura euru euro euru eurem", "eura eur eurům eura eurech eury");

    public static readonly CzechNoun Cent = Of(Gender.Masculine,
        "cent centu centu cent centu centem", "centy centů centům centy centech centy");

    public static readonly CzechNoun Minuta = Of(Gender.Feminine,
        "minuta minuty minutě minutu minutě minutou", "minuty minut minutám minuty minutách minutami");

    public static readonly CzechNoun Hodina = Of(Gender.Feminine,
        "hodina hodiny hodině hodinu hodině hodinou", "hodiny hodin hodinám hodiny hodinách hodinami");

    public static readonly CzechNoun Den = Of(Gender.Masculine,
        "den dne dni den dni dnem", "dny dnů dnům dny dnech dny");

    public static readonly CzechNoun Tisic = Of(Gender.Masculine,
        "tisíc tisíce tisíci tisíc tisíci tisícem", "tisíce tisíc tisícům tisíce tisících tisíci");

    public static readonly CzechNoun Milion = Masculine("milion");
    public static readonly CzechNoun Miliarda = Feminine("miliard");
    public static readonly CzechNoun Bilion = Masculine("bilion");
    public static readonly CzechNoun Biliarda = Feminine("biliard");
    public static readonly CzechNoun Trilion = Masculine("trilion");

    /// <summary>The form after a number: "jedna koruna", "dvě koruny", "pět korun", "s pěti korunami", "s tisícem korun".</summary>
    public string After(ulong count, GrammaticalCase c) => CzechPlural.Of(count) switch
    {
        PluralForm.One => Singular[(int)c],
        PluralForm.Few => Plural[(int)c],
        _ when c is GrammaticalCase.Nominative or GrammaticalCase.Accusative => Plural[(int)GrammaticalCase.Genitive],
        // Sto, tisíc, milion are nouns themselves and take the genitive in every case.
        _ when count % 100 == 0 => Plural[(int)GrammaticalCase.Genitive],
        _ => Plural[(int)c],
    };

    /// <summary>The number and the noun: "za dvě koruny".</summary>
    public string Counted(ulong count, GrammaticalCase c) => CzechNumbers.Say(count, c, Gender) + " " + After(count, c);

    private static CzechNoun Masculine(string stem) => Of(Gender.Masculine,
        $"{stem} {stem}u {stem}u {stem} {stem}u {stem}em", $"{stem}y {stem}ů {stem}ům {stem}y {stem}ech {stem}y");

    private static CzechNoun Feminine(string stem) => Of(Gender.Feminine,
        $"{stem}a {stem}y {stem}ě {stem}u {stem}ě {stem}ou", $"{stem}y {stem} {stem}ám {stem}y {stem}ách {stem}ami");

    private static CzechNoun Of(Gender gender, string singular, string plural) => new(gender, singular.Split(' '), plural.Split(' '));
}
