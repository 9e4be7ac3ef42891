using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>How long a text is with example values: seconds to the ear, characters in a message.</summary>
internal static class LengthLint
{
    private const int OneMessage = 160;

    public static PromptFinding? Of(LanguagePrompts prompts, ParsedPrompt prompt)
    {
        var source = prompt.Source;
        var example = PromptExamples.Of(prompts, prompt);
        try
        {
            if (PromptKey.IsWritten(source.Key))
            {
                var message = PlainLetters.Of(new Rendering(prompts, WrittenCzech.Instance, PromptExamples.Today).Text(example));
                return message.Length <= OneMessage ? null
                    : PromptFinding.In(source, PromptSeverity.Warning, "too-long",
                        $"The message has {message.Length} characters with example values; one message holds {OneMessage}.", "Shorten it.");
            }

            var seconds = HeardSeconds.Of(new Rendering(prompts, prompts.Spoken, PromptExamples.Today).Text(example));
            var longest = PromptKey.LongestSeconds(source.Key);
            return seconds <= longest ? null
                : PromptFinding.In(source, PromptSeverity.Warning, "too-long",
                    $"The text takes {seconds:0.0} s to hear with example values; the limit is {longest:0} s.", "Shorten it, or split it.");
        }
        catch (PromptException)
        {
            // A slot used in two ways has no example; the contract check says which use is wrong.
            return null;
        }
    }
}
