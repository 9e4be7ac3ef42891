using IvrAutomat.Language;

namespace IvrAutomat.Web.Tests.Prompts;

/// <summary>Says one ordinary value of each kind, whatever was asked: enough to measure prompts, no test of Czech.</summary>
internal sealed class TypicalCzech : SpokenLanguage
{
    public static readonly TypicalCzech Instance = new();

    public override string Tag => "cs";

    public override PluralForm Plural(decimal n) => n switch { 1 => PluralForm.One, 2 or 3 or 4 => PluralForm.Few, _ => PluralForm.Other };

    public override string Number(long n, GrammaticalCase c, Gender g) => "pět";

    public override string Ordinal(int n) => "třetí";

    public override string Money(decimal amount, GrammaticalCase c) => "tisíc dvě stě devadesát korun";

    public override string Date(DateOnly day, DateOnly today, DateForm form) => "v pondělí sedmého prosince";

    public override string Time(TimeOnly time, TimeForm form) => "ve čtrnáct hodin třicet minut";

    public override string Between(TimeOnly from, TimeOnly to) => "mezi osmou a šestnáctou hodinou";

    public override string Digits(string digits) =>
        digits.Length <= 3 ? "čtyři pět šest" : "dva nula dva, šest nula nula, jedna nula nula, jedna";

    public override string Code(string code) => "čtyři, jedna, dva. Osm, tři, šest";

    public override string Duration(TimeSpan length, GrammaticalCase c) => "dvě minuty";

    public override string Range(long from, long to, GrammaticalCase c, Gender g) => "tři až pět";

    public override string List(IReadOnlyList<string> items) => string.Join(", ", items);
}
