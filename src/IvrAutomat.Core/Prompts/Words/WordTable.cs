using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Words;

/// <summary>Makes the table of one language from the phrases of its words file, and says what is wrong with them.</summary>
internal static class WordTable
{
    /// <summary>The key of phrases that mean nothing.</summary>
    public const string Nothing = "nothing";

    private const int LongestPhrase = 8;

    private static readonly FrozenDictionary<string, SpokenCommand> Commands =
        Enum.GetValues<SpokenCommand>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PhraseWeight> Weights = new Dictionary<string, PhraseWeight>(StringComparer.Ordinal)
    {
        ["clear"] = PhraseWeight.Full,
        ["weak"] = PhraseWeight.Weak,
        ["alone"] = PhraseWeight.Alone,
    }.ToFrozenDictionary();

    /// <summary>A command as words files write it: "other-order".</summary>
    public static string NameOf(SpokenCommand command)
    {
        var name = new StringBuilder();
        foreach (var letter in command.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>The table; findings that make it unusable are errors.</summary>
    public static SpokenWords Parse(SpokenLanguage language, IEnumerable<WordText> texts, List<PromptFinding> findings)
    {
        var entries = texts.Select(text => Entry(language, text, findings)).OfType<WordEntry>().ToList();
        findings.AddRange(WordLint.Of(entries));
        return entries.Count == 0 ? SpokenWords.None : new SpokenWords(entries.Select(entry => entry.Phrase));
    }

    private static WordEntry? Entry(SpokenLanguage language, WordText text, List<PromptFinding> findings)
    {
        if (Meanings(text) is not { } meanings)
        {
            findings.Add(Wrong(text, "command-unknown", $"'{text.Commands}' is no command.", $"Use {Nothing}, or one or more of: {string.Join(", ", Commands.Keys.Order())}."));
            return null;
        }

        if (!Weights.TryGetValue(text.Weight, out var weight))
        {
            findings.Add(Wrong(text, "weight-unknown", $"'{text.Weight}' is no way of counting.", $"Use one of: {string.Join(", ", Weights.Keys)}."));
            return null;
        }

        if (Words(language, text.Phrase) is not { } words)
        {
            findings.Add(Wrong(text, "phrase-form", $"'{text.Phrase}' is no phrase that can be heard.",
                $"Write one to {LongestPhrase} words, without punctuation; only a * at the end of a word is a sign of its own."));
            return null;
        }

        return new WordEntry(text, new CommandPhrase(words, meanings.IsEmpty ? PhraseWeight.Nothing : weight, [.. meanings]));
    }

    /// <summary>The commands of a key; empty for phrases that mean nothing, null when one is unknown.</summary>
    private static ImmutableArray<SpokenCommand>? Meanings(WordText text)
    {
        if (text.Commands == Nothing)
        {
            return [];
        }

        var meanings = ImmutableArray.CreateBuilder<SpokenCommand>();
        foreach (var name in text.Commands.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Commands.TryGetValue(name, out var command))
            {
                return null;
            }

            meanings.Add(command);
        }

        return meanings.ToImmutable();
    }

    private static string[]? Words(SpokenLanguage language, string phrase)
    {
        var words = new List<string>();
        foreach (var written in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isOpen = written.EndsWith('*');
            var heard = language.Words(isOpen ? written[..^1] : written);
            if (heard.Count == 0 || (isOpen && heard.Count > 1))
            {
                return null;
            }

            words.AddRange(isOpen ? [heard[0] + "*"] : heard);
        }

        return words.Count is >= 1 and <= LongestPhrase ? [.. words] : null;
    }

    private static PromptFinding Wrong(WordText text, string rule, string message, string remedy)
        => new(PromptSeverity.Error, rule, text.File, text.Line, text.Commands, message, remedy);
}

/// <summary>A phrase with where it was read.</summary>
internal sealed record WordEntry(WordText Source, CommandPhrase Phrase)
{
    /// <summary>The words as they are compared.</summary>
    public string Heard => string.Join(' ', Phrase.Words);
}
