using IvrAutomat.Prompts;
using YamlDotNet.Core;

namespace IvrAutomat.Web.Prompts.Editing;

/// <summary>
/// Replaces one text in the content of a prompt file. Only the signs of that text change: comments, order, indentation, line ends and
/// the other texts stay as they are. What it made it reads again, so a file never says anything else than what was meant.
/// </summary>
internal static class PromptFileEdit
{
    /// <summary>The new content; null when the file has no such text.</summary>
    /// <exception cref="InvalidOperationException">The text could not be written so that it reads back as it is.</exception>
    public static string? Apply(string content, PromptPlace place, string text)
    {
        var line = TextEdit.OneLine(text);
        if (Find(content, place) is not { } scalar)
        {
            return null;
        }

        foreach (var edited in (string[])[scalar.Replace(content, line), scalar.ReplaceQuoted(content, line)])
        {
            if (SaysOnly(content, edited, place, line))
            {
                return edited;
            }
        }

        throw new InvalidOperationException(
            $"The text of {line.Length} signs at '{place.Key}' ({place.Variant}, {place.Rung}) cannot be written into its file so that it reads back.");
    }

    private static YamlScalar? Find(string content, PromptPlace place)
    {
        try
        {
            return YamlScalar.Find(content, place.Key, place.Variant, place.Rung);
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException)
        {
            // A file that cannot be read has no text that could be replaced.
            return null;
        }
    }

    private static bool SaysOnly(string before, string after, PromptPlace place, string text)
    {
        var (old, oldFindings) = Read(before, place.Language);
        var (now, findings) = Read(after, place.Language);
        return findings.Count == oldFindings.Count && now.Count == old.Count && now.Zip(old).All(pair =>
            PromptPlace.Of(pair.First) == PromptPlace.Of(pair.Second)
            && pair.First.Text == (PromptPlace.Of(pair.First) == place ? text : pair.Second.Text));
    }

    private static (List<PromptText> Texts, List<PromptFinding> Findings) Read(string content, string language)
    {
        var findings = new List<PromptFinding>();
        return (PromptYaml.Read(language, language, content, findings), findings);
    }
}
