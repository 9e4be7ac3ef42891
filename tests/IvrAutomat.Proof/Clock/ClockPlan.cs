namespace IvrAutomat.Proof.Clock;

/// <summary>Which jumps, and during how many calls.</summary>
/// <param name="Jumps">Each in houses of its own.</param>
/// <param name="Calls">Calls that are live at each jump.</param>
/// <param name="Seed">Where chance begins.</param>
internal sealed record ClockPlan(IReadOnlyList<ClockJump> Jumps, int Calls, int Seed)
{
    /// <summary>The short form.</summary>
    public static ClockPlan Short { get; } = new(ClockJump.All, Calls: 16, Seed: 1);

    /// <summary>The long form.</summary>
    public static ClockPlan Long { get; } = Short with { Calls = 60 };

    /// <summary>Every webhook is answered within this time.</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(2);
}
