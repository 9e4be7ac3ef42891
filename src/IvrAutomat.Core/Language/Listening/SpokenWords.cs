using System.Collections.Frozen;
using static IvrAutomat.Language.SpokenCommand;

namespace IvrAutomat.Language;

/// <summary>
/// What callers say for each command: the phrases of one language, as its words file lists them. It is a value; a changed file makes a new table.
/// How phrases are read beside others (refusals, conditions, numbers) is the language's own and stands in no file.
/// </summary>
public sealed class SpokenWords
{
    /// <summary>Commands of menus within a task. Where none of them is expected, their phrases are ordinary words: "něco", "sama", "online".</summary>
    private static readonly FrozenSet<SpokenCommand> WithinTasks = FrozenSet.Create(
        PaymentLink, Transfer, CashOnDelivery, Tracking, Extend, ChangeAddress, Whole, Part, Courier, Packeta, OwnWay, Repair, Replace,
        Discount, Refund, InvoiceAgain, ToCompany, Elsewhere, Send, SpeakCzech, SpeakEnglish, SpeakSlovak);

    private readonly CommandPhrase[] _openEnded;
    private readonly FrozenDictionary<string, CommandPhrase[]> _byFirstWord;

    internal SpokenWords(IEnumerable<CommandPhrase> phrases)
    {
        var all = phrases.OrderByDescending(phrase => phrase.Words.Length).ToArray();
        _openEnded = [.. all.Where(phrase => phrase.Words[0].EndsWith('*'))];
        _byFirstWord = all.Except(_openEnded).GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(phrases => phrases.Key, phrases => phrases.ToArray());
    }

    /// <summary>No words at all: only keys, numbers and days are understood.</summary>
    public static SpokenWords None { get; } = new([]);

    /// <summary>
    /// The phrase that begins at a word, or null. The longest wins; among equals one that the step expects, then one that is written out.
    /// </summary>
    internal CommandPhrase? LongestAt(IReadOnlyList<SpokenWord> words, int at, IReadOnlySet<SpokenCommand> expected)
    {
        CommandPhrase? best = null;
        foreach (var phrase in _byFirstWord.GetValueOrDefault(words[at].Text, []))
        {
            best = Better(best, phrase, words, at, expected);
        }

        foreach (var phrase in _openEnded)
        {
            best = Better(best, phrase, words, at, expected);
        }

        return best;
    }

    private static CommandPhrase? Better(
        CommandPhrase? best, CommandPhrase phrase, IReadOnlyList<SpokenWord> words, int at, IReadOnlySet<SpokenCommand> expected)
    {
        var isExpected = phrase.IsExpected(expected);
        var isBetter = best is null || phrase.Words.Length > best.Words.Length
            || (phrase.Words.Length == best.Words.Length && isExpected && !best.IsExpected(expected));
        return isBetter && phrase.Matches(words, at) && (isExpected || !phrase.Meanings.All(WithinTasks.Contains) || phrase.Weight == PhraseWeight.Nothing)
            ? phrase
            : best;
    }
}
