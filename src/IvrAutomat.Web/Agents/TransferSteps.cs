using IvrAutomat.Queue;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What is done at the carrier when something is due, one step at a time. Each step first moves its timer on: whoever loses that does
/// nothing, and a step that dies comes round again. No call to the carrier is made within a transaction.
/// </summary>
internal sealed partial class TransferSteps(
    IDbContextFactory<AutomatDb> contexts, TwilioCalls carrier, TwilioOptions account, PublicAddress address, ShopSettings settings, HandoverOptions options,
    OfferBook offers, ConsultBook consults, TransferBook book, AgentLegs legs, CallbackBook callbacks, CallbackSteps customers, CallRunner runner, TimeProvider time, ILogger<TransferSteps> log)
{
    /// <summary>Before something is asked of the carrier once more.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    /// <summary>Looks for a leg whose ringing was never confirmed, before the offer is given up.</summary>
    private const int MostLooks = 3;

    /// <summary>Attempts to fetch the caller before it is left to the caller's own next request.</summary>
    private const int MostMoves = 5;

    /// <summary>Requests to end a leg, before it is left to end by itself: the carrier ends one that nobody is in.</summary>
    private const int MostHangUps = 12;

    private string Sender => SenderOf(account, settings);

    /// <summary>The number that is shown: the carrier allows only those of the account, and the shop's line may be one that is forwarded to it.</summary>
    public static string SenderOf(TwilioOptions account, ShopSettings settings) => account.From is ['+', ..] own ? own : settings.Profile.Line;

    /// <summary>Makes a step of an offer one's own, by moving its timer on; to be followed by the step.</summary>
    /// <returns>False when somebody else does it.</returns>
    public async Task<bool> ClaimAsync(OfferRow offer)
    {
        var due = offer.DueAt;
        DateTimeOffset? next = time.GetUtcNow() + Again;
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Offers.Where(row => row.Id == offer.Id && row.DueAt == due && row.State == offer.State).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, next).SetProperty(row => row.Attempts, offer.Attempts + 1)) == 1;
    }

    /// <summary>Does what is due for an offer that was claimed.</summary>
    /// <returns>True when something else may be due now.</returns>
    /// <param name="offer">The offer as it was before.</param>
    /// <param name="rung">Told when the carrier is being asked to ring, before it answers; null: nobody is.</param>
    public async Task<bool> StepAsync(OfferRow offer, Action? rung = null) => offer switch
    {
        { EndedAt: not null } => await HangUpAsync(offer),
        { State: OfferState.Calling, Attempts: 0 } => await RingAsync(offer, rung),
        { State: OfferState.Calling } => await LookAsync(offer),
        { State: OfferState.Ringing } when await IsQueuedAsync(offer) => false,
        _ => await offers.EndAsync(offer.Id, OfferEnd.Unanswered, hangUp: true, CancellationToken.None),
    };

    // The carrier begins one call a second, and keeps the others: a phone that has not rung yet has not been left unanswered.
    private async Task<bool> IsQueuedAsync(OfferRow offer)
        => settings.Agents.FirstOrDefault(agent => agent.Name == offer.Agent) is { } agent
            && await carrier.ListAsync(agent.Number, Sender, CancellationToken.None) is TwilioOutcome<IReadOnlyList<TwilioCall>>.Done(var calls)
            && calls.Any(call => call.Sid == offer.Leg && call.IsQueued)
            && await legs.RingsLaterAsync(offer.Id, CancellationToken.None);

    /// <summary>Does what is due for a wait.</summary>
    /// <returns>True when something else may be due now.</returns>
    public async Task<bool> StepAsync(TransferRow wait)
    {
        if (wait.State == TransferState.Ended)
        {
            return await SettleAsync(wait);
        }

        if (wait.MoveAt <= time.GetUtcNow() && await PostponeAsync(wait, isMove: true))
        {
            return wait.IsCallback ? await customers.DialAsync(wait) : await FetchAsync(wait);
        }

        if (wait.DeadlineAt <= time.GetUtcNow() && await PostponeAsync(wait, isMove: false))
        {
            return wait.State == TransferState.Claimed ? await CheckMetAsync(wait) : await CheckTalkAsync(wait);
        }

        return false;
    }

    private async Task<bool> RingAsync(OfferRow offer, Action? rung)
    {
        if (settings.Agents.FirstOrDefault(agent => agent.Name == offer.Agent) is not { } agent)
        {
            return await offers.EndAsync(offer.Id, OfferEnd.Failed, hangUp: false, CancellationToken.None);
        }

        var outcome = await carrier.RingAsync(
            new OutgoingCall(
                agent.Number, Sender, address.UrlOf(AgentTwiml.PathOf(offer.Id, "whisper")),
                address.UrlOf(AgentTwiml.PathOf(offer.Id, "status")), options.RingFor, options.DetectVoicemail),
            CancellationToken.None,
            rung);
        switch (outcome)
        {
            case TwilioOutcome<TwilioCall>.Done(var call):
                await legs.RingsAsync(offer.Id, call.Sid, CancellationToken.None);
                return false;
            case TwilioOutcome<TwilioCall>.Refused:
                return await offers.EndAsync(offer.Id, OfferEnd.Failed, hangUp: false, CancellationToken.None);
            default:
                // It may ring or not. It is never asked for twice: it is looked for.
                return false;
        }
    }

    private async Task<bool> LookAsync(OfferRow offer)
    {
        var agent = settings.Agents.FirstOrDefault(agent => agent.Name == offer.Agent);
        var found = agent is null ? null : await carrier.ListAsync(agent.Number, Sender, CancellationToken.None);
        if (found is TwilioOutcome<IReadOnlyList<TwilioCall>>.Done(var calls)
            && calls.FirstOrDefault(call => call.IsSince(offer.CreatedAt)) is { } leg)
        {
            await legs.RingsAsync(offer.Id, leg.Sid, CancellationToken.None);
            return false;
        }

        return offer.Attempts >= MostLooks && await offers.EndAsync(offer.Id, OfferEnd.Failed, hangUp: true, CancellationToken.None);
    }

    private async Task<bool> HangUpAsync(OfferRow offer)
    {
        // Who wanted to call a customer back is told that nobody answered; the document ends the leg.
        var isOver = offer.Leg is not { } leg || offer.Attempts >= MostHangUps || await (offer.Result == $"{OfferEnd.Unreached}"
            ? carrier.MoveAsync(leg, address.UrlOf(AgentTwiml.PathOf(offer.Id, "unreached")), CancellationToken.None)
            : carrier.EndAsync(leg, CancellationToken.None)) switch
        {
            TwilioOutcome<TwilioCall>.Done => true,
            TwilioOutcome<TwilioCall>.Refused refused => !refused.MayRetry,
            _ => false,
        };
        if (isOver)
        {
            await using var db = await contexts.CreateDbContextAsync();
            await db.Offers.Where(row => row.Id == offer.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, (DateTimeOffset?)null));
        }

        // The agent is free from here on.
        return isOver;
    }

    private async Task<bool> FetchAsync(TransferRow wait)
    {
        if (wait.Moves >= MostMoves)
        {
            await book.StayAsync(wait.Id, CancellationToken.None);
            LogNotFetched(wait.State);
            return true;
        }

        var outcome = await carrier.MoveAsync(wait.CallId, address.UrlOf($"/twilio/voice/transfers/{wait.Id}/moved"), CancellationToken.None);
        if (outcome is TwilioOutcome<TwilioCall>.Refused { Code: TwilioCalls.NotInProgress or TwilioCalls.NotFound })
        {
            // The caller is gone, and the report of it is late or lost.
            await runner.HangUpAsync(wait.CallId, CancellationToken.None);
            return true;
        }

        if (outcome is TwilioOutcome<TwilioCall>.Done && wait.State == TransferState.Claimed)
        {
            await BeginMeetingAsync(wait);
        }

        return false;
    }

    // After a refusal or a restart the caller may have been sent to the agent only now: the time to meet begins with it.
    private async Task BeginMeetingAsync(TransferRow wait)
    {
        DateTimeOffset? until = time.GetUtcNow() + TransferBook.Meeting;
        await using var db = await contexts.CreateDbContextAsync();
        await db.Transfers.Where(row => row.Id == wait.Id && row.State == TransferState.Claimed && row.DeadlineAt < until)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadlineAt, until));
    }

    private async Task<bool> CheckMetAsync(TransferRow wait)
    {
        switch (await carrier.IsTalkingAsync(QueueTwiml.RoomOf(wait.Room!), CancellationToken.None))
        {
            case TwilioOutcome<bool>.Done(true):
                await book.MeetAsync(wait.Room!, CancellationToken.None);
                return false;
            case TwilioOutcome<bool>.Done or TwilioOutcome<bool>.Refused when wait.IsCallback:
                await book.ConcludeAsync(wait.Id, CancellationToken.None);
                return true;
            case TwilioOutcome<bool>.Done or TwilioOutcome<bool>.Refused:
                var isThere = await legs.IsWithAgentAsync(wait.CallId, CancellationToken.None);
                return await book.ReleaseAsync(wait.Id, wait.OfferId!, isThere, CancellationToken.None);
            default:
                return false;
        }
    }

    private async Task<bool> CheckTalkAsync(TransferRow wait)
    {
        // Only the carrier's word that there is no such room ends a talk; a refusal or a lost answer says nothing about it.
        if (await carrier.IsTalkingAsync(QueueTwiml.RoomOf(wait.Room!), CancellationToken.None) is TwilioOutcome<bool>.Done(false))
        {
            return await EndTalkAsync(wait);
        }

        await book.TalkGoesOnAsync(wait.Id, CancellationToken.None);
        return false;
    }

    private async Task<bool> EndTalkAsync(TransferRow wait)
    {
        if (wait.IsCallback)
        {
            await book.ConcludeAsync(wait.Id, CancellationToken.None);
            return true;
        }

        await runner.HangUpAsync(wait.CallId, CancellationToken.None);
        return true;
    }

    // Everything here may be done twice; only when all of it is done the wait is put aside.
    private async Task<bool> SettleAsync(TransferRow wait)
    {
        var hasTalked = wait.Outcome == TransferOutcome.Talked;
        await using var db = await contexts.CreateDbContextAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await consults.EndAsync(db, db.Consults.Where(consult => consult.TransferId == wait.Id), ConsultEnd.Over, CancellationToken.None);
            var end = hasTalked ? OfferEnd.Talked : wait.Outcome == TransferOutcome.Unreached ? OfferEnd.Unreached : OfferEnd.Withdrawn;
            await offers.EndAsync(db, db.Offers.Where(offer => offer.TransferId == wait.Id), end, hangUp: true, CancellationToken.None);
            await transaction.CommitAsync();
        }

        if (wait.IsCallback && !await customers.SettleAsync(wait))
        {
            return false;
        }

        if (wait.CaseNumber is { } number)
        {
            var agent = await db.Offers.Where(offer => offer.Id == wait.OfferId).Select(offer => offer.Agent).SingleOrDefaultAsync();
            if (wait.Outcome == TransferOutcome.Gone)
            {
                await callbacks.AbandonAsync(number, CancellationToken.None);
            }
            else if (wait.Outcome is TransferOutcome.Talked or TransferOutcome.Returned && agent is not null)
            {
                await callbacks.SettleAsync(number, agent, CancellationToken.None);
            }
        }

        DateTimeOffset? now = time.GetUtcNow();
        await db.Transfers.Where(row => row.Id == wait.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SettledAt, now));
        return true;
    }

    private async Task<bool> PostponeAsync(TransferRow wait, bool isMove)
    {
        DateTimeOffset? next = time.GetUtcNow() + Again;
        await using var db = await contexts.CreateDbContextAsync();
        var rows = db.Transfers.Where(row => row.Id == wait.Id && row.State == wait.State);
        return isMove
            ? await rows.Where(row => row.MoveAt == wait.MoveAt).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.MoveAt, next).SetProperty(row => row.Moves, wait.Moves + 1)) == 1
            : await rows.Where(row => row.DeadlineAt == wait.DeadlineAt).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadlineAt, next)) == 1;
    }

    [LoggerMessage(EventId = 5201, Level = LogLevel.Warning, Message = "A caller in state {State} could not be fetched; the call goes on where it is")]
    private partial void LogNotFetched(string state);
}
