using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IvrAutomat.Language;

namespace IvrAutomat.Prompts.Templates;

/// <summary>
/// Parses the part of ICU MessageFormat that prompts use: <c>{name}</c>, <c>{name, type, style}</c>, <c>plural</c> and
/// <c>select</c>, nested. Apostrophes as in ICU: <c>''</c> is one apostrophe, <c>'{</c> begins a quotation up to the next
/// apostrophe, any other is itself. <c>#</c> has no meaning: a Czech numeral needs gender and case.
/// </summary>
internal static class TemplateParser
{
    // Deeper nesting is no sentence any more, and the parser recurses.
    private const int DeepestNesting = 6;

    /// <exception cref="TemplateSyntaxException">The text is no template; says where, why and what to do.</exception>
    public static Template Parse(string text)
    {
        var reader = new TemplateReader(text);
        var template = Sequence(reader, depth: 0);
        return reader.AtEnd
            ? template
            : throw reader.Fault("There is a '}' without its '{'.", "Remove it, or write '}' in apostrophes to say it.");
    }

    private static Template Sequence(TemplateReader reader, int depth)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var words = new StringBuilder();
        while (!reader.AtEnd && reader.Current != '}')
        {
            if (reader.Current == '{')
            {
                Flush(words, parts);
                parts.Add(Argument(reader, depth));
            }
            else
            {
                Character(reader, words);
            }
        }

        Flush(words, parts);
        return new(parts.ToImmutable());
    }

    private static void Flush(StringBuilder words, ImmutableArray<Part>.Builder parts)
    {
        if (words.Length > 0)
        {
            parts.Add(new Literal(words.ToString()));
            words.Clear();
        }
    }

    private static void Character(TemplateReader reader, StringBuilder words)
    {
        if (reader.Current != '\'' || reader.Next is not ('\'' or '{' or '}'))
        {
            words.Append(reader.Take());
            return;
        }

        reader.Take();
        if (reader.TryTake('\''))
        {
            words.Append('\'');
            return;
        }

        while (!reader.AtEnd)
        {
            var taken = reader.Take();
            if (taken != '\'')
            {
                words.Append(taken);
            }
            else if (reader.TryTake('\''))
            {
                words.Append('\'');
            }
            else
            {
                return;
            }
        }

        throw reader.Fault("A quotation begun by an apostrophe before a brace does not end.", "Close it with another apostrophe.");
    }

    private static Part Argument(TemplateReader reader, int depth)
    {
        if (depth >= DeepestNesting)
        {
            throw reader.Fault("The branches are nested too deeply.", $"Keep to {DeepestNesting} levels, or split the prompt.");
        }

        var start = reader.At;
        reader.Take();
        var name = reader.Word();
        if (name.Length == 0)
        {
            throw reader.Fault("A slot has no name.", "Write {name} or {name, type, style}.");
        }

        if (reader.TryTake('}'))
        {
            return new SlotText(name, SlotFormat.Plain, reader.Since(start));
        }

        if (!reader.TryTake(','))
        {
            throw Unclosed(reader, name);
        }

        var type = reader.Word();
        var more = reader.TryTake(',');
        if (type is "plural" or "select")
        {
            Part choice = !more ? throw reader.Fault($"The {type} of '{name}' has no branches.", $"Write {{{name}, {type}, other {{…}}}}.")
                : type == "plural" ? PluralOf(reader, name, depth) : SelectOf(reader, name, depth);
            return reader.TryTake('}') ? choice : throw Unclosed(reader, name);
        }

        var style = more ? reader.UpToBrace() : "";
        if (!reader.TryTake('}'))
        {
            throw Unclosed(reader, name);
        }

        var format = SlotFormatParser.Parse(type, style, out var message, out var remedy)
            ?? throw reader.Fault($"Slot '{name}': {message}", remedy, "slot-type");
        return new SlotText(name, format, reader.Since(start));
    }

    private static TemplateSyntaxException Unclosed(TemplateReader reader, string name) =>
        reader.Fault($"The slot '{name}' is not closed.", "Write {name} or {name, type, style}, with a '}' at its end.");

    private static Plural PluralOf(TemplateReader reader, string name, int depth)
    {
        var exact = ImmutableArray.CreateBuilder<(long, Template)>();
        var forms = new Template?[Enum.GetValues<PluralForm>().Length];
        foreach (var (label, words) in Branches(reader, name, depth))
        {
            if (label[0] == '=' && long.TryParse(label.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                exact.Add((value, words));
            }
            else if (label is "one" or "few" or "many" or "other")
            {
                forms[(int)Enum.Parse<PluralForm>(label, ignoreCase: true)] = words;
            }
            else
            {
                throw reader.Fault($"The plural of '{name}' has an unknown branch '{label}'.", "Use one, few, many, other or =0.");
            }
        }

        return forms[(int)PluralForm.Other] is null ? throw NoOther(reader, name) : new(name, exact.ToImmutable(), [.. forms]);
    }

    private static Select SelectOf(TemplateReader reader, string name, int depth)
    {
        var cases = Branches(reader, name, depth);
        var other = cases.Find(each => each.Label == "other").Words ?? throw NoOther(reader, name);
        return new(name, [.. cases.Where(each => each.Label != "other")], other);
    }

    private static TemplateSyntaxException NoOther(TemplateReader reader, string name) =>
        reader.Fault(
            $"The choice by '{name}' has no branch 'other'.", "Add other {…}: it is said when no other branch fits.", "other-missing");

    private static List<(string Label, Template Words)> Branches(TemplateReader reader, string name, int depth)
    {
        var branches = new List<(string Label, Template Words)>();
        reader.SkipSpace();
        while (!reader.AtEnd && reader.Current != '}')
        {
            var label = reader.TryTake('=') ? "=" + reader.Word() : reader.Word();
            if (label.Length == 0 || !reader.TryTake('{'))
            {
                throw reader.Fault($"A branch of '{name}' is not of the form: label {{words}}.", "Write for example other {words}.");
            }

            var words = Sequence(reader, depth + 1);
            if (!reader.TryTake('}'))
            {
                throw reader.Fault($"The branch '{label}' of '{name}' is not closed.", "Add its '}'.");
            }

            if (branches.Exists(each => each.Label == label))
            {
                throw reader.Fault($"The branch '{label}' of '{name}' is there twice.", "Keep one of them.");
            }

            branches.Add((label, words));
            reader.SkipSpace();
        }

        return branches;
    }
}
