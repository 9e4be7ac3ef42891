using System.Text;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Prompts.Editing;

/// <summary>Whether a text can stand in a file at all, before anybody asks whether it can be spoken.</summary>
internal static class WritableText
{
    // What the automat speaks at most; see the rule text-long.
    private const int Longest = 2000;

    /// <summary>What is wrong; null when nothing is.</summary>
    public static PromptFinding? Fault(TextEdit edit)
    {
        var text = edit.Line;
        return text.Length == 0 ? Refuse(edit, "text-empty", "The text is empty.", "Write it.")
            : text.Length > Longest ? Refuse(edit, "text-long", $"The text has {text.Length} characters; at most {Longest} are spoken.", "Shorten it, or split it.")
            : text.EnumerateRunes().Any(sign => sign == Rune.ReplacementChar || Rune.IsControl(sign))
                ? Refuse(edit, "control-character", "There is a tab or another invisible character in the text.", "Replace it by a space.")
            : null;
    }

    private static PromptFinding Refuse(TextEdit edit, string rule, string message, string remedy) =>
        new(PromptSeverity.Error, rule, $"{edit.Place.Language}/", 0, edit.Place.Key, message, remedy);
}
