namespace IvrAutomat.Proof.World;

/// <summary>The machine's clock, which can be put forward, and back; timers keep the machine's pace.</summary>
internal sealed class ForwardClock : TimeProvider
{
    private long _forward;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _forward));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _forward, by.Ticks);
}
