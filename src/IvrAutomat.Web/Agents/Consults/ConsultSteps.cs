using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents.Consults;

/// <summary>
/// What a consultation means at the carrier, one step at a time. Holding, letting go and who ends the room may be asked for twice; the colleague is
/// rung once and looked for afterwards.
/// </summary>
internal sealed partial class ConsultSteps(
    IDbContextFactory<AutomatDb> contexts, TwilioCalls carrier, TwilioOptions account, PublicAddress address, ShopSettings settings, HandoverOptions options,
    ConsultBook book, TimeProvider time, ILogger<ConsultSteps> log)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    /// <summary>Attempts to hold, and looks for a leg whose ringing was never confirmed.</summary>
    private const int MostLooks = 3;

    /// <summary>Attempts to bring everything at the carrier to where it belongs.</summary>
    private const int MostTidying = 12;

    /// <summary>The address of one of the colleague's documents.</summary>
    public static string PathOf(string consultId, string document) => $"/twilio/voice/consults/{consultId}/{document}";

    /// <summary>Does what is due.</summary>
    /// <returns>True when something else may be due now.</returns>
    public async Task<bool> StepAsync(ConsultRow consult)
    {
        DateTimeOffset? next = time.GetUtcNow() + Again;
        await using var db = await contexts.CreateDbContextAsync();
        var won = await db.Consults.Where(row => row.Id == consult.Id && row.DueAt == consult.DueAt && row.State == consult.State).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, next).SetProperty(row => row.Attempts, consult.Attempts + 1));
        if (won == 0 || await book.FindAsync(consult.Id, CancellationToken.None) is not var (_, wait)
            || await db.Offers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == consult.OfferId) is not { } own)
        {
            return false;
        }

        return consult switch
        {
            { EndedAt: not null } => await TidyAsync(db, consult, wait, own),
            { State: ConsultState.Asking } => await HoldAsync(consult, wait, own),
            { State: ConsultState.Calling, Attempts: 0 } => await RingAsync(consult),
            { State: ConsultState.Calling } => await LookAsync(consult),
            _ => await book.EndAsync(consult.Id, ConsultEnd.Unanswered, CancellationToken.None),
        };
    }

    private static string CustomerOf(TransferRow wait) => wait.IsCallback ? wait.Leg ?? wait.CallId : wait.CallId;

    // From now on the room outlives the agent: a customer on hold whose agent hangs up goes back to the queue, and to the colleague once there is one.
    private async Task<bool> HoldAsync(ConsultRow consult, TransferRow wait, OfferRow own)
    {
        var isHeld = own.Leg is { } leg && await carrier.RoomAsync(QueueTwiml.RoomOf(consult.Room), CancellationToken.None) is TwilioOutcome<string?>.Done({ } room)
            && await ChangeAsync(room, leg, new FormFields().With("EndConferenceOnExit", "false")) is true
            && await ChangeAsync(room, CustomerOf(wait), new FormFields().With("Hold", "true").With("HoldUrl", address.UrlOf(HoldMusic.DocumentPath)).With("HoldMethod", "POST")) is true;
        if (isHeld)
        {
            await book.HeldAsync(consult.Id, CancellationToken.None);
            return true;
        }

        return consult.Attempts >= MostLooks && await book.EndAsync(consult.Id, ConsultEnd.Failed, CancellationToken.None);
    }

    private async Task<bool> RingAsync(ConsultRow consult)
    {
        if (NumberOf(consult) is not { } number)
        {
            return await book.EndAsync(consult.Id, ConsultEnd.Failed, CancellationToken.None);
        }

        var outcome = await carrier.RingAsync(
            new OutgoingCall(
                number, TransferSteps.SenderOf(account, settings), address.UrlOf(PathOf(consult.Id, "whisper")), address.UrlOf(PathOf(consult.Id, "status")),
                options.RingFor, options.DetectVoicemail),
            CancellationToken.None);
        switch (outcome)
        {
            case TwilioOutcome<TwilioCall>.Done(var call):
                await book.RingsAsync(consult.Id, call.Sid, AgentLegs.RingsAtMost(options), CancellationToken.None);
                return false;
            case TwilioOutcome<TwilioCall>.Refused:
                return await book.EndAsync(consult.Id, ConsultEnd.Failed, CancellationToken.None);
            default:
                // It may ring or not. It is never asked for twice: it is looked for.
                return false;
        }
    }

    private async Task<bool> LookAsync(ConsultRow consult)
    {
        var found = NumberOf(consult) is { } number ? await carrier.ListAsync(number, TransferSteps.SenderOf(account, settings), CancellationToken.None) : null;
        if (found is TwilioOutcome<IReadOnlyList<TwilioCall>>.Done(var calls) && calls.FirstOrDefault(call => call.IsSince(consult.CreatedAt)) is { } leg)
        {
            await book.RingsAsync(consult.Id, leg.Sid, AgentLegs.RingsAtMost(options), CancellationToken.None);
            return false;
        }

        return consult.Attempts >= MostLooks && await book.EndAsync(consult.Id, ConsultEnd.Failed, CancellationToken.None);
    }

    // Whoever stays with the customer ends the room by leaving it; the other one goes, and the customer hears them again.
    private async Task<bool> TidyAsync(AutomatDb db, ConsultRow consult, TransferRow wait, OfferRow own)
    {
        var isHandedOver = consult.Result == $"{ConsultEnd.HandedOver}";
        var (stays, goes) = isHandedOver ? (consult.Leg, own.Leg) : (own.Leg, consult.Leg);
        var isTidy = wait.State != TransferState.Talking || stays is null || await RestoreAsync(consult.Room, stays, CustomerOf(wait));

        isTidy &= goes is null || await carrier.EndAsync(goes, CancellationToken.None) is not TwilioOutcome<TwilioCall>.Unknown;
        if (!isTidy && consult.Attempts < MostTidying)
        {
            return false;
        }

        if (!isTidy)
        {
            LogNotTidied();
        }

        await db.Consults.Where(row => row.Id == consult.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, (DateTimeOffset?)null));
        return false;
    }

    // False: nobody knows whether it is done. A room or a leg that is not there any more is in order.
    private async Task<bool> RestoreAsync(string room, string stays, string customer) => await carrier.RoomAsync(QueueTwiml.RoomOf(room), CancellationToken.None) switch
    {
        TwilioOutcome<string?>.Done({ } sid) => await ChangeAsync(sid, stays, new FormFields().With("EndConferenceOnExit", "true")) is not null
            && await ChangeAsync(sid, customer, new FormFields().With("Hold", "false")) is not null,
        TwilioOutcome<string?>.Done or TwilioOutcome<string?>.Refused => true,
        _ => false,
    };

    // True: done. False: the leg is not there any more. Null: nobody knows.
    private async Task<bool?> ChangeAsync(string room, string leg, FormFields fields) => await carrier.ChangeParticipantAsync(room, leg, fields, CancellationToken.None) switch
    {
        TwilioOutcome<TwilioParticipant>.Done => true,
        TwilioOutcome<TwilioParticipant>.Refused => false,
        _ => null,
    };

    private string? NumberOf(ConsultRow consult) => settings.Agents.FirstOrDefault(agent => agent.Name == consult.Agent)?.Number;

    [LoggerMessage(EventId = 5301, Level = LogLevel.Warning, Message = "After a consultation the room could not be put in order; a customer may still hear music")]
    private partial void LogNotTidied();
}
