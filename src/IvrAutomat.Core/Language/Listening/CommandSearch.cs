using System.Runtime.InteropServices;

namespace IvrAutomat.Language;

/// <summary>A phrase that was said.</summary>
/// <param name="Weight">How much it says.</param>
/// <param name="Meaning">What it means in this step.</param>
/// <param name="At">The position of its first word.</param>
/// <param name="Length">How many words it has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SaidPhrase(PhraseWeight Weight, SpokenCommand Meaning, int At, int Length);

/// <summary>The phrases in a sentence, from left to right, each word used once. A refused wish is a no: "nechci to rušit", "nepotřebuju člověka".</summary>
internal sealed class CommandSearch(ListeningGrammar grammar, SpokenWords table)
{
    public List<SaidPhrase> Find(IReadOnlyList<SpokenWord> words, IReadOnlySet<SpokenCommand> expected)
    {
        var found = new List<SaidPhrase>();
        for (var at = 0; at < words.Count;)
        {
            var phrase = table.LongestAt(words, at, expected);
            if (phrase is { Weight: not PhraseWeight.Nothing })
            {
                found.Add(IsRefused(words, at)
                    ? new SaidPhrase(PhraseWeight.Full, SpokenCommand.No, at, phrase.Words.Length)
                    : new SaidPhrase(phrase.Weight, phrase.Meaning(expected), at, phrase.Words.Length));
            }

            at += phrase?.Words.Length ?? 1;
        }

        return WithoutTopics(words, found);
    }

    /// <summary>What a person is wanted for is no second wish: "mluvit s operátorem kvůli faktuře".</summary>
    private List<SaidPhrase> WithoutTopics(IReadOnlyList<SpokenWord> words, List<SaidPhrase> found) =>
        found.Exists(phrase => phrase.Meaning == SpokenCommand.Person)
            ? found.FindAll(phrase => phrase.Meaning == SpokenCommand.Person || !IsTopic(words, phrase.At))
            : found;

    private bool IsTopic(IReadOnlyList<SpokenWord> words, int at) =>
        Enumerable.Range(1, Math.Min(2, at)).Any(back => grammar.TopicMarks.Contains(words[at - back].Text));

    /// <summary>A refusal reaches forward to a pause or a new wish. An imperative is a wish of its own: "nechci čekat spojte mě".</summary>
    private bool IsRefused(IReadOnlyList<SpokenWord> words, int at)
    {
        var isImperative = grammar.IsImperative(words[at].Text);
        for (var i = at; i > 0 && !isImperative && !words[i].AfterPause; i--)
        {
            if (grammar.Refusals.Contains(words[i - 1].Text))
            {
                return true;
            }

            if (grammar.NewWish.Contains(words[i - 1].Text))
            {
                return false;
            }
        }

        return false;
    }
}
