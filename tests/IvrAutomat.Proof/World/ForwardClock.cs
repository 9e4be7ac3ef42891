namespace IvrAutomat.Proof.World;

/// <summary>The machine's clock, which can be put forward, and back; timers and what is measured keep the machine's pace.</summary>
internal sealed class ForwardClock : TimeProvider
{
    private long _forward;

    /// <summary>A clock that is right.</summary>
    public ForwardClock()
    {
    }

    /// <summary>A clock that shows another instant now.</summary>
    public ForwardClock(DateTimeOffset now) => _forward = (now - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _forward));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _forward, by.Ticks);
}
