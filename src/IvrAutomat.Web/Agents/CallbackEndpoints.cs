using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Agents;

/// <summary>The webhooks of the leg of a customer whom the automat calls back.</summary>
internal static class CallbackEndpoints
{
    /// <summary>Maps the webhooks.</summary>
    public static void MapCallbacks(this IEndpointRouteBuilder routes)
    {
        var callbacks = routes.MapGroup("/twilio/voice/callbacks/{wait}");
        callbacks.MapPost("/answer", (HttpContext http, string wait, AgentWebhook hook) => hook.AnswerCustomerAsync(http, wait, AnswerAsync));
        callbacks.MapPost("/done", (HttpContext http, string wait, AgentWebhook hook) => hook.AnswerCustomerAsync(http, wait, DoneAsync));
        callbacks.MapPost("/status", (HttpContext http, string wait, AgentWebhook hook) => hook.NoteAsync(http, (legs, request, stop) => StatusAsync(legs, wait, request, stop)));
    }

    internal static async Task<byte[]> AnswerAsync(AgentLegs legs, TransferRow wait, WebhookRequest request, CancellationToken stop)
    {
        await legs.Book.DialsAsync(wait.Id, request.CallSid, stop);
        if (request.AnsweredBy is { } by && (by.StartsWith("machine", StringComparison.Ordinal) || by == "fax"))
        {
            await ConcludeAsync(legs, wait.Id, stop);
            return AgentTwiml.HangUp;
        }

        // Looked at once more: whoever ended the attempt meanwhile ends this leg only if it was named before.
        return await legs.Book.FindAsync(wait.Id, stop) is { State: TransferState.Claimed or TransferState.Talking, Room: { } room } now && now.Leg == request.CallSid
            ? await legs.Twiml.WelcomeAsync(wait, room)
            : await legs.Twiml.NotNowAsync(wait);
    }

    // The customer was in the room: where the report of the meeting was lost, this tells it.
    internal static async Task<byte[]> DoneAsync(AgentLegs legs, TransferRow wait, WebhookRequest request, CancellationToken stop)
    {
        if (wait.Room is { } room)
        {
            await legs.Book.MeetAsync(room, stop);
        }

        await ConcludeAsync(legs, wait.Id, stop);
        return AgentTwiml.HangUp;
    }

    internal static async Task StatusAsync(AgentLegs legs, string wait, WebhookRequest request, CancellationToken stop)
    {
        await legs.Book.DialsAsync(wait, request.CallSid, stop);
        if (request.CallStatus is { } status && status.IsFinal())
        {
            await ConcludeAsync(legs, wait, stop);
        }
    }

    private static async Task ConcludeAsync(AgentLegs legs, string wait, CancellationToken stop)
    {
        await legs.Book.ConcludeAsync(wait, stop);
        legs.Wake();
    }
}
