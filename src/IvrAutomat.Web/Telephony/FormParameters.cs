using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The parameters of one form: for each name the list of its distinct values. Names and values are in ordinal order, which is the order
/// of the signature; the order in which they arrived is not kept. Unknown names are kept, because they are signed too.
/// </summary>
internal sealed class FormParameters
{
    /// <summary>A form without parameters.</summary>
    public static readonly FormParameters Empty = new([]);

    private readonly (string Name, string Value)[] _sorted;

    private FormParameters((string Name, string Value)[] sorted) => _sorted = sorted;

    /// <summary>Every name with each of its distinct values, in the order of the signature.</summary>
    public ReadOnlySpan<(string Name, string Value)> Pairs => _sorted;

    /// <summary>Takes pairs in any order.</summary>
    public static FormParameters Of(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        if (pairs.IsEmpty)
        {
            return Empty;
        }

        var sorted = pairs.ToArray();
        Array.Sort(sorted, Compare);
        var kept = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[kept - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        return new(kept == sorted.Length ? sorted : sorted[..kept]);
    }

    /// <summary>All distinct values of a name; empty when it is absent.</summary>
    public ImmutableArray<string> Values(string name)
    {
        var first = FirstOf(name);
        var end = first;
        while (end < _sorted.Length && _sorted[end].Name == name)
        {
            end++;
        }

        var values = ImmutableArray.CreateBuilder<string>(end - first);
        for (var i = first; i < end; i++)
        {
            values.Add(_sorted[i].Value);
        }

        return values.MoveToImmutable();
    }

    /// <summary>The value of a name that has exactly one; contradicting repetitions count as absent.</summary>
    public string? Single(string name)
    {
        var first = FirstOf(name);
        return first < _sorted.Length && _sorted[first].Name == name && (first + 1 == _sorted.Length || _sorted[first + 1].Name != name)
            ? _sorted[first].Value
            : null;
    }

    private int FirstOf(string name)
    {
        int low = 0, high = _sorted.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (string.CompareOrdinal(_sorted[middle].Name, name) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int Compare((string Name, string Value) left, (string Name, string Value) right)
    {
        var byName = string.CompareOrdinal(left.Name, right.Name);
        return byName != 0 ? byName : string.CompareOrdinal(left.Value, right.Value);
    }
}
