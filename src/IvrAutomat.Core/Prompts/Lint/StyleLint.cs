using IvrAutomat.Language;
using IvrAutomat.Prompts.Templates;

namespace IvrAutomat.Prompts.Lint;

/// <summary>How a text reads: digits, apologies, blame, guesses of the caller's gender, too many options.</summary>
internal static class StyleLint
{
    private const int MostOptions = 5;

    public static IEnumerable<PromptFinding> Of(ParsedPrompt prompt, LintWords words)
    {
        var source = prompt.Source;
        var text = string.Join(' ', prompt.Template.All().OfType<Literal>().Select(literal => literal.Text));
        var folded = PlainText.Of(text).ToLowerInvariant();

        if (text.Any(char.IsControl))
        {
            yield return PromptFinding.In(source, PromptSeverity.Error, "control-character",
                "There is a tab or another invisible character in the text.", "Replace it by a space.");
        }

        if (!PromptKey.IsWritten(source.Key) && text.Any(char.IsDigit))
        {
            yield return Warn(source, "digits", "There are digits in a spoken text; the voice may read them wrongly.",
                "Write the number in words, or pass it as a slot.");
        }

        if (text.Contains('#', StringComparison.Ordinal))
        {
            yield return Warn(source, "hash-sign", "'#' does not stand for the number here.",
                "Write {n, number, acc f} with the case and gender it needs.");
        }

        if (LintWords.FirstIn(text, folded, words.Apologies) is { } apology)
        {
            yield return Warn(source, "apology", $"The text apologises ('{apology}').",
                "Say what is the case and what happens next; only a person apologises.") with
            { Detail = apology };
        }

        if (LintWords.FirstIn(text, folded, words.Blame) is { } blame)
        {
            yield return Warn(source, "blame", $"The text blames the caller ('{blame}').", "Offer the choices again instead.") with { Detail = blame };
        }

        if (words.CallerParticiple.Match(folded) is { Success: true } participle)
        {
            var form = LintWords.AsWritten(text, folded, participle.Index, participle.Length);
            yield return Warn(source, "caller-gender", $"'{form}' guesses whether the caller is a man or a woman.",
                "Use a noun: \"zadané číslo\", \"vaše objednávka\".") with
            { Detail = form };
        }

        var options = words.Keys.Count(key => LintWords.BeginsAWord(folded, key));
        if (options > MostOptions)
        {
            yield return Warn(source, "options", $"The text names {options} keys; nobody remembers more than {MostOptions}.",
                "Leave some out, or ask twice.") with
            { Detail = $"{options}" };
        }
    }

    private static PromptFinding Warn(PromptText source, string rule, string message, string remedy) =>
        PromptFinding.In(source, PromptSeverity.Warning, rule, message, remedy);
}
