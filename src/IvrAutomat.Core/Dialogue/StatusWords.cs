using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The status of an order in the words a person would use: one to three short sentences with day and place, no price
/// unless something is to be paid or comes back. A missing day or place makes the sentence shorter, never invented.
/// </summary>
internal static class StatusWords
{
    private static readonly PromptContract Packing = new("status.packing", ("ordered", SlotKind.Date), ("dispatch", SlotKind.Date), ("delivery", SlotKind.Date));
    private static readonly PromptContract Received = new("status.received", ("ordered", SlotKind.Date), ("dispatch", SlotKind.Date));
    private static readonly PromptContract Preparing = new("status.preparing", ("ordered", SlotKind.Date));
    private static readonly PromptContract PaymentFailed = new("status.payment-failed", ("ordered", SlotKind.Date));
    private static readonly PromptContract AwaitingTransfer = new("status.awaiting-transfer", ("ordered", SlotKind.Date));
    private static readonly PromptContract AwaitingConfirmation = new("status.awaiting-confirmation", ("ordered", SlotKind.Date), ("amount", SlotKind.Money));
    private static readonly PromptContract CashOnDelivery = new("status.cash-on-delivery", ("ordered", SlotKind.Date), ("dispatch", SlotKind.Date), ("amount", SlotKind.Money));
    private static readonly PromptContract ToPoint = new("status.on-the-way.point", ("arrival", SlotKind.Date), ("point", SlotKind.Place));
    private static readonly PromptContract ByCourier = new("status.on-the-way.courier", ("carrier", SlotKind.Name), ("arrival", SlotKind.Date));
    private static readonly PromptContract OnTheWay = new("status.on-the-way");
    private static readonly PromptContract OutForDelivery = new("status.out-for-delivery", ("carrier", SlotKind.Name));
    private static readonly PromptContract Attempted = new("status.attempted", ("attempt", SlotKind.Date), ("next", SlotKind.Date));
    private static readonly PromptContract AtPoint = new("status.at-point", ("point", SlotKind.Place), ("until", SlotKind.Date));
    private static readonly PromptContract Redirected = new("status.redirected", ("point", SlotKind.Place), ("until", SlotKind.Date));
    private static readonly PromptContract Returnable = new("status.delivered.returnable", ("delivered", SlotKind.Date), ("until", SlotKind.Date));
    private static readonly PromptContract Later = new("status.delivered.later", ("delivered", SlotKind.Date), ("until", SlotKind.Date));
    private static readonly PromptContract Company = new("status.delivered.company", ("delivered", SlotKind.Date));
    private static readonly PromptContract Delivered = new("status.delivered");
    private static readonly PromptContract ReturnOpen = new("status.return.open", ("noted", SlotKind.Date), ("until", SlotKind.Date));
    private static readonly PromptContract ComplaintOpen = new("status.complaint.open", ("made", SlotKind.Date), ("due", SlotKind.Date));
    private static readonly PromptContract Refunded = new("status.cancelled.refunded", ("cancelled", SlotKind.Date), ("amount", SlotKind.Money), ("refunded", SlotKind.Date), ("days", SlotKind.Number));
    private static readonly PromptContract Refunding = new("status.cancelled.refunding", ("cancelled", SlotKind.Date), ("amount", SlotKind.Money));
    private static readonly PromptContract Cancelled = new("status.cancelled", ("cancelled", SlotKind.Date));
    private static readonly PromptContract Returning = new("status.returning");
    private static readonly PromptContract Announced = new("status.parcel.announced");
    private static readonly PromptContract HandedOn = new("status.parcel.handed-on");
    private static readonly PromptContract Customs = new("status.parcel.customs");
    private static readonly PromptContract BoxFull = new("status.parcel.box-full");
    private static readonly PromptContract Tried = new("status.parcel.tried");
    private static readonly PromptContract Waiting = new("status.parcel.waiting");
    private static readonly PromptContract WaitingUntil = new("status.parcel.waiting-until", ("until", SlotKind.Date));
    private static readonly PromptContract GoingBack = new("status.parcel.going-back");
    private static readonly PromptContract RefusedBack = new("status.parcel.refused");
    private static readonly PromptContract BackAtTheShop = new("status.parcel.back");
    private static readonly PromptContract Custom = new("status.custom", ("ordered", SlotKind.Date));

