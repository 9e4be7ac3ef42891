namespace IvrAutomat.Queue;

/// <summary>What an agent is doing, as far as offering calls is concerned.</summary>
public enum AgentPresence
{
    /// <summary>Takes no calls.</summary>
    Away,

    /// <summary>Can be offered a call.</summary>
    Ready,

    /// <summary>The phone rings, or the agent hears what a call is about.</summary>
    Ringing,

    /// <summary>Talks with a customer, or is about to.</summary>
    Talking,

    /// <summary>Writes down what a talk has come to.</summary>
    WrapUp,
}
