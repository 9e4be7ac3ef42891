using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>What a change of an order comes to at Upgates.</summary>
/// <param name="Change">What is written; null when nothing is.</param>
/// <param name="Why">What it comes to when nothing is written; null when something is.</param>
internal sealed record EditPlan(UpgatesChange? Change, OutsideOutcome? Why)
{
    /// <summary>What the facts are once it is written.</summary>
    public Func<UpgatesFacts, UpgatesFacts> After { get; init; } = static facts => facts;

    /// <summary>It cannot be done by us.</summary>
    public static EditPlan ForPerson(string why) => new(Change: null, new OutsideOutcome.Hopeless(why));

    /// <summary>It cannot be decided just now.</summary>
    public static EditPlan Later(string why) => new(Change: null, new OutsideOutcome.NotDone(why));

    /// <summary>It is so already.</summary>
    public static EditPlan Nothing() => new(Change: null, new OutsideOutcome.Done());

    /// <summary>It cannot be done any more.</summary>
    public static EditPlan Refused(NotNow why) => new(Change: null, new OutsideOutcome.Refused(why));

    /// <summary>This is written.</summary>
    public static EditPlan Write(UpgatesChange change, Func<UpgatesFacts, UpgatesFacts> after) => new(change, Why: null) { After = after };
}

/// <summary>Plans changes: pure, from what is known of the order and of the shop.</summary>
internal static class EditPlanning
{
    // Upgates dates a change to the second and by its own clock.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>Calls the order off: the status is told by its type, for its number differs from shop to shop.</summary>
    public static EditPlan Cancel(UpgatesFacts facts, ShopStatuses statuses)
        => facts.Tracking is not null ? EditPlan.Refused(NotNow.Dispatched)
            : statuses.Of(ShopStatuses.Canceled) is not { } canceled ? EditPlan.ForPerson("no status of the type Canceled")
            : To(facts, canceled);

    /// <summary>Writes the former status back, if the order is as our cancellation left it.</summary>
    /// <param name="facts">The order, just read.</param>
    /// <param name="former">The order before it was cancelled.</param>
    /// <param name="formerStatus">Its status then; null when it is not known.</param>
    /// <param name="writtenAt">When we cancelled it; null when it was not us.</param>
    /// <param name="statuses">The shop's statuses.</param>
    public static EditPlan Restore(UpgatesFacts facts, Order former, string? formerStatus, DateTimeOffset? writtenAt, ShopStatuses statuses)
        => statuses.TypeOf(facts.StatusId) != ShopStatuses.Canceled || facts.Tracking is not null || (facts.PaidAt is not null) != former.IsPaid
                || facts.UpdatedAt > writtenAt + ClockDifference ? EditPlan.ForPerson("changed after it was cancelled")
            : statuses.Find(formerStatus) is not { } status || writtenAt is null ? EditPlan.ForPerson("the former status is not known")
            : To(facts, status);

    /// <summary>The customer confirmed it: it is as if it had just been taken in.</summary>
    public static EditPlan Confirm(UpgatesFacts facts, ShopStatuses statuses)
        => statuses.Of(ShopStatuses.Received) is { } received ? To(facts, received) : EditPlan.ForPerson("no status of the type Received");

    /// <summary>The money came. Without a status for that, the date says it.</summary>
    public static EditPlan Paid(UpgatesFacts facts, DateTimeOffset at, ShopStatuses statuses)
    {
        if (facts.PaidAt is not null)
        {
            return EditPlan.Refused(NotNow.Paid);
        }

        var status = statuses.Of(ShopStatuses.PaymentSuccessful);
        return EditPlan.Write(
            new UpgatesChange(facts.Number) { PaidAt = at, StatusId = status?.Id },
            now => In(now, status) with { PaidAt = at });
    }

