using IvrAutomat.Language;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>What the prompts of one language break, seen without the dialogue: form is an error, style a warning.</summary>
internal static class PromptLint
{
    // No CLDR category of our languages first appears above this count.
    private const int CountsToTry = 200;

    public static IEnumerable<PromptFinding> Of(LanguagePrompts prompts)
    {
        var forms = Enumerable.Range(0, CountsToTry).Select(n => prompts.Language.Plural(n)).ToHashSet();
        var words = LintWords.Of(prompts.Language.Tag);
        foreach (var prompt in prompts.All)
        {
            foreach (var finding in Slots(prompt, forms).Concat(StyleLint.Of(prompt, words)).Concat(PhrasingLint.Of(prompt, words)).Concat(MarkupLint.Of(prompt)))
            {
                yield return finding;
            }

            if (LengthLint.Of(prompts, prompt) is { } tooLong)
            {
                yield return tooLong;
            }
        }
    }

    private static IEnumerable<PromptFinding> Slots(ParsedPrompt prompt, HashSet<PluralForm> forms)
    {
        foreach (var part in prompt.Template.All())
        {
            if (part is Plural plural)
            {
                var missing = forms.Where(form => plural.Forms[(int)form] is null)
                    .Select(form => form.ToString().ToLowerInvariant()).ToList();
                if (missing.Count > 0)
                {
                    yield return PromptFinding.In(prompt.Source, PromptSeverity.Error, "plural-missing",
                        $"The plural of '{plural.Name}' has no {string.Join(", ", missing)}.",
                        "Add the branches: counts in this language need them.") with
                    { Detail = string.Join(", ", missing) };
                }
            }
            else if (part is SlotText slot && !PromptKey.IsWritten(prompt.Source.Key) && HasNoForm(slot.Format))
            {
                yield return PromptFinding.In(prompt.Source, PromptSeverity.Error, "slot-form",
                    $"{slot.Source} does not say in which form to speak.",
                    "Write {…, date, when} (until, since, of, for) or {…, time, at} (from, between).") with
                { Detail = slot.Source };
            }
            else if (part is SlotText dated && PromptKey.IsWritten(prompt.Source.Key) && dated.Format.DateForm is not null)
            {
                yield return PromptFinding.In(prompt.Source, PromptSeverity.Warning, "slot-form",
                    $"{dated.Source} in a text message is written without a preposition.",
                    $"Write {{{dated.Name}, date}} and the preposition before it.") with
                { Detail = dated.Source };
            }
        }
    }

    private static bool HasNoForm(SlotFormat format) =>
        (format.Type == SlotType.Date && format.DateForm is null) || (format.Type == SlotType.Time && format.TimeForm is null);
}
