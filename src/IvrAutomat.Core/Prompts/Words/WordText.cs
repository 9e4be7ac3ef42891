namespace IvrAutomat.Prompts.Words;

/// <summary>One phrase of a words file with where it was read.</summary>
/// <param name="Language">The language's code: "cs".</param>
/// <param name="File">The file as an admin knows it: "cs/words.yaml".</param>
/// <param name="Line">Its line, counted from one.</param>
/// <param name="Commands">The key it stands under: one command or several with commas, or "nothing".</param>
/// <param name="Weight">"clear", "weak" or "alone".</param>
/// <param name="Phrase">The words as written; a word that ends in * matches its beginning.</param>
public sealed record WordText(string Language, string File, int Line, string Commands, string Weight, string Phrase);
