using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Writes changes of orders to Upgates: once each, on an order that is as it was when the change was decided, and said to be done only when
/// Upgates has said so.
/// </summary>
internal sealed class UpgatesWriter(
    UpgatesApi api, Mirror mirror, MirrorStore store, ShopLists lists, ShopRecords records, ShopSettings settings, TimeProvider time)
{
    /// <summary>See <see cref="OutsideWrite.SendAsync"/>.</summary>
    public async Task<OutsideOutcome> SendAsync(LiveOrder live, OrderEdit edit, string reference, CancellationToken cancellationToken)
    {
        if (await mirror.FindAsync(live.Order.Id, cancellationToken) is not { } sight)
        {
            return new OutsideOutcome.Hopeless("no such order");
        }

        var statuses = await lists.StatusesAsync(Urgency.Call, cancellationToken);
        var (_, now) = await mirror.ReadAsync(sight, cancellationToken);
        if (!IsAsDecided(live.Order, now.Order, edit))
        {
            return new OutsideOutcome.Refused(NotNow.Changed);
        }

        var plan = await PlanAsync(sight, now.Order, edit, statuses, cancellationToken);
        if (plan.Change is not { } change)
        {
            return plan.Why ?? new OutsideOutcome.Hopeless("no plan");
        }

        if (edit is OrderEdit.Cancel)
        {
            await store.RememberAsync(live.Order.Id, sight.Facts.StatusId, cancellationToken);
        }

        // Whoever gets no message from us gets the shop's own, which is about the order's status.
        var tells = live.Contact.Channel == Channel.None && edit is not (OrderEdit.PickUpPoint or OrderEdit.Invoice);
        var reply = await api.ChangeAsync(change with { SendEmail = tells }, cancellationToken);
        switch (reply.Fate)
        {
            case UpgatesFate.Answered:
                await store.WroteAsync(live.Order.Id, plan.After, cancellationToken);
                return edit is OrderEdit.Restore or OrderEdit.Invoice
                    ? await ReadAgainAsync(live, change, reference, edit, cancellationToken)
                    : await DoneAsync(live, edit, reference, cancellationToken);
            case UpgatesFate.NotDone:
                return new OutsideOutcome.NotDone(reply.Why);
            case UpgatesFate.Refused:
                return new OutsideOutcome.Hopeless(reply.Why);
            default:
                return new OutsideOutcome.Unknown(reply.Why);
        }
    }

    /// <summary>See <see cref="OutsideWrite.FindAsync"/>.</summary>
    public async Task<OutsideOutcome> FindAsync(LiveOrder live, OrderEdit edit, string reference, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var fetched = await api.OrderAsync(live.Order.Number, Urgency.Call, cancellationToken);
        if (fetched.Value is not { } page)
        {
            return new OutsideOutcome.NotDone(fetched.Why ?? "not read");
        }

        if (page.Orders.FirstOrDefault(order => order.Facts.Number == live.Order.Number) is not { } order)
        {
            return new OutsideOutcome.CannotTell();
        }

        var known = await mirror.FindAsync(live.Order.Id, cancellationToken);
        await store.StoreAsync([order], asOf, isFill: false, cancellationToken);
        var statuses = await lists.StatusesAsync(Urgency.Call, cancellationToken);
        var isDone = edit is OrderEdit.Invoice { Company: var company }
            ? IsInvoiced(live.Order, order, company)
            : IsDone(order.Facts, edit, known?.Known.FormerStatusId, statuses);
        if (isDone != true)
        {
            return isDone is null ? new OutsideOutcome.CannotTell() : new OutsideOutcome.Absent();
        }

        await store.WroteAsync(live.Order.Id, static facts => facts, cancellationToken);
        return await DoneAsync(live, edit, reference, cancellationToken);
    }

    private async Task<EditPlan> PlanAsync(
        MirrorSight sight, Order now, OrderEdit edit, ShopStatuses statuses, CancellationToken cancellationToken) => edit switch
        {
            OrderEdit.Cancel => EditPlanning.Cancel(sight.Facts, statuses),
            OrderEdit.Restore restore => EditPlanning.Restore(
                sight.Facts, restore.Former, sight.Known.FormerStatusId, sight.Known.WrittenAt, statuses),
            OrderEdit.Pay pay => EditPlanning.Pay(
                sight.Facts, pay.Method, settings.Profile.CashFee, await lists.PaymentsAsync(Urgency.Call, cancellationToken), statuses),
            OrderEdit.Confirm => EditPlanning.Confirm(sight.Facts, statuses),
            OrderEdit.Paid paid => EditPlanning.Paid(sight.Facts, paid.At, statuses),
            OrderEdit.PickUpPoint wanted => await PlanPointAsync(sight.Facts, now, wanted.PointId, cancellationToken),
            OrderEdit.Invoice invoice => EditPlanning.Invoice(sight.Facts, now, invoice.Company),
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit.GetType().Name, "Upgates does not know this change."),
        };

    private async Task<EditPlan> PlanPointAsync(UpgatesFacts facts, Order now, string pointId, CancellationToken cancellationToken)
    {
        if (EditPlanning.WhyNotPoint(facts, now, pointId) is { } not)
        {
            return not;
        }

        var fetched = await api.PointAsync(facts.ShipmentId!, pointId, cancellationToken);
        return fetched.Value is { } found ? EditPlanning.PickUpPoint(facts, found.FirstOrDefault()) : EditPlan.Later(fetched.Why ?? "not read");
    }

    private static bool IsDone(UpgatesFacts facts, OrderEdit edit, string? formerStatus, ShopStatuses statuses) => edit switch
    {
        OrderEdit.Cancel => statuses.TypeOf(facts.StatusId) == ShopStatuses.Canceled,
        OrderEdit.Restore => formerStatus is not null && facts.StatusId == formerStatus,
        OrderEdit.Pay pay => OrderReading.MethodOf(facts) == pay.Method,
        OrderEdit.Confirm => statuses.TypeOf(facts.StatusId) == ShopStatuses.Received,
        OrderEdit.Paid => facts.PaidAt is not null,
        OrderEdit.PickUpPoint wanted => facts.PointId == wanted.PointId,
        _ => false,
    };

    // Null: an invoice that was there before does not tell whether it was made again, unless the company came to the order with it.
    private static bool? IsInvoiced(Order before, UpgatesOrder order, InvoicedCompany? company)
        => order.Facts.Invoice is null || (company is not null && order.CompanyNumber != company.Number) ? false
            : !before.HasInvoice || (company is not null && !before.IsCompany) ? true
            : null;

    // What it was decided on: where the parcel is by now is the carrier's to tell, and does not count here.
    private static bool IsAsDecided(Order decided, Order now, OrderEdit edit)
        => OrderPolicy.IsUndispatched(decided.State) == OrderPolicy.IsUndispatched(now.State)
            && decided.State == OrderState.Cancelled == (now.State == OrderState.Cancelled)
            && decided.IsPaid == now.IsPaid && decided.Payment == now.Payment
            && (edit is not OrderEdit.PickUpPoint || decided.Point == now.Point);

    // A status that was written back may have been refused by the shop's own rules without a word, and so may an invoice, whose number only
    // the order tells.
    private async Task<OutsideOutcome> ReadAgainAsync(
        LiveOrder live, UpgatesChange change, string reference, OrderEdit edit, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var fetched = await api.OrderAsync(live.Order.Number, Urgency.Call, cancellationToken);
        if (fetched.Value?.Orders.FirstOrDefault(order => order.Facts.Number == live.Order.Number) is not { } order)
        {
            return new OutsideOutcome.Unknown("not read again");
        }

        if (change.WantsInvoice)
        {
            await store.StoreAsync([order], asOf, isFill: false, cancellationToken);
            return order.Facts.Invoice is not null
                ? await DoneAsync(live, edit, reference, cancellationToken)
                : new OutsideOutcome.Hopeless("the shop issued no invoice");
        }

        return order.Facts.StatusId == change.StatusId
            ? await DoneAsync(live, edit, reference, cancellationToken)
            : new OutsideOutcome.Hopeless("another status than was written");
    }

    private async Task<OutsideOutcome> DoneAsync(LiveOrder live, OrderEdit edit, string reference, CancellationToken cancellationToken)
    {
        await records.AddAsync(reference, live.Order.Number, RecordWords.Of(edit), cancellationToken);
        return new OutsideOutcome.Done();
    }
}
