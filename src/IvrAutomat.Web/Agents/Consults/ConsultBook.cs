using System.Security.Cryptography;
using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Consults;

/// <summary>
/// What becomes of consultations. Each change is a compare-and-set; whoever writes several tables writes the consultation first, then the offer, then
/// the wait.
/// </summary>
internal sealed class ConsultBook(IDbContextFactory<AutomatDb> contexts, ShopSettings settings, OfferBook offers, TimeProvider time)
{
    /// <summary>How long a colleague may listen to the whisper, twice, and choose.</summary>
    private static readonly TimeSpan Deciding = TimeSpan.FromSeconds(40);

    /// <summary>An agent who talks to a customer asks a colleague.</summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="colleague">Who is asked; may be away, but not on the phone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ConsultAnswer> BeginAsync(string agent, string colleague, CancellationToken cancellationToken)
    {
        if (agent == colleague || settings.Agents.All(each => each.Name != colleague))
        {
            return ConsultAnswer.NotFree;
        }

        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Held until the transaction ends, so that no offer is made to the colleague at the same moment.
        await db.AgentStates.Where(row => row.Agent == colleague).ExecuteUpdateAsync(set => set.SetProperty(row => row.Since, row => row.Since), cancellationToken);
        if (await db.Offers.AsNoTracking().SingleOrDefaultAsync(row => row.Agent == agent && row.EndedAt == null && row.State == OfferState.Taken, cancellationToken) is not { } own
            || await db.Transfers.AsNoTracking().SingleOrDefaultAsync(row => row.OfferId == own.Id && row.State == TransferState.Talking, cancellationToken) is not { Room: { } room } wait)
        {
            return ConsultAnswer.NoTalk;
        }

        if (await db.Offers.AnyAsync(row => row.Agent == colleague && row.EndedAt == null, cancellationToken))
        {
            return ConsultAnswer.NotFree;
        }

        db.Consults.Add(new ConsultRow
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            TransferId = wait.Id,
            OfferId = own.Id,
            Room = room,
            Agent = colleague,
            State = ConsultState.Asking,
            DueAt = now,
            CreatedAt = now,
        });
        try
        {
            await OfferBook.TellAsync(db, wait.Id, now, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The colleague, or another one for this talk, is being asked at the same moment.
            return ConsultAnswer.NotFree;
        }

        await transaction.CommitAsync(cancellationToken);
        return ConsultAnswer.Begun;
    }

