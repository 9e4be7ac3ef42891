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

    /// <summary>Rings; a person, or a script, decides what happens.</summary>
    Rings,

    /// <summary>Rings for a while, then its person refuses.</summary>
    Declines,

    /// <summary>Rings for a while, then a machine answers.</summary>
    Voicemail,
}

/// <summary>A number of the outside world and how it behaves.</summary>
/// <param name="Number">E.164.</param>
/// <param name="WhenDialled">What happens when it is dialled.</param>
public sealed record VirtualNumber(string Number, WhenDialled WhenDialled = WhenDialled.Answers)
{
    /// <summary>How long it rings before it answers or refuses. Default 4 s.</summary>
    public TimeSpan AnswersAfter { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long it rings before its voicemail answers. Default 18 s.</summary>
    public TimeSpan VoicemailAfter { get; init; } = TimeSpan.FromSeconds(18);

    /// <summary>How long its person talks before hanging up, when it is dialled by a document. Default 30 s.</summary>
    public TimeSpan TalksFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it rings before it does something by itself; null when it does not.</summary>
    internal TimeSpan? ActsAfter => WhenDialled switch
    {
        WhenDialled.Answers or WhenDialled.Declines => AnswersAfter,
        WhenDialled.Voicemail => VoicemailAfter,
        _ => null,
    };
}
