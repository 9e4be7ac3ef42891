using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>Slovak, spoken and understood. Sources: Krátky slovník slovenského jazyka (cases and forms of numerals), CLDR (plurals).</summary>
public sealed class Slovak : SpokenLanguage
{
    private Slovak()
    {
    }

    /// <summary>The one instance; it holds nothing but tables.</summary>
    public static Slovak Instance { get; } = new();

    /// <inheritdoc/>
    public override string Tag => "sk";

    /// <inheritdoc/>
    public override PluralForm Plural(decimal n) => CzechPlural.Of(n);

    /// <inheritdoc/>
    public override string Number(long n, GrammaticalCase c, Gender g) => SlovakNumbers.Say(n, c, g);

    /// <inheritdoc/>
    public override string Ordinal(int n) => SlovakOrdinals.Nominative(n);

    /// <inheritdoc/>
    public override string Money(decimal amount, GrammaticalCase c) => SlovakMoney.Crowns(amount, c);

    /// <summary>An amount in euros and cents; zero is "zadarmo".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more than 18 digits before the decimal point.</exception>
    public static string Euros(decimal amount, GrammaticalCase c) => SlovakMoney.Euros(amount, c);

    /// <inheritdoc/>
    public override string Date(DateOnly day, DateOnly today, DateForm form) => SlovakDates.Say(day, today, form);

    /// <inheritdoc/>
    public override string Time(TimeOnly time, TimeForm form) => SlovakTimes.Say(time, form);

    /// <inheritdoc/>
    public override string Between(TimeOnly from, TimeOnly to) => SlovakTimes.Between(from, to);

    /// <inheritdoc/>
    public override string Digits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return SlovakLetters.Groups.Say(digits);
    }

    /// <inheritdoc/>
    public override string Code(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return SlovakLetters.Groups.Slowly(code);
    }

    /// <inheritdoc/>
    public override string Duration(TimeSpan length, GrammaticalCase c) => SlovakDurations.Say(length, c);

    /// <inheritdoc/>
    public override string Range(long from, long to, GrammaticalCase c, Gender g) =>
        from == to ? Number(from, c, g) : Number(from, c, g) + " až " + Number(to, c, g);

    /// <inheritdoc/>
    public override string Place(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return SlovakPlaces.Say(place);
    }

    /// <inheritdoc/>
    public override string List(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count < 2 ? string.Concat(items) : string.Join(", ", items.SkipLast(1)) + " a " + items[^1];
    }

    /// <inheritdoc/>
    public override ImmutableArray<DateOnly> Days(string speech, DateOnly today) => SlovakDays.Of(speech, today);

    /// <inheritdoc/>
    public override ImmutableArray<TimeWindow> Times(string speech) => SlovakHours.Of(speech);

    /// <inheritdoc/>
    internal override ListeningGrammar Grammar => SlovakGrammar.Instance;
}
