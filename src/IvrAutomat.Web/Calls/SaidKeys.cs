using System.Collections.Immutable;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Calls;

/// <summary>What a decision said, as its journal entry keeps it: keys with variant and rung, no values.</summary>
internal static class SaidKeys
{
    /// <summary>The keys with blanks between; empty when nothing was said.</summary>
    public static string Of(ImmutableArray<Utterance> said) => said.Length switch
    {
        0 => string.Empty,
        1 => Of(said[0]),
        _ => string.Join(' ', said.Select(Of)),
    };

    /// <summary>One key: <c>status.packing</c>, <c>menu.order:silence:1</c>.</summary>
    public static string Of(Utterance said) => said switch
    {
        { Rung: > 0 } => $"{said.Key}:{said.Variant}:{said.Rung}",
        { Variant: not Variants.Text } => $"{said.Key}:{said.Variant}",
        _ => said.Key,
    };
}
