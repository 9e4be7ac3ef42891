using System.Collections.Immutable;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Calls;

/// <summary>What the carrier heard, uninterpreted. It is never stored, logged or printed.</summary>
/// <param name="Keys">Keys; null when none.</param>
/// <param name="Words">The recogniser's text; null when none.</param>
internal sealed record RawInput(string? Keys, string? Words)
{
    /// <summary>Nothing came.</summary>
    public static RawInput None { get; } = new(null, null);

    /// <inheritdoc />
    public override string ToString() => nameof(RawInput);
}

/// <summary>One turn on its way from request to answer.</summary>
/// <param name="Stored">The call as last saved.</param>
/// <param name="Step">The step that is being answered.</param>
internal sealed record TurnState(StoredCall Stored, int Step)
{
    /// <summary>What the answer will say.</summary>
    public ImmutableArray<Utterance> Said { get; init; } = [];

    /// <summary>What counts against order and caller.</summary>
    public ImmutableArray<Persistence.Rows.FailureRow> Failures { get; init; } = [];

    /// <summary>The failures that a verdict rests on; null when nothing was judged.</summary>
    public FailuresSeen? Seen { get; init; }

    /// <summary>What was said and not understood, as it may be kept; null where nothing may.</summary>
    public string? Unheard { get; init; }

    /// <summary>The caller's keyed hash, at the beginning of a call.</summary>
    public string? CallerKey { get; init; }

    /// <summary>Whom the turn is told to; null while nobody listens.</summary>
    public Telemetry.TurnSignal? Signal { get; init; }

    /// <summary>When the turn must have stopped waiting; set by the first wait.</summary>
    public TurnDeadline Deadline { get; init; } = new();

    /// <summary>The same with other values held.</summary>
    public TurnState Hold(HeldValues held) => this with { Stored = Stored with { Held = held } };

    /// <summary>The same after a save: what has been saved is not saved twice.</summary>
    public TurnState After(Decided decided) => this with
    {
        Stored = Stored with { Call = decided.Call, UpdatedAt = decided.At },
        Failures = [],
        Seen = null,
        Unheard = null,
        CallerKey = null,
    };
}
