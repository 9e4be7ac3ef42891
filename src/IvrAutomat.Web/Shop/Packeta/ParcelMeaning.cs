using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>What a parcel's state makes of its order. The shop's own state stays wherever Zásilkovna knows no better.</summary>
internal static class ParcelMeaning
{
    /// <summary>A stay is made longer so often by phone; whoever wants more talks to a person.</summary>
    private const int MostExtensions = 2;

    /// <summary>The order with its parcel.</summary>
    /// <param name="order">The order as its shop has it, with the point where the parcel is.</param>
    /// <param name="state">What Zásilkovna says.</param>
    /// <param name="today">The shop's day.</param>
    /// <param name="extendDays">By how many days a stay is offered to be made longer.</param>
    /// <param name="extended">How often that was done.</param>
    public static Order Of(Order order, ParcelState state, DateOnly today, int extendDays, int extended) => state switch
    {
        { Code: 21 or 22 or 26 or 27 } => Moved(order, OrderState.OnTheWay) with { OwnFault = OwnFault.ParcelTrouble },
        { Code: ParcelState.Delivered } => Moved(order, OrderState.Delivered) with { DeliveredOn = state.Day ?? order.DeliveredOn },
        { Code: 20 } => Moved(order, OrderState.Returning) with { Stage = ParcelStage.Uncollected },
        { Code: 17 or 18 } => Moved(order, OrderState.Returning) with { Stage = ParcelStage.Refused },
        { Code: 10 } => Moved(order, OrderState.Returning) with { Stage = ParcelStage.BackAtTheShop },
        { Code: 9 or 19 } or { IsReturning: true, Code: not (1 or 11 or 15) } => Moved(order, OrderState.Returning) with { Stage = ParcelStage.GoingBack },
        { Code: ParcelState.AtPoint } => Moved(order, OrderState.AtPoint) with
        {
            PickUpUntil = state.StoredUntil ?? order.PickUpUntil,
            ExtendableUntil = MayStay(state, today) && extended < MostExtensions ? state.StoredUntil?.AddDays(extendDays) : null,
        },
        { Code: 16 or 25 } => Moved(order, OrderState.Attempted) with { AttemptedOn = state.Day, ArrivalOn = Coming(order, today) },
        { Code: 23 } => Moved(order, OrderState.Attempted) with { Stage = ParcelStage.BoxFull, AttemptedOn = state.Day, ArrivalOn = null },
        { Code: 2 or 3 or 4 or 12 or 28 or 29 or 30 or 31 } => Moved(order, OrderState.OnTheWay) with { ArrivalOn = Coming(order, today) },
        { Code: 6 } => Moved(order, OrderState.OnTheWay) with { Stage = ParcelStage.HandedOn, ArrivalOn = Coming(order, today) },
        { Code: 14 } => Moved(order, OrderState.OnTheWay) with { Stage = ParcelStage.Customs, ArrivalOn = null },

        // The goods may still be at the shop, but what its status says of them holds: nothing more is offered than that allows.
        { Code: 1 } => order with { Stage = OrderPolicy.IsUndispatched(order.State) ? null : ParcelStage.Announced },
        { Code: 11 or 15 } => order,
        _ => Moved(order, OrderState.Unknown),
    };

    // A day that has passed is no news.
    private static DateOnly? Coming(Order order, DateOnly today) => order.ArrivalOn >= today ? order.ArrivalOn : null;

    // Other carriers' points have rules of their own.
    private static bool MayStay(ParcelState state, DateOnly today) => !state.IsElsewhere && state.StoredUntil >= today;

    private static Order Moved(Order order, OrderState state) => order with
    {
        State = state,

        // Whatever was late or sold out has left by now.
        OwnFault = null,
        Stage = null,
    };
}
