using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IvrAutomat.Web.Prompts.Editing;

/// <summary>Where one value stands in a YAML file: the signs from <paramref name="Start"/> up to <paramref name="End"/>, quotation marks included.</summary>
/// <param name="Start">The first sign, from zero.</param>
/// <param name="End">The sign after the last.</param>
/// <param name="Style">How it is written.</param>
internal readonly record struct YamlScalar(int Start, int End, ScalarStyle Style)
{
    // Longer lines of a folded text are hard to read in any editor; quoted texts stay on the line they are on.
    private const int LineWidth = 110;

    /// <summary>Finds the value of a text; null when the file has none there.</summary>
    public static YamlScalar? Find(string content, string key, string variant, int rung)
    {
        var parser = new Parser(new StringReader(content));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Value(parser, key) && Variant(parser, variant) && Rung(parser, rung) && parser.Accept<Scalar>(out var found)
            ? Of(content, found) : null;
    }

    /// <summary>The file with another text there, written in the same style.</summary>
    public string Replace(string content, string text) => string.Concat(content.AsSpan(0, Start), Written(content, text), content.AsSpan(End));

    /// <summary>The file with the text in double quotation marks, which can hold any.</summary>
    public string ReplaceQuoted(string content, string text) => string.Concat(content.AsSpan(0, Start), Quoted(text), content.AsSpan(End));

    private string Written(string content, string text) => Style switch
    {
        ScalarStyle.SingleQuoted => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        ScalarStyle.DoubleQuoted => Quoted(text),
        ScalarStyle.Folded or ScalarStyle.Literal => Block(content, text),
        _ => text,
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool Value(Parser parser, string key)
    {
        if (!parser.TryConsume<MappingStart>(out _))
        {
            return false;
        }

        while (!parser.Accept<MappingEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var name) && name.Value == key)
            {
                return true;
            }

            if (name is null)
            {
                parser.SkipThisAndNestedEvents();
            }

            parser.SkipThisAndNestedEvents();
        }

        return false;
    }

    // A prompt without variants is its text.
    private static bool Variant(Parser parser, string variant) =>
        parser.Accept<MappingStart>(out _) ? Value(parser, variant) : variant == IvrAutomat.Prompts.Variants.Text;

    private static bool Rung(Parser parser, int rung)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            return rung == 0;
        }

        for (var skipped = 0; skipped < rung; skipped++)
        {
            if (parser.Accept<SequenceEnd>(out _))
            {
                return false;
            }

            parser.SkipThisAndNestedEvents();
        }

        return true;
    }

    private static YamlScalar Of(string content, Scalar scalar)
    {
        var start = (int)scalar.Start.Index;
        return scalar.Style is ScalarStyle.Folded or ScalarStyle.Literal
            ? new(start, EndOfBlock(content, start), scalar.Style)
            : new(start, (int)scalar.End.Index, scalar.Style);
    }

    // The lines below the header that are indented as the first; blank lines after the last of them belong to the file.
    private static int EndOfBlock(string content, int start)
    {
        var at = LineAfter(content, start);
        var (indent, end) = (-1, at);
        while (at < content.Length)
        {
            var next = LineAfter(content, at);
            var line = content.AsSpan(at, next - at).TrimEnd("\r\n");
            if (!line.IsWhiteSpace())
            {
                var own = line.Length - line.TrimStart(' ').Length;
                indent = indent < 0 ? own : indent;
                if (own < indent)
                {
                    break;
                }

                end = at + line.Length;
            }

            at = next;
        }

        return end;
    }

    private string Block(string content, string text)
    {
        var first = LineAfter(content, Start);
        var newLine = content[first - 2] == '\r' ? "\r\n" : "\n";
        var body = content.AsSpan(first, End - first);
        var lead = body[..body.IndexOfAnyExcept(" \r\n")];
        var indent = lead[(lead.LastIndexOf('\n') + 1)..].ToString();
        return content[Start..first] + string.Join(newLine, Wrapped(text).Select(line => indent + line));
    }

    // Only a single blank may become a line end: reading makes one blank of it again.
    private static IEnumerable<string> Wrapped(string text)
    {
        var (from, fits) = (0, -1);
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (text[at] != ' ' || text[at - 1] == ' ' || text[at + 1] == ' ')
            {
                continue;
            }

            if (fits > from && at - from > LineWidth)
            {
                yield return text[from..fits];
                from = fits + 1;
            }

            fits = at;
        }

        if (fits > from && text.Length - from > LineWidth)
        {
            yield return text[from..fits];
            from = fits + 1;
        }

        yield return text[from..];
    }

    private static int LineAfter(string content, int at) => content.IndexOf('\n', at) is >= 0 and var end ? end + 1 : content.Length;
}
