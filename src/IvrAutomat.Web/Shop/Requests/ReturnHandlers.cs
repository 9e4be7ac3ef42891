using System.Security.Cryptography;
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

/// <summary>Arranges how the goods of a noted return come back. Another way replaces the one before.</summary>
internal sealed class ArrangeReturnHandler(OrderChanges changes, Letters letters, ShopSettings settings) : OrderHandler<ArrangeReturn>(changes)
{
    // As long as the codes that the carrier issues; they begin with no zero, which is lost in reading aloud.
    private const int FirstCode = 10_000_000;

    /// <inheritdoc />
    protected override Change Decide(ArrangeReturn request, LiveOrder live)
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

        if (Arranged(request, live, noted) is not { } back)
        {
            return Change.Refuse(NotNow.Changed);
        }

        var order = live.Order with { Return = back };
        return Change.To(order, letters.ReturnWay(order, back));
    }

    private GoodsReturn? Arranged(ArrangeReturn request, LiveOrder live, GoodsReturn noted) => request switch
    {
        { Way: ReturnWay.Courier, Day: { } day } => live.Order.HasAddress && Courier.Days(live.Today, settings).Contains(day)
            ? noted with { Way = ReturnWay.Courier, CourierOn = day, Code = null }
            : null,
        { Way: ReturnWay.Packeta } => noted with
        {
            Way = ReturnWay.Packeta,
            CourierOn = null,
            Code = $"{RandomNumberGenerator.GetInt32(FirstCode, FirstCode * 10)}",
        },
        { Way: ReturnWay.Own } => noted with { Way = ReturnWay.Own, CourierOn = null, Code = null },
        _ => null,
    };
}

/// <summary>Takes a return back: the goods stay.</summary>
internal sealed class CancelReturnHandler(OrderChanges changes, Letters letters) : OrderHandler<CancelReturn>(changes)
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
        return Change.To(order, letters.ReturnCancelled(order));
    }
}
