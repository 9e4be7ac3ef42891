using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IvrAutomat.Flow;

/// <summary>
/// The conversation as a machine of states: immutable, checked when built, shared by all calls. It holds no call.
/// </summary>
/// <remarks>
/// One firing has a fixed order: the edge is chosen, its action runs, then the entry actions of the states that are
/// entered run from the outside in. Guards and actions are pure apart from what they note in the context.
/// </remarks>
/// <typeparam name="TContext">What guards and actions receive.</typeparam>
public sealed class FlowDefinition<TContext>
    where TContext : class
{
    private readonly FrozenDictionary<State, Node> _nodes;

    internal FlowDefinition(State initial, IReadOnlyCollection<StateBuilder<TContext>> states)
    {
        Initial = initial;
        var byState = states.ToDictionary(state => state.State);
        if (!byState.ContainsKey(initial))
        {
            throw new FlowDefinitionException($"The initial state {initial} is not configured.");
        }

        foreach (var target in states.SelectMany(state => state.Edges).Where(edge => !byState.ContainsKey(edge.Edge.To)))
        {
            throw new FlowDefinitionException(
                $"{target.Edge.From} leads to {target.Edge.To} on {target.Edge.Trigger}, which is not configured.");
        }

        _nodes = states.Select(state => new Node(state, Lineage(state, byState))).ToFrozenDictionary(node => node.State);
        Edges = [.. states.SelectMany(state => state.Edges.Select(edge => edge.Edge))];
    }

    /// <summary>Where a new call stands before its first input.</summary>
    public State Initial { get; }

    /// <summary>All states, superstates included.</summary>
    public IEnumerable<State> States => _nodes.Keys;

    /// <summary>All edges as configured; those of a superstate appear once, at the superstate.</summary>
    public ImmutableArray<Edge> Edges { get; }

    /// <summary>True if the flow knows a state of that name. A stored call whose state is unknown must be refused.</summary>
    public bool Knows(State state) => _nodes.ContainsKey(state);

    /// <summary>True where the conversation ends.</summary>
    public bool IsFinal(State state) => _nodes[state].IsFinal;

    /// <summary>The state and its superstates, innermost first.</summary>
    public ImmutableArray<State> LineageOf(State state) => _nodes[state].Lineage;

    /// <summary>True if <paramref name="state"/> is <paramref name="superstate"/> or lies within it.</summary>
    public bool IsIn(State state, State superstate) => _nodes[state].Lineage.Contains(superstate);

    /// <summary>The edges that count for a state: its own, and those inherited that none of its own always hides.</summary>
    public IEnumerable<Edge> EdgesFrom(State state)
        => _nodes[state].Effective.Values.SelectMany(levels => levels.SelectMany(level => level.Select(edge => edge.Edge)));

    /// <summary>Decides what <paramref name="trigger"/> does in <paramref name="state"/>.</summary>
    /// <returns>Where the call stands now, and whether the input meant anything there. A late or foreign input is a value, not an exception.</returns>
    /// <exception cref="AmbiguousEdgeException">Two edges were open at once: their guards do not exclude each other.</exception>
    public Firing Fire<TInput>(State state, Trigger<TInput> trigger, TContext context, TInput input)
        where TInput : notnull
    {
        var open = _nodes[state].Effective.TryGetValue(trigger, out var levels)
            ? FirstOpen(levels, state, trigger, context, input)
            : null;
        if (open is null)
        {
            return new Firing(state, EdgeKind.Ignore, Edge: null);
        }

        open.Action?.Invoke(context, input);
        if (open.Edge.Kind != EdgeKind.Move)
        {
            return new Firing(state, open.Edge.Kind, open.Edge);
        }

        Enter(state, open.Edge.To, context);
        return new Firing(open.Edge.To, EdgeKind.Move, open.Edge);
    }

    // The nearest state with an open edge decides; its superstates are asked only when it has none.
    private static LiveEdge<TContext>? FirstOpen(
        LiveEdge<TContext>[][] levels, State state, Trigger trigger, TContext context, object input)
    {
        foreach (var level in levels)
        {
            LiveEdge<TContext>? open = null;
            foreach (var edge in level)
            {
                if (edge.Guard is not null && !edge.Guard(context, input))
                {
                    continue;
                }

                open = open is null ? edge : throw new AmbiguousEdgeException(state, trigger, open.Edge, edge.Edge);
            }

            if (open is not null)
            {
                return open;
            }
        }

        return null;
    }

    private void Enter(State from, State to, TContext context)
    {
        var left = _nodes[from].Lineage;
        var entered = _nodes[to].Lineage;
        for (var i = entered.Length - 1; i >= 0; i--)
        {
            // Entering the state itself again counts as entering; a superstate that is not left is not entered.
            if (i == 0 || !left.Contains(entered[i]))
            {
                _nodes[entered[i]].Entry?.Invoke(context);
            }
        }
    }

    private static ImmutableArray<StateBuilder<TContext>> Lineage(
        StateBuilder<TContext> state, Dictionary<State, StateBuilder<TContext>> byState)
    {
        var lineage = ImmutableArray.CreateBuilder<StateBuilder<TContext>>();
        for (var current = state; ;)
        {
            if (lineage.Contains(current))
            {
                throw new FlowDefinitionException($"The superstates of {state.State} form a circle at {current.State}.");
            }

            lineage.Add(current);
            if (current.Parent is not { } parent)
            {
                return lineage.ToImmutable();
            }

            current = byState.TryGetValue(parent, out var next)
                ? next
                : throw new FlowDefinitionException($"{current.State} is a substate of {parent}, which is not configured.");
        }
    }

    private sealed class Node
    {
        public Node(StateBuilder<TContext> state, ImmutableArray<StateBuilder<TContext>> lineage)
        {
            State = state.State;
            IsFinal = state.IsFinal;
            Entry = state.Entry;
            Lineage = [.. lineage.Select(ancestor => ancestor.State)];
            var effective = new Dictionary<Trigger, List<LiveEdge<TContext>[]>>();
            foreach (var edges in lineage.SelectMany(ancestor => ancestor.Edges.GroupBy(edge => edge.Edge.Trigger)))
            {
                if (!effective.TryGetValue(edges.Key, out var levels))
                {
                    effective.Add(edges.Key, levels = []);
                }

                if (levels.Count == 0 || levels[^1].All(edge => edge.Guard is not null))
                {
                    levels.Add([.. edges]);
                }
            }

            Effective = effective.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        }

        public State State { get; }

        public bool IsFinal { get; }

        public Action<TContext>? Entry { get; }

        public ImmutableArray<State> Lineage { get; }

        // For each trigger the levels of the lineage that have edges for it, nearest first, up to one that is always open.
        public FrozenDictionary<Trigger, LiveEdge<TContext>[][]> Effective { get; }
    }
}
