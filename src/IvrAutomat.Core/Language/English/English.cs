using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>
/// English, spoken and understood, as a Czech shop needs it: British forms ("one hundred and one"), crowns, the clock of twelve hours with a.m. and
/// p.m., Czech names of places left as they are. Cases and genders mean nothing here.
/// </summary>
public sealed class English : SpokenLanguage
{
    private English()
    {
    }

    /// <summary>The one instance; it holds nothing but tables.</summary>
    public static English Instance { get; } = new();

    /// <inheritdoc/>
    public override string Tag => "en";

    /// <inheritdoc/>
    public override PluralForm Plural(decimal n) => n is 1 or -1 ? PluralForm.One : PluralForm.Other;

    /// <inheritdoc/>
    public override string Number(long n, GrammaticalCase c, Gender g) => EnglishNumbers.Say(n);

    /// <inheritdoc/>
    public override string Ordinal(int n) => EnglishNumbers.Ordinal(n);

    /// <inheritdoc/>
    public override string Money(decimal amount, GrammaticalCase c) => EnglishMoney.Crowns(amount);

    /// <inheritdoc/>
    public override string Date(DateOnly day, DateOnly today, DateForm form) => EnglishDates.Say(day, today, form);

    /// <inheritdoc/>
    public override string Time(TimeOnly time, TimeForm form) => (form == TimeForm.At ? "at " : "from ") + EnglishTimes.Clock(time);

    /// <inheritdoc/>
    public override string Between(TimeOnly from, TimeOnly to) => EnglishTimes.Between(from, to);

    /// <inheritdoc/>
    public override string Digits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return EnglishLetters.Groups.Say(digits);
    }

    /// <inheritdoc/>
    public override string Code(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EnglishLetters.Groups.Slowly(code);
    }

    /// <inheritdoc/>
    public override string Duration(TimeSpan length, GrammaticalCase c) => EnglishTimes.Duration(length);

    /// <inheritdoc/>
    public override string Range(long from, long to, GrammaticalCase c, Gender g) =>
        from == to ? EnglishNumbers.Say(from) : EnglishNumbers.Say(from) + " to " + EnglishNumbers.Say(to);

    /// <inheritdoc/>
    public override string Place(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return EnglishPlaces.Say(place);
    }

    /// <inheritdoc/>
    public override string List(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count < 2 ? string.Concat(items) : string.Join(", ", items.SkipLast(1)) + " and " + items[^1];
    }

    /// <inheritdoc/>
    public override ImmutableArray<DateOnly> Days(string speech, DateOnly today) => EnglishDays.Of(speech, today);

    /// <inheritdoc/>
    public override ImmutableArray<TimeWindow> Times(string speech) => EnglishHours.Of(speech);

    /// <inheritdoc/>
    internal override ListeningGrammar Grammar => EnglishGrammar.Instance;
}
