using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Agents.Consults;

/// <summary>The webhooks of the leg of a colleague who is asked to join a talk.</summary>
internal static class ConsultEndpoints
{
    /// <summary>Maps the webhooks.</summary>
    public static void MapConsults(this IEndpointRouteBuilder routes)
    {
        var consults = routes.MapGroup("/twilio/voice/consults/{consult}");
        consults.MapPost("/whisper", (HttpContext http, string consult, AgentWebhook hook) => hook.AnswerColleagueAsync(http, consult, WhisperAsync));
        consults.MapPost("/again", (HttpContext http, string consult, AgentWebhook hook) => hook.AnswerColleagueAsync(http, consult, (legs, row, _, stop)
            => legs.Twiml.ConsultAsync(row.Consult, row.Wait, "end", stop)));
        consults.MapPost("/keys", (HttpContext http, string consult, AgentWebhook hook) => hook.AnswerColleagueAsync(http, consult, KeysAsync));
        consults.MapPost("/end", (HttpContext http, string consult, AgentWebhook hook) => hook.AnswerColleagueAsync(http, consult, async (legs, row, _, stop) =>
        {
            await EndAsync(legs, row.Consult.Id, ConsultEnd.Unanswered, stop);
            return AgentTwiml.HangUp;
        }));
        consults.MapPost("/done", (HttpContext http, string consult, AgentWebhook hook) => hook.AnswerColleagueAsync(http, consult, async (legs, row, request, stop) =>
        {
            await GoneAsync(legs, row.Consult.Id, ConsultEnd.Back, stop, isRoomOver: request.CallStatus == CallStatus.InProgress);
            return AgentTwiml.HangUp;
        }));
        consults.MapPost("/status", (HttpContext http, string consult, AgentWebhook hook)
            => hook.NoteAsync(http, (legs, request, stop) => StatusAsync(legs, consult, request, stop)));
    }

    private static async Task<byte[]> WhisperAsync(AgentLegs legs, (ConsultRow Consult, TransferRow Wait) row, WebhookRequest request, CancellationToken stop)
    {
        var isThere = await legs.Consults.PickUpAsync(row.Consult.Id, request.CallSid, stop);
        if (request.AnsweredBy is { } by && (by.StartsWith("machine", StringComparison.Ordinal) || by == "fax"))
        {
            await EndAsync(legs, row.Consult.Id, ConsultEnd.Voicemail, stop);
            return AgentTwiml.HangUp;
        }

        return isThere ? await legs.Twiml.ConsultAsync(row.Consult, row.Wait, "again", stop) : await legs.Twiml.GoneAsync(row.Consult.Agent, row.Wait);
    }

    private static async Task<byte[]> KeysAsync(AgentLegs legs, (ConsultRow Consult, TransferRow Wait) row, WebhookRequest request, CancellationToken stop)
    {
        switch (request.Digits)
        {
            case "1":
                return await legs.Consults.JoinAsync(row.Consult.Id, stop) ? legs.Twiml.Join(row.Consult) : await legs.Twiml.GoneAsync(row.Consult.Agent, row.Wait);
            case "2":
                await EndAsync(legs, row.Consult.Id, ConsultEnd.Refused, stop);
                return AgentTwiml.HangUp;
            default:
                return await legs.Twiml.ConsultChoiceAsync(row.Consult, row.Wait, "end");
        }
    }

    private static Task StatusAsync(AgentLegs legs, string consult, WebhookRequest request, CancellationToken stop) => request.CallStatus switch
    {
        CallStatus.Initiated or CallStatus.Queued or CallStatus.Ringing => legs.Consults.RingsAsync(consult, request.CallSid, legs.RingsAtMost(), stop),
        CallStatus.Busy => GoneAsync(legs, consult, ConsultEnd.Busy, stop),
        CallStatus.Failed => GoneAsync(legs, consult, ConsultEnd.Failed, stop),
        { } status when status.IsFinal() => GoneAsync(legs, consult, ConsultEnd.Unanswered, stop),
        _ => Task.CompletedTask,
    };

    // A colleague who has taken the call over is an agent like any other; one who talked and left has given their advice.
    private static async Task GoneAsync(AgentLegs legs, string consult, ConsultEnd end, CancellationToken stop, bool isRoomOver = false)
    {
        if (await legs.Consults.FindAsync(consult, stop) is not var (row, _))
        {
            return;
        }

        if (row.Result == $"{ConsultEnd.HandedOver}")
        {
            await legs.GoneAsync(consult, OfferEnd.Unanswered, stop, isRoomOver);
            return;
        }

        await EndAsync(legs, consult, row.State == ConsultState.Together ? ConsultEnd.Back : end, stop);
    }

    private static async Task EndAsync(AgentLegs legs, string consult, ConsultEnd end, CancellationToken stop)
    {
        await legs.Consults.EndAsync(consult, end, stop);
        legs.Wake();
    }
}
