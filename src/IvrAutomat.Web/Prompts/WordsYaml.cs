using IvrAutomat.Prompts;
using IvrAutomat.Prompts.Words;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IvrAutomat.Web.Prompts;

/// <summary>
/// Reads a words file: <c>command: [phrases]</c> or <c>command: {clear: [phrases], weak: [phrases], alone: [phrases]}</c>. Each phrase keeps its
/// line; what the words mean is judged elsewhere.
/// </summary>
internal static class WordsYaml
{
    /// <summary>The name of a words file in a language's folder; it holds no prompts.</summary>
    public const string FileName = "words.yaml";

    // More than a vocabulary of everything people say to a shop.
    private const int MostPhrases = 20_000;

    /// <summary>The phrases of the file; what is wrong with it is added to the findings.</summary>
    public static List<WordText> Read(string language, string file, string content, List<PromptFinding> findings)
    {
        var reading = new Reading(language, file, findings);
        var parser = new Parser(new StringReader(content));
        try
        {
            reading.Document(parser);
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException)
        {
            // The parser meets some faults (a bracket that is never closed) in a state of its own that knows no line; the last good one is near.
            reading.Refuse((fault as YamlException)?.Start.Line ?? parser.Current?.End.Line ?? 1, "yaml-syntax", "This is not valid YAML.",
                "Look for a missing bracket, comma, quotation mark or indentation on this line or above it.");
        }

        return reading.Texts;
    }

    private sealed class Reading(string language, string file, List<PromptFinding> findings)
    {
        private string _command = "";

        public List<WordText> Texts { get; } = [];

        public void Refuse(long line, string rule, string message, string remedy)
            => findings.Add(new(PromptSeverity.Error, rule, file, (int)line, PromptYaml.Quote(_command), message, remedy));

        public void Document(Parser parser)
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
            {
                Refuse(1, "yaml-shape", "The file is not a list of commands with their phrases.", "Write lines of the form command: [phrase, phrase].");
                return;
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var name))
                {
                    Shape(parser);
                    parser.SkipThisAndNestedEvents();
                    continue;
                }

                _command = name.Value;
                if (!seen.Add(_command))
                {
                    Refuse(name.Start.Line, "key-duplicate", "The command is already in this file.", "Put its phrases together.");
                }

                Command(parser);
            }

            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _))
            {
                Refuse(parser.Current!.Start.Line, "yaml-shape", "A second document begins here ('---').", "Remove the line.");
            }
        }

        private void Command(Parser parser)
        {
            if (!parser.TryConsume<MappingStart>(out _))
            {
                Phrases(parser, "clear");
                return;
            }

            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (parser.TryConsume<Scalar>(out var weight))
                {
                    Phrases(parser, weight.Value);
                }
                else
                {
                    Shape(parser);
                    parser.SkipThisAndNestedEvents();
                }
            }
        }

        private void Phrases(Parser parser, string weight)
        {
            if (!parser.TryConsume<SequenceStart>(out _))
            {
                Shape(parser);
                return;
            }

            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var phrase))
                {
                    Shape(parser);
                }
                else if (string.IsNullOrWhiteSpace(phrase.Value))
                {
                    Refuse(phrase.Start.Line, "phrase-empty", "A phrase is empty.", "Write it, or remove the comma or dash before it.");
                }
                else if (Texts.Count < MostPhrases)
                {
                    Texts.Add(new(language, file, (int)phrase.Start.Line, _command, weight, phrase.Value));
                }
            }
        }

        private void Shape(Parser parser)
        {
            Refuse(parser.Current!.Start.Line, "yaml-shape", "Here a list of phrases is expected.",
                "Write command: [phrase, phrase] or command: {clear: [phrase], weak: [phrase], alone: [phrase]}.");
            parser.SkipThisAndNestedEvents();
        }
    }
}
