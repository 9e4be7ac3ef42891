using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Templates;

/// <summary>Turns values into words or into writing: the one difference between a spoken prompt and a text message.</summary>
internal abstract class SlotForms
{
    /// <summary>How the language's text messages write values.</summary>
    public static SlotForms WrittenIn(SpokenLanguage language) => language.Tag == English.Instance.Tag ? WrittenEnglish.Instance : WrittenCzech.Instance;

    public abstract PluralForm Plural(decimal n);

    public abstract string Number(long n, SlotFormat format);

    public abstract string Range(long from, long to, SlotFormat format);

    public abstract string Ordinal(int n);

    public abstract string Money(decimal amount, SlotFormat format);

    public abstract string Date(DateOnly day, DateOnly today, SlotFormat format);

    public abstract string Time(TimeOnly time, SlotFormat format);

    public abstract string Between(TimeOnly from, TimeOnly to);

    public abstract string Duration(TimeSpan length, SlotFormat format);

    public abstract string Digits(string digits);

    public abstract string Code(string code);

    public abstract string Name(string name);

    public abstract string Place(string place);
}

/// <summary>Values as the language says them.</summary>
internal sealed class SpokenForms(SpokenLanguage language) : SlotForms
{
    // Names of goods are written for the eye: beyond this the ear has lost the sentence.
    private const int LongestName = 60;

    public override PluralForm Plural(decimal n) => language.Plural(n);

    public override string Number(long n, SlotFormat format) => language.Number(n, format.Case, format.Gender);

    public override string Range(long from, long to, SlotFormat format) => language.Range(from, to, format.Case, format.Gender);

    public override string Ordinal(int n) => language.Ordinal(n);

    public override string Money(decimal amount, SlotFormat format) => language.Money(amount, format.Case);

    public override string Date(DateOnly day, DateOnly today, SlotFormat format) =>
        language.Date(day, today, format.DateForm ?? DateForm.When);

    public override string Time(TimeOnly time, SlotFormat format) => language.Time(time, format.TimeForm ?? TimeForm.At);

    public override string Between(TimeOnly from, TimeOnly to) => language.Between(from, to);

    public override string Duration(TimeSpan length, SlotFormat format) => language.Duration(length, format.Case);

    public override string Digits(string digits) => language.Digits(digits);

    public override string Code(string code) => language.Code(code);

    public override string Place(string place) => language.Place(place);

    public override string Name(string name)
    {
        if (name.Length <= LongestName)
        {
            return name;
        }

        var space = name.LastIndexOf(' ', LongestName);
        return name[..(space > 0 ? space : LongestName)].TrimEnd(' ', ',', '-');
    }
}
