namespace IvrAutomat.Benchmarks.Load;

/// <summary>The time that counts: until it is up, or until enough turns have come.</summary>
internal sealed class Window(TimeSpan length, int mostTurns)
{
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private int _turns;
    private long _fullAt;

    /// <summary>Whether another call may begin.</summary>
    public bool IsOpen => Volatile.Read(ref _fullAt) == 0 && TimeProvider.System.GetElapsedTime(_began) < length;

    /// <summary>Turns counted.</summary>
    public int Turns => Math.Min(Volatile.Read(ref _turns), mostTurns);

    /// <summary>How long it was open; known once it is closed.</summary>
    public TimeSpan Length => Volatile.Read(ref _fullAt) is not 0 and var at ? TimeProvider.System.GetElapsedTime(_began, at) : length;

    /// <summary>Counts a turn that has just been answered.</summary>
    /// <returns>False when it came too late.</returns>
    public bool Count()
    {
        if (!IsOpen)
        {
            return false;
        }

        var turn = Interlocked.Increment(ref _turns);
        if (turn == mostTurns)
        {
            Volatile.Write(ref _fullAt, TimeProvider.System.GetTimestamp());
        }

        return turn <= mostTurns;
    }
}
