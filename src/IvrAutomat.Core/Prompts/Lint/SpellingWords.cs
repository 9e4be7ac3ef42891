using System.Collections.Immutable;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>The words of a text that a dictionary can judge.</summary>
public static class SpellingWords
{
    /// <summary>
    /// Each word once, as it is written, in the order of the text. Left out: text messages, which are written without diacritics;
    /// abbreviations (PIN, and PINem); addresses and whatever holds a digit; a part of a word that a slot completes. A text that cannot
    /// be parsed has none.
    /// </summary>
    public static ImmutableArray<string> In(PromptText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (PromptKey.IsText(text.Key))
        {
            return [];
        }

        try
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            return [.. TemplateParser.Parse(text.Text).All().OfType<Literal>().SelectMany(literal => Words(literal.Text)).Where(words.Add)];
        }
        catch (TemplateSyntaxException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        foreach (var chunk in text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            if (chunk.Any(char.IsDigit) || chunk.IndexOfAny(['@', '/', '_', '\\']) >= 0)
            {
                continue;
            }

            foreach (var word in Letters(chunk))
            {
                if (word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[1]))
                {
                    // What follows is its ending: PIN-om.
                    break;
                }

                if (word.Length > 1)
                {
                    yield return word;
                }
            }
        }
    }

    private static IEnumerable<string> Letters(string chunk)
    {
        var start = -1;
        for (var at = 0; at <= chunk.Length; at++)
        {
            var belongs = at < chunk.Length && (char.IsLetter(chunk[at])
                || (chunk[at] is '\'' or '’' && start >= 0 && at + 1 < chunk.Length && char.IsLetter(chunk[at + 1])));
            if (belongs && start < 0)
            {
                start = at;
            }
            else if (!belongs && start >= 0)
            {
                yield return chunk[start..at].Replace('’', '\'');
                start = -1;
            }
        }
    }
}
