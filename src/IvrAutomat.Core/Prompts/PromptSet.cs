using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IvrAutomat.Language;
using IvrAutomat.Prompts.Lint;
using IvrAutomat.Prompts.Templates;
using IvrAutomat.Prompts.Words;

namespace IvrAutomat.Prompts;

/// <summary>The outcome of parsing all prompt texts: a catalogue, or the reasons why there is none.</summary>
/// <param name="Catalogue">Null when any finding is an error: a set goes live whole or not at all.</param>
/// <param name="Findings">Errors and warnings, in the order of files and lines.</param>
public sealed record PromptSet(PromptCatalogue? Catalogue, ImmutableArray<PromptFinding> Findings)
{
    // Two minutes of speech: nothing that is meant to be said, and every later step may take its time over each text.
    private const int LongestText = 2000;

    /// <summary>Parses every text, reports everything that is wrong at once, and makes the catalogue if nothing is.</summary>
    /// <param name="texts">What was read from the files.</param>
    /// <param name="languages">The languages that can be spoken; texts of others are an error.</param>
    /// <param name="words">What was read from the words files; a language without any understands keys, numbers and days only.</param>
    public static PromptSet Parse(
        IEnumerable<PromptText> texts, IReadOnlyCollection<SpokenLanguage> languages, IReadOnlyCollection<WordText>? words = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(languages);
        var all = texts.ToImmutableArray();
        var findings = new List<PromptFinding>(Duplicates(all));
        var built = new List<LanguagePrompts>();
        foreach (var group in all.GroupBy(text => text.Language, StringComparer.Ordinal))
        {
            var language = languages.FirstOrDefault(each => each.Tag == group.Key);
            if (language is null)
            {
                findings.Add(PromptFinding.In(group.First(), PromptSeverity.Error, "language-unknown",
                    $"The language '{group.Key}' cannot be spoken.",
                    $"Name the folder by one of: {string.Join(", ", languages.Select(each => each.Tag))}."));
                continue;
            }

            var heard = (words ?? []).Where(text => text.Language == group.Key);
            var prompts = new LanguagePrompts(
                language, group.Select(text => Parse(text, findings)).OfType<ParsedPrompt>(), WordTable.Parse(language, heard, findings));
            findings.AddRange(PromptLint.Of(prompts));
            built.Add(prompts);
        }

        findings.AddRange(LanguageLint.Of([.. built.OrderBy(prompts => IndexOf(languages, prompts.Language))]));
        var ordered = findings
            .OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ToImmutableArray();
        var refused = findings.Exists(finding => finding.Severity == PromptSeverity.Error);
        return new(refused ? null : new PromptCatalogue(built, all, HashOf(all)), ordered);
    }

    // The first of the languages is the house's own, which the others are held against.
    private static int IndexOf(IReadOnlyCollection<SpokenLanguage> languages, SpokenLanguage language) =>
        languages.TakeWhile(each => each != language).Count();

    private static ParsedPrompt? Parse(PromptText text, List<PromptFinding> findings)
    {
        if (text.Text.Length > LongestText)
        {
            findings.Add(PromptFinding.In(text, PromptSeverity.Error, "text-long",
                $"The text has {text.Text.Length} characters; at most {LongestText} are spoken.", "Shorten it, or split it."));
            return null;
        }

        try
        {
            return new(text, TemplateParser.Parse(text.Text));
        }
        catch (TemplateSyntaxException fault)
        {
            findings.Add(PromptFinding.In(
                text, PromptSeverity.Error, fault.Rule, $"{fault.Message} (sign {fault.At + 1} of '{text.Variant}')", fault.Remedy) with
            { Detail = $"{fault.At + 1}" });
            return null;
        }
    }

    // A prompt stands whole in one file: half of it in another would be overlooked when it is changed.
    private static IEnumerable<PromptFinding> Duplicates(ImmutableArray<PromptText> texts) =>
        from text in texts
        group text by (text.Language, text.Key) into prompt
        let first = prompt.First()
        from again in prompt.Where(text => text.File != first.File).DistinctBy(text => text.File)
            .Concat(prompt.Where(text => text.File == first.File)
                .GroupBy(text => (text.Variant, text.Rung)).SelectMany(same => same.Skip(1)))
        select PromptFinding.In(again, PromptSeverity.Error, "key-duplicate",
            $"The key is already in {first.File}, line {first.Line}.", "Keep one of the two.");

    // Lengths stand before the parts, so that no two different sets give the same bytes.
    private static string HashOf(ImmutableArray<PromptText> texts)
    {
        var content = new StringBuilder();
        foreach (var text in texts.OrderBy(text => text.Language, StringComparer.Ordinal).ThenBy(text => text.Key, StringComparer.Ordinal)
            .ThenBy(text => text.Variant, StringComparer.Ordinal).ThenBy(text => text.Rung))
        {
            foreach (var part in new[] { text.Language, text.Key, text.Variant, text.Rung.ToString(), text.Text })
            {
                content.Append(part.Length).Append(':').Append(part);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
