namespace IvrAutomat.Calls;

/// <summary>Who takes the calls that come to the shop's line. It is about new calls only: one that is running goes on as it began.</summary>
public enum LineMode
{
    /// <summary>The automat takes all of them.</summary>
    On,

    /// <summary>People take all of them, as if there were no automat.</summary>
    Off,

    /// <summary>The automat takes those from listed numbers.</summary>
    Test,

    /// <summary>The automat takes them while the shop is closed.</summary>
    AfterHours,

    /// <summary>While the shop is open, people ring first; the automat takes what they do not answer.</summary>
    Overflow,

    /// <summary>The automat takes a share of the callers, each of them for a whole day.</summary>
    Share,
}

/// <summary>Who answers one call.</summary>
public enum LineAnswer
{
    /// <summary>The automat.</summary>
    Automat,

    /// <summary>People.</summary>
    People,

    /// <summary>People, and the automat if they do not.</summary>
    PeopleFirst,
}

/// <summary>What matters of a new call.</summary>
/// <param name="IsTest">It comes from a number listed for tests.</param>
/// <param name="IsOpen">The shop is open.</param>
/// <param name="Share">Where the caller stands today among all callers, from 0 to 99.</param>
public readonly record struct LineCall(bool IsTest, bool IsOpen, int Share);

/// <summary>Decides who answers.</summary>
/// <param name="Mode">How the line is switched.</param>
/// <param name="SharePercent">For <see cref="LineMode.Share"/>: how many callers of a hundred the automat takes.</param>
public readonly record struct LineRule(LineMode Mode, int SharePercent)
{
    /// <summary>Who answers a call.</summary>
    /// <exception cref="InvalidOperationException">The mode is none of <see cref="LineMode"/>.</exception>
    public LineAnswer Answer(LineCall call) => Mode switch
    {
        LineMode.On => LineAnswer.Automat,
        LineMode.Off => LineAnswer.People,
        LineMode.Test => AutomatIf(call.IsTest),
        LineMode.AfterHours => AutomatIf(!call.IsOpen),
        LineMode.Overflow => call.IsOpen ? LineAnswer.PeopleFirst : LineAnswer.Automat,
        LineMode.Share => AutomatIf(call.Share < SharePercent),
        _ => throw new InvalidOperationException($"The line has no mode {Mode}."),
    };

    private static LineAnswer AutomatIf(bool takes) => takes ? LineAnswer.Automat : LineAnswer.People;
}
