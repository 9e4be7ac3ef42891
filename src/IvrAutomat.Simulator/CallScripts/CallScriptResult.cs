namespace IvrAutomat.Simulator.CallScripts;

/// <summary>How a script went.</summary>
/// <param name="Name">The script's name.</param>
/// <param name="File">The script's file.</param>
/// <param name="Failure">What was expected where, and what was heard last, over several lines; null when all held.</param>
/// <param name="SecondsHeard">How long the automat spoke, in all calls together.</param>
/// <param name="Turns">How many documents were executed, in all calls together.</param>
/// <param name="Transcript">What was spoken, pressed and said in all calls, a line each.</param>
/// <param name="Took">Real time.</param>
public sealed record CallScriptResult(
    string Name,
    string File,
    string? Failure,
    double SecondsHeard,
    int Turns,
    IReadOnlyList<string> Transcript,
    TimeSpan Took)
{
    /// <summary>Those seconds in which the carrier's own voice spoke.</summary>
    public double SecondsSaid { get; init; }

    /// <summary>Those seconds in which a sound file of the product spoke.</summary>
    public double SecondsPlayed { get; init; }

    /// <summary>Whether all held.</summary>
    public bool Passed => Failure is null;
}
