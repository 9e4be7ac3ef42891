using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The webhooks of a call. Whatever goes wrong inside, the carrier gets a document that connects the caller with a
/// person.
/// </summary>
internal static partial class VoiceEndpoints
{
    /// <summary>
    /// What deciding a webhook may take. Two seconds are promised, as seen from outside: the way there and back and a busy machine's threads have
    /// the rest. The carrier waits longer, the caller does not.
    /// </summary>
    internal static readonly TimeSpan Budget = TimeSpan.FromSeconds(1.8);

    /// <summary>Maps the webhooks.</summary>
    public static void MapVoice(this IEndpointRouteBuilder routes)
    {
        var voice = routes.MapGroup("/twilio/voice");
        voice.MapPost("", (HttpContext http, VoiceWebhook hook, LineTwiml line) => hook.AnswerAsync(http, line.ArriveAsync));
        voice.MapPost(LineTwiml.OverflowPath, (HttpContext http, VoiceWebhook hook) => hook.AnswerAsync(http, LineTwiml.OverflowAsync));
        voice.MapPost("/turns/{step:int}", (HttpContext http, int step, VoiceWebhook hook) => hook.AnswerAsync(http, async (runner, request, stop)
            => await runner.TurnAsync(request.CallSid, step, new RawInput(request.Digits, request.SpeechResult), stop)));
        voice.MapPost("/turns/{step:int}/silence", (HttpContext http, int step, VoiceWebhook hook) => hook.AnswerAsync(http, async (runner, request, stop)
            => await runner.TurnAsync(request.CallSid, step, RawInput.None, stop)));
        voice.MapPost("/turns/{step:int}/wait", (HttpContext http, int step, VoiceWebhook hook) => hook.AnswerAsync(http, async (runner, request, stop)
            => await runner.TurnAsync(request.CallSid, step, RawInput.None, stop)));
        voice.MapPost("/turns/{step:int}/left", (HttpContext http, VoiceWebhook hook) => hook.AnswerAsync(http, LeftAsync));
        voice.MapPost("/turns/{step:int}/talked", (HttpContext http, VoiceWebhook hook) => hook.AnswerAsync(http, async (runner, request, stop)
            => await runner.LeaveRoomAsync(request.CallSid, stop)));
        voice.MapPost("/fallback", (HttpContext http, VoiceWebhook hook, LineTwiml line) => hook.AnswerAsync(http, (runner, request, stop)
            => FallbackAsync(line, runner, request, stop)));
        voice.MapPost("/status", async (HttpContext http, VoiceWebhook hook) => await hook.NoteAsync(http, async (runner, request, stop) =>
        {
            if (request.CallStatus is { } status && status.IsFinal())
            {
                await runner.HangUpAsync(request.CallSid, stop);
            }
        }));
    }

    // A caller who was fetched out of the queue is on the way to another document, which is decided where it is asked for.
    private static async Task<byte[]?> LeftAsync(CallRunner runner, WebhookRequest request, CancellationToken stop)
        => request.QueueResult is "leave" or "error" or "queue-full" or "system-error"
            ? await runner.HappenAsync(request.CallSid, new QueueLeft(), stop)
            : await runner.PresentAsync(request.CallSid, stop);

    // A document that the carrier could not read would fail again; one that it could not fetch is fetched once more.
    private static async Task<byte[]?> FallbackAsync(LineTwiml line, CallRunner runner, WebhookRequest request, CancellationToken stop)
        => request.ErrorCode is null or (>= 11_000 and < 12_000)
            ? await runner.PresentAsync(request.CallSid, stop) ?? await line.ArriveAsync(runner, request, stop)
            : null;

    /// <summary>Reads, runs and answers one webhook.</summary>
    internal sealed partial class VoiceWebhook(WebhookReader reader, IServiceProvider services, AnswerForms forms, TimeProvider time, ILogger<VoiceWebhook> log)
    {
        /// <summary>Answers with TwiML; null or a failure connects the caller with a person.</summary>
        public async Task<IResult> AnswerAsync(HttpContext http, Func<CallRunner, WebhookRequest, CancellationToken, Task<byte[]?>> answer)
        {
            if (await reader.ReadCallAsync(http) is not { } request)
            {
                return Results.Empty;
            }

            try
            {
                return new TwimlResult(
                    await InTimeAsync(http, stop => answer(services.GetRequiredService<CallRunner>(), request, stop)) ?? forms.Human());
            }
            catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
            {
                LogHuman(request.CallSid, failure);
                return new TwimlResult(forms.Human());
            }
        }

        /// <summary>Takes note of something; the carrier learns only that it arrived.</summary>
        public async Task<IResult> NoteAsync(HttpContext http, Func<CallRunner, WebhookRequest, CancellationToken, Task> note)
        {
            if (await reader.ReadCallAsync(http) is not { } request)
            {
                return Results.Empty;
            }

            try
            {
                await InTimeAsync(http, async stop =>
                {
                    await note(services.GetRequiredService<CallRunner>(), request, stop);
                    return true;
                });
            }
            catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
            {
                // What was lost here is found again by whoever looks for calls that have gone quiet.
                LogNotNoted(request.CallSid, failure);
            }

            return Results.NoContent();
        }

        private async Task<T> InTimeAsync<T>(HttpContext http, Func<CancellationToken, Task<T>> work)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            try
            {
                // On a thread of its own: a driver that blocks must not keep us from giving up.
                return await Task.Run(() => work(limit.Token), limit.Token).WaitAsync(Budget, time, limit.Token);
            }
            catch
            {
                // Who is connected with a person now must not be decided about later, once the database answers again.
                await limit.CancelAsync();
                throw;
            }
        }

        [LoggerMessage(EventId = 2201, Level = LogLevel.Error, Message = "Call {CallId} could not be carried on; the caller is connected with a person")]
        private partial void LogHuman(string callId, Exception failure);

        [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "A report about call {CallId} could not be noted")]
        private partial void LogNotNoted(string callId, Exception failure);
    }
}
