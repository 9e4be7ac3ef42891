namespace IvrAutomat.Flow;

/// <summary>
/// A named condition on an edge. The guards of one trigger in one state must exclude each other: two open edges are
/// an error when fired, never a silent choice.
/// </summary>
/// <typeparam name="TContext">What a decision may look at.</typeparam>
/// <typeparam name="TInput">The input that the trigger brings.</typeparam>
/// <param name="Description">Words for the diagram, for example <c>third time</c>.</param>
/// <param name="Holds">Pure: the same arguments give the same answer, and nothing changes.</param>
public sealed record Guard<TContext, TInput>(string Description, Func<TContext, TInput, bool> Holds)
{
    /// <summary>Both conditions.</summary>
    public Guard<TContext, TInput> And(Guard<TContext, TInput> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new($"{Description}, {other.Description}", (context, input) => Holds(context, input) && other.Holds(context, input));
    }

    /// <summary>The opposite condition, so that two edges exclude each other by construction.</summary>
    public Guard<TContext, TInput> Not() => new("not " + Description, (context, input) => !Holds(context, input));
}
