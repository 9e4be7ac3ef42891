using IvrAutomat.Calls;
using IvrAutomat.Queue;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// The webhooks of an agent's leg, of the room, and of a caller who is fetched out of the queue. Status reports are hints: whatever they
/// bring about, a timer brings about as well.
/// </summary>
internal static class AgentEndpoints
{
    /// <summary>Maps the webhooks.</summary>
    public static void MapAgents(this IEndpointRouteBuilder routes)
    {
        var agents = routes.MapGroup("/twilio/voice/agents/{offer}");
        agents.MapPost("/whisper", (HttpContext http, string offer, AgentWebhook hook) => hook.AnswerAsync(http, offer, WhisperAsync));
        agents.MapPost("/again", (HttpContext http, string offer, AgentWebhook hook) => hook.AnswerAsync(http, offer, async (legs, row, _, stop)
            => await legs.Twiml.WhisperAsync(row.Offer, row.Wait, "end", stop)));
        agents.MapPost("/keys", (HttpContext http, string offer, AgentWebhook hook) => hook.AnswerAsync(http, offer, KeysAsync));
        agents.MapPost("/end", (HttpContext http, string offer, AgentWebhook hook) => hook.AnswerAsync(http, offer, async (legs, row, _, stop) =>
        {
            await legs.EndAsync(row.Offer.Id, OfferEnd.Unanswered, stop);
            return AgentTwiml.HangUp;
        }));
        agents.MapPost("/unreached", (HttpContext http, string offer, AgentWebhook hook) => hook.AnswerAsync(http, offer, (legs, row, _, _)
            => legs.Twiml.UnreachedAsync(row.Offer.Agent, row.Wait)));
        agents.MapPost("/done", (HttpContext http, string offer, AgentWebhook hook) => hook.AnswerAsync(http, offer, async (legs, row, request, stop) =>
        {
            await legs.GoneAsync(row.Offer.Id, OfferEnd.Unanswered, stop, isRoomOver: request.CallStatus == CallStatus.InProgress);
            return AgentTwiml.HangUp;
        }));
        agents.MapPost("/status", (HttpContext http, string offer, AgentWebhook hook) => hook.NoteAsync(http, (legs, request, stop) => StatusAsync(legs, offer, request, stop)));
        agents.MapPost("/events", (HttpContext http, string offer, AgentWebhook hook) => hook.NoteRoomAsync(http, async (legs, request, stop) =>
        {
            if (request.ConferenceEvent == "conference-start")
            {
                await legs.Book.MeetAsync(offer, stop);
            }
        }));

        routes.MapPost("/twilio/voice/transfers/{wait}/moved", (HttpContext http, string wait, VoiceEndpoints.VoiceWebhook hook, TransferBook book)
            => hook.AnswerAsync(http, (runner, request, stop) => MovedAsync(runner, book, wait, request, stop)));
    }

    internal static async Task<byte[]> WhisperAsync(AgentLegs legs, (OfferRow Offer, TransferRow Wait) row, WebhookRequest request, CancellationToken stop)
    {
        var isThere = await legs.Book.PickUpAsync(row.Offer.Id, request.CallSid, stop);
        if (request.AnsweredBy is { } by && (by.StartsWith("machine", StringComparison.Ordinal) || by == "fax"))
        {
            await legs.EndAsync(row.Offer.Id, OfferEnd.Voicemail, stop);
            return AgentTwiml.HangUp;
        }

        return isThere ? await legs.Twiml.WhisperAsync(row.Offer, row.Wait, "again", stop) : await legs.Twiml.GoneAsync(row.Offer.Agent, row.Wait);
    }

    internal static async Task<byte[]> KeysAsync(AgentLegs legs, (OfferRow Offer, TransferRow Wait) row, WebhookRequest request, CancellationToken stop)
    {
        var offer = row.Offer;
        switch (request.Digits)
        {
            case "1":
                var isTaken = await legs.Book.TakeAsync(offer.Id, stop);
                legs.Wake();
                return isTaken ? legs.Twiml.Meet(offer) : await legs.Twiml.GoneAsync(offer.Agent, row.Wait);
            // A customer who is to be called back has no automat to go back to.
            case "2":
            case "3" when row.Wait.IsCallback:
                await legs.EndAsync(offer.Id, OfferEnd.Refused, stop);
                return AgentTwiml.HangUp;
            case "3":
                var isBack = await legs.Book.GiveBackAsync(offer.Id, stop);
                legs.Wake();
                return isBack ? AgentTwiml.HangUp : await legs.Twiml.GoneAsync(offer.Agent, row.Wait);
            default:
                return await legs.Twiml.ChoiceAsync(offer, row.Wait, "end");
        }
    }

    internal static async Task StatusAsync(AgentLegs legs, string offer, WebhookRequest request, CancellationToken stop)
    {
        switch (request.CallStatus)
        {
            case CallStatus.Initiated or CallStatus.Queued:
                await legs.RingsAsync(offer, request.CallSid, stop);
                break;
            case CallStatus.Ringing:
                await legs.RingsAsync(offer, request.CallSid, stop);
                await legs.RingsLaterAsync(offer, stop);
                await legs.PrepareAsync(offer, stop);
                break;
            case CallStatus.Busy:
                await legs.GoneAsync(offer, OfferEnd.Busy, stop);
                break;
            case CallStatus.Failed:
                await legs.GoneAsync(offer, OfferEnd.Failed, stop);
                break;
            case { } status when status.IsFinal():
                await legs.GoneAsync(offer, OfferEnd.Unanswered, stop);
                break;
        }
    }

    // What the caller was fetched for stands in the database, not in the address: it may have changed on the way.
    internal static async Task<byte[]?> MovedAsync(CallRunner runner, TransferBook book, string wait, WebhookRequest request, CancellationToken stop)
    {
        if (await book.FindAsync(wait, stop) is not { } row || row.CallId != request.CallSid)
        {
            return await runner.PresentAsync(request.CallSid, stop);
        }

        CallerInput? input = row.State switch
        {
            TransferState.Talking when await HasLeftAsync(book, row, stop) => new TalkEnded(Happened: true),
            TransferState.Claimed or TransferState.Talking => new AgentTook(row.Room!),
            TransferState.Returning => new GivenBack(),
            TransferState.Waiting => new AgentLost(),
            _ => null,
        };
        var answer = input is null ? await runner.PresentAsync(request.CallSid, stop) : await runner.HappenAsync(request.CallSid, input, stop);
        await book.ArriveAsync(wait, row.State, stop);
        return answer;
    }

    private static async Task<bool> HasLeftAsync(TransferBook book, TransferRow wait, CancellationToken stop)
        => wait.OfferId is { } offer && await book.OfferAsync(offer, stop) is ({ EndedAt: not null }, _);
}
