namespace IvrAutomat.Benchmarks.Load;

/// <summary>One variant in one round.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Number">The round, from 1; those before it warm up and are not reported.</param>
/// <param name="Turns">Turns answered within the window.</param>
/// <param name="Seconds">The window's length.</param>
/// <param name="P50">Half of the turns took at most so long, in microseconds, as the caller waits.</param>
/// <param name="P99">99 of 100 turns took at most so long, in microseconds.</param>
/// <param name="HostCpu">Processor time of the host, in microseconds a turn.</param>
/// <param name="CallersCpu">Processor time of the callers, in microseconds a turn.</param>
/// <param name="Lost">Calls that were answered otherwise than the conversation goes.</param>
/// <param name="P50OfTurns">The same as <paramref name="P50"/> for each turn of the conversation; 0 where none was answered within the window.</param>
internal sealed record Round(
    string Variant, int Number, int Turns, double Seconds, double P50, double P99, double HostCpu, double CallersCpu, int Lost,
    IReadOnlyList<double> P50OfTurns)
{
    /// <summary>Turns a second.</summary>
    public double Rate => Turns / Seconds;

    /// <summary>The window's length over its turns, in microseconds. Not a latency: calls go on at the same time.</summary>
    public double MicrosPerTurn => Seconds * 1e6 / Turns;
}
