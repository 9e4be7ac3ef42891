using IvrAutomat.Calls;
using IvrAutomat.Queue;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>Where a caller stands in the queue, by our own order and not by the carrier's.</summary>
internal sealed class WaitingPlace(IDbContextFactory<AutomatDb> contexts, Secrets secrets, TimeProvider time)
{
    /// <summary>What there is to say to a caller who waits: how many stand before, and how long it may take.</summary>
    public async Task<StillWaiting> OfAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Handover?.Waiting is not { } wait)
        {
            return new StillWaiting(0);
        }

        var (now, id) = (time.GetUtcNow(), WaitChange.NameOf(secrets, call.Id, wait.JoinedAt));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Transfers.Where(row => row.SettledAt == null && row.State == TransferState.Waiting)
            .Select(row => new { row.Id, row.WaitingSince, IsOurFault = db.Cases.Any(each => each.Number == row.CaseNumber && each.Kind == Matter.OwnFault) })
            .ToListAsync(cancellationToken);
        QueuePlace[] places = [.. rows.Select(row => new QueuePlace(row.Id, row.WaitingSince, row.IsOurFault))];
        var own = places.FirstOrDefault(place => place.Id == id, new QueuePlace(id, wait.Since, IsOurFault: false));
        var since = now - WaitForecast.Memory;
        var taken = await db.Transfers.Where(row => row.TakenAt >= since && row.TakenAt <= now && row.CallbackCase == null)
            .Select(row => new { row.WaitingSince, row.TakenAt }).ToListAsync(cancellationToken);
        return new StillWaiting(Offering.Ahead(places, own))
        {
            Forecast = WaitForecast.Of(taken.Select(row => row.TakenAt!.Value - row.WaitingSince), now - wait.Since),
        };
    }
}
