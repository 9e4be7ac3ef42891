namespace IvrAutomat.Web.Persistence.Rows;

/// <summary>
/// What an agent has said at the console about taking calls. An agent without a row has never been there, and takes calls around the clock.
/// Whether the phone rings or somebody talks is not here: open offers tell that.
/// </summary>
internal sealed class AgentStateRow
{
    /// <summary>The agent's name.</summary>
    public required string Agent { get; set; }

    /// <summary>One of <see cref="AgentStateName"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why the agent is away, as the agent chose it, or <see cref="AgentStateName.Rona"/> or <see cref="AgentStateName.Shift"/>; null elsewhere.</summary>
    public string? Reason { get; set; }

    /// <summary>When the state began.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>When the wrap-up ends by itself; null elsewhere.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>When the agent goes away by themselves, because the shift is over; null while away.</summary>
    public DateTimeOffset? ShiftUntil { get; set; }
}

/// <summary>The states of an agent at the console, and the reasons that the house itself gives for being away.</summary>
internal static class AgentStateName
{
    /// <summary>Takes no calls.</summary>
    public const string Away = "away";

    /// <summary>Takes calls.</summary>
    public const string Ready = "ready";

    /// <summary>Writes down what a talk has come to; takes no calls until then.</summary>
    public const string WrapUp = "wrap-up";

    /// <summary>Away, because the phone rang and nobody took the call.</summary>
    public const string Rona = "rona";

    /// <summary>Away, because the shift is over.</summary>
    public const string Shift = "shift";
}