    /// <summary>What is said about the order.</summary>
    public static Utterance Of(Order order, Facts facts)
    {
        var ordered = ("ordered", (SlotValue)new DateSlot(order.OrderedOn));
        return Staged(order) is { } told ? told.Say() : order.State switch
        {
            OrderState.AwaitingConfirmation => AwaitingConfirmation.Say(ordered, ("amount", new MoneySlot(order.Total))),
            OrderState.AwaitingTransfer => AwaitingTransfer.Say(ordered),
            OrderState.PaymentFailed => PaymentFailed.Say(ordered),
            OrderState.Received or OrderState.Packing => Undispatched(order, ordered),
            OrderState.OnTheWay => Moving(order),
            OrderState.OutForDelivery when order.Carrier is { } carrier => OutForDelivery.Say(("carrier", new NameSlot(carrier))),
            OrderState.Attempted when (order.AttemptedOn, order.ArrivalOn) is ({ } attempt, { } next)
                => Attempted.Say(("attempt", new DateSlot(attempt)), ("next", new DateSlot(next))),
            OrderState.Attempted => Tried.Say(),
            OrderState.OutForDelivery => OnTheWay.Say(),
            OrderState.AtPoint when (order.Point, order.PickUpUntil) is ({ } point, { } until)
                => WaitingAt(order, point, until),
            OrderState.AtPoint => order.PickUpUntil is { } last ? WaitingUntil.Say(("until", new DateSlot(last))) : Waiting.Say(),
            OrderState.Delivered => Arrived(order, facts),
            OrderState.Cancelled => CalledOff(order, facts),
            OrderState.Returning => Returning.Say(),
            _ => Custom.Say(ordered),
        };
    }

    // Whoever did not pick it up hears so by the state alone.
    private static PromptContract? Staged(Order order) => (order.State, order.Stage) switch
    {
        (OrderState.OnTheWay, ParcelStage.Announced) => Announced,
        (OrderState.OnTheWay, ParcelStage.HandedOn) => HandedOn,
        (OrderState.OnTheWay, ParcelStage.Customs) => Customs,
        (OrderState.Attempted, ParcelStage.BoxFull) => BoxFull,
        (OrderState.Returning, ParcelStage.Refused) => RefusedBack,
        (OrderState.Returning, ParcelStage.GoingBack) => GoingBack,
        (OrderState.Returning, ParcelStage.BackAtTheShop) => BackAtTheShop,
        _ => null,
    };

    private static Utterance Undispatched(Order order, (string, SlotValue) ordered)
    {
        if (order.DispatchOn is not { } dispatch)
        {
            return Preparing.Say(ordered);
        }

        var dispatched = ("dispatch", new DateSlot(dispatch));
        if (order is { Payment: PaymentMethod.CashOnDelivery, IsPaid: false })
        {
            return CashOnDelivery.Say(ordered, dispatched, ("amount", new MoneySlot(order.Total)));
        }

        return order is { State: OrderState.Packing, IsPaid: true, ArrivalOn: { } arrival }
            ? Packing.Say(ordered, dispatched, ("delivery", new DateSlot(arrival)))
            : Received.Say(ordered, dispatched);
    }

    // More time is mentioned only where the carrier would give it.
    private static Utterance WaitingAt(Order order, string point, DateOnly until)
    {
        var words = (order.IsRedirected ? Redirected : AtPoint).Say(("point", new PlaceSlot(point)), ("until", new DateSlot(until)));
        return order is { IsRedirected: false, ExtendableUntil: null } ? words.As(Variants.Short) : words;
    }

    private static Utterance Moving(Order order)
    {
        if (order.ArrivalOn is not { } day)
        {
            return OnTheWay.Say();
        }

        var arrival = ("arrival", new DateSlot(day));
        return (order.Point, order.Carrier) switch
        {
            ({ } point, _) => ToPoint.Say(arrival, ("point", new PlaceSlot(point))),
            (null, { } carrier) => ByCourier.Say(("carrier", new NameSlot(carrier)), arrival),
            _ => OnTheWay.Say(),
        };
    }

    private static Utterance Arrived(Order order, Facts facts)
    {
        if (order.Return is { } back)
        {
            return ReturnOpen.Say(("noted", new DateSlot(back.NotedOn)), ("until", new DateSlot(back.PostUntil)));
        }

        if (order.Complaint is { } complaint)
        {
            return ComplaintOpen.Say(("made", new DateSlot(complaint.MadeOn)), ("due", new DateSlot(complaint.Due)));
        }

        if (order.DeliveredOn is not { } delivered)
        {
            return Delivered.Say();
        }

        var since = ("delivered", new DateSlot(delivered));
        if (order.IsCompany)
        {
            return Company.Say(since);
        }

        var until = ("until", new DateSlot(Withdrawal.LastDay(delivered)));
        return Withdrawal.IsOpen(order, facts.Today) ? Returnable.Say(since, until) : Later.Say(since, until);
    }

    private static Utterance CalledOff(Order order, Facts facts)
    {
        var since = ("cancelled", new DateSlot(order.CancelledOn ?? facts.Today));
        if (!order.IsPaid)
        {
            return Cancelled.Say(since);
        }

        var amount = ("amount", new MoneySlot(order.Total));
        return order.RefundedOn is { } refunded
            ? Refunded.Say(since, amount, ("refunded", new DateSlot(refunded)), ("days", new NumberSlot(facts.Shop.RefundDays)))
            : Refunding.Say(since, amount);
    }
}
