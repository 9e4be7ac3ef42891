using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Shop;

/// <summary>Makes the demo shop slow or silent on purpose, to hear what callers then hear. Off unless set; other shops ignore it.</summary>
internal sealed class ShopFaults(Activity activity, TimeProvider time)
{
    private volatile bool _down;
    private long _slowTicks;

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

    /// <summary>Takes as long as the shop takes.</summary>
    /// <param name="limit">How long the asker waits.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    /// <returns>False when the shop did not answer within the limit.</returns>
    public async ValueTask<bool> AnswersAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var slow = Slow;
        if (slow > TimeSpan.Zero)
        {
            await activity.RestAsync(slow < limit ? slow : limit, time, cancellationToken);
        }

        return !Down && slow <= limit;
    }

    /// <summary>The shop answers at once again.</summary>
    public void Clear()
    {
        Slow = TimeSpan.Zero;
        Down = false;
    }
}
