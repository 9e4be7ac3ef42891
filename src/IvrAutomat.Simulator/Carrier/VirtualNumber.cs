namespace IvrAutomat.Simulator.Carrier;

/// <summary>What a virtual number does when it is dialled.</summary>
public enum WhenDialled
{
    /// <summary>Rings for a while, answers, talks, hangs up.</summary>
    Answers,

    /// <summary>Engaged.</summary>
    Busy,

    /// <summary>Rings until the dialling side gives up.</summary>
    NoAnswer,

    /// <summary>The number cannot be reached at all.</summary>
    Fails,
}

/// <summary>A number of the outside world and how it behaves.</summary>
/// <param name="Number">E.164.</param>
/// <param name="WhenDialled">What happens when it is dialled.</param>
public sealed record VirtualNumber(string Number, WhenDialled WhenDialled = WhenDialled.Answers)
{
    /// <summary>How long it rings before it answers. Default 4 s.</summary>
    public TimeSpan AnswersAfter { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long its person talks before hanging up. Default 30 s.</summary>
    public TimeSpan TalksFor { get; init; } = TimeSpan.FromSeconds(30);
}
