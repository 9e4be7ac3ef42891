namespace IvrAutomat.Language;

/// <summary>How much a phrase says beside others in one sentence.</summary>
internal enum PhraseWeight
{
    /// <summary>Hides words that would otherwise be misread: "proč ne" is no plain no, "zrušená" no wish to cancel.</summary>
    Nothing,

    /// <summary>Counts only when the caller said nothing else: "prosím?", "nula".</summary>
    Alone,

    /// <summary>Gives way to a phrase of full weight: in "moment, chci zrušit objednávku" nobody needs to be waited for.</summary>
    Weak,

    /// <summary>Says plainly what is wanted. Two different ones in a sentence are ambiguous.</summary>
    Full,
}

/// <summary>Words that carry a meaning.</summary>
/// <param name="Words">Lower case without diacritics; a word that ends in * matches its beginning.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="Meanings">What it may mean: the first that the step expects counts, else the first.</param>
internal sealed record CommandPhrase(string[] Words, PhraseWeight Weight, SpokenCommand[] Meanings)
{
    /// <summary>What it means in a step.</summary>
    public SpokenCommand Meaning(IReadOnlySet<SpokenCommand> expected)
    {
        foreach (var meaning in Meanings)
        {
            if (expected.Contains(meaning))
            {
                return meaning;
            }
        }

        return Meanings[0];
    }

    /// <summary>Whether a step listens for any of its meanings.</summary>
    public bool IsExpected(IReadOnlySet<SpokenCommand> expected) => Meanings.Any(expected.Contains);

    /// <summary>Whether it is said at a word. A pause ends it.</summary>
    public bool Matches(IReadOnlyList<SpokenWord> speech, int at)
    {
        if (at + Words.Length > speech.Count)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            var said = speech[at + i];
            var isMatch = Words[i] is [.. var stem, '*']
                ? said.Text.StartsWith(stem, StringComparison.Ordinal)
                : said.Text == Words[i];
            // A phrase ends where the caller paused: "ne, ano" and "je to, tak ne" are not read across the comma.
            if (!isMatch || (i > 0 && said.AfterPause))
            {
                return false;
            }
        }

        return true;
    }
}
