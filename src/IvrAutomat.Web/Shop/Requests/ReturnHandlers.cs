using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Takes a withdrawal down. It holds from the call and is confirmed at once, whatever becomes of the way back.</summary>
internal sealed class NoteReturnHandler(OrderChanges changes, Letters letters) : OrderHandler<NoteReturn>(changes)
{
    // The time to send goods back, which the letter names (Civil Code, section 1831).
    private const int PostWithin = 14;

    /// <inheritdoc />
    protected override Change Decide(NoteReturn request, LiveOrder live)
    {
        if (RequestPolicy.WhyNotReturn(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        if (live.Order.Return is { } noted && Covers(noted, request))
        {
            return Change.Nothing(live);
        }

        // More goods of an order whose return runs already: they go the same way.
        var back = live.Order.Return is { } before
            ? before with { Items = request.Items.Count == 0 ? [] : [.. before.Items.Union(request.Items, StringComparer.Ordinal)] }
            : new GoodsReturn(live.Today, request.Items, live.Today.AddDays(PostWithin));
        var order = live.Order with { Return = back };
        return Change.To(order, letters.Return(order, back));
    }

    private static bool Covers(GoodsReturn noted, NoteReturn request)
        => noted.Items.Count == 0 || (request.Items.Count > 0 && request.Items.All(noted.Items.Contains));
}

/// <summary>
/// Arranges how the goods of a noted return come back. Another way replaces the one before, and what was ordered for that is called off.
/// </summary>
internal sealed class ArrangeReturnHandler(OrderChanges changes, Letters letters, ReturnWays ways) : OrderHandler<ArrangeReturn>(changes)
{
    /// <inheritdoc />
    protected override async Task<Change> DecideAsync(ArrangeReturn request, LiveOrder live, CancellationToken cancellationToken)
    {
        if (RequestPolicy.WhyNotArrange(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        var noted = live.Order.Return!;
        if (noted.Way == request.Way && noted.CourierOn == request.Day)
        {
            return Change.Nothing(live);
        }

        var arranged = await ways.ArrangeAsync(
            request, live,
            back =>
            {
                var order = live.Order with { Return = back };
                return Change.To(order, letters.ReturnWay(order, back));
            },
            cancellationToken);
        return request.Way == ReturnWay.Courier && noted.Way == ReturnWay.Courier ? arranged : ways.Leave(live, arranged);
    }
}

/// <summary>Takes a return back: the goods stay, and what was ordered for them is called off.</summary>
internal sealed class CancelReturnHandler(OrderChanges changes, Letters letters, ReturnWays ways) : OrderHandler<CancelReturn>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(CancelReturn request, LiveOrder live)
    {
        if (live.Order is { State: OrderState.Delivered, Return: null })
        {
            return Change.Nothing(live);
        }

        if (RequestPolicy.WhyNotArrange(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        var order = live.Order with { Return = null };
        return ways.Leave(live, Change.To(order, letters.ReturnCancelled(order)));
    }
}
