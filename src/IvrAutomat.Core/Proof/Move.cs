using IvrAutomat.Calls;

namespace IvrAutomat.Proof;

/// <summary>Something that can happen to a call where it stands.</summary>
/// <param name="Kind">Whose doing it is.</param>
/// <param name="Input">What happens.</param>
/// <param name="After">How much later than the last thing. The clock stands still except in the queue, where decisions look at it.</param>
internal readonly record struct Move(MoveKind Kind, CallerInput Input, TimeSpan After = default)
{
    /// <summary>What it changes in the world, when it does: the orders as they stand afterwards.</summary>
    public ValueList<Orders.Order>? World { get; init; }
}

/// <summary>Whose doing a move is.</summary>
internal enum MoveKind
{
    /// <summary>The caller answers or commands.</summary>
    Answer,

    /// <summary>The caller says nothing that helps: silence, another key, too few digits, words not understood.</summary>
    NoAnswer,

    /// <summary>The caller wants a person.</summary>
    Person,

    /// <summary>Work has a result, or none yet.</summary>
    Work,

    /// <summary>The queue, or a person who took the call.</summary>
    Queue,

    /// <summary>The caller is gone.</summary>
    HangUp,
}
