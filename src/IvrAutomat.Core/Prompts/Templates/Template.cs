using System.Collections.Immutable;

namespace IvrAutomat.Prompts.Templates;

/// <summary>A parsed text: pieces said one after another.</summary>
internal sealed record Template(ImmutableArray<Part> Parts)
{
    /// <summary>The whole text, when nothing in it depends on a value: most prompts are said without building anything.</summary>
    public string? Constant { get; } = Parts is [] ? "" : Parts is [Literal only] ? only.Text : null;

    /// <summary>Every part, those of all branches included.</summary>
    public IEnumerable<Part> All() => Parts.SelectMany(part => part switch
    {
        Plural plural => plural.Branches().SelectMany(branch => branch.All()).Prepend(part),
        Select select => select.Branches().SelectMany(branch => branch.All()).Prepend(part),
        _ => [part],
    });
}

/// <summary>A piece of a template.</summary>
internal abstract record Part;

/// <summary>Words said as they are.</summary>
internal sealed record Literal(string Text) : Part;

/// <summary>A part that needs a value.</summary>
internal abstract record SlotUse(string Name) : Part
{
    /// <summary>Whether a value of this kind fits.</summary>
    public abstract bool Accepts(SlotKind kind);

    /// <summary>The part as an admin wrote it, without its branches.</summary>
    public abstract string Written { get; }
}

/// <summary>A value said in a given form.</summary>
internal sealed record SlotText(string Name, SlotFormat Format, string Source) : SlotUse(Name)
{
    public override string Written => Source;

    public override bool Accepts(SlotKind kind) => Format.Accepts(kind);
}

/// <summary>Words chosen by a count: exact values first, then the plural form.</summary>
internal sealed record Plural(
    string Name, ImmutableArray<(long Value, Template Words)> Exact, ImmutableArray<Template?> Forms) : SlotUse(Name)
{
    public override string Written => $"{{{Name}, plural, …}}";

    public override bool Accepts(SlotKind kind) => kind is SlotKind.Number or SlotKind.Range;

    public IEnumerable<Template> Branches() => Exact.Select(exact => exact.Words).Concat(Forms.OfType<Template>());
}

/// <summary>Words chosen by a name; <paramref name="Other"/> when none fits.</summary>
internal sealed record Select(string Name, ImmutableArray<(string Value, Template Words)> Cases, Template Other) : SlotUse(Name)
{
    public override string Written => $"{{{Name}, select, …}}";

    public override bool Accepts(SlotKind kind) => kind is SlotKind.Choice;

    public IEnumerable<Template> Branches() => Cases.Select(each => each.Words).Append(Other);
}