    /// <summary>Pays in another way, at the price that the shop's list says.</summary>
    /// <param name="facts">The order.</param>
    /// <param name="method">The new way.</param>
    /// <param name="fee">What callers are told that paying on delivery costs.</param>
    /// <param name="payments">The shop's ways.</param>
    /// <param name="statuses">The shop's statuses.</param>
    public static EditPlan Pay(
        UpgatesFacts facts, PaymentMethod method, decimal fee, IReadOnlyCollection<ShopPayment> payments, ShopStatuses statuses)
    {
        if (facts.PaidAt is not null)
        {
            return EditPlan.Refused(NotNow.Paid);
        }

        if (facts.Tracking is not null)
        {
            return EditPlan.Refused(NotNow.Dispatched);
        }

        if (facts.Currency != UpgatesOrder.Crowns)
        {
            return EditPlan.ForPerson("another currency");
        }

        var type = method == PaymentMethod.CashOnDelivery ? "cashOnDelivery" : "command";
        if (payments.Where(each => each.Type == type).OrderByDescending(each => each.IsActive).FirstOrDefault() is not { IsPercentage: false } way
            || way.In(facts.Language) is not { } terms)
        {
            return EditPlan.ForPerson($"no usable payment of the type {type}");
        }

        var price = terms.FreeFrom is { } free && facts.Total >= free ? 0m : terms.Price;
        var whole = facts.PricesWithVat ? price : Math.Round(price * (1 + facts.Vat / 100), 2);
        if (method == PaymentMethod.CashOnDelivery && whole != fee && Math.Round(whole) != Math.Round(fee))
        {
            // The caller was told another amount than the shop would ask for.
            return EditPlan.ForPerson("Shop:CashFee is not what the shop asks for");
        }

        // An order whose payment failed waits for a new one; in the new way there is nothing to wait for.
        var status = statuses.TypeOf(facts.StatusId) is "PaymentFailed" or "PaymentCanceled" or "PaymentInProcess" ? statuses.Of(ShopStatuses.Received) : null;
        return EditPlan.Write(
            new UpgatesChange(facts.Number) { Payment = new PaymentTerms(way.Code, terms.Name, price, facts.Vat), StatusId = status?.Id },
            now => In(now, status) with
            {
                PaymentType = type,
                PaymentName = terms.Name,
                PaymentPrice = whole,
                Total = now.Total - now.PaymentPrice + whole,
            });
    }

    /// <summary>Why the point cannot be changed, whichever is wanted; null when it can.</summary>
    /// <param name="facts">The order.</param>
    /// <param name="order">The order as it reads: a status of the shop's own may say that the parcel has left.</param>
    /// <param name="pointId">The point that is wanted.</param>
    public static EditPlan? WhyNotPoint(UpgatesFacts facts, Order order, string pointId) => order.State switch
    {
        OrderState.Cancelled => EditPlan.Refused(NotNow.Cancelled),
        OrderState.Delivered => EditPlan.Refused(NotNow.Delivered),
        OrderState.Unknown => EditPlan.ForPerson("the status of the order has no meaning"),
        _ when facts.Tracking is not null || !OrderPolicy.IsUndispatched(order.State) => EditPlan.Refused(NotNow.Dispatched),
        _ when facts.PointId == pointId => EditPlan.Nothing(),
        _ when facts.ShipmentId is null || facts.ShipmentName is null => EditPlan.ForPerson("its way of delivery is not in the shop's list"),
        _ => null,
    };

    /// <summary>Has the parcel collected elsewhere; what the delivery costs stays.</summary>
    /// <param name="facts">The order, of which <see cref="WhyNotPoint"/> says nothing.</param>
    /// <param name="point">The point; null when the way of delivery has none such.</param>
    public static EditPlan PickUpPoint(UpgatesFacts facts, ShopPoint? point)
        => point is null || facts.ShipmentName is not { } name ? EditPlan.ForPerson("its way of delivery has no such point")
            : EditPlan.Write(
                new UpgatesChange(facts.Number) { Shipment = new ShipmentTerms(facts.ShipmentCode, name, facts.ShipmentPrice, facts.ShipmentVat, point) },
                now => now with { PointId = point.Id, Point = point.Name });

    /// <summary>Issues the invoice or makes it again: Upgates keeps one invoice for one order.</summary>
    public static EditPlan Invoice(UpgatesFacts facts, Order order, InvoicedCompany? company)
        => order.State == OrderState.Cancelled ? EditPlan.Refused(NotNow.Cancelled)
            : EditPlan.Write(
                new UpgatesChange(facts.Number) { Company = company, WantsInvoice = true },
                now => now with { IsCompany = now.IsCompany || company is not null });

    private static EditPlan To(UpgatesFacts facts, ShopStatus status)
        => EditPlan.Write(new UpgatesChange(facts.Number) { StatusId = status.Id }, now => In(now, status));

    private static UpgatesFacts In(UpgatesFacts facts, ShopStatus? status)
        => status is null ? facts : facts with { StatusId = status.Id, Status = status.Name };
}
