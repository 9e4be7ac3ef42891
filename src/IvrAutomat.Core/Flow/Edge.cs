namespace IvrAutomat.Flow;

/// <summary>What taking an edge does to the state.</summary>
public enum EdgeKind
{
    /// <summary>The call moves to another state, whose entry actions run.</summary>
    Move,

    /// <summary>The state stays, entry actions do not run; only the edge's own action does.</summary>
    Internal,

    /// <summary>The input is expected here and means nothing.</summary>
    Ignore,
}

/// <summary>One edge of a flow, as the check and the diagram see it.</summary>
/// <param name="From">The state that carries the edge; a superstate carries it for all below it.</param>
/// <param name="Trigger">What fires it.</param>
/// <param name="To">Where it leads; the same as <paramref name="From"/> unless <see cref="EdgeKind.Move"/>.</param>
/// <param name="Kind">What taking it does to the state.</param>
/// <param name="Guard">The condition in words; null when unconditional.</param>
public sealed record Edge(State From, Trigger Trigger, State To, EdgeKind Kind, string? Guard);

/// <summary>An edge together with what it does: the form the machine executes.</summary>
internal sealed record LiveEdge<TContext>(
    Edge Edge,
    Func<TContext, object, bool>? Guard,
    Action<TContext, object>? Action);
