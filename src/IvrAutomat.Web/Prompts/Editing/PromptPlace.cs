using System.Text.Json.Serialization;

namespace IvrAutomat.Web.Prompts.Editing;

/// <summary>One text among all prompts, whatever file and line it stands on.</summary>
/// <param name="Language">The language's tag: "cs".</param>
/// <param name="Key">The prompt's key.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Rung">The place in a list, from zero.</param>
internal sealed record PromptPlace(string Language, string Key, string Variant, int Rung)
{
    /// <summary>The place of a text that was read.</summary>
    public static PromptPlace Of(IvrAutomat.Prompts.PromptText text) => new(text.Language, text.Key, text.Variant, text.Rung);
}

/// <summary>A wish to replace one text.</summary>
/// <param name="Place">Which.</param>
/// <param name="Was">The text that the person saw: where another stands by now, nothing is overwritten.</param>
/// <param name="Text">The new text.</param>
internal sealed record TextEdit(PromptPlace Place, string Was, string Text)
{
    /// <summary>The text as a file can hold it: one line, no blanks around it.</summary>
    [JsonIgnore]
    public string Line => OneLine(Text);

    /// <summary>A text as a file can hold it.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

/// <summary>A text that somebody else has changed meanwhile.</summary>
/// <param name="Edit">What was wished.</param>
/// <param name="Now">What stands there; null: the text is gone.</param>
internal sealed record EditConflict(TextEdit Edit, string? Now);
