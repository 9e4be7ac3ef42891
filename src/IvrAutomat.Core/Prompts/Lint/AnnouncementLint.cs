using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Lint;

/// <summary>
/// What keeps an announcement from being said. It is stricter than the lint of prompts: its text goes live at once and has no tests behind it.
/// </summary>
public static class AnnouncementLint
{
    /// <summary>Seconds to the ear: every caller waits through it, and most call about something else.</summary>
    public const double LongestSeconds = 12;

    /// <summary>All that is wrong with a text, each with its remedy; empty when it can be said.</summary>
    /// <param name="language">The language's code.</param>
    /// <param name="text">The words.</param>
    public static IReadOnlyList<PromptFinding> Of(string language, string text)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(text);
        var words = LintWords.Of(language);
        var folded = PlainText.Of(text).ToLowerInvariant();
        List<PromptFinding> findings = [];
        Add(string.IsNullOrWhiteSpace(text), "empty", "The text is empty.", "Write what callers should know.");
        Add(text.AsSpan().ContainsAnyInRange('0', '9'), "digits", "There are digits in the text; the voice may read them wrongly.", "Write numbers in words.");
        Add(text.AsSpan().ContainsAny("<>{}&"), "markup", "There are signs in the text that nobody can hear: < > { } &.", "Leave them out.");
        Add(text.Any(char.IsControl), "control-character", "There is a line end or another invisible character in the text.", "Write it in one line.");
        Add(
            LintWords.FirstIn(text, folded, words.Apologies) is not null, "apology", "The text apologises.",
            "Say what is the case and what happens next; only a person apologises.");
        Add(LintWords.FirstIn(text, folded, words.Blame) is not null, "blame", "The text blames somebody.", "Say what is the case.");
        var seconds = HeardSeconds.Of(text);
        Add(seconds > LongestSeconds, "too-long", $"The text takes {seconds:0.0} s to hear; the limit is {LongestSeconds:0} s.", "Shorten it.");
        return findings;

        void Add(bool isWrong, string rule, string message, string remedy)
        {
            if (isWrong)
            {
                findings.Add(new PromptFinding(PromptSeverity.Error, rule, string.Empty, 0, language, message, remedy));
            }
        }
    }
}
