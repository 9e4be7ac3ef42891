using System.Globalization;
using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Templates;

/// <summary>
/// Values as a Czech shop writes them in English: "23 Nov", "CZK 1,290", "14:30". A written date carries no preposition; the template has it.
/// </summary>
internal sealed class WrittenEnglish : SlotForms
{
    public static readonly WrittenEnglish Instance = new();

    private const int DaysWithoutYear = 183;

    private WrittenEnglish()
    {
    }

    public override PluralForm Plural(decimal n) => English.Instance.Plural(n);

    public override string Number(long n, SlotFormat format) => n.ToString("N0", CultureInfo.InvariantCulture);

    public override string Range(long from, long to, SlotFormat format) => $"{Number(from, format)}-{Number(to, format)}";

    public override string Ordinal(int n) => n + (n % 100 is >= 11 and <= 13 ? "th" : (n % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    public override string Money(decimal amount, SlotFormat format) =>
        "CZK " + amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", CultureInfo.InvariantCulture);

    public override string Date(DateOnly day, DateOnly today, SlotFormat format) =>
        day.ToString(Math.Abs(day.DayNumber - today.DayNumber) <= DaysWithoutYear ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);

    public override string Time(TimeOnly time, SlotFormat format) => $"{time.Hour}:{time.Minute:00}";

    public override string Between(TimeOnly from, TimeOnly to) => $"{from.Hour}:{from.Minute:00}-{to.Hour}:{to.Minute:00}";

    public override string Duration(TimeSpan length, SlotFormat format) =>
        length.TotalHours >= 2 ? $"{(long)length.TotalHours} h" : $"{Math.Max(1, (long)Math.Round(length.TotalMinutes))} min";

    public override string Digits(string digits) => digits;

    public override string Code(string code) => code;

    public override string Name(string name) => name;

    public override string Place(string place) => place;
}
