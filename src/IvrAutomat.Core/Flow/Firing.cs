namespace IvrAutomat.Flow;

/// <summary>What firing a trigger came to.</summary>
/// <param name="State">Where the call stands now.</param>
/// <param name="Kind">What happened to the state.</param>
/// <param name="Edge">The edge that was taken, as configured; null when none was open.</param>
public readonly record struct Firing(State State, EdgeKind Kind, Edge? Edge)
{
    /// <summary>
    /// False when the state has no open edge for the trigger: a second hang-up, a late result. Such an input changes
    /// nothing and is worth one log line.
    /// </summary>
    public bool WasExpected => Edge is not null;
}

/// <summary>A flow was put together wrongly; thrown when it is built, never while a call is live.</summary>
/// <param name="message">Which state or edge, and what is missing.</param>
public sealed class FlowDefinitionException(string message) : InvalidOperationException(message);

/// <summary>Two edges of one trigger were open in one state at once.</summary>
public sealed class AmbiguousEdgeException : InvalidOperationException
{
    /// <summary>Creates the exception with both edges.</summary>
    public AmbiguousEdgeException(State state, Trigger trigger, Edge first, Edge second)
        : base($"In {state}, {trigger} may go to {first?.To} ({first?.Guard}) and to {second?.To} ({second?.Guard}): guards must exclude each other.")
        => (State, Trigger, First, Second) = (state, trigger, first!, second!);

    /// <summary>Where the call stood.</summary>
    public State State { get; }

    /// <summary>What was fired.</summary>
    public Trigger Trigger { get; }

    /// <summary>One open edge.</summary>
    public Edge First { get; }

    /// <summary>The other open edge.</summary>
    public Edge Second { get; }
}
