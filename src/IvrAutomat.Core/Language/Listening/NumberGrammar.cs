using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Language;

/// <summary>How one language dictates numbers. The groups that words make are the same in all our languages.</summary>
internal sealed record NumberGrammar
{
    /// <summary>Cuts speech into words.</summary>
    public required Func<string, IReadOnlyList<SpokenWord>> Cut { get; init; }

    /// <summary>The parts of a number that a word stands for; empty when it is no number word.</summary>
    public required Func<string, IReadOnlyList<(NumberWordKind Kind, long Value)>> Read { get; init; }

    /// <summary>Words that say nothing inside a number.</summary>
    public required FrozenSet<string> Hesitations { get; init; }

    /// <summary>Beginnings of nouns that a lone first number counts: in "one order, number …" the one is no digit of the number.</summary>
    public required ImmutableArray<string> CountedNouns { get; init; }

    /// <summary>The word that joins the members of a number.</summary>
    public required string And { get; init; }

    /// <summary>The smallest count that stands before hundreds: English says "one hundred", Czech has a word of its own.</summary>
    public required int FewestHundreds { get; init; }
}
