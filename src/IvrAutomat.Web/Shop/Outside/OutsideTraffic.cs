namespace IvrAutomat.Web.Shop.Outside;

/// <summary>How many requests to the shop's systems are under way in this process: virtual time must not overtake one that is on its way.</summary>
internal sealed class OutsideTraffic
{
    private int _open;

    /// <summary>Requests that were sent and have not come to an end.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>One more.</summary>
    public void Enter() => Interlocked.Increment(ref _open);

    /// <summary>One fewer.</summary>
    public void Leave() => Interlocked.Decrement(ref _open);
}
