using System.Collections.Immutable;

namespace IvrAutomat.Cases;

/// <summary>Who gets which case when a colleague goes away: whoever has the fewest gets the next one.</summary>
public static class CaseSharing
{
    /// <summary>Shares cases out.</summary>
    /// <param name="cases">The cases, the most urgent first.</param>
    /// <param name="load">How many open cases each of those who stay has, in the shop's own order of its people.</param>
    /// <returns>The new owner of each case; empty when nobody stays.</returns>
    public static ImmutableArray<(string Case, string Owner)> Among(IEnumerable<string> cases, IReadOnlyList<KeyValuePair<string, int>> load)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(load);
        if (load.Count == 0)
        {
            return [];
        }

        var counts = load.Select(each => each.Value).ToArray();
        var shared = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var each in cases)
        {
            var least = Array.IndexOf(counts, counts.Min());
            counts[least]++;
            shared.Add((each, load[least].Key));
        }

        return shared.ToImmutable();
    }
}
