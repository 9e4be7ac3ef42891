namespace IvrAutomat.Proof;

/// <summary>What must hold of the whole graph: where ways lead in the end.</summary>
internal static class GraphRules
{
    /// <summary>What is broken; one finding for each state, the nearest to the beginning.</summary>
    public static IEnumerable<PathFinding> Broken(PathGraph graph) => WithoutExit(graph).Concat(WithoutPerson(graph)).Concat(EndlessLadders.In(graph).Findings)
        .GroupBy(finding => (finding.Rule, finding.State, finding.Problem))
        .Select(same => same.MinBy(finding => finding.Path.Length)!);

    // Backwards from every end, and from where the bound kept the proof from looking further.
    private static IEnumerable<PathFinding> WithoutExit(PathGraph graph)
    {
        var leadingHere = new List<int>[graph.Count];
        var open = new Queue<int>();
        var ends = new bool[graph.Count];
        for (var at = 0; at < graph.Count; at++)
        {
            if (graph[at].Kind is NodeKind.Over or NodeKind.HandedOver || graph.From(at) is null)
            {
                ends[at] = true;
                open.Enqueue(at);
            }

            foreach (var arc in (graph.From(at) ?? []).Where(arc => arc.Kind != MoveKind.HangUp))
            {
                (leadingHere[arc.To] ??= []).Add(at);
            }
        }

        while (open.TryDequeue(out var end))
        {
            foreach (var before in (leadingHere[end] ?? []).Where(before => !ends[before]))
            {
                ends[before] = true;
                open.Enqueue(before);
            }
        }

        for (var at = 0; at < graph.Count; at++)
        {
            if (!ends[at])
            {
                yield return graph.Finding(PathRule.ExitEverywhere, at, "no inputs lead to an end");
            }

            if ((graph.From(at) ?? []).Any(arc => arc.Kind == MoveKind.HangUp && graph[arc.To].Kind != NodeKind.Over))
            {
                yield return graph.Finding(PathRule.ExitEverywhere, at, "hanging up does not end the call");
            }
        }
    }

    private static IEnumerable<PathFinding> WithoutPerson(PathGraph graph)
    {
        var settles = new Dictionary<int, bool>();
        for (var at = 0; at < graph.Count; at++)
        {
            foreach (var arc in (graph.From(at) ?? []).Where(arc => arc.Kind == MoveKind.Person))
            {
                if (!Settles(graph, arc, settles))
                {
                    yield return graph.Finding(PathRule.PersonEverywhere, at, "0 comes neither to a person nor to a word of when one will call");
                }
            }
        }
    }

    // Whatever becomes of the work that 0 sets going, the caller must know in the end.
    private static bool Settles(PathGraph graph, Arc arc, Dictionary<int, bool> settles)
    {
        if (arc.IsHonest || graph[arc.To].Kind is NodeKind.WithPerson or NodeKind.HandedOver)
        {
            return true;
        }

        if (graph[arc.To].Kind != NodeKind.Works)
        {
            return false;
        }

        if (!settles.TryGetValue(arc.To, out var known))
        {
            // A circle of work is no answer: until it is known to be one, it is not.
            settles[arc.To] = false;
            known = graph.From(arc.To)?.Where(next => next.Kind == MoveKind.Work).All(next => Settles(graph, next, settles)) ?? true;
            settles[arc.To] = known;
        }

        return known;
    }
}
