using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Makes the order of a conversation from what Upgates says, what the automat itself noted about it, the meanings of the shop's statuses and
/// the day. It is made again whenever it is read, because three of these four change without Upgates.
/// </summary>
internal sealed class OrderReading(ShopSettings settings, StatusFile meanings)
{
    // Somebody who has just ordered is still at the gateway.
    private static readonly TimeSpan PayingTakes = TimeSpan.FromMinutes(30);

    /// <summary>The order.</summary>
    /// <param name="facts">What Upgates says.</param>
    /// <param name="contact">How the customer can be reached, as far as the automat can write there.</param>
    /// <param name="kept">The order as it was read before, with what the automat noted; null when it is new.</param>
    /// <param name="statuses">The shop's statuses.</param>
    /// <param name="now">The instant.</param>
    public ReadOrderOf Read(UpgatesFacts facts, Contact contact, Order? kept, ShopStatuses statuses, DateTimeOffset now)
    {
        var today = settings.DayOf(now);
        var type = statuses.TypeOf(facts.StatusId);
        var meaning = type == ShopStatuses.Custom ? meanings.Now.Of(facts.StatusId, facts.Status) : null;
        var state = type == ShopStatuses.Custom && meaning is null ? OrderState.Unknown : StateOf(type, meaning, facts, now);
        var isPaid = facts.PaidAt is not null || type is ShopStatuses.PaymentSuccessful or "HomecreditPaid";
        var isMapped = state != OrderState.Unknown;
        if (!isPaid && facts.Currency != UpgatesOrder.Crowns && OrderPolicy.IsUndispatched(state))
        {
            // An amount in another currency cannot be told, asked for or compared: a person does.
            state = OrderState.Unknown;
        }

        var order = new Order
        {
            Id = UpgatesOrder.IdOf(facts.Number),
            Number = facts.Number,
            State = state,
            OrderedOn = settings.DayOf(facts.CreatedAt ?? facts.UpdatedAt ?? now),
            Total = facts.Currency == UpgatesOrder.Crowns ? facts.Total : Math.Round(facts.Total / facts.Rate, 2),
            Payment = MethodOf(facts),
            IsPaid = isPaid,
            PaidOn = facts.PaidAt is { } paid ? settings.DayOf(paid) : null,
            ShopStatus = facts.Status,
            DispatchMoves = facts.DispatchMoves,
            IsCompany = facts.IsCompany,
            HasInvoice = facts.Invoice is not null,
            Contact = contact.Channel,
            HasEmail = contact.Email is not null,
            HasAddress = contact.Address is not null,
            Carrier = CarrierOf(facts),
            Point = facts.Point,
            Items = [.. facts.Items.Select(item => new OrderItem(item.Id, item.Name))],
            DispatchOn = OrderPolicy.IsUndispatched(state) ? facts.DispatchOn ?? Still(kept, today) : null,
            DeliveredOn = state == OrderState.Delivered ? SinceDay(facts) : null,
            Return = kept?.Return,
            Complaint = kept?.Complaint,
        };
        order = WithKept(order, kept, facts, today);
        var fault = OwnFaultRule.Find(
            order, meaning switch { StatusMeaning.Late => OwnFault.Postponed, StatusMeaning.SoldOut => OwnFault.SoldOut, _ => null }, today,
            from => settings.WorkingDay(from, settings.DispatchWithin));
        return new ReadOrderOf(order with { OwnFault = fault?.Fault, FaultReason = fault?.Reason }, isMapped);
    }

    // What was noted by phone holds as long as the shop's own system does not say otherwise.
    private Order WithKept(Order order, Order? kept, UpgatesFacts facts, DateOnly today) => order.State == OrderState.Cancelled
        ? kept is { State: OrderState.Cancelled }
            ? order with { CancelledOn = kept.CancelledOn, CancelledAt = kept.CancelledAt, RestorableUntil = kept.RestorableUntil, RefundedOn = kept.RefundedOn }
            : order with { CancelledOn = SinceDay(facts) }
        : order with { LinkUntil = !order.IsPaid && kept?.LinkUntil >= today ? kept.LinkUntil : null };

