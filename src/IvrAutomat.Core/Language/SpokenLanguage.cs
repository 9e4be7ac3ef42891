namespace IvrAutomat.Language;

/// <summary>The grammatical case in which a number, an amount or a length of time is said.</summary>
public enum GrammaticalCase
{
    /// <summary>Who, what.</summary>
    Nominative,

    /// <summary>Of whom, of what.</summary>
    Genitive,

    /// <summary>To whom, to what.</summary>
    Dative,

    /// <summary>Whom, what.</summary>
    Accusative,

    /// <summary>About whom, in what.</summary>
    Locative,

    /// <summary>With whom, by what.</summary>
    Instrumental,
}

/// <summary>The gender of the counted noun.</summary>
public enum Gender
{
    /// <summary>Masculine.</summary>
    Masculine,

    /// <summary>Feminine.</summary>
    Feminine,

    /// <summary>Neuter.</summary>
    Neuter,
}

/// <summary>CLDR plural categories that Czech, Slovak and English need.</summary>
public enum PluralForm
{
    /// <summary>Exactly one.</summary>
    One,

    /// <summary>Two to four.</summary>
    Few,

    /// <summary>A number with decimals.</summary>
    Many,

    /// <summary>Everything else.</summary>
    Other,
}

/// <summary>What a date answers; each form but <see cref="For"/> carries its own preposition.</summary>
public enum DateForm
{
    /// <summary>When.</summary>
    When,

    /// <summary>Until when.</summary>
    Until,

    /// <summary>Since when.</summary>
    Since,

    /// <summary>Of which day.</summary>
    Of,

    /// <summary>For which day, without a preposition.</summary>
    For,
}

/// <summary>What a time of day answers.</summary>
public enum TimeForm
{
    /// <summary>At what time.</summary>
    At,

    /// <summary>From what time.</summary>
    From,
}

/// <summary>One language as it is said: numbers, dates, money and codes in words.</summary>
public abstract class SpokenLanguage
{
    /// <summary>The language's code, as in the name of its prompt folder: "cs".</summary>
    public abstract string Tag { get; }

    /// <summary>The CLDR plural category of a number.</summary>
    public abstract PluralForm Plural(decimal n);

    /// <summary>A cardinal number in words.</summary>
    public abstract string Number(long n, GrammaticalCase c, Gender g);

    /// <summary>An ordinal number in words, nominative masculine.</summary>
    public abstract string Ordinal(int n);

    /// <summary>An amount of money in words.</summary>
    public abstract string Money(decimal amount, GrammaticalCase c);

    /// <summary>A day in words, relative to today where people would say it so.</summary>
    public abstract string Date(DateOnly day, DateOnly today, DateForm form);

    /// <summary>A time of day in words.</summary>
    public abstract string Time(TimeOnly time, TimeForm form);

    /// <summary>A window of hours in words.</summary>
    public abstract string Between(TimeOnly from, TimeOnly to);

    /// <summary>Digits, letters and signs one by one, in groups.</summary>
    public abstract string Digits(string digits);

    /// <summary>A code one sign at a time, for slow reading.</summary>
    public abstract string Code(string code);

    /// <summary>A length of time in words.</summary>
    public abstract string Duration(TimeSpan length, GrammaticalCase c);

    /// <summary>A range of counts in words.</summary>
    public abstract string Range(long from, long to, GrammaticalCase c, Gender g);

    /// <summary>Things named one after another.</summary>
    public abstract string List(IReadOnlyList<string> items);
}
