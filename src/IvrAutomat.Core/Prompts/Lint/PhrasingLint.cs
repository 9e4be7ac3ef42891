using IvrAutomat.Language;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>How a sentence is put to somebody who hears it once and answers by a key or a word.</summary>
internal static class PhrasingLint
{
    public static IEnumerable<PromptFinding> Of(ParsedPrompt prompt, LintWords words)
    {
        // Whoever reads has the sentence before them.
        if (PromptKey.IsWritten(prompt.Source.Key))
        {
            yield break;
        }

        var written = Sentence(prompt.Template);
        var sentence = written.ToLowerInvariant();
        var folded = PlainText.Of(sentence);
        if (words.KeyFirst.Match(folded) is { Success: true } key)
        {
            var named = Quote(LintWords.AsWritten(written, folded, key.Index, key.Length));
            yield return PromptFinding.In(prompt.Source, PromptSeverity.Warning, "key-first",
                $"'{named}' names the key before what it does; whoever listens for the purpose has missed the key.",
                "Say first what happens, then the key: \"Zrušit objednávku, dvojka.\", \"Chcete-li …, stiskněte dvojku.\", \"To cancel the order, press two.\"") with
            { Detail = named };
        }

        if (words.NegativeQuestion.Match(sentence) is { Success: true } question)
        {
            var asked = Quote(LintWords.AsWritten(written, sentence, question.Index, question.Length));
            yield return PromptFinding.In(prompt.Source, PromptSeverity.Warning, "negative-question",
                $"'{asked}' asks with a negative: yes and no can both mean yes.", "Ask without the negative.") with
            { Detail = asked };
        }
    }

    /// <summary>The words with all branches in a row; a value is <c>_</c>, so that words around it do not become neighbours.</summary>
    private static string Sentence(Template template) => string.Concat(template.Parts.Select(part => part switch
    {
        Literal literal => literal.Text,
        Plural plural => Branches(plural.Branches()),
        Select select => Branches(select.Branches()),
        _ => "_",
    }));

    private static string Branches(IEnumerable<Template> branches) => string.Join(" _ ", branches.Select(Sentence));

    private static string Quote(string text) => text.TrimStart('.', '?', '!', ':', ' ').Trim();
}
