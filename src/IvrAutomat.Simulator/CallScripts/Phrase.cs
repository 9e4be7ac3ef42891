using System.Text.RegularExpressions;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Words to look for: a part of what is spoken, letter by letter with its diacritics, or a regular expression.</summary>
/// <remarks>Written <c>/…/</c> it is a regular expression. A blank matches any run of blanks.</remarks>
public sealed class Phrase
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly string _written;
    private readonly Regex? _pattern;

    private Phrase(string written, Regex? pattern)
    {
        _written = written;
        _pattern = pattern;
    }

    /// <summary>Reads a phrase as it is written in a script.</summary>
    /// <returns>The phrase; null when it is empty or its expression is invalid, which <paramref name="problem"/> then explains.</returns>
    public static Phrase? Read(string written, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(written);
        problem = written.Length == 0 ? "a phrase is empty" : null;
        if (written is not ['/', .. var expression, '/'])
        {
            return problem is null ? new Phrase(written, pattern: null) : null;
        }

        try
        {
            return new Phrase(written, new Regex(expression, RegexOptions.CultureInvariant, Limit));
        }
        catch (ArgumentException invalid)
        {
            problem = $"the expression {written} is invalid: {invalid.Message}";
            return null;
        }
    }

    /// <inheritdoc />
    public override string ToString() => _pattern is null ? $"\"{_written}\"" : _written;

    /// <summary>Where it stands in the text at or after a place: its start and the place after its end; null when nowhere.</summary>
    internal (int Start, int End)? FindIn(string text, int from)
    {
        if (_pattern is not null)
        {
            return _pattern.Match(text, from) is { Success: true } match ? (match.Index, match.Index + match.Length) : null;
        }

        var at = text.IndexOf(_written, from, StringComparison.Ordinal);
        return at < 0 ? null : (at, at + _written.Length);
    }
}
