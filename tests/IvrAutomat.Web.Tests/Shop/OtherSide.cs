using System.Collections.Concurrent;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>The outer edge: a system elsewhere, reduced to what it has done and what it says about it.</summary>
internal sealed class OtherSide
{
    private readonly ConcurrentQueue<string> _performed = new();
    private int _looks;

    /// <summary>The references of all writes that were performed, in their order.</summary>
    public IReadOnlyList<string> Performed => [.. _performed];

    /// <summary>How often it was asked whether it had performed a write.</summary>
    public int Looks => _looks;

    /// <summary>What the next writes come to; when it is empty they are done and say so.</summary>
    public ConcurrentQueue<Answer> Answers { get; } = new();

    /// <summary>It cannot be asked what it did.</summary>
    public bool IsMute { get; set; }

    public OutsideOutcome Send(string reference)
    {
        var answer = Answers.TryDequeue(out var next) ? next : Answer.Done;
        if (answer is Answer.Done or Answer.LostAfterwards)
        {
            _performed.Enqueue(reference);
        }

        return answer switch
        {
            Answer.Done => new OutsideOutcome.Done("done"),
            Answer.Refused => new OutsideOutcome.Refused(Orders.NotNow.Dispatched),
            Answer.Busy => new OutsideOutcome.NotDone("HTTP 429"),
            Answer.LoginRefused => new OutsideOutcome.Hopeless("HTTP 401"),
            _ => new OutsideOutcome.Unknown("TimedOut"),
        };
    }

    public OutsideOutcome Find(string reference)
    {
        Interlocked.Increment(ref _looks);
        return IsMute ? new OutsideOutcome.CannotTell()
            : _performed.Contains(reference) ? new OutsideOutcome.Done("found")
            : new OutsideOutcome.Absent();
    }

    /// <summary>How a write goes.</summary>
    internal enum Answer
    {
        Done,
        LostBefore,
        LostAfterwards,
        Refused,
        Busy,
        LoginRefused,
    }
}

/// <summary>A write to it.</summary>
internal sealed class WriteElsewhere(OtherSide side) : OutsideWrite
{
    public override string System => "Elsewhere";

    public override string Kind => "write";

    public override Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken) => Task.FromResult(side.Send(reference));

    public override Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken) => Task.FromResult(side.Find(reference));
}

/// <summary>A shop whose orders are mirrored here and written there.</summary>
internal sealed class ShopElsewhere(OwnShop mirror, OtherSide side) : IShopSystem
{
    public Task<OrderSight?> ReadAsync(string orderId, CancellationToken cancellationToken) => mirror.ReadAsync(orderId, cancellationToken);

    public Task<OrderRow?> ReadLiveAsync(string orderId, CancellationToken cancellationToken) => mirror.ReadLiveAsync(orderId, cancellationToken);

    public OutsideWrite? Write(LiveOrder live, OrderEdit edit) => new WriteElsewhere(side);
}