    /// <summary>A consultation with its wait; null when there is none of that name.</summary>
    public async Task<(ConsultRow Consult, TransferRow Wait)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Consults.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } consult
            && await db.Transfers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == consult.TransferId, cancellationToken) is { } wait
                ? (consult, wait)
                : null;
    }

    /// <summary>The open consultation in which somebody asks or is asked; null when there is none.</summary>
    public async Task<ConsultRow?> OfAsync(string agent, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Consults.AsNoTracking().FirstOrDefaultAsync(
            row => row.EndedAt == null && (row.Agent == agent || db.Offers.Any(offer => offer.Id == row.OfferId && offer.Agent == agent)), cancellationToken);
    }

    /// <summary>The customer hears music and the agent may leave the room without ending it: the colleague is rung next.</summary>
    public Task HeldAsync(string id, CancellationToken cancellationToken) => MoveAsync(id, [ConsultState.Asking], ConsultState.Calling, leg: null, TimeSpan.Zero, cancellationToken);

    /// <summary>The carrier tells of the colleague's leg before anybody picked up.</summary>
    public async Task RingsAsync(string id, string leg, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await MoveAsync(id, [ConsultState.Calling], ConsultState.Ringing, leg, atMost, cancellationToken);

        // One that ended before its leg was known: the leg is to be ended as well.
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Consults.Where(row => row.Id == id && row.EndedAt != null && row.Leg == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Leg, leg).SetProperty(row => row.DueAt, now).SetProperty(row => row.Attempts, 0), cancellationToken);
    }

    /// <summary>The colleague picked up. False when there is nothing to join any more.</summary>
    public async Task<bool> PickUpAsync(string id, string leg, CancellationToken cancellationToken)
    {
        await MoveAsync(id, [ConsultState.Calling, ConsultState.Ringing], ConsultState.Whispering, leg, Deciding, cancellationToken);
        return await FindAsync(id, cancellationToken) is ({ State: ConsultState.Whispering }, { State: TransferState.Talking });
    }

    /// <summary>The colleague pressed 1; asked again, the answer is the same. False when there is nothing to join any more.</summary>
    public async Task<bool> JoinAsync(string id, CancellationToken cancellationToken)
    {
        await MoveAsync(id, [ConsultState.Whispering], ConsultState.Together, leg: null, within: null, cancellationToken);
        return await FindAsync(id, cancellationToken) is ({ State: ConsultState.Together }, { State: TransferState.Talking });
    }

    /// <summary>The consultation comes to its end and the customer back to the agent. Repeated, it changes nothing.</summary>
    /// <returns>False when it had ended already.</returns>
    public async Task<bool> EndAsync(string id, ConsultEnd end, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var hasEnded = await EndAsync(db, db.Consults.Where(row => row.Id == id), end, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return hasEnded;
    }

    /// <summary>Ends the open one of some consultations, within the caller's transaction; what it means at the carrier is done afterwards.</summary>
    public async Task<bool> EndAsync(AutomatDb db, IQueryable<ConsultRow> consults, ConsultEnd end, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var open = await consults.AsNoTracking().FirstOrDefaultAsync(row => row.EndedAt == null, cancellationToken);
        if (open is null || await db.Consults.Where(row => row.Id == open.Id && row.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, ConsultState.Ended).SetProperty(row => row.Result, $"{end}").SetProperty(row => row.EndedAt, now)
                .SetProperty(row => row.DueAt, now).SetProperty(row => row.Attempts, 0),
            cancellationToken) == 0)
        {
            return false;
        }

        await OfferBook.TellAsync(db, open.TransferId, now.Value, cancellationToken);
        return true;
    }

    /// <summary>The colleague takes the call over from the agent who asked: the customer is theirs from now on.</summary>
    /// <returns>False when the two do not talk, or the call is over.</returns>
    public async Task<bool> HandOverAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Consults.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { State: ConsultState.Together } consult
            || !await EndAsync(db, db.Consults.Where(row => row.Id == id && row.State == ConsultState.Together), ConsultEnd.HandedOver, cancellationToken)
            || !await offers.EndAsync(db, db.Offers.Where(row => row.Id == consult.OfferId), OfferEnd.Talked, hangUp: false, cancellationToken))
        {
            return false;
        }

        db.Offers.Add(new OfferRow { Id = id, TransferId = consult.TransferId, Agent = consult.Agent, State = OfferState.Taken, Leg = consult.Leg, CreatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        if (await db.Transfers.Where(row => row.Id == consult.TransferId && row.OfferId == consult.OfferId && row.State == TransferState.Talking)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OfferId, id), cancellationToken) == 0)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The open consultation of an agent who asked, by the offer of the talk; null when there is none.</summary>
    public async Task<ConsultRow?> AskedByAsync(string offerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Consults.AsNoTracking().FirstOrDefaultAsync(row => row.OfferId == offerId && row.EndedAt == null, cancellationToken);
    }

    private async Task MoveAsync(string id, string[] from, string to, string? leg, TimeSpan? within, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? due = within is { } limit ? now + limit : null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = await db.Consults.Where(row => row.Id == id && row.EndedAt == null && from.Contains(row.State)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, to).SetProperty(row => row.Leg, row => leg ?? row.Leg)
                .SetProperty(row => row.DueAt, due).SetProperty(row => row.Attempts, 0),
            cancellationToken);
        if (moved == 1)
        {
            await OfferBook.TellAsync(db, await db.Consults.Where(row => row.Id == id).Select(row => row.TransferId).SingleAsync(cancellationToken), now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
