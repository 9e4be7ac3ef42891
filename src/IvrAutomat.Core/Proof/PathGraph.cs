using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Flow;

namespace IvrAutomat.Proof;

/// <summary>All calls of one situation that the proof tells apart, and what leads from one to another.</summary>
internal sealed class PathGraph(Situation situation)
{
    private readonly List<Node> _nodes = [];
    private readonly List<Arc[]?> _arcs = [];

    public Situation Situation => situation;

    public int Count => _nodes.Count;

    public Node this[int at] => _nodes[at];

    /// <summary>What can happen there; empty at the end. Null: the bound was reached before it was looked at.</summary>
    public Arc[]? From(int at) => _arcs[at];

    public int Add(Node node)
    {
        _nodes.Add(node);
        _arcs.Add(null);
        return _nodes.Count - 1;
    }

    public void Connect(int at, Arc[] arcs) => _arcs[at] = arcs;

    /// <summary>The inputs of a shortest way there, and one more.</summary>
    public ImmutableArray<string> PathTo(int at, CallerInput? last = null)
    {
        var path = new Stack<string>();
        if (last is not null)
        {
            path.Push(InputText.Of(last));
        }

        for (var node = at; _nodes[node] is { Input: { } input } each; node = each.Parent)
        {
            path.Push(InputText.Of(input));
        }

        return [.. path];
    }

    public PathFinding Finding(PathRule rule, int at, string problem, CallerInput? last = null)
        => new(rule, _nodes[at].State, problem, situation.Name, PathTo(at, last));
}

/// <summary>A call as the proof tells it apart.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Kind">What follows there.</param>
/// <param name="Depth">Inputs of a shortest way there.</param>
/// <param name="Parent">The node before, on that way.</param>
/// <param name="Input">What led here from there; null at the beginning.</param>
internal readonly record struct Node(State State, NodeKind Kind, int Depth, int Parent, CallerInput? Input);

/// <summary>What follows where a call stands.</summary>
internal enum NodeKind
{
    /// <summary>The caller is listened to, or has not been greeted yet.</summary>
    Listens,

    /// <summary>Work is under way.</summary>
    Works,

    /// <summary>The caller waits for a person, or is with one.</summary>
    WithPerson,

    /// <summary>A person is involved; what follows is walked in a situation of its own.</summary>
    HandedOver,

    /// <summary>The call is over.</summary>
    Over,
}

/// <summary>Something that can happen, and where it leads.</summary>
/// <param name="Kind">Whose doing it is.</param>
/// <param name="To">The node that it leads to.</param>
/// <param name="IsHonest">What is said then tells the caller that a person comes, or when one will call.</param>
internal readonly record struct Arc(MoveKind Kind, int To, bool IsHonest);
