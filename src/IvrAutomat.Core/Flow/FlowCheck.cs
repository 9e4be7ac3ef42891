namespace IvrAutomat.Flow;

/// <summary>Something wrong with a flow, found without running it.</summary>
/// <param name="State">Where.</param>
/// <param name="Problem">What, and what to do.</param>
public sealed record FlowFinding(State State, string Problem);

/// <summary>Reads a flow as a graph and says what a caller would run into.</summary>
public static class FlowCheck
{
    /// <summary>Finds states that cannot be reached, and states that some unavoidable input finds no edge in.</summary>
    /// <typeparam name="TContext">The flow's context.</typeparam>
    /// <param name="flow">The flow.</param>
    /// <param name="unavoidable">What can happen in every state but the final ones.</param>
    public static IReadOnlyList<FlowFinding> Run<TContext>(FlowDefinition<TContext> flow, IReadOnlyCollection<Trigger> unavoidable)
        where TContext : class
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(unavoidable);
        var superstates = flow.States.SelectMany(state => flow.LineageOf(state).Skip(1)).ToHashSet();
        var leaves = flow.States.Where(state => !superstates.Contains(state)).ToArray();
        var reachable = Reachable(flow);
        var findings = new List<FlowFinding>();
        findings.AddRange(leaves.Where(state => !reachable.Contains(state))
            .Select(state => new FlowFinding(state, "cannot be reached: add an edge that leads here, or remove the state.")));
        foreach (var state in leaves.Where(state => !flow.IsFinal(state)))
        {
            var edges = flow.EdgesFrom(state).ToArray();
            findings.AddRange(unavoidable.Where(trigger => edges.All(edge => edge.Trigger != trigger))
                .Select(trigger => new FlowFinding(state, $"has no edge for '{trigger}': permit or ignore it.")));
            if (edges.All(edge => edge.Kind != EdgeKind.Move || edge.To == state))
            {
                findings.Add(new FlowFinding(state, "has no way out: permit an edge to another state."));
            }
        }

        return findings;
    }

    private static HashSet<State> Reachable<TContext>(FlowDefinition<TContext> flow)
        where TContext : class
    {
        var reached = new HashSet<State> { flow.Initial };
        var open = new Queue<State>(reached);
        while (open.TryDequeue(out var state))
        {
            foreach (var edge in flow.EdgesFrom(state).Where(edge => edge.Kind == EdgeKind.Move && reached.Add(edge.To)))
            {
                open.Enqueue(edge.To);
            }
        }

        return reached;
    }
}
