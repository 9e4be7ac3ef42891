using IvrAutomat.Language;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>How long a text is with example values: seconds to the ear, characters in a message.</summary>
internal static class LengthLint
{
    private const int OneMessage = 160;

    // These stand in the extension table of the GSM alphabet and take two places each.
    private const string TwoPlaces = "^{}[]~\\|";

    public static PromptFinding? Of(LanguagePrompts prompts, ParsedPrompt prompt)
    {
        var source = prompt.Source;
        var example = PromptExamples.Of(prompts, prompt);
        try
        {
            if (PromptKey.IsWritten(source.Key))
            {
                if (!PromptKey.IsText(source.Key))
                {
                    return null;
                }

                var message = PlainText.Of(new Rendering(prompts, prompts.Written, PromptExamples.Today).Text(example));
                var length = message.Length + message.Count(sign => TwoPlaces.Contains(sign, StringComparison.Ordinal));
                return length <= OneMessage ? null
                    : PromptFinding.In(source, PromptSeverity.Warning, "too-long",
                        $"The message has {length} characters with example values; one message holds {OneMessage}.", "Shorten it.") with
                    { Detail = $"{length} > {OneMessage}" };
            }

            var seconds = HeardSeconds.Of(new Rendering(prompts, prompts.Spoken, PromptExamples.Today).Text(example));
            var longest = PromptKey.LongestSeconds(source.Key, source.Variant);
            return seconds <= longest ? null
                : PromptFinding.In(source, PromptSeverity.Warning, "too-long",
                    $"The text takes {seconds:0.0} s to hear with example values; the limit is {longest:0} s.", "Shorten it, or split it.") with
                { Detail = $"{seconds:0.0} s > {longest:0} s" };
        }
        catch (PromptException)
        {
            // A slot used in two ways has no example; the contract check says which use is wrong.
            return null;
        }
    }
}
