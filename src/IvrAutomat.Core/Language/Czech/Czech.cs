using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>Czech, spoken and understood. Sources: Internetová jazyková příručka (cases and forms of numerals, prepositions), CLDR (plurals).</summary>
public sealed class Czech : SpokenLanguage
{
    private Czech()
    {
    }

    /// <summary>The one instance; it holds nothing but tables.</summary>
    public static Czech Instance { get; } = new();

    /// <inheritdoc/>
    public override string Tag => "cs";

    /// <inheritdoc/>
    public override PluralForm Plural(decimal n) => CzechPlural.Of(n);

    /// <inheritdoc/>
    public override string Number(long n, GrammaticalCase c, Gender g) => CzechNumbers.Say(n, c, g);

    /// <inheritdoc/>
    public override string Ordinal(int n) => CzechOrdinals.Nominative(n);

    /// <inheritdoc/>
    public override string Money(decimal amount, GrammaticalCase c) => CzechMoney.Crowns(amount, c);

    /// <summary>An amount in euros and cents; zero is "zdarma".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more than 18 digits before the decimal point.</exception>
    public static string Euros(decimal amount, GrammaticalCase c) => CzechMoney.Euros(amount, c);

    /// <inheritdoc/>
    public override string Date(DateOnly day, DateOnly today, DateForm form) => CzechDates.Say(day, today, form);

    /// <inheritdoc/>
    public override string Time(TimeOnly time, TimeForm form) => CzechTimes.Say(time, form);

    /// <inheritdoc/>
    public override string Between(TimeOnly from, TimeOnly to) => CzechTimes.Between(from, to);

    /// <summary>Opening hours: "od osmi do šestnácti hodin".</summary>
    public static string FromTo(TimeOnly from, TimeOnly to) => CzechTimes.FromTo(from, to);

    /// <inheritdoc/>
    public override string Digits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return CzechLetters.Groups.Say(digits);
    }

    /// <inheritdoc/>
    public override string Code(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return CzechLetters.Groups.Slowly(code);
    }

    /// <inheritdoc/>
    public override string Duration(TimeSpan length, GrammaticalCase c) => CzechDurations.Say(length, c);

    /// <inheritdoc/>
    public override string Range(long from, long to, GrammaticalCase c, Gender g) =>
        from == to ? Number(from, c, g) : Number(from, c, g) + " až " + Number(to, c, g);

    /// <inheritdoc/>
    public override string Place(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return CzechPlaces.Say(place);
    }

    /// <inheritdoc/>
    public override string List(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count < 2 ? string.Concat(items) : string.Join(", ", items.SkipLast(1)) + " a " + items[^1];
    }

    /// <inheritdoc/>
    public override ImmutableArray<DateOnly> Days(string speech, DateOnly today) => CzechDays.Of(speech, today);

    /// <inheritdoc/>
    public override ImmutableArray<TimeWindow> Times(string speech) => CzechHours.Of(speech);

    /// <inheritdoc/>
    internal override ListeningGrammar Grammar => CzechGrammar.Instance;
}
