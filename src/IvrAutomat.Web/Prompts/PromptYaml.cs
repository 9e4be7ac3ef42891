using IvrAutomat.Prompts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IvrAutomat.Web.Prompts;

/// <summary>
/// Reads one prompt file: <c>key: text</c>, <c>key: [attempts]</c> or <c>key: {variant: text or [rungs]}</c>. Reads the stream of
/// events, not objects, so that each text keeps its line, a key given twice is seen, and nothing can be made to grow in memory.
/// </summary>
internal static class PromptYaml
{
    // Messages quote keys of the file; a key of any length must not fill the log.
    private const int LongestQuote = 60;

    /// <summary>The texts of the file; what is wrong with it is added to the findings.</summary>
    public static List<PromptText> Read(string language, string file, string content, List<PromptFinding> findings)
    {
        var texts = new List<PromptText>();
        var reading = new Reading(language, file, texts, findings);
        Parser? parser = null;
        try
        {
            if (LineOfTab(content) is { } line)
            {
                reading.Refuse(line, "", "yaml-tab", "There is a tab.", "Use spaces.");
                return [];
            }

            parser = new Parser(new StringReader(content));
            reading.Document(parser);
        }
        catch (InvalidOperationException)
        {
            // The parser meets some faults (a bracket that is never closed) in a state of its own that knows no line; the last good one is near.
            reading.Refuse(parser?.Current?.End.Line ?? 1, reading.Key, "yaml-syntax", "This is not valid YAML.",
                "Look for a missing bracket, quotation mark or brace on this line or below it.");
        }
        catch (YamlException fault)
        {
            reading.Refuse((int)fault.Start.Line, reading.Key, "yaml-syntax", $"This is not valid YAML: {Reason(fault)}",
                "Look for a missing quotation mark, brace or indentation on this line or above it.");
        }

        return texts;
    }

    /// <summary>A key as messages quote it: visible signs only, and not without end.</summary>
    internal static string Quote(string name)
    {
        var visible = string.Concat(name.Where(sign => !char.IsControl(sign)));
        return visible.Length <= LongestQuote ? visible : visible[..LongestQuote] + "…";
    }

    private static int? LineOfTab(string content)
    {
        var tab = content.IndexOf('\t', StringComparison.Ordinal);
        return tab < 0 ? null : content.AsSpan(0, tab).Count('\n') + 1;
    }

    private static string Reason(YamlException fault)
    {
        var reason = fault.Message.ReplaceLineEndings(" ");
        return (reason.Length <= 160 ? reason : reason[..160]).TrimEnd('.') + ".";
    }

    private sealed class Reading(string language, string file, List<PromptText> texts, List<PromptFinding> findings)
    {
        private readonly Dictionary<string, long> _keys = new(StringComparer.Ordinal);

        /// <summary>The prompt being read, for a message about a fault in the middle of it.</summary>
        public string Key { get; private set; } = "";

        public void Refuse(long line, string key, string rule, string message, string remedy) =>
            findings.Add(new(PromptSeverity.Error, rule, file, (int)line, Quote(key), message, remedy));

        public void Document(Parser parser)
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                Refuse(1, "", "file-empty", "The file has no prompts.", "Write them again, or delete the file.");
                return;
            }

            if (!parser.TryConsume<MappingStart>(out _))
            {
                Refuse(parser.Current!.Start.Line, "", "yaml-shape", "The file is not a list of keys with texts.",
                    "Write lines of the form key: \"text\".");
                return;
            }

            while (!parser.TryConsume<MappingEnd>(out _))
            {
                Prompt(parser);
            }

            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _))
            {
                Refuse(parser.Current!.Start.Line, "", "yaml-shape", "A second document begins here ('---').",
                    "Put it in a file of its own.");
            }
        }

        private void Prompt(Parser parser)
        {
            if (!parser.TryConsume<Scalar>(out var name))
            {
                Shape(parser, "Here a key is expected.");
                parser.SkipThisAndNestedEvents();
                parser.SkipThisAndNestedEvents();
                return;
            }

            Key = name.Value;
            if (!IsKey(Key))
            {
                Refuse(name.Start.Line, Key, "key-form", "This is no key.",
                    "Use small letters, digits, hyphens and dots: status.at-point.");
            }
            else if (!_keys.TryAdd(Key, name.Start.Line))
            {
                Refuse(name.Start.Line, Key, "key-duplicate", $"The key is already on line {_keys[Key]}.", "Keep one of the two.");
                parser.SkipThisAndNestedEvents();
                return;
            }

            if (parser.TryConsume<MappingStart>(out _))
            {
                Variants(parser);
            }
            else
            {
                TextOrRungs(parser, IvrAutomat.Prompts.Variants.Text);
            }
        }

        private void Variants(Parser parser)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var name))
                {
                    Shape(parser, "Here the name of a variant is expected.");
                    parser.SkipThisAndNestedEvents();
                    parser.SkipThisAndNestedEvents();
                    continue;
                }

                if (!IsKey(name.Value) || !seen.Add(name.Value))
                {
                    Refuse(name.Start.Line, Key, "key-form", $"The variant '{Quote(name.Value)}' is there twice, or is no name.",
                        "Use text, short, full, slow, silence, other-key, too-short, not-understood or an own name, each once.");
                    parser.SkipThisAndNestedEvents();
                    continue;
                }

                TextOrRungs(parser, name.Value);
            }
        }

        private void TextOrRungs(Parser parser, string variant)
        {
            if (!parser.TryConsume<SequenceStart>(out var list))
            {
                Text(parser, variant, rung: 0);
                return;
            }

            var rung = 0;
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                Text(parser, variant, rung++);
            }

            if (rung == 0)
            {
                Refuse(list.Start.Line, Key, "text-empty", $"The list '{variant}' is empty.", "Write its texts, or remove it.");
            }
        }

        private void Text(Parser parser, string variant, int rung)
        {
            if (!parser.TryConsume<Scalar>(out var text))
            {
                Shape(parser, "Here a text is expected.");
                parser.SkipThisAndNestedEvents();
                return;
            }

            if (string.IsNullOrWhiteSpace(text.Value))
            {
                Refuse(text.Start.Line, Key, "text-empty", "The text is empty.", "Write it, or remove the key.");
                return;
            }

            // A text folded over several lines is one sentence to the ear.
            var words = text.Value.ReplaceLineEndings(" ").Trim();
            texts.Add(new(language, file, (int)text.Start.Line, Key, variant, rung, words));
        }

        private void Shape(Parser parser, string expected)
        {
            var alias = parser.Current is AnchorAlias;
            Refuse(parser.Current!.Start.Line, Key, alias ? "yaml-alias" : "yaml-shape",
                alias ? "References ('*name') are not read." : expected,
                alias ? "Write the text out." : "Write key: \"text\", key: [\"first\", \"second\"] or key: {text: \"…\", short: \"…\"}.");
        }

        private static bool IsKey(string name) => name.Length is > 0 and <= LongestQuote
            && name.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '.' or '-')
            && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]);
    }
}
