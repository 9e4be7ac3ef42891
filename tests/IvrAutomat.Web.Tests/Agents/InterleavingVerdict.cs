using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>What must hold when all is calm again, in whichever order things have happened.</summary>
internal static class InterleavingVerdict
{
    /// <summary>What does not hold.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(
        InterleavingHouse house, IReadOnlyList<EdgeLeg> callers, IReadOnlySet<EdgeLeg> left, bool hasConsole)
    {
        var broken = new List<string>();
        await using var db = house.Open();
        void Check(bool holds, string what)
        {
            if (!holds)
            {
                broken.Add(what);
            }
        }

        var waits = await db.Transfers.AsNoTracking().ToListAsync();
        var offers = await db.Offers.AsNoTracking().ToListAsync();
        var cases = await db.Cases.AsNoTracking().ToListAsync();
        var callbacks = await db.Callbacks.AsNoTracking().ToListAsync();
        foreach (var wait in waits.Where(wait => wait.SettledAt is null))
        {
            // What a reader of the failure needs to find the way there.
            var own = string.Join("; ", offers.Where(offer => offer.TransferId == wait.Id).OrderBy(offer => offer.CreatedAt)
                .Select(offer => $"{offer.Agent} {offer.State} {offer.Result} due {offer.DueAt:T} attempts {offer.Attempts}"));
            Check(false, $"A wait is not settled: {wait.State} {wait.Outcome}, callback {wait.IsCallback}, offered {wait.OfferId is not null}, move {wait.MoveAt:T} ({wait.Moves}), deadline {wait.DeadlineAt:T}, now {house.Clock.GetUtcNow():T}; legs {string.Join(", ", house.Carrier.Legs.Where(leg => leg.State != EdgeState.Over).Select(leg => $"{leg.State} in {leg.Room ?? "no room"}"))}; offers {own}.");
        }

        Check(offers.TrueForAll(offer => offer.EndedAt is not null), "An agent is stuck in an offer.");
        foreach (var leg in house.Carrier.Legs.Where(leg => leg.State != EdgeState.Over))
        {
            var (offer, wait) = (offers.Find(each => each.Id == leg.Room?[2..]), waits.Find(each => each.CallId == leg.Sid || each.Leg == leg.Sid));
            wait ??= waits.Find(each => each.Id == offer?.TransferId);
            Check(false, $"A leg is still alive: {(leg.IsCaller ? "caller" : leg.IsAgent ? "agent" : "customer")} {leg.State}, in the room of an offer {offer?.State} {offer?.Result}, due {offer?.DueAt:T}, attempts {offer?.Attempts}, {(offer?.Leg == leg.Sid ? "its own leg" : offer?.Leg is null ? "leg not known" : "another leg")}, its wait {wait?.State} {wait?.Outcome}, callback {wait?.IsCallback}, settled {wait?.SettledAt:T}.");
        }

        Check(offers.GroupBy(offer => offer.TransferId).All(each => each.Count(offer => offer.Result == $"{OfferEnd.Talked}") <= 1), "A call was answered twice.");
        Check(callbacks.TrueForAll(callback => callback.TransferId is null && callback.Attempts <= 3), "A customer was called too often.");
        foreach (var caller in callers)
        {
            var owed = cases.Single(row => row.CallId == caller.Sid);
            var own = waits.Where(wait => wait.CallId == caller.Sid).ToList();
            var hasTalked = own.Exists(wait => wait.Outcome is TransferOutcome.Talked or TransferOutcome.Returned);
            Check(hasTalked == owed.ClosedAt is not null, "A case is open after a talk, or closed without one.");
            var isGone = left.Contains(caller) || own.TrueForAll(wait => wait.IsCallback);
            Check(hasTalked || isGone, "A caller was lost.");
            var isGivenUp = callbacks.Exists(callback => callback.CaseId == owed.Id && callback.NextAt is null);
            var comesLater = callbacks.Exists(callback => callback.CaseId == owed.Id && callback.NextAt > house.Clock.GetUtcNow());
            Check(hasTalked || !hasConsole || isGivenUp || comesLater, "A customer who is owed a call was not called.");
        }

        return broken;
    }
}
