using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>
/// How one language says numbers, dates and money, and how it understands what callers say. It is not a translation: sentences stand in the prompt files.
/// Everything said is words without a single digit, because voices read bare numbers wrongly. Instances are immutable and shared.
/// </summary>
public abstract class SpokenLanguage
{
    /// <summary>The language as a BCP 47 tag: "cs". It names the folder of the prompt files too.</summary>
    public abstract string Tag { get; }

    /// <summary>The CLDR plural class of a number, by its value: 1.0 counts as 1. The sign does not matter.</summary>
    public abstract PluralForm Plural(decimal n);

    /// <summary>A cardinal number that agrees with a noun: "dvě", "do dvou".</summary>
    public abstract string Number(long n, GrammaticalCase c, Gender g);

    /// <summary>An ordinal number, nominative masculine: "třetí".</summary>
    public abstract string Ordinal(int n);

    /// <summary>An amount in the shop's currency, rounded to its smallest unit; zero is the word for "free".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more than 18 digits before the decimal point.</exception>
    public abstract string Money(decimal amount, GrammaticalCase c);

    /// <summary>A day as people name it on the day <paramref name="today"/>: "zítra", "ve středu", "v pondělí sedmého prosince".</summary>
    public abstract string Date(DateOnly day, DateOnly today, DateForm form);

    /// <summary>A time of day with its preposition, to the minute.</summary>
    public abstract string Time(TimeOnly time, TimeForm form);

    /// <summary>A window in which something happens: "mezi osmou a šestnáctou hodinou".</summary>
    public abstract string Between(TimeOnly from, TimeOnly to);

    /// <summary>
    /// An identifier, digit by digit in groups, with its letters and signs. Spaces are not said but end a group; characters without a name are left out.
    /// </summary>
    public abstract string Digits(string digits);

    /// <summary>A code that the caller writes down: as <see cref="Digits"/>, with a pause after every digit.</summary>
    public abstract string Code(string code);

    /// <summary>A length of time without "about": "dvě minuty"; under a minute a word for a little while.</summary>
    public abstract string Duration(TimeSpan length, GrammaticalCase c);

    /// <summary>A range of counts: "tři až pět". Equal ends are said once.</summary>
    public abstract string Range(long from, long to, GrammaticalCase c, Gender g);

    /// <summary>A place or address from outside: names as they are, undeclined, numbers in words ("Vzorová 5" is "Vzorová pět").</summary>
    public abstract string Place(string place);

    /// <summary>An enumeration: "a, b a c". An empty list is an empty string.</summary>
    public abstract string List(IReadOnlyList<string> items);

    /// <summary>
    /// The digit strings that dictated speech may mean: at most 64, all different, most natural first; empty when no digit was heard.
    /// The order of candidates is a matter of language only: which one is a real order, the caller of this method must know.
    /// Where a guess must not be offered twice, as with a PIN, only the first counts.
    /// </summary>
    public IReadOnlyList<string> DigitCandidates(string speech) => NumberReadings.Of(speech, Grammar.Numbers);

    /// <summary>What a caller wants, out of what the step expects; null when it was not understood or could mean two things. Never a guess.</summary>
    /// <param name="speech">The recogniser's text.</param>
    /// <param name="expected">What the step listens for, the commands of every step included.</param>
    /// <param name="words">What callers say for each command, from the language's words file.</param>
    public SpokenCommand? Command(string speech, IReadOnlySet<SpokenCommand> expected, SpokenWords words)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(words);
        return new CommandMatcher(Grammar, words).Match(speech, expected);
    }

    /// <summary>The number of a key that was named instead of pressed ("dvojka", "číslo dvě"): 0 to 9, or null when the words say anything else.</summary>
    public int? Key(string speech) => SpokenKeys.Find(speech, Grammar);

    /// <summary>A place in a list, counted from one ("the second one", "tu poslední"); null when the words say anything else or it is not there.</summary>
    /// <param name="speech">The recogniser's text.</param>
    /// <param name="count">How many there are.</param>
    public int? PlaceInList(string speech, int count) => SpokenKeys.Place(speech, count, Grammar);

    /// <summary>
    /// The days that were named, the likeliest first; none when no day was understood, when several were named, or when one was excluded.
    /// Today's weekday is today or a week later: both are given, and what is on offer decides.
    /// </summary>
    /// <param name="speech">The recogniser's text.</param>
    /// <param name="today">Today in the shop's time zone.</param>
    public abstract ImmutableArray<DateOnly> Days(string speech, DateOnly today);

    /// <summary>
    /// The times of day that were named, the likeliest reading first ("v osm" is eight in the morning, then in the evening); none when no time
    /// was understood or one was excluded.
    /// </summary>
    public abstract ImmutableArray<TimeWindow> Times(string speech);

    /// <summary>Whether the words exclude what they name: "v pondělí ne", "anything but Monday".</summary>
    public bool Excludes(string speech) => Grammar.Cut(speech).Any(word => Grammar.Exclusions.Contains(word.Text));

    /// <summary>The words of speech in lower case without diacritics.</summary>
    internal IReadOnlyList<string> Words(string speech) => [.. Grammar.Cut(speech).Select(word => word.Text)];

    /// <summary>How the language is listened to.</summary>
    internal abstract ListeningGrammar Grammar { get; }
}
