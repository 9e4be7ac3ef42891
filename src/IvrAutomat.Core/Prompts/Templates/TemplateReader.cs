namespace IvrAutomat.Prompts.Templates;

/// <summary>A place in a template's text; the parser's eyes.</summary>
internal sealed class TemplateReader(string text)
{
    public int At { get; private set; }

    public bool AtEnd => At >= text.Length;

    public char Current => AtEnd ? '\0' : text[At];

    public char Next => At + 1 < text.Length ? text[At + 1] : '\0';

    public char Take() => text[At++];

    public string Since(int start) => text[start..At];

    public void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
        {
            At++;
        }
    }

    public bool TryTake(char wanted)
    {
        if (Current != wanted || AtEnd)
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>A name of a slot, a type or a branch: letters, digits and hyphens. Empty when there is none.</summary>
    public string Word()
    {
        SkipSpace();
        var start = At;
        while (!AtEnd && (char.IsAsciiLetterOrDigit(Current) || Current is '-' or '_'))
        {
            At++;
        }

        var word = Since(start);
        SkipSpace();
        return word;
    }

    /// <summary>Everything up to a brace, trimmed: the style of a slot.</summary>
    public string UpToBrace()
    {
        var start = At;
        while (!AtEnd && Current is not ('{' or '}'))
        {
            At++;
        }

        return Since(start).Trim();
    }

    public TemplateSyntaxException Fault(string message, string remedy, string rule = "syntax") => new(rule, message, remedy, At);
}

/// <summary>Leaves the recursive parser at the first fault; becomes a finding at once and never travels further.</summary>
internal sealed class TemplateSyntaxException(string rule, string message, string remedy, int at) : Exception(message)
{
    public string Rule { get; } = rule;

    public string Remedy { get; } = remedy;

    /// <summary>The place in the text, from zero.</summary>
    public int At { get; } = at;
}
