namespace IvrAutomat.Flow;

/// <summary>
/// Collects the states and edges of one flow. Built once at start; <see cref="Build"/> gives the immutable
/// definition that all calls share. The vocabulary is that of the Stateless library.
/// </summary>
/// <typeparam name="TContext">What guards and actions receive: one call and the facts of one input.</typeparam>
public sealed class FlowBuilder<TContext>
    where TContext : class
{
    private readonly Dictionary<State, StateBuilder<TContext>> _states = [];

    /// <summary>Opens the configuration of a state; called again it continues the same one.</summary>
    public StateBuilder<TContext> Configure(State state)
    {
        if (!_states.TryGetValue(state, out var builder))
        {
            builder = new StateBuilder<TContext>(state);
            _states.Add(state, builder);
        }

        return builder;
    }

    /// <summary>Freezes the flow.</summary>
    /// <param name="initial">Where a new call stands before its first input.</param>
    /// <exception cref="FlowDefinitionException">An edge or a superstate names a state that is not configured, or superstates form a circle.</exception>
    public FlowDefinition<TContext> Build(State initial) => new(initial, _states.Values);
}

/// <summary>The configuration of one state.</summary>
/// <typeparam name="TContext">What guards and actions receive.</typeparam>
public sealed class StateBuilder<TContext>
    where TContext : class
{
    private readonly List<LiveEdge<TContext>> _edges = [];

    internal StateBuilder(State state) => State = state;

    internal State State { get; }

    internal State? Parent { get; private set; }

    internal bool IsFinal { get; private set; }

    internal Action<TContext>? Entry { get; private set; }

    internal IReadOnlyList<LiveEdge<TContext>> Edges => _edges;

    /// <summary>Everything the parent permits is permitted here too, unless this state has its own edge for the trigger.</summary>
    public StateBuilder<TContext> SubstateOf(State parent)
    {
        Parent = parent;
        return this;
    }

    /// <summary>The conversation ends here: no way out is required.</summary>
    public StateBuilder<TContext> Final()
    {
        IsFinal = true;
        return this;
    }

    /// <summary>Runs when the state is entered from another state (a parent's entry runs before its substate's).</summary>
    public StateBuilder<TContext> OnEntry(Action<TContext> action)
    {
        Entry = action;
        return this;
    }

    /// <summary>On <paramref name="trigger"/> the call moves to <paramref name="destination"/>.</summary>
    public StateBuilder<TContext> Permit<TInput>(Trigger<TInput> trigger, State destination, Action<TContext, TInput>? action = null)
        => Add(trigger, destination, EdgeKind.Move, guard: null, action);

    /// <summary>As <see cref="Permit"/>, while <paramref name="guard"/> holds.</summary>
    public StateBuilder<TContext> PermitIf<TInput>(
        Trigger<TInput> trigger, State destination, Guard<TContext, TInput> guard, Action<TContext, TInput>? action = null)
        => Add(trigger, destination, EdgeKind.Move, guard, action);

    /// <summary>The state stays as it is; only <paramref name="action"/> runs.</summary>
    public StateBuilder<TContext> Internal<TInput>(Trigger<TInput> trigger, Action<TContext, TInput> action)
        => Add(trigger, State, EdgeKind.Internal, guard: null, action);

    /// <summary>As <see cref="Internal"/>, while <paramref name="guard"/> holds.</summary>
    public StateBuilder<TContext> InternalIf<TInput>(
        Trigger<TInput> trigger, Guard<TContext, TInput> guard, Action<TContext, TInput> action)
        => Add(trigger, State, EdgeKind.Internal, guard, action);

    /// <summary>The input is expected here and means nothing.</summary>
    public StateBuilder<TContext> Ignore<TInput>(Trigger<TInput> trigger)
        => Add<TInput>(trigger, State, EdgeKind.Ignore, guard: null, action: null);

    private StateBuilder<TContext> Add<TInput>(
        Trigger<TInput> trigger, State destination, EdgeKind kind, Guard<TContext, TInput>? guard, Action<TContext, TInput>? action)
    {
        _edges.Add(new LiveEdge<TContext>(
            new Edge(State, trigger, destination, kind, guard?.Description),
            guard is null ? null : (context, input) => guard.Holds(context, (TInput)input),
            action is null ? null : (context, input) => action(context, (TInput)input)));
        return this;
    }
}
