namespace IvrAutomat.Proof;

/// <summary>
/// Follows callers who never answer, by any mix of silence, other keys, short entries and words not understood, whatever work comes to
/// meanwhile. Such a way must not go in a circle: it ends, or is at a person.
/// </summary>
internal sealed class EndlessLadders
{
    private const int Unknown = -1;
    private const int OnTheWay = -2;

    private readonly PathGraph _graph;
    private readonly int[] _longest;
    private readonly List<PathFinding> _findings = [];

    private EndlessLadders(PathGraph graph)
    {
        _graph = graph;
        _longest = new int[graph.Count];
        Array.Fill(_longest, Unknown);
    }

    /// <summary>Follows them from everywhere.</summary>
    /// <returns>The most missing answers in a row, and the circles.</returns>
    public static (int Longest, IReadOnlyList<PathFinding> Findings) In(PathGraph graph)
    {
        var ladders = new EndlessLadders(graph);
        var longest = 0;
        for (var at = 0; at < graph.Count; at++)
        {
            longest = Math.Max(longest, ladders.From(at));
        }

        return (longest, ladders._findings);
    }

    private int From(int at)
    {
        if (_longest[at] != Unknown)
        {
            return _longest[at];
        }

        if (_graph[at].Kind is NodeKind.Over or NodeKind.WithPerson or NodeKind.HandedOver || at == 0)
        {
            return _longest[at] = 0;
        }

        _longest[at] = OnTheWay;
        var longest = 0;
        foreach (var arc in (_graph.From(at) ?? []).Where(arc => arc.Kind is MoveKind.NoAnswer or MoveKind.Work))
        {
            var missing = arc.Kind == MoveKind.NoAnswer ? 1 : 0;
            if (From(arc.To) is var rest && rest == OnTheWay)
            {
                _findings.Add(_graph.Finding(PathRule.LaddersEnd, at, "a caller who never answers goes in a circle"));
            }
            else
            {
                longest = Math.Max(longest, rest + missing);
            }
        }

        return _longest[at] = longest;
    }
}
