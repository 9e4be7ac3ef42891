using System.Collections.Immutable;
using System.Security.Cryptography;
using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// Makes and ends offers. Each is a row before a phone rings. Whoever writes both tables writes the offer first, so that two who meet wait
/// for each other instead of both giving up.
/// </summary>
internal sealed class OfferBook(IDbContextFactory<AutomatDb> contexts, ShopSettings settings, AgentShifts shifts, Signals signals, TimeProvider time)
{
    /// <summary>Offers older than this say nothing about who has been idle longest.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private bool IsSpoken(string language) => settings.Agents.Any(agent => agent.SpokenLanguages.Contains(language));

    /// <summary>Makes the offers that are due now, for waits that are offered to nobody.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> MakeAsync(IReadOnlyList<TransferRow> unoffered, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var free = await FreeAsync(db, now - Memory, cancellationToken);
        if (free.Count == 0)
        {
            return 0;
        }

        var matters = await Matter.OfAsync(db, unoffered, now, cancellationToken);
        string[] waits = [.. unoffered.Select(wait => wait.Id)];
        var offered = (await db.Offers.Where(offer => waits.Contains(offer.TransferId))
            .GroupBy(offer => new { offer.TransferId, offer.Agent }).Select(offers => new { offers.Key.TransferId, offers.Key.Agent, Count = offers.Count() })
            .ToListAsync(cancellationToken)).ToLookup(offers => offers.TransferId, StringComparer.Ordinal);
        var calls = unoffered.Select(wait => new WaitingCall(wait.Id, IsSpoken(wait.Language) ? wait.Language : null, wait.WaitingSince, offered[wait.Id]
            .ToImmutableDictionary(offers => offers.Agent, offers => offers.Count, StringComparer.Ordinal))
        {
            IsOurFault = matters[wait.Id].IsOurFault,
            Previous = matters[wait.Id].Previous,
            IsCallback = wait.IsCallback,
        });
        var made = 0;
        foreach (var offer in Offering.Next(calls, free, now))
        {
            // One after the other, so that agents are rung in the order in which their callers wait.
            made += await TryMakeAsync(offer, now.AddMilliseconds(made), cancellationToken) ? 1 : 0;
        }

        signals.OffersMade(made);
        return made;
    }

    /// <summary>Ends an offer that came to nothing; its wait can be offered to the next agent. Repeated, it changes nothing.</summary>
    /// <param name="offerId">Which offer.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="hangUp">The agent's leg is still to be ended at the carrier.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it had ended already.</returns>
    public async Task<bool> EndAsync(string offerId, OfferEnd end, bool hangUp, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await EndAsync(db, db.Offers.Where(offer => offer.Id == offerId), end, hangUp, cancellationToken))
        {
            return false;
        }

        await db.Transfers.Where(wait => wait.OfferId == offerId && wait.State == TransferState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(wait => wait.OfferId, (string?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Ends the open one of some offers, and says what that means for its agent; within the caller's transaction.</summary>
    /// <returns>False when none was open.</returns>
    public async Task<bool> EndAsync(AutomatDb db, IQueryable<OfferRow> offers, OfferEnd end, bool hangUp, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow(), due = hangUp ? now : null;
        if (await offers.AsNoTracking().FirstOrDefaultAsync(offer => offer.EndedAt == null, cancellationToken) is not { } open)
        {
            return false;
        }

        var ended = await db.Offers.Where(offer => offer.Id == open.Id && offer.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(offer => offer.State, OfferState.Ended)
                .SetProperty(offer => offer.Result, $"{end}")
                .SetProperty(offer => offer.EndedAt, now)
                .SetProperty(offer => offer.DueAt, due),
            cancellationToken);
        if (ended == 0)
        {
            return false;
        }

        signals.OfferEnded($"{end}");
        await shifts.AfterAsync(db, open.Agent, end, cancellationToken);
        await TellAsync(db, open.TransferId, now.Value, cancellationToken);
        return true;
    }

    /// <summary>Tells open pages that something has become of a wait; within the caller's transaction.</summary>
    public static async Task TellAsync(AutomatDb db, string waitId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = await db.Transfers.Where(wait => wait.Id == waitId).Select(wait => wait.CallId).SingleOrDefaultAsync(cancellationToken);
        db.Feed.Add(new FeedRow { At = now, Kind = FeedKinds.Queue, CallId = call });
        await db.SaveChangesAsync(cancellationToken);
    }

    // Most agents talk while many callers wait: only of those who are free the last offer is looked up, each by its key.
    private async Task<List<FreeAgent>> FreeAsync(AutomatDb db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var states = await db.AgentStates.AsNoTracking().ToDictionaryAsync(row => row.Agent, StringComparer.Ordinal, cancellationToken);

        // Whose phone is still to be silenced is rung for nobody else: it would be engaged.
        var busy = (await db.Offers.Where(offer => offer.EndedAt == null).Select(offer => offer.Agent)
            .Concat(db.Offers.Where(offer => offer.DueAt != null).Select(offer => offer.Agent))
            .Concat(db.Consults.Where(consult => consult.EndedAt == null).Select(consult => consult.Agent)).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var free = new List<FreeAgent>();
        foreach (var agent in settings.Agents.Where(agent => !busy.Contains(agent.Name)))
        {
            var state = states.GetValueOrDefault(agent.Name);
            if (state is { State: not AgentStateName.Ready })
            {
                continue;
            }

            // Who has become ready after the last offer has been idle since, and has rested enough.
            var last = await db.Offers.AsNoTracking().Where(offer => offer.Agent == agent.Name && offer.EndedAt >= since)
                .OrderByDescending(offer => offer.EndedAt).FirstOrDefaultAsync(cancellationToken);
            var isFresh = state is not null && !(last?.EndedAt > state.Since);
            free.Add(new FreeAgent(
                agent.Name,
                [.. agent.SpokenLanguages],
                isFresh ? state!.Since : last?.EndedAt ?? DateTimeOffset.MinValue,
                !isFresh && last?.EndedAt is { } ended && Enum.TryParse<OfferEnd>(last.Result, out var end) ? ended + Offering.RestAfter(end) : null)
            {
                HasConsole = state is not null,
            });
        }

        return free;
    }

    private async Task<bool> TryMakeAsync(Offer offer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Offers.Add(new OfferRow
        {
            Id = id,
            TransferId = offer.CallId,
            Agent = offer.Agent,
            State = OfferState.Calling,
            DueAt = time.GetUtcNow(),
            CreatedAt = now,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process offered the call, or rings the agent, at the same moment.
            return false;
        }

        var won = await db.Transfers.Where(wait => wait.Id == offer.CallId && wait.State == TransferState.Waiting && wait.OfferId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(wait => wait.OfferId, id), cancellationToken);
        if (won == 0 || !await AgentShifts.HoldReadyAsync(db, offer.Agent, cancellationToken)
            || await db.Consults.AnyAsync(consult => consult.Agent == offer.Agent && consult.EndedAt == null, cancellationToken))
        {
            return false;
        }

        await TellAsync(db, offer.CallId, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