    private static DateOnly? Still(Order? kept, DateOnly today)
        => kept is { DispatchOn: { } told } && OrderPolicy.IsUndispatched(kept.State) && told >= today ? told : null;

    private DateOnly? SinceDay(UpgatesFacts facts) => facts.StatusSince is { } since ? settings.DayOf(since) : null;

    private static OrderState StateOf(string type, StatusMeaning? meaning, UpgatesFacts facts, DateTimeOffset now) => (type, meaning) switch
    {
        (ShopStatuses.Canceled or "HomecreditCanceled", _) or (_, StatusMeaning.Cancelled) => OrderState.Cancelled,
        ("Sent" or "HomecreditSent", _) or (_, StatusMeaning.Sent) => OrderState.OnTheWay,
        ("HomecreditDelivered", _) or (_, StatusMeaning.Delivered) => OrderState.Delivered,
        (_, StatusMeaning.OutForDelivery) => OrderState.OutForDelivery,
        (_, StatusMeaning.AtPoint) => OrderState.AtPoint,
        (_, StatusMeaning.Returning) => OrderState.Returning,

        // The carrier has the parcel, or will within hours: nothing about the order can be changed by phone any more.
        _ when facts.Tracking is not null => OrderState.OnTheWay,
        ("HomecreditRejected", _) or (_, StatusMeaning.PaymentFailed) => OrderState.PaymentFailed,
        ("PaymentFailed" or "PaymentCanceled", _) or (_, StatusMeaning.AwaitingPayment) => Unpaid(facts, OrderState.PaymentFailed),
        ("PaymentInProcess", _) => Unpaid(facts, OrderState.Received),
        (_, StatusMeaning.AwaitingConfirmation) => OrderState.AwaitingConfirmation,
        (_, StatusMeaning.Packing) => OrderState.Packing,
        (_, StatusMeaning.Late or StatusMeaning.SoldOut) => OrderState.Received,
        (ShopStatuses.Received or "Unresolved", _) or (_, StatusMeaning.Received or StatusMeaning.NotDispatched)
            => Unpaid(facts, now - facts.CreatedAt < PayingTakes ? OrderState.Received : OrderState.PaymentFailed),
        (ShopStatuses.PaymentSuccessful or "HomecreditProcessing" or "HomecreditApproved" or "HomecreditReadyToShip" or "HomecreditPaid", _)
            => OrderState.Received,
        _ => OrderState.Unknown,
    };

    private static OrderState Unpaid(UpgatesFacts facts, OrderState byCard) => facts.PaidAt is not null ? OrderState.Received : MethodOf(facts) switch
    {
        PaymentMethod.CashOnDelivery => OrderState.Received,
        PaymentMethod.Transfer => OrderState.AwaitingTransfer,
        _ => byCard,
    };

    /// <summary>The way of payment by its type; the shop's own ways are told by their names.</summary>
    public static PaymentMethod MethodOf(UpgatesFacts facts) => facts.PaymentType switch
    {
        "cashOnDelivery" or "cash" or "cashOnCashRegister" or "cardOnCashRegister" => PaymentMethod.CashOnDelivery,
        "command" => PaymentMethod.Transfer,
        null or "custom" when Says(facts, "dobír", "hotov") => PaymentMethod.CashOnDelivery,
        null or "custom" when Says(facts, "převod", "prevod", "fakt") => PaymentMethod.Transfer,
        _ => PaymentMethod.Card,
    };

    private static bool Says(UpgatesFacts facts, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (facts.PaymentName?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static string? CarrierOf(UpgatesFacts facts) => facts.ShipmentType switch
    {
        "zasilkovna" => "Zásilkovna",
        "ceskaPosta" => "Česká pošta",
        "slovenskaPosta" => "Slovenská pošta",
        "dpd" => "DPD",
        "ppl" => "PPL",
        "gls" => "GLS",
        "wedo" or "ulozenka" => "WEDO",
        _ => facts.ShipmentName,
    };
}

/// <summary>An order as it was read.</summary>
/// <param name="Order">The order.</param>
/// <param name="IsMapped">Its status has a meaning.</param>
internal sealed record ReadOrderOf(Order Order, bool IsMapped);
