using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Proof;

namespace IvrAutomat.Web.Stage;

/// <summary>What of the conversation's flow was taken by calls that were really made: states, edges, rungs of ladders.</summary>
internal sealed class FlowCoverage
{
    private readonly Lock _lock = new();
    private readonly HashSet<State> _states = [];
    private readonly HashSet<Edge> _edges = [];
    private readonly HashSet<Rung> _rungs = [];

    /// <summary>Takes a decision in.</summary>
    public void Note(Call before, CallerInput input, Turn turn)
    {
        lock (_lock)
        {
            _states.Add(new State(before.State));
            _states.Add(turn.Firing.State);
            if (turn.Firing.Edge is { } edge)
            {
                _edges.Add(edge);
            }

            if (Rung.Of(before, input) is { } rung)
            {
                _rungs.Add(rung);
            }
        }
    }

    /// <summary>Takes in what another has seen.</summary>
    public void Add(FlowCoverage other)
    {
        lock (_lock)
        {
            _states.UnionWith(other._states);
            _edges.UnionWith(other._edges);
            _rungs.UnionWith(other._rungs);
        }
    }

    /// <summary>Edges that a caller can take and no call took, as <c>From, trigger [guard] -> To</c>.</summary>
    public IReadOnlyList<string> MissingEdges => [.. Missing.OrderBy(Text, StringComparer.Ordinal).Select(Text)];

    /// <summary>States that no call stood in.</summary>
    public IReadOnlyList<string> MissingStates => [.. Leaves.Where(state => !_states.Contains(state)).Select(state => state.Name).Order(StringComparer.Ordinal)];

    /// <summary>How many states there are, how many edges can be taken, and how many of each were.</summary>
    public (int States, int StatesTaken, int Edges, int EdgesTaken) Counts
    {
        get
        {
            var (states, edges) = (Leaves.Count(), Takeable.Count());
            return (states, states - MissingStates.Count, edges, edges - Missing.Count());
        }
    }

    /// <summary>The rungs, of those that can be reached, that no call reached.</summary>
    public IReadOnlyList<Rung> MissingRungs(IReadOnlySet<Rung> reachable)
        => [.. reachable.Where(rung => !_rungs.Contains(rung)).OrderBy(rung => rung.ToString(), StringComparer.Ordinal)];

    private IEnumerable<Edge> Missing => Takeable.Where(edge => !_edges.Contains(edge));

    private static IEnumerable<Edge> Takeable => ShopDialogue.Flow.Edges.Where(edge => NeverTaken.WhyNot(edge) is null);

    private static IEnumerable<State> Leaves
    {
        get
        {
            var superstates = ShopDialogue.Flow.States.SelectMany(state => ShopDialogue.Flow.LineageOf(state).Skip(1)).ToHashSet();
            return ShopDialogue.Flow.States.Where(state => !superstates.Contains(state));
        }
    }

    private static string Text(Edge edge) => $"{edge.From}, {edge.Trigger}{(edge.Guard is { } guard ? $" [{guard}]" : string.Empty)} -> {edge.To}";
}
