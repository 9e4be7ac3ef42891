using System.Globalization;
using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Templates;

/// <summary>
/// Values as a Czech shop writes them in a message: "23. 11.", "1 290 Kč", "8:00". A written date carries no preposition; the template
/// has it. Spaces are plain; a text message is stripped of diacritics as a whole, so that it stays in the GSM alphabet.
/// </summary>
internal sealed class WrittenCzech : SlotForms
{
    public static readonly WrittenCzech Instance = new();

    private const int DaysWithoutYear = 183;

    private static readonly NumberFormatInfo Grouped = new()
    {
        NumberGroupSeparator = " ",
        NumberDecimalSeparator = ",",
    };

    private WrittenCzech()
    {
    }

    public override PluralForm Plural(decimal n) => n switch
    {
        1 => PluralForm.One,
        2 or 3 or 4 => PluralForm.Few,
        _ when n != decimal.Truncate(n) => PluralForm.Many,
        _ => PluralForm.Other,
    };

    public override string Number(long n, SlotFormat format) => n.ToString("N0", Grouped);

    public override string Range(long from, long to, SlotFormat format) => $"{Number(from, format)}-{Number(to, format)}";

    public override string Ordinal(int n) => $"{n}.";

    public override string Money(decimal amount, SlotFormat format) =>
        amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", Grouped) + " Kč";

    public override string Date(DateOnly day, DateOnly today, SlotFormat format) =>
        Math.Abs(day.DayNumber - today.DayNumber) <= DaysWithoutYear
            ? $"{day.Day}. {day.Month}."
            : $"{day.Day}. {day.Month}. {day.Year}";

    public override string Time(TimeOnly time, SlotFormat format) => $"{time.Hour}:{time.Minute:00}";

    public override string Between(TimeOnly from, TimeOnly to) =>
        from.Minute == 0 && to.Minute == 0 ? $"{from.Hour}-{to.Hour}" : $"{from.Hour}:{from.Minute:00}-{to.Hour}:{to.Minute:00}";

    public override string Duration(TimeSpan length, SlotFormat format) =>
        length.TotalHours >= 2 ? $"{(long)length.TotalHours} hod." : $"{Math.Max(1, (long)Math.Round(length.TotalMinutes))} min.";

    public override string Digits(string digits) => digits;

    public override string Code(string code) => code;

    public override string Name(string name) => name;

    public override string Place(string place) => place;
}
