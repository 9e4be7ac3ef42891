using System.Collections.Concurrent;
using IvrAutomat.Prompts;
using IvrAutomat.Prompts.Lint;

namespace IvrAutomat.Web.Prompts.Spelling;

/// <summary>
/// Misspelt words in prompts. Where a language has no dictionary on this machine, that is one note and nothing wrong. Words once judged
/// are remembered, so that a text being typed asks only about its new words.
/// </summary>
internal sealed class SpellingLint
{
    // Suggestions are slow to find; whoever wrote more unknown words than this wrote in another language.
    private const int MostSuggested = 8;

    private readonly ConcurrentDictionary<(string Language, string Word), bool> _known = new();

    /// <summary>The findings of all languages, in the order of the texts.</summary>
    /// <param name="folder">The folder of prompts, for the words of its own.</param>
    /// <param name="texts">What to look at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<PromptFinding>> OfAsync(string folder, IReadOnlyCollection<PromptText> texts, CancellationToken cancellationToken)
    {
        var findings = await Task.WhenAll(texts.GroupBy(text => text.Language, StringComparer.Ordinal)
            .Select(group => OfAsync(folder, group.Key, [.. group], cancellationToken)));
        return [.. findings.SelectMany(each => each)];
    }

    private async Task<IReadOnlyList<PromptFinding>> OfAsync(
        string folder, string language, List<PromptText> texts, CancellationToken cancellationToken)
    {
        var own = OwnWords.Read(folder, language);
        var words = texts.Select(text => (Text: text, Words: SpellingWords.In(text).Where(word => !own.Contains(word)).ToList())).ToList();
        var asked = words.SelectMany(each => each.Words).ToHashSet(StringComparer.Ordinal);
        var dictionary = Dictionaries.Find(language);
        var checker = dictionary is null ? null : new Hunspell(dictionary);
        if (checker is null || !await LearnAsync(checker, language, asked, cancellationToken))
        {
            return
            [
                new(PromptSeverity.Note, "spelling-unavailable", language, 0, "", $"The spelling of '{language}' is not checked: no dictionary is installed.",
                    $"Install hunspell and its dictionary (on Debian: {Package(language)})."),
            ];
        }

        var misspelt = asked.Where(word => !_known[(language, word)]).ToHashSet(StringComparer.Ordinal);
        var ideas = await checker.SuggestAsync([.. misspelt.Take(MostSuggested)], cancellationToken);
        return
        [
            .. from each in words
               from word in each.Words
               where misspelt.Contains(word)
               select new PromptFinding(PromptSeverity.Warning, "spelling", each.Text.File, each.Text.Line, each.Text.Key, $"The word '{word}' is not in the dictionary.",
                   (ideas.TryGetValue(word, out var meant) ? $"Perhaps: {string.Join(", ", meant.Take(4))}. " : "")
                   + $"If it is right, add it to {language}/{OwnWords.FileName}.") { Detail = word + (ideas.TryGetValue(word, out var near) ? $" ({string.Join(", ", near.Take(4))}?)" : "") },
        ];
    }

    private async Task<bool> LearnAsync(Hunspell checker, string language, HashSet<string> words, CancellationToken cancellationToken)
    {
        var fresh = words.Where(word => !_known.ContainsKey((language, word))).ToList();
        if (await checker.UnknownAsync(fresh, cancellationToken) is not { } unknown)
        {
            return false;
        }

        fresh.ForEach(word => _known[(language, word)] = !unknown.Contains(word));
        return true;
    }

    private static string Package(string language) => language == "en" ? "hunspell hunspell-en-us" : $"hunspell hunspell-{language}";
}
