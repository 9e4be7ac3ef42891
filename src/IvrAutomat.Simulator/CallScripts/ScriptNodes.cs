using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads the parts of a script's YAML and collects what is wrong, with its line.</summary>
internal sealed class ScriptNodes(string file)
{
    private readonly List<ScriptError> _errors = [];

    public IReadOnlyList<ScriptError> Errors => _errors;

    public void Wrong(int line, string message) => _errors.Add(new ScriptError(file, line, message));

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    /// <summary>The entries of a mapping by name; any name that is not among the known is an error.</summary>
    public Dictionary<string, YamlNode> Fields(YamlNode? node, string what, params string[] known)
    {
        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is null)
        {
            return fields;
        }

        if (node is not YamlMappingNode mapping)
        {
            Wrong(LineOf(node), $"{what} must be written as names with values");
            return fields;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Length > 0 && !known.Contains(name, StringComparer.Ordinal))
            {
                Wrong(LineOf(key), $"{what} has no \"{name}\"; it has {string.Join(", ", known)}");
            }
            else
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    /// <summary>The words of a plain value; null with an error when it is something else.</summary>
    public string? Text(YamlNode? node, string what)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } value }:
                return value;
            default:
                Wrong(LineOf(node), $"{what} must be a text; # and * must stand in quotes");
                return null;
        }
    }

    /// <summary>A single value, or each of a list.</summary>
    public static IReadOnlyList<YamlNode> Each(YamlNode? node) => node switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children],
        _ => [node],
    };

    /// <summary>Each entry under either of two names, such as <c>order</c> and <c>orders</c>.</summary>
    public static IEnumerable<YamlNode> EachOf(Dictionary<string, YamlNode> fields, string one, string many) =>
        Each(fields.GetValueOrDefault(one)).Concat(Each(fields.GetValueOrDefault(many)));

    /// <summary>A list or a single entry; null when absent, empty for the word <c>none</c>.</summary>
    public static IReadOnlyList<YamlNode>? EachOrNone(YamlNode? node) =>
        node is null ? null : node is YamlScalarNode { Value: "none" } ? [] : Each(node);

    public IReadOnlyList<Phrase> Phrases(YamlNode? node, string what)
    {
        var phrases = new List<Phrase>();
        foreach (var one in Each(node))
        {
            if (Text(one, what) is { } written && PhraseAt(one, written) is { } phrase)
            {
                phrases.Add(phrase);
            }
        }

        return phrases;
    }

    public Phrase? PhraseOrNull(YamlNode? node, string what) =>
        node is not null && Text(node, what) is { } written ? PhraseAt(node, written) : null;

    /// <summary>A length such as <c>300 ms</c>, <c>20 s</c>, <c>5 min</c>, <c>2 h</c>, <c>3 d</c>; zero when absent.</summary>
    public TimeSpan Length(YamlNode? node, string what)
    {
        if (node is null || Text(node, what) is not { } written)
        {
            return TimeSpan.Zero;
        }

        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var number, var unit]
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            var seconds = unit switch { "ms" => 0.001, "s" => 1, "min" => 60, "h" => 3600, "d" => 86_400, _ => 0.0 };
            if (seconds > 0 && count * seconds <= TimeSpan.FromDays(3650).TotalSeconds)
            {
                return TimeSpan.FromSeconds(count * seconds);
            }
        }

        Wrong(LineOf(node), $"{what} must be a length of time, as 300 ms, 20 s, 5 min, 2 h or 3 d");
        return TimeSpan.Zero;
    }

    public bool Flag(YamlNode? node, string what)
    {
        if (node is null)
        {
            return false;
        }

        var written = Text(node, what);
        if (written is not ("true" or "false"))
        {
            Wrong(LineOf(node), $"{what} must be true or false");
        }

        return written == "true";
    }

    public int? Whole(YamlNode? node, string what, int from, int to)
    {
        if (node is null || Text(node, what) is not { } written)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        Wrong(LineOf(node), $"{what} must be a whole number from {from} to {to}");
        return null;
    }

    /// <summary>One of a few words; the default of the type with an error when it is another.</summary>
    public T? OneOf<T>(YamlNode? node, string what, params (string Word, T Value)[] words)
        where T : struct
    {
        if (node is null || Text(node, what) is not { } written)
        {
            return null;
        }

        foreach (var (word, value) in words)
        {
            if (word == written)
            {
                return value;
            }
        }

        Wrong(LineOf(node), $"{what} must be one of: {string.Join(", ", words.Select(word => word.Word))}");
        return null;
    }

    private Phrase? PhraseAt(YamlNode node, string written)
    {
        var phrase = Phrase.Read(written, out var problem);
        if (problem is not null)
        {
            Wrong(LineOf(node), problem);
        }

        return phrase;
    }
}
