using System.Collections.Concurrent;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Orders that the check of a PIN has read a moment ago, for the turn that it lets in: what was read before the verdict was saved need not be read
/// again after it. Handed out once, and never before a write.
/// </summary>
internal sealed class OrdersJustRead(TimeProvider time)
{
    // No turn takes longer. Whoever comes later is in another one, and reads the order as it has become.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (OrderSight Sight, long At)> _read = new(StringComparer.Ordinal);

    /// <summary>Remembers an order; all that nobody came for in time are forgotten.</summary>
    public void Keep(OrderSight sight)
    {
        foreach (var (id, read) in _read)
        {
            if (IsOld(read.At))
            {
                _read.TryRemove(KeyValuePair.Create(id, read));
            }
        }

        _read[sight.Row.Id] = (sight, time.GetTimestamp());
    }

    /// <summary>The order, if it was read just now; otherwise null: it has to be read.</summary>
    public OrderSight? Take(string orderId) => _read.TryRemove(orderId, out var read) && !IsOld(read.At) ? read.Sight : null;

    private bool IsOld(long at) => time.GetElapsedTime(at) >= Turn;
}
