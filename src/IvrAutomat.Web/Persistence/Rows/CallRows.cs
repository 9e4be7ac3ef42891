namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>A call as it stands; its version is the number in the next turn's URL.</summary>
internal sealed class CallRow
{
    /// <summary>The carrier's identifier.</summary>
    public required string Id { get; set; }

    /// <summary>How many inputs have been decided; every save compares and raises it.</summary>
    public int Version { get; set; }

    /// <summary>The state's name.</summary>
    public required string State { get; set; }

    /// <summary>The call as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>What is held back from the dialogue, encrypted.</summary>
    public byte[]? Held { get; set; }

    /// <summary>The bytes of the last answer, for a step that is asked for twice.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>The step that <see cref="Answer"/> answers.</summary>
    public int AnsweredStep { get; set; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The language spoken.</summary>
    public required string Language { get; set; }

    /// <summary>The keyed hash of the number that called; null when withheld.</summary>
    public string? CallerKey { get; set; }

    /// <summary>The order that was proved last; null when none was.</summary>
    public string? OrderId { get; set; }

    /// <summary>Why the call was to go to a person; null when it was not.</summary>
    public string? Handover { get; set; }

    /// <summary>Complete pairs of number and PIN that did not match; null for calls of earlier versions.</summary>
    public int? Failures { get; set; }
}

/// <summary>One decided input. It holds interpretations, never what was typed or said.</summary>
internal sealed class JournalRow
{
    /// <summary>Counts up; no meaning of its own.</summary>
    public long Id { get; set; }

    /// <summary>Which call.</summary>
    public required string CallId { get; set; }

    /// <summary>The call's version after the decision: 1 for its beginning.</summary>
    public int Step { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The interpreted input as JSON.</summary>
    public required string Input { get; set; }

    /// <summary>The state after the decision.</summary>
    public required string State { get; set; }

    /// <summary>The flow that decided; see <see cref="DefinitionRow"/>.</summary>
    public required string FlowHash { get; set; }

    /// <summary>The prompts that were spoken.</summary>
    public required string PromptHash { get; set; }

    /// <summary>What the decision knew of the house: settings, hours, announcement, languages.</summary>
    public required string SettingsHash { get; set; }

    /// <summary>The keys of what was said, with blanks between; null for entries of earlier versions. Values are not in it.</summary>
    public string? Said { get; set; }
}

/// <summary>A flow, a set of prompts or settings that a journal refers to, kept so that a call can be replayed exactly.</summary>
internal sealed class DefinitionRow
{
    /// <summary>The hash of the content.</summary>
    public required string Hash { get; set; }

    /// <summary>What it is.</summary>
    public required string Kind { get; set; }

    /// <summary>The content.</summary>
    public required string Content { get; set; }

    /// <summary>When it was last kept, which is repeated each hour while it is used.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Something worth telling others; its id orders the server-sent events.</summary>
internal sealed class FeedRow
{
    /// <summary>Counts up; becomes visible out of order, so readers look back.</summary>
    public long Id { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What happened.</summary>
    public required string Kind { get; set; }

    /// <summary>The call, if it is about one.</summary>
    public string? CallId { get; set; }

    /// <summary>The verified order, if it is about one.</summary>
    public string? OrderId { get; set; }

    /// <summary>The case, if it is about one.</summary>
    public string? CaseId { get; set; }
}

/// <summary>A caller who has called before, known by a keyed hash only.</summary>
internal sealed class CallerRow
{
    /// <summary>The keyed hash of the number.</summary>
    public required string Key { get; set; }

    /// <summary>When the number last called.</summary>
    public DateTimeOffset LastCallAt { get; set; }

    /// <summary>The language chosen then; null for the shop's first.</summary>
    public string? Language { get; set; }

    /// <summary>The number was last spoken to slowly; null where that was never changed.</summary>
    public bool? Slow { get; set; }
}

/// <summary>The result of a query that outlived its turn.</summary>
internal sealed class WorkResultRow
{
    /// <summary>Which call.</summary>
    public required string CallId { get; set; }

    /// <summary>The step that asked.</summary>
    public int Step { get; set; }

    /// <summary>The result as JSON.</summary>
    public required string Result { get; set; }
}
