using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What happens to agents' states without their doing. Each change is a compare-and-set in the transaction of what caused it; whoever has no
/// row has never used the console, and nothing happens to them.
/// </summary>
internal sealed class AgentShifts(IDbContextFactory<AutomatDb> contexts, HandoverOptions options, TimeProvider time)
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(2);

    /// <summary>What the end of an offer means for its agent; within the caller's transaction, which writes the offer first.</summary>
    public async Task AfterAsync(AutomatDb db, string agent, OfferEnd end, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ready = db.AgentStates.Where(row => row.Agent == agent && row.State == AgentStateName.Ready);
        DateTimeOffset? none = null, until = now + TimeSpan.FromSeconds(options.WrapUpSeconds);
        var changed = end switch
        {
            OfferEnd.Unanswered or OfferEnd.Voicemail => await ready.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, AgentStateName.Away).SetProperty(row => row.Reason, AgentStateName.Rona)
                    .SetProperty(row => row.Since, now).SetProperty(row => row.ShiftUntil, none),
                cancellationToken),
            OfferEnd.Talked when options.WrapUpSeconds > 0 => await ready.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, AgentStateName.WrapUp).SetProperty(row => row.Since, now).SetProperty(row => row.Until, until),
                cancellationToken),
            _ => 0,
        };
        if (changed > 0)
        {
            db.Feed.Add(new FeedRow { At = now, Kind = FeedKinds.Agent });
        }
    }

    /// <summary>Whether an agent may be offered a call at this instant; the answer holds until the transaction ends, on every instance.</summary>
    public static async Task<bool> HoldReadyAsync(AutomatDb db, string agent, CancellationToken cancellationToken)
        => await db.AgentStates.Where(row => row.Agent == agent && row.State == AgentStateName.Ready)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Since, row => row.Since), cancellationToken) == 1
            || !await db.AgentStates.AnyAsync(row => row.Agent == agent, cancellationToken);

    /// <summary>Writes down when the work after a talk was done; within the caller's transaction.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="wrapUp">The state that ends.</param>
    /// <param name="at">When it ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task NoteWrappedAsync(AutomatDb db, AgentStateRow wrapUp, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        // The offer ended a moment before the state that it caused.
        DateTimeOffset? since = wrapUp.Since - AMoment;
        await db.Offers.Where(offer => offer.Agent == wrapUp.Agent && offer.Result == nameof(OfferEnd.Talked) && offer.WrappedAt == null && offer.EndedAt >= since)
            .ExecuteUpdateAsync(set => set.SetProperty(offer => offer.WrappedAt, at), cancellationToken);
    }

    /// <summary>Ends what ends by the clock: wrap-ups and shifts.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.AgentStates.AnyAsync(row => row.Until <= now || row.ShiftUntil <= now, cancellationToken))
        {
            return;
        }

        DateTimeOffset? none = null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var row in await db.AgentStates.AsNoTracking()
            .Where(row => row.State == AgentStateName.WrapUp && (row.Until <= now || row.ShiftUntil <= now)).ToListAsync(cancellationToken))
        {
            await NoteWrappedAsync(db, row, row.Until <= row.ShiftUntil || row.ShiftUntil is null ? row.Until : row.ShiftUntil, cancellationToken);
        }

        var ended = await db.AgentStates.Where(row => row.ShiftUntil <= now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, AgentStateName.Away).SetProperty(row => row.Reason, AgentStateName.Shift)
                .SetProperty(row => row.Since, now).SetProperty(row => row.Until, none).SetProperty(row => row.ShiftUntil, none),
            cancellationToken);
        var ready = await db.AgentStates.Where(row => row.Until <= now && row.State == AgentStateName.WrapUp).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, AgentStateName.Ready).SetProperty(row => row.Since, now).SetProperty(row => row.Until, none),
            cancellationToken);
        if (ended + ready > 0)
        {
            db.Feed.Add(new FeedRow { At = now, Kind = FeedKinds.Agent });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
