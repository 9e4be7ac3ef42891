using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>
/// Prompts are words, not documents: a tag or an entity would be read aloud sign by sign, and pauses and pronunciation are the
/// engine's. So markup is an error in every prompt, also in one that is only read.
/// </summary>
internal static class MarkupLint
{
    public static IEnumerable<PromptFinding> Of(ParsedPrompt prompt)
    {
        var isWritten = PromptKey.IsWritten(prompt.Source.Key);
        foreach (var literal in prompt.Template.All().OfType<Literal>())
        {
            if (LintPatterns.Tag().Match(literal.Text) is { Success: true } tag)
            {
                yield return PromptFinding.In(prompt.Source, PromptSeverity.Error, "markup",
                    $"'{tag.Value}' is markup; it would be read aloud.", "Write the words only. A pause is a comma or a full stop.") with
                { Detail = tag.Value };
                yield break;
            }

            if (!isWritten && literal.Text.IndexOfAny(['<', '>', '&']) is >= 0 and var at)
            {
                yield return PromptFinding.In(prompt.Source, PromptSeverity.Warning, "sign",
                    $"'{literal.Text[at]}' is no word; voices read it in ways of their own.", "Write it as a word.") with
                { Detail = $"{literal.Text[at]}" };
                yield break;
            }
        }
    }
}
