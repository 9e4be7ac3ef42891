using IvrAutomat.Calls;
using IvrAutomat.Queue;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What agents, callers and the carrier do to a wait. Each change is a compare-and-set judged by the rows it touched: of two who want the
/// same thing exactly one gets it, and what is repeated changes nothing.
/// </summary>
internal sealed class TransferBook(IDbContextFactory<AutomatDb> contexts, OfferBook offers, ConsultBook consults, TimeProvider time)
{
    /// <summary>How long the two may take to meet once an agent took the call.</summary>
    public static readonly TimeSpan Meeting = TimeSpan.FromSeconds(5);

    /// <summary>How long a customer who is called back may take to be with the agent: the phone is dialled, rings, and says who calls.</summary>
    public static readonly TimeSpan Reaching = TimeSpan.FromSeconds(100);

    /// <summary>So often the carrier is asked whether two still talk: were all reports of the end lost, the agent would be kept from everybody else.</summary>
    private static readonly TimeSpan Watching = TimeSpan.FromMinutes(5);

    /// <summary>How long an agent may listen to the whisper, twice, and choose.</summary>
    private static readonly TimeSpan Deciding = TimeSpan.FromSeconds(40);

    /// <summary>Whether caller and agent were together, now that the caller has left the room: nobody took the call back meanwhile.</summary>
    public async Task<bool> TalkedAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Handover?.Waiting?.Room is not { } room)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Transfers.AnyAsync(
            row => row.CallId == call.Id && row.Room == room && (row.State == TransferState.Talking || row.State == TransferState.Claimed), cancellationToken);
    }

    /// <summary>The wait; null when there is none of that name.</summary>
    public async Task<TransferRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Transfers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    /// <summary>An offer with its wait; null when there is none of that name.</summary>
    public async Task<(OfferRow Offer, TransferRow Wait)?> OfferAsync(string offerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var offer = await db.Offers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == offerId, cancellationToken);
        return offer is not null && await FindAsync(offer.TransferId, cancellationToken) is { } wait ? (offer, wait) : null;
    }

    /// <summary>The agent picked up. False when there is nothing to take any more.</summary>
    public async Task<bool> PickUpAsync(string offerId, string leg, CancellationToken cancellationToken)
    {
        DateTimeOffset? due = time.GetUtcNow() + Deciding;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Offers.Where(row => row.Id == offerId && row.EndedAt == null && (row.State == OfferState.Calling || row.State == OfferState.Ringing))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, OfferState.Whispering).SetProperty(row => row.Leg, leg).SetProperty(row => row.DueAt, due),
                cancellationToken);
        return await OfferAsync(offerId, cancellationToken) is ({ EndedAt: null }, { State: TransferState.Waiting } wait) && wait.OfferId == offerId;
    }

    /// <summary>The carrier tells of the agent's leg before anybody picked up.</summary>
    public async Task RingsAsync(string offerId, string leg, TimeSpan atMost, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow(), due = now + atMost;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Offers.Where(row => row.Id == offerId && row.EndedAt == null && row.State == OfferState.Calling).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OfferState.Ringing).SetProperty(row => row.Leg, leg).SetProperty(row => row.DueAt, due),
            cancellationToken);

        // An offer that ended before its leg was known: the leg is to be ended as well.
        await db.Offers.Where(row => row.Id == offerId && row.EndedAt != null && row.Leg == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Leg, leg).SetProperty(row => row.DueAt, now), cancellationToken);
    }

    /// <summary>The phone does not ring yet, or rings only now: the time to answer begins anew.</summary>
    /// <returns>False when it is over.</returns>
    public async Task<bool> RingsLaterAsync(string offerId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        DateTimeOffset? due = time.GetUtcNow() + atMost;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Offers.Where(row => row.Id == offerId && row.EndedAt == null && row.State == OfferState.Ringing)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, due), cancellationToken) == 1;
    }

    /// <summary>The agent takes the call, if the caller still waits and nobody else was quicker; asked again, the answer is the same.</summary>
    public async Task<bool> TakeAsync(string offerId, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            DateTimeOffset? now = time.GetUtcNow(), until = now + Meeting, reached = now + Reaching;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var open = await db.Offers.Where(row => row.Id == offerId && row.EndedAt == null && row.State != OfferState.Taken)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, OfferState.Taken).SetProperty(row => row.DueAt, (DateTimeOffset?)null), cancellationToken);
            // A customer whose case has been closed meanwhile is not called any more.
            var won = open == 0 ? 0 : await db.Transfers.Where(row => row.OfferId == offerId && row.State == TransferState.Waiting)
                .Where(row => row.CallbackCase == null || db.Cases.Any(each => each.Id == row.CallbackCase && each.ClosedAt == null))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, TransferState.Claimed).SetProperty(row => row.TakenAt, now)
                        .SetProperty(row => row.MoveAt, now).SetProperty(row => row.Moves, 0).SetProperty(row => row.Room, offerId)
                        .SetProperty(row => row.DeadlineAt, row => row.CallbackCase == null ? until : reached),
                    cancellationToken);
            if (won == 1)
            {
                var taken = await db.Transfers.Where(row => row.OfferId == offerId).Select(row => row.Id).FirstAsync(cancellationToken);
                await OfferBook.TellAsync(db, taken, now.Value, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }
        }

        return await OfferAsync(offerId, cancellationToken) is ({ EndedAt: null, State: OfferState.Taken }, { State: TransferState.Claimed or TransferState.Talking } wait)
            && wait.OfferId == offerId;
    }

    /// <summary>The agent gives the caller back to the automat, if the caller still waits; asked again, the answer is the same.</summary>
    public async Task<bool> GiveBackAsync(string offerId, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            DateTimeOffset? now = time.GetUtcNow();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var open = await offers.EndAsync(db, db.Offers.Where(row => row.Id == offerId), OfferEnd.GivenBack, hangUp: false, cancellationToken);
            var won = !open ? 0 : await db.Transfers.Where(row => row.OfferId == offerId && row.State == TransferState.Waiting)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, TransferState.Returning).SetProperty(row => row.MoveAt, now).SetProperty(row => row.Moves, 0),
                    cancellationToken);
            if (won == 1)
            {
                await transaction.CommitAsync(cancellationToken);
                return true;
            }
        }

        return await OfferAsync(offerId, cancellationToken) is (_, { State: TransferState.Returning });
    }

    /// <summary>The two are together.</summary>
    /// <param name="room">The room in which they were seen: a report of an earlier one is late and means nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task MeetAsync(string room, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + Watching;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var met = await db.Transfers.Where(row => row.Room == room && row.State == TransferState.Claimed).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, TransferState.Talking).SetProperty(row => row.DeadlineAt, until), cancellationToken);
        if (met == 1)
        {
            await OfferBook.TellAsync(db, await db.Transfers.Where(row => row.Room == room).Select(row => row.Id).FirstAsync(cancellationToken), now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>The two did not meet, or the agent left a customer on hold: the wait goes on, in its old place. False when it was otherwise.</summary>
    /// <param name="id">The wait.</param>
    /// <param name="offerId">The offer that is lost.</param>
    /// <param name="fetch">The caller has gone to the room and is to be fetched back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="from">The state in which it is.</param>
    public async Task<bool> ReleaseAsync(string id, string offerId, bool fetch, CancellationToken cancellationToken, string from = TransferState.Claimed)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? move = fetch ? now : null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await offers.EndAsync(db, db.Offers.Where(row => row.Id == offerId), OfferEnd.Lost, hangUp: true, cancellationToken);
        var released = await db.Transfers.Where(row => row.Id == id && row.OfferId == offerId && row.State == from).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, TransferState.Waiting)
                .SetProperty(row => row.OfferId, (string?)null).SetProperty(row => row.Room, (string?)null)
                .SetProperty(row => row.TakenAt, (DateTimeOffset?)null)
                .SetProperty(row => row.DeadlineAt, (DateTimeOffset?)null)
                .SetProperty(row => row.MoveAt, move).SetProperty(row => row.Moves, 0),
            cancellationToken);
        if (released == 1)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return released == 1;
    }

    /// <summary>The two have been seen to talk still.</summary>
    public async Task TalkGoesOnAsync(string id, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = time.GetUtcNow() + Watching;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Transfers.Where(row => row.Id == id && row.State == TransferState.Talking)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadlineAt, until), cancellationToken);
    }

    // The room ends with the agent's leg. A caller who was fetched into it a moment too late would sit there alone.
    private async Task LeaveRoomAsync(string id, CancellationToken cancellationToken)
    {
        DateTimeOffset? soon = time.GetUtcNow() + Meeting;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Transfers.Where(row => row.Id == id && row.State == TransferState.Talking)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MoveAt, soon).SetProperty(row => row.Moves, 0), cancellationToken);
    }

    /// <summary>The caller cannot be fetched: one who was given back waits on, and one who went to a room is left to it.</summary>
    public async Task StayAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Transfers.Where(row => row.Id == id && row.State == TransferState.Returning).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, TransferState.Waiting).SetProperty(row => row.OfferId, (string?)null), cancellationToken);
        await db.Transfers.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MoveAt, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>The caller came where they were fetched to.</summary>
    /// <param name="id">The wait.</param>
    /// <param name="state">The state in which the caller was fetched; one in <see cref="TransferState.Returning"/> is over now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ArriveAsync(string id, string state, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Transfers.Where(row => row.Id == id && row.State == state)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MoveAt, (DateTimeOffset?)null), cancellationToken);
        await db.Transfers.Where(row => row.Id == id && row.State == TransferState.Returning && state == TransferState.Returning).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, TransferState.Ended)
                .SetProperty(row => row.Outcome, TransferOutcome.Returned).SetProperty(row => row.EndedAt, now),
            cancellationToken);
    }

    /// <summary>The agent's leg is gone, whatever it was doing.</summary>
    /// <param name="offerId">Which offer.</param>
    /// <param name="end">How the offer ended if nobody took the call by it.</param>
    /// <param name="isWithAgent">Whether the caller has gone to the room.</param>
    /// <param name="isRoomOver">The room ended first, by the customer's leaving it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LegEndedAsync(string offerId, OfferEnd end, Func<string, Task<bool>> isWithAgent, bool isRoomOver, CancellationToken cancellationToken)
    {
        var leg = await OfferAsync(offerId, cancellationToken);
        if (!isRoomOver && leg is ({ EndedAt: null, State: OfferState.Taken }, { State: TransferState.Talking })
            && await consults.AskedByAsync(offerId, cancellationToken) is { } consult && await LeaveToAsync(consult, cancellationToken))
        {
            return;
        }

        switch (leg)
        {
            case ({ EndedAt: null, State: OfferState.Taken }, { IsCallback: true } wait):
                await ConcludeAsync(wait.Id, cancellationToken);
                break;
            case ({ EndedAt: null, State: OfferState.Taken }, { State: TransferState.Claimed } wait):
                await ReleaseAsync(wait.Id, offerId, await isWithAgent(wait.CallId), cancellationToken);
                break;
            case ({ EndedAt: null, State: OfferState.Taken }, var wait):
                await offers.EndAsync(offerId, OfferEnd.Talked, hangUp: false, cancellationToken);
                await LeaveRoomAsync(wait.Id, cancellationToken);
                break;
            case ({ EndedAt: null }, _):
                await offers.EndAsync(offerId, end, hangUp: false, cancellationToken);
                break;
        }
    }

    // The agent who asked is gone and the customer hears music: the colleague has the call, or where there is none yet the wait goes on.
    private async Task<bool> LeaveToAsync(ConsultRow consult, CancellationToken cancellationToken)
    {
        if (await consults.HandOverAsync(consult.Id, cancellationToken))
        {
            return true;
        }

        await consults.EndAsync(consult.Id, ConsultEnd.Over, cancellationToken);
        return await FindAsync(consult.TransferId, cancellationToken) is { IsCallback: false, State: TransferState.Talking }
            && await ReleaseAsync(consult.TransferId, consult.OfferId, fetch: true, cancellationToken, from: TransferState.Talking);
    }

    /// <summary>The carrier has named the leg of a customer who is called back.</summary>
    public async Task DialsAsync(string id, string leg, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Transfers.Where(row => row.Id == id && row.Leg == null && row.TakenAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Leg, leg).SetProperty(row => row.MoveAt, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>One of the two legs of a callback is gone, and with it the callback: talked, or not reached. Repeated, it changes nothing.</summary>
    public async Task ConcludeAsync(string id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Transfers.Where(row => row.Id == id && (row.State == TransferState.Claimed || row.State == TransferState.Talking)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Outcome, row => row.State == TransferState.Talking ? TransferOutcome.Talked : TransferOutcome.Unreached)
                .SetProperty(row => row.State, TransferState.Ended).SetProperty(row => row.EndedAt, now)
                .SetProperty(row => row.MoveAt, (DateTimeOffset?)null),
            cancellationToken);
    }
}
