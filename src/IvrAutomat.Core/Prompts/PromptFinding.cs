namespace IvrAutomat.Prompts;

/// <summary>How much a finding matters.</summary>
public enum PromptSeverity
{
    /// <summary>Something could not be looked at; nothing is wrong with the prompts.</summary>
    Note,

    /// <summary>The prompt can be said, but not as our rules ask; it goes live.</summary>
    Warning,

    /// <summary>The prompt cannot be said; the whole set is refused and the last good one stays.</summary>
    Error,
}

/// <summary>Something an admin should change in a prompt file.</summary>
/// <param name="Severity">Whether it keeps the set from going live.</param>
/// <param name="Rule">A stable name of the rule: "plural-missing".</param>
/// <param name="File">The file; empty when the finding belongs to no file.</param>
/// <param name="Line">The line, from one; zero when unknown.</param>
/// <param name="Key">The prompt's key; empty when the finding belongs to the file.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record PromptFinding(
    PromptSeverity Severity, string Rule, string File, int Line, string Key, string Message, string Remedy)
{
    /// <summary>The word, slot or number that it is about, for words of another language than English; empty when it needs none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>One line for a person: place, key, what is wrong, what to do.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}" : File;
        var key = Key.Length > 0 ? $" {Key}:" : "";
        return $"{place}{key} {Message} {Remedy}".TrimStart();
    }

    internal static PromptFinding In(PromptText text, PromptSeverity severity, string rule, string message, string remedy) =>
        new(severity, rule, text.File, text.Line, text.Key, message, remedy);
}
