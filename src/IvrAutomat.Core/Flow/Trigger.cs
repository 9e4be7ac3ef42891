namespace IvrAutomat.Flow;

/// <summary>
/// What can move a call from one state to another. It is not the raw key or word: that has been interpreted before.
/// </summary>
/// <param name="name">As it appears in the diagram, for example <c>silence</c>.</param>
public abstract class Trigger(string name)
{
    /// <summary>As it appears in the diagram.</summary>
    public string Name { get; } = name;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>
/// A trigger that brings a value of <typeparamref name="TInput"/> along. Guards and actions of its edges receive
/// that type, so a payload can neither be missing nor be of another kind.
/// </summary>
/// <typeparam name="TInput">What the edge's guard and action receive.</typeparam>
/// <param name="name">As it appears in the diagram.</param>
public sealed class Trigger<TInput>(string name) : Trigger(name);
