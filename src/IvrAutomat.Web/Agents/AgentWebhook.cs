using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Agents;

/// <summary>Reads, runs and answers the webhooks of an agent's leg. Whatever goes wrong, the agent's leg ends and the caller waits on.</summary>
internal sealed partial class AgentWebhook(WebhookReader reader, AgentLegs legs, TimeProvider time, ILogger<AgentWebhook> log)
{
    /// <summary>Answers with TwiML; an offer that does not exist ends the leg.</summary>
    public Task<IResult> AnswerAsync(
        HttpContext http, string offerId, Func<AgentLegs, (OfferRow Offer, TransferRow Wait), WebhookRequest, CancellationToken, Task<byte[]>> answer)
        => AnswerAsync(http, async (request, stop)
            => await legs.Book.OfferAsync(offerId, stop) is { } row ? await answer(legs, row, request, stop) : AgentTwiml.HangUp);

    /// <summary>Answers the leg of a customer who is called back; one that is not known ends.</summary>
    public Task<IResult> AnswerCustomerAsync(
        HttpContext http, string waitId, Func<AgentLegs, TransferRow, WebhookRequest, CancellationToken, Task<byte[]>> answer)
        => AnswerAsync(http, async (request, stop)
            => await legs.Book.FindAsync(waitId, stop) is { IsCallback: true } wait ? await answer(legs, wait, request, stop) : AgentTwiml.HangUp);

    /// <summary>Answers the leg of a colleague who is asked to join a talk; one that is not known ends.</summary>
    public Task<IResult> AnswerColleagueAsync(
        HttpContext http, string consultId, Func<AgentLegs, (ConsultRow Consult, TransferRow Wait), WebhookRequest, CancellationToken, Task<byte[]>> answer)
        => AnswerAsync(http, async (request, stop)
            => await legs.Consults.FindAsync(consultId, stop) is { } row ? await answer(legs, row, request, stop) : AgentTwiml.HangUp);

    private async Task<IResult> AnswerAsync(HttpContext http, Func<WebhookRequest, CancellationToken, Task<byte[]>> answer)
    {
        if (await reader.ReadCallAsync(http) is not { } request)
        {
            return Results.Empty;
        }

        try
        {
            using var budget = new CancellationTokenSource(VoiceEndpoints.Budget, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, budget.Token);
            return new TwimlResult(await answer(request, limit.Token));
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(failure);
            return new TwimlResult(AgentTwiml.HangUp);
        }
    }

    /// <summary>Takes note of a report about the agent's leg.</summary>
    public async Task<IResult> NoteAsync(HttpContext http, Func<AgentLegs, WebhookRequest, CancellationToken, Task> note)
        => await NoteAsync(http, await reader.ReadCallAsync(http), note);

    /// <summary>Takes note of a report about the room.</summary>
    public async Task<IResult> NoteRoomAsync(HttpContext http, Func<AgentLegs, WebhookRequest, CancellationToken, Task> note)
        => await NoteAsync(http, await reader.ReadConferenceAsync(http), note);

    private async Task<IResult> NoteAsync(HttpContext http, WebhookRequest? request, Func<AgentLegs, WebhookRequest, CancellationToken, Task> note)
    {
        if (request is null)
        {
            return Results.Empty;
        }

        try
        {
            using var budget = new CancellationTokenSource(VoiceEndpoints.Budget, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, budget.Token);
            await note(legs, request, limit.Token);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            // What was lost here a timer brings about.
            LogFailed(failure);
        }

        return Results.NoContent();
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "A webhook of an agent's leg could not be answered as it should; the caller waits on")]
    private partial void LogFailed(Exception failure);
}
