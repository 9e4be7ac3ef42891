namespace IvrAutomat.Prompts;

/// <summary>One text of a prompt file as it was read, before it is parsed.</summary>
/// <param name="Language">The language's code: "cs".</param>
/// <param name="File">The file, as an admin knows it: "cs/status.yaml".</param>
/// <param name="Line">The line of the text, from one.</param>
/// <param name="Key">The prompt's key.</param>
/// <param name="Variant">The variant; a bare text is "text".</param>
/// <param name="Rung">The place in a list, from zero; zero for a single text.</param>
/// <param name="Text">The template.</param>
public sealed record PromptText(string Language, string File, int Line, string Key, string Variant, int Rung, string Text);
