using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Prompts;

/// <summary>A language whose words show what was asked of it: the tests of templates are not tests of Czech.</summary>
internal sealed class StandInCzech : SpokenLanguage
{
    public static readonly StandInCzech Instance = new();

    public override string Tag => "cs";

    public override PluralForm Plural(decimal n) => n switch
    {
        1 => PluralForm.One,
        2 or 3 or 4 => PluralForm.Few,
        _ when n != decimal.Truncate(n) => PluralForm.Many,
        _ => PluralForm.Other,
    };

    public override string Number(long n, GrammaticalCase c, Gender g) => $"<{n} {c} {g}>";

    public override string Ordinal(int n) => $"<{n}th>";

    public override string Money(decimal amount, GrammaticalCase c) => $"<{amount} CZK {c}>";

    public override string Date(DateOnly day, DateOnly today, DateForm form) => $"<{form} {day.DayNumber - today.DayNumber}>";

    public override string Time(TimeOnly time, TimeForm form) => $"<{form} {time.Hour}:{time.Minute:00}>";

    public override string Between(TimeOnly from, TimeOnly to) => $"<between {from.Hour} and {to.Hour}>";

    public override string Digits(string digits) => $"<digits {digits.Length}>";

    public override string Code(string code) => $"<code {code.Length}>";

    public override string Duration(TimeSpan length, GrammaticalCase c) => $"<{length.TotalMinutes} min {c}>";

    public override string Range(long from, long to, GrammaticalCase c, Gender g) => $"<{from} to {to} {c} {g}>";

    public override string List(IReadOnlyList<string> items) => string.Join(", ", items);
}
