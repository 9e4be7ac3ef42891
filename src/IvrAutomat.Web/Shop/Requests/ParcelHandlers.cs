using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Packeta;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Sends the link on which a parcel can be followed.</summary>
internal sealed class SendTrackingHandler(OrderChanges changes, Letters letters) : OrderHandler<SendTracking>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(SendTracking request, LiveOrder live)
        => RequestPolicy.WhyNotTrack(live.Order) is { } why ? Change.Refuse(why)
            : TrackingLink.Of(live.Order, live.Numbers) is { } link ? Change.To(live.Order, letters.Tracking(live.Order, link))
            : Change.Refuse(NotNow.Changed);
}

/// <summary>Keeps a parcel longer at its pick-up point, at most as long as the carrier allows. The day that the carrier then tells is told.</summary>
internal sealed class ExtendStorageHandler(OrderChanges changes, Letters letters, SystemsNow systems, PacketaClient packeta)
    : OrderHandler<ExtendStorage>(changes)
{
    /// <inheritdoc />
    protected override Change Decide(ExtendStorage request, LiveOrder live)
    {
        if (live.Order is { State: OrderState.AtPoint, PickUpUntil: { } until } && until >= request.Until)
        {
            return Change.Nothing(live);
        }

        if (RequestPolicy.WhyNotExtend(live.Order) is { } why)
        {
            return Change.Refuse(why);
        }

        if (!systems().Packeta.IsSet || !ParcelSight.IsCarriedBy(live.Order.Carrier))
        {
            return Extended(live, request.Until < live.Order.ExtendableUntil ? request.Until : live.Order.ExtendableUntil!.Value);
        }

        return ParcelSight.ParcelOf(live.Order, live.Numbers) is not { } parcel ? Change.Refuse(NotNow.Changed)
            : new Change.Outside(new KeepParcel(packeta, parcel, request.Until), result => Extended(live, KeepParcel.DayOf(result)) with
            {
                Also = (db, stop) => ParcelSight.ExtendedAsync(db, parcel, KeepParcel.DayOf(result), stop),
            });
    }

    private Change.Done Extended(LiveOrder live, DateOnly granted) => Change.To(
        live.Order with { PickUpUntil = granted, ExtendableUntil = null },
        letters.Extended(live.Numbers.GetValueOrDefault(OrderNumberKind.Parcel, live.Order.Number), granted));
}

/// <summary>Where carriers show a parcel.</summary>
internal static class TrackingLink
{
    /// <summary>The carrier's page for the order's parcel; null when the carrier or its number is not known.</summary>
    public static string? Of(Order order, IReadOnlyDictionary<string, string> numbers)
        => !numbers.TryGetValue(OrderNumberKind.Parcel, out var parcel) ? null : order.Carrier switch
        {
            { } carrier when ParcelSight.IsCarriedBy(carrier) => $"https://tracking.packeta.com/cs/?id=Z{parcel}",
            "PPL" => $"https://www.ppl.cz/vyhledat-zasilku?shipmentId={parcel}",
            _ => null,
        };
}
