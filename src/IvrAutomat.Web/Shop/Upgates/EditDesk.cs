using System.Security.Cryptography;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Changes of orders that the shop's people ask for rather than a caller. They go the way of all writes: the order is read, the intent is
/// kept, and an answer that was lost is looked for before anything is sent again.
/// </summary>
internal sealed class EditDesk(
    UpgatesApi api, UpgatesShop shop, Mirror mirror, MirrorStore store, Contacts contacts, OutsideActs acts, ShopSettings settings, TimeProvider time)
{
    /// <summary>Before a change whose answer was lost is looked for.</summary>
    public static readonly TimeSpan LooksAfter = OutsideActs.SettlesIn + TimeSpan.FromSeconds(1);

    private const string Me = "desk";

    /// <summary>Makes a change, or says why not.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="edit">The change.</param>
    /// <param name="cancellationToken">Gives up with an exception; it may have been made.</param>
    public async Task<EditAnswer> PerformAsync(string number, OrderEdit edit, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var fetched = await api.OrderAsync(number, Urgency.Call, cancellationToken);
        if (fetched.Value is not { } page)
        {
            return EditAnswer.Not($"Nothing was changed: Upgates could not be asked ({fetched.Why}).");
        }

        if (page.Orders.FirstOrDefault(order => order.Facts.Number == number) is not { } order)
        {
            return EditAnswer.Not("Nothing was changed: Upgates has no order of this number.");
        }

        await store.StoreAsync([order], asOf, isFill: false, cancellationToken);
        if (await mirror.FindAsync(UpgatesOrder.IdOf(number), cancellationToken) is not { } sight)
        {
            return EditAnswer.Not("Nothing was changed: the order was deleted just now.");
        }

        var (row, _) = await mirror.ReadAsync(sight, cancellationToken);
        var live = LiveOf(row);
        var write = shop.Write(live, edit)!;
        var outcome = await acts.PerformAsync(live.Row.Id, live.Order, write, cancellationToken);
        if (outcome is OutsideOutcome.Unknown)
        {
            await Task.Delay(LooksAfter, time, cancellationToken);
            outcome = await acts.PerformAsync(live.Row.Id, live.Order, write, cancellationToken);
        }

        return AnswerTo(outcome);
    }

    // No call asked for it, so no request of the ledger stands behind it: only the act is kept.
    private LiveOrder LiveOf(OrderRow row)
    {
        var (id, now) = ($"{Me}-{RandomNumberGenerator.GetHexString(24, lowercase: true)}", time.GetUtcNow());
        var asked = new RequestRow { Id = id, IdempotencyKey = id, CallId = Me, OrderId = row.Id, Kind = Me, Body = "{}", State = RequestState.Running };
        return new LiveOrder(
            asked, OrderBook.OrderOf(row), Former: null, contacts.Read(row.Contact), new Dictionary<string, string>(StringComparer.Ordinal),
            HeldDetails.None, now, settings.DayOf(now));
    }

    private static EditAnswer AnswerTo(OutsideOutcome outcome) => outcome switch
    {
        OutsideOutcome.Done => new EditAnswer(IsDone: true, "Done: the order at Upgates says so."),
        OutsideOutcome.Refused refused => EditAnswer.Not($"Nothing was changed: {WordsOf(refused.Why)}."),
        OutsideOutcome.Hopeless hopeless => EditAnswer.Not($"It was not done: {hopeless.Why}."),
        OutsideOutcome.NotDone not => EditAnswer.Not($"Nothing was changed: Upgates does not answer just now ({not.Why}). Run the command again later."),
        _ => EditAnswer.Not(
            "It is not known whether it was done: the answer of Upgates was lost. Look at the order in its administration before you run the command again."),
    };

    private static string WordsOf(NotNow why) => why switch
    {
        NotNow.Dispatched => "the parcel is on its way",
        NotNow.Delivered => "the customer has the goods",
        NotNow.Cancelled => "the order is cancelled",
        NotNow.Changed => "somebody changed the order at this very moment; run the command again",
        _ => $"not possible now ({why})",
    };
}

/// <summary>What came of a change.</summary>
/// <param name="IsDone">The order is as it was wanted.</param>
/// <param name="Words">What was done or why not, without anything of the customer's.</param>
internal sealed record EditAnswer(bool IsDone, string Words)
{
    /// <summary>The order is not as it was wanted, or that is not known.</summary>
    public static EditAnswer Not(string words) => new(IsDone: false, words);
}
