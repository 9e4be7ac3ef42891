namespace IvrAutomat.Web.Shop;

/// <summary>Makes the demo shop slow or silent on purpose, to hear what callers then hear. Off unless set; other shops ignore it.</summary>
internal sealed class ShopFaults(TimeProvider time)
{
    private volatile bool _down;
    private long _slowTicks;
    private int _parked;
    private int _parkedInTurns;

    /// <summary>How long the shop takes to answer.</summary>
    public TimeSpan Slow
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _slowTicks));
        set => Interlocked.Exchange(ref _slowTicks, value.Ticks);
    }

    /// <summary>The shop does not answer at all.</summary>
    public bool Down
    {
        get => _down;
        set => _down = value;
    }

    /// <summary>How many requests of the ledger only wait for the slow shop: virtual time may pass while they do.</summary>
    public int Parked => Volatile.Read(ref _parked);

    /// <summary>How many queries of turns only wait for the slow shop.</summary>
    public int ParkedInTurns => Volatile.Read(ref _parkedInTurns);

    /// <summary>Takes as long as the shop takes.</summary>
    /// <param name="limit">How long the asker waits.</param>
    /// <param name="inLedger">True when a request asks, false when a turn does.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    /// <returns>False when the shop did not answer within the limit.</returns>
    public async ValueTask<bool> AnswersAsync(TimeSpan limit, bool inLedger, CancellationToken cancellationToken)
    {
        var slow = Slow;
        if (slow > TimeSpan.Zero)
        {
            Park(inLedger, 1);
            try
            {
                await Task.Delay(slow < limit ? slow : limit, time, cancellationToken);
            }
            finally
            {
                Park(inLedger, -1);
            }
        }

        return !Down && slow <= limit;
    }

    private void Park(bool inLedger, int change) => Interlocked.Add(ref inLedger ? ref _parked : ref _parkedInTurns, change);

    /// <summary>The shop answers at once again.</summary>
    public void Clear()
    {
        Slow = TimeSpan.Zero;
        Down = false;
    }
}
