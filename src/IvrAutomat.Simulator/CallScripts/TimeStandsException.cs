namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Virtual time cannot go on, because somebody has been working for too long in real time.</summary>
public sealed class TimeStandsException(int carrier, int parked, int busy)
    : Exception($"Virtual time stands: the carrier works on {carrier}, the product has parked {parked} webhooks and runs {busy} workers. "
        + "A webhook or worker that waits for a timer must be counted as parked or not busy meanwhile.")
{
    /// <summary>Calls and requests that the carrier is working on.</summary>
    public int Carrier => carrier;

    /// <summary>Webhooks that the product reports as only waiting.</summary>
    public int Parked => parked;

    /// <summary>Workers that the product reports as running.</summary>
    public int Busy => busy;
}
