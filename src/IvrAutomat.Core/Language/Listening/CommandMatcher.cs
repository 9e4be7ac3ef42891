using System.Collections.Frozen;
using static IvrAutomat.Language.SpokenCommand;

namespace IvrAutomat.Language;

/// <summary>
/// The one thing a sentence asks for. Nothing is weighed by probability: two different wishes are none, a yes with a condition is none, and a
/// story is no answer. Work is bounded by the number of words times the number of phrases.
/// </summary>
internal sealed class CommandMatcher(ListeningGrammar grammar, SpokenWords table)
{
    /// <summary>In longer speech a command word is an accident.</summary>
    private const int LongestRequest = 40;

    /// <summary>A yes or a no is not buried among more words.</summary>
    private const int LongestAnswer = 14;

    private static readonly FrozenSet<SpokenCommand> Tasks =
        FrozenSet.Create(Parcel, Cancel, Payment, Return, Complaint, Invoice, OtherOrder, Restore, Status);

    /// <summary>Wishes that a yes goes well before, where a step offers them.</summary>
    private static readonly FrozenSet<SpokenCommand> SaysYesToo = FrozenSet.Create(HaveIt, Whole);

    /// <summary>Wishes that a no goes well before, where a step offers them.</summary>
    private static readonly FrozenSet<SpokenCommand> SaysNoToo = FrozenSet.Create(Part, OtherNumber, OtherTime, Elsewhere, FixNumber, Keep);

    /// <summary>Small talk gives way to anything else, in this order.</summary>
    private static readonly SpokenCommand[] GivingWay = [Hello, Yes, Repeat, TryAgain, Back, DontKnow, End, Wait, Status];

    public SpokenCommand? Match(string speech, IReadOnlySet<SpokenCommand> expected)
    {
        var words = grammar.Cut(speech).Select(word => word with { Text = Shortened(word.Text) }).ToList();
        if (words.Count is 0 or > LongestRequest)
        {
            return null;
        }

        var found = new CommandSearch(grammar, table).Find(words, expected);
        var full = Meanings(found, PhraseWeight.Full);
        var weak = Meanings(found, PhraseWeight.Weak);
        if (IsContradiction(words, found, full, weak))
        {
            return null;
        }

        var answer = Wanted(full, weak, expected) ?? Alone(words, found, expected);
        return answer is { } only && IsTooMuchFor(only, words) ? null : answer;
    }

    private bool IsContradiction(
        IReadOnlyList<SpokenWord> words, List<SaidPhrase> found, HashSet<SpokenCommand> full, HashSet<SpokenCommand> weak) =>
        (full.Contains(Yes) && (full.Contains(No) || weak.Contains(DontKnow)))
        || found.Any(phrase => phrase.Meaning == Cancel && IsBareNoBefore(words, phrase.At));

    /// <summary>"Ne zrušit", "no cancel" without a pause may refuse it or ask for it: nobody can tell.</summary>
    private bool IsBareNoBefore(IReadOnlyList<SpokenWord> words, int at) =>
        at > 0 && words[at - 1].Text == grammar.BareNo && !words[at].AfterPause;

    private static SpokenCommand? Wanted(HashSet<SpokenCommand> full, HashSet<SpokenCommand> weak, IReadOnlySet<SpokenCommand> expected)
    {
        Merge(full, expected);
        Merge(weak, expected);
        var plain = full.Where(expected.Contains).ToList();
        if (plain.Count > 0)
        {
            return plain is [var only] && !full.Any(other => Contradicts(only, other)) ? only : null;
        }

        if (!full.All(meaning => meaning is Yes or No))
        {
            return null;
        }

        weak.IntersectWith(expected);
        foreach (var meaning in GivingWay)
        {
            _ = weak.Count > 1 && weak.Remove(meaning);
        }

        return weak.Count == 1 ? weak.First() : null;
    }

    /// <summary>Two meanings that are one: who asks for a person answers no question, who wants it slower wants it again.</summary>
    private static void Merge(HashSet<SpokenCommand> meanings, IReadOnlySet<SpokenCommand> expected)
    {
        RemoveImplied(Yes, SaysYesToo);
        RemoveImplied(No, SaysNoToo);
        if (meanings.Contains(Person))
        {
            meanings.ExceptWith([Yes, No]);
        }

        if (meanings.Contains(Slower))
        {
            meanings.Remove(Repeat);
        }

        if (meanings.Contains(Status))
        {
            meanings.Remove(Parcel);
        }

        // "Ano, mám ho", "ne, jiné číslo": the answer only leads to the wish.
        void RemoveImplied(SpokenCommand answer, FrozenSet<SpokenCommand> wishes)
        {
            if (meanings.Contains(answer) && meanings.Any(meaning => wishes.Contains(meaning) && expected.Contains(meaning)))
            {
                meanings.Remove(answer);
            }
        }
    }

    /// <summary>
    /// Whether a meaning that the step does not expect spoils the one it does. The name of the action confirms a yes ("ano, zrušit") and
    /// unsettles a no ("ne, zrušit"); two tasks are two wishes, even when only one is possible now.
    /// </summary>
    private static bool Contradicts(SpokenCommand only, SpokenCommand other) => only switch
    {
        _ when other == only => false,
        Yes => other is No or Keep,
        No => other is Yes or Cancel,
        _ => Tasks.Contains(only) && Tasks.Contains(other),
    };

    private bool IsTooMuchFor(SpokenCommand only, List<SpokenWord> words) => only switch
    {
        Yes => words.Count > LongestAnswer || words.Any(word => grammar.Conditions.Contains(word.Text)),
        No => words.Count > LongestAnswer,
        _ => false,
    };

    private SpokenCommand? Alone(IReadOnlyList<SpokenWord> words, List<SaidPhrase> found, IReadOnlySet<SpokenCommand> expected)
    {
        foreach (var phrase in found.Where(phrase => phrase.Weight == PhraseWeight.Alone && expected.Contains(phrase.Meaning)))
        {
            var others = words.Where((_, i) => i < phrase.At || i >= phrase.At + phrase.Length);
            if (others.All(word => grammar.Fillers.Contains(word.Text)))
            {
                return phrase.Meaning;
            }
        }

        return null;
    }

    private static HashSet<SpokenCommand> Meanings(List<SaidPhrase> found, PhraseWeight weight) =>
        [.. found.Where(phrase => phrase.Weight == weight).Select(phrase => phrase.Meaning)];

    /// <summary>Drawn-out speech: "neeee", "yesss". Our languages have no letter three times in a row.</summary>
    private static string Shortened(string word)
    {
        for (var i = word.Length - 1; i >= 2; i--)
        {
            if (char.IsAsciiLetterLower(word[i]) && word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                var start = i - 2;
                while (start > 0 && word[start - 1] == word[i])
                {
                    start--;
                }

                word = word.Remove(start + 1, i - start);
                i = start;
            }
        }

        return word;
    }
}
