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
        if (!IsAsDecided(live.Order, now.Order))
        {
            return new OutsideOutcome.Refused(NotNow.Changed);
        }

        var plan = await PlanAsync(sight, edit, statuses, cancellationToken);
        if (plan.Change is not { } change)
        {
            return plan.Why ?? new OutsideOutcome.Hopeless("no plan");
        }

        if (edit is OrderEdit.Cancel)
        {
            await store.RememberAsync(live.Order.Id, sight.Facts.StatusId, cancellationToken);
        }

        // Whoever gets no message from us gets the shop's own.
        var reply = await api.ChangeAsync(change with { SendEmail = live.Contact.Channel == Channel.None }, cancellationToken);
        switch (reply.Fate)
        {
            case UpgatesFate.Answered:
                await store.WroteAsync(live.Order.Id, plan.After, cancellationToken);
                return edit is OrderEdit.Restore
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
        if (!IsDone(order.Facts, edit, known?.Known.FormerStatusId, statuses))
        {
            return new OutsideOutcome.Absent();
        }

        await store.WroteAsync(live.Order.Id, static facts => facts, cancellationToken);
        return await DoneAsync(live, edit, reference, cancellationToken);
    }

    private async Task<EditPlan> PlanAsync(MirrorSight sight, OrderEdit edit, ShopStatuses statuses, CancellationToken cancellationToken) => edit switch
    {
        OrderEdit.Cancel => EditPlanning.Cancel(sight.Facts, statuses),
        OrderEdit.Restore restore => EditPlanning.Restore(
            sight.Facts, restore.Former, sight.Known.FormerStatusId, sight.Known.WrittenAt, statuses),
        OrderEdit.Pay pay => EditPlanning.Pay(
            sight.Facts, pay.Method, settings.Profile.CashFee, await lists.PaymentsAsync(Urgency.Call, cancellationToken), statuses),
        OrderEdit.Confirm => EditPlanning.Confirm(sight.Facts, statuses),
        OrderEdit.Paid paid => EditPlanning.Paid(sight.Facts, paid.At, statuses),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit.GetType().Name, "Upgates does not know this change."),
    };

    private static bool IsDone(UpgatesFacts facts, OrderEdit edit, string? formerStatus, ShopStatuses statuses) => edit switch
    {
        OrderEdit.Cancel => statuses.TypeOf(facts.StatusId) == ShopStatuses.Canceled,
        OrderEdit.Restore => formerStatus is not null && facts.StatusId == formerStatus,
        OrderEdit.Pay pay => OrderReading.MethodOf(facts) == pay.Method,
        OrderEdit.Confirm => statuses.TypeOf(facts.StatusId) == ShopStatuses.Received,
        OrderEdit.Paid => facts.PaidAt is not null,
        _ => false,
    };

    // What it was decided on: where the parcel is by now is the carrier's to tell, and does not count here.
    private static bool IsAsDecided(Order decided, Order now)
        => OrderPolicy.IsUndispatched(decided.State) == OrderPolicy.IsUndispatched(now.State)
            && decided.State == OrderState.Cancelled == (now.State == OrderState.Cancelled)
            && decided.IsPaid == now.IsPaid && decided.Payment == now.Payment;

    // A status that was written back may have been refused by the shop's own rules without a word.
    private async Task<OutsideOutcome> ReadAgainAsync(
        LiveOrder live, UpgatesChange change, string reference, OrderEdit edit, CancellationToken cancellationToken)
    {
        var fetched = await api.OrderAsync(live.Order.Number, Urgency.Call, cancellationToken);
        if (fetched.Value?.Orders.FirstOrDefault(order => order.Facts.Number == live.Order.Number) is not { } order)
        {
            return new OutsideOutcome.Unknown("not read again");
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
