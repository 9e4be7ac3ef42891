using IvrAutomat.Calls;
using IvrAutomat.Flow;

namespace IvrAutomat.Proof;

/// <summary>
/// Walks a conversation from its beginning, shortest ways first: whatever can happen to a call happens to it, and calls that no decision
/// can tell apart are one.
/// </summary>
/// <param name="dialogue">The conversation.</param>
/// <param name="situation">Who calls, when, about what.</param>
/// <param name="bound">How far and how finely.</param>
internal sealed class Exploration(ProvedDialogue dialogue, Situation situation, PathBound bound)
{
    private readonly CallerMoves _caller = new(situation, bound);
    private readonly PathGraph _graph = new(situation);
    private readonly Dictionary<SeenCall, int> _seen = [];
    private readonly Queue<(int Node, Standing Where)> _open = new();
    private readonly Dictionary<(PathRule, State, string), PathFinding> _findings = [];
    private readonly HashSet<Edge> _edges = [];
    private readonly HashSet<Rung> _rungs = [];

    /// <summary>Walks until nothing new is met, or the bound.</summary>
    public Explored Run()
    {
        var call = dialogue.Begin("CA00000000000000000000000000000001");
        var world = new World(situation.Orders, []);
        var start = _graph.Add(new Node(ProvedDialogue.StateOf(call), NodeKind.Listens, Depth: 0, Parent: -1, Input: null));
        _open.Enqueue((start, new Standing(call, new WaitNext(), world, situation.Facts)));
        var turns = 0L;
        while (_open.TryDequeue(out var next))
        {
            if (_graph[next.Node].Depth < bound.Depth)
            {
                turns += Expand(next.Node, next.Where);
            }
        }

        return new Explored(_graph, [.. _findings.Values], _edges, _rungs, turns);
    }

    private int Expand(int at, Standing where)
    {
        var arcs = new List<Arc>();
        foreach (var move in MovesOf(at, where))
        {
            if (Decide(at, where, move) is { } arc)
            {
                arcs.Add(arc);
            }
        }

        _graph.Connect(at, [.. arcs]);
        return arcs.Count;
    }

    private IEnumerable<Move> MovesOf(int at, Standing where)
    {
        var (call, next, world, facts) = where;
        var moves = at == 0 ? [new Move(MoveKind.Answer, new CallStarted(situation.Caller))] : next switch
        {
            ListenNext listening => _caller.While(call, listening.Listen, isQueued: false, world.Orders),
            WaitNext => WorkMoves.Of(call, situation, world),
            QueueNext queue => _caller.While(call, queue.Listen, isQueued: true, world.Orders).Concat(QueueMoves.Waiting(call, facts.Now)),
            LeaveNext => QueueMoves.Leaving(),
            MeetNext meet => QueueMoves.Meeting(meet.Room),
            _ => [],
        };
        return next is WaitNext or LeaveNext or MeetNext ? moves.Append(CallerMoves.Leaves) : moves;
    }

    private Arc? Decide(int at, Standing where, Move move)
    {
        var facts = where.Facts with { Now = where.Facts.Now + move.After };
        Turn turn;
        try
        {
            turn = dialogue.Handle(where.Call, move.Input, facts);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            Note(_graph.Finding(PathRule.NoException, at, $"{broken.GetType().Name}: {broken.Message}", move.Input));
            return null;
        }

        if (turn.Firing.Edge is { } edge)
        {
            _edges.Add(edge);
            if (Rung.Of(where.Call, move.Input) is { } rung && where.Next is ListenNext)
            {
                _rungs.Add(rung);
            }
        }

        var world = new World(move.World ?? where.World.Orders, Proof(where.World, turn, move.Input));
        foreach (var (rule, problem) in TurnRules.Broken(where.Call, move.Input, turn, world))
        {
            Note(_graph.Finding(rule, at, problem, move.Input));
        }

        return new Arc(move.Kind, Reach(at, move.Input, turn, new Standing(turn.Call, turn.Next, world, facts)), HonestWords.AreIn(turn));
    }

    private int Reach(int from, CallerInput input, Turn turn, Standing where)
    {
        var kind = KindOf(turn);
        var seen = kind is NodeKind.Over or NodeKind.HandedOver
            ? SeenCall.OnlyState(where.Call)
            : SeenCall.Of(where.Call, where.World, where.Facts, bound.IsWhole);
        if (_seen.TryGetValue(seen, out var known))
        {
            return known;
        }

        var added = _graph.Add(new Node(ProvedDialogue.StateOf(where.Call), kind, _graph[from].Depth + 1, from, input));
        _seen.Add(seen, added);
        if (kind is NodeKind.Over or NodeKind.HandedOver)
        {
            _graph.Connect(added, []);
        }
        else
        {
            _open.Enqueue((added, where));
        }

        return added;
    }

    // The caller begins anew with another order: what was proved before proves nothing of the next.
    private static ValueList<string> Proof(World world, Turn turn, CallerInput input)
        => input is PinOffered { Verdict: PinVerdict.Right } right ? [.. world.Proved.Union(right.Orders.Select(order => order.OrderId))]
            : turn.Call is { Order: null, Identification.Choices.Count: 0, Awaiting: not ReadOrder } ? []
            : world.Proved;

    private NodeKind KindOf(Turn turn) => turn.Next switch
    {
        HangUpNext => NodeKind.Over,
        _ when !bound.IsWhole && situation.Part != CallPart.Handover && CallParts.Of(turn.Call) == CallPart.Handover => NodeKind.HandedOver,
        QueueNext or LeaveNext or MeetNext => NodeKind.WithPerson,
        WaitNext => NodeKind.Works,
        _ => NodeKind.Listens,
    };

    // The first way to a finding is a shortest one.
    private void Note(PathFinding finding) => _findings.TryAdd((finding.Rule, finding.State, finding.Problem), finding);

    private readonly record struct Standing(Call Call, Next Next, World World, Facts Facts);
}

/// <summary>What an exploration met.</summary>
/// <param name="Graph">All calls and what leads from one to another.</param>
/// <param name="Findings">What single decisions broke.</param>
/// <param name="Edges">The edges that were taken.</param>
/// <param name="Rungs">The rungs of ladders that were reached.</param>
/// <param name="Turns">How many decisions were made.</param>
internal sealed record Explored(
    PathGraph Graph, IReadOnlyList<PathFinding> Findings, IReadOnlySet<Edge> Edges, IReadOnlySet<Rung> Rungs, long Turns);
