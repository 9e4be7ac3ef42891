using IvrAutomat.Flow;

namespace IvrAutomat.Proof;

/// <summary>
/// Proves the conversation in one situation by walking all of it: every input that can happen, in every call that can be reached, as far as
/// the bound allows. Pure, and as slow as what it looks at is large.
/// </summary>
public static class PathProof
{
    /// <summary>Walks a situation.</summary>
    /// <param name="dialogue">The conversation.</param>
    /// <param name="situation">Who calls, when, about what.</param>
    /// <param name="bound">How far and how finely.</param>
    public static PathReport Of(ProvedDialogue dialogue, Situation situation, PathBound bound)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(bound);
        var explored = new Exploration(dialogue, situation, bound).Run();
        var graph = explored.Graph;
        var nodes = Enumerable.Range(0, graph.Count).ToArray();
        return new PathReport(situation.Name, situation.Part, graph.Count, explored.Turns, nodes.Max(at => graph[at].Depth), nodes.Count(at => graph.From(at) is null))
        {
            States = nodes.Select(at => graph[at].State).ToHashSet(),
            Edges = explored.Edges,
            Rungs = explored.Rungs,
            MissingAnswers = EndlessLadders.In(graph).Longest,
            Findings = [.. explored.Findings, .. GraphRules.Broken(graph)],
        };
    }
}

/// <summary>What a walk met.</summary>
/// <param name="Situation">Who called, when, about what.</param>
/// <param name="Part">The part of the call that was walked in full.</param>
/// <param name="Calls">Calls that the proof told apart.</param>
/// <param name="Turns">Decisions made.</param>
/// <param name="Depth">Inputs of the longest way walked.</param>
/// <param name="Unlooked">Calls at the bound: reached, and not looked at further. None: the situation was walked whole.</param>
public sealed record PathReport(string Situation, CallPart Part, int Calls, long Turns, int Depth, int Unlooked)
{
    /// <summary>The states that calls stood in.</summary>
    public required IReadOnlySet<State> States { get; init; }

    /// <summary>The edges that were taken.</summary>
    public required IReadOnlySet<Edge> Edges { get; init; }

    /// <summary>The rungs of ladders that were reached.</summary>
    public required IReadOnlySet<Rung> Rungs { get; init; }

    /// <summary>The most missing answers in a row before a call ended or was at a person.</summary>
    public required int MissingAnswers { get; init; }

    /// <summary>What is broken; empty when everything holds.</summary>
    public required IReadOnlyList<PathFinding> Findings { get; init; }
}
