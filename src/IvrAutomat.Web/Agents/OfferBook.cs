using System.Collections.Immutable;
using System.Security.Cryptography;
using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// Makes and ends offers. Each is a row before a phone rings. Whoever writes both tables writes the offer first, so that two who meet wait
/// for each other instead of both giving up.
/// </summary>
internal sealed class OfferBook(IDbContextFactory<AutomatDb> contexts, ShopSettings settings, TimeProvider time)
{
    /// <summary>Offers older than this say nothing about who has been idle longest.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private bool IsSpoken(string language) => settings.Agents.Any(agent => agent.SpokenLanguages.Contains(language));

    /// <summary>Makes the offers that are due now, for waits that are offered to nobody.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> MakeAsync(IReadOnlyList<TransferRow> unoffered, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - Memory;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var past = await db.Offers.AsNoTracking().Where(offer => offer.CreatedAt >= since || offer.EndedAt == null).ToListAsync(cancellationToken);
        var calls = unoffered.Select(wait => new WaitingCall(wait.Id, IsSpoken(wait.Language) ? wait.Language : null, wait.WaitingSince, past
            .Where(offer => offer.TransferId == wait.Id).GroupBy(offer => offer.Agent, StringComparer.Ordinal)
            .ToImmutableDictionary(offers => offers.Key, offers => offers.Count(), StringComparer.Ordinal)));
        var made = 0;
        foreach (var offer in Offering.Next(calls, Free(past), now))
        {
            made += await TryMakeAsync(offer, now, cancellationToken) ? 1 : 0;
        }

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
        if (!await EndAsync(db.Offers.Where(offer => offer.Id == offerId), end, hangUp, time.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        await db.Transfers.Where(wait => wait.OfferId == offerId && wait.State == TransferState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(wait => wait.OfferId, (string?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Ends the open ones of some offers, within the caller's transaction if there is one.</summary>
    /// <returns>False when all had ended already.</returns>
    public static async Task<bool> EndAsync(
        IQueryable<OfferRow> offers, OfferEnd end, bool hangUp, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? at = now, due = hangUp ? now : null;
        return await offers.Where(offer => offer.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(offer => offer.State, OfferState.Ended)
                .SetProperty(offer => offer.Result, $"{end}")
                .SetProperty(offer => offer.EndedAt, at)
                .SetProperty(offer => offer.DueAt, due),
            cancellationToken) > 0;
    }

    private IEnumerable<FreeAgent> Free(IReadOnlyList<OfferRow> past)
    {
        foreach (var agent in settings.Agents)
        {
            var own = past.Where(offer => offer.Agent == agent.Name).ToArray();
            if (own.All(offer => offer.EndedAt is not null))
            {
                var last = own.MaxBy(offer => offer.EndedAt);
                yield return new FreeAgent(
                    agent.Name,
                    [.. agent.SpokenLanguages],
                    last?.EndedAt ?? DateTimeOffset.MinValue,
                    last?.EndedAt is { } ended && Enum.TryParse<OfferEnd>(last.Result, out var end) ? ended + Offering.RestAfter(end) : null);
            }
        }
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
            DueAt = now,
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
        if (won == 1)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return won == 1;
    }
}
