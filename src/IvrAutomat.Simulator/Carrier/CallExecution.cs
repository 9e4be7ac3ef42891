using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Carries one call from its first webhook to its last: fetch a document, execute it, go where it leads.</summary>
internal sealed class CallExecution(PhoneCall call, CarrierNetwork carrier, WebhookClient webhooks, WorkCount work)
{
    /// <summary>Far above any conversation; ends a document that leads to itself without a sound.</summary>
    private const int MostDocuments = 1000;
    private int _sent;

    public async Task RunAsync()
    {
        Next.End end;
        try
        {
            end = await RunDocumentsAsync();
        }
        catch (Exception failure)
        {
            // The caller must not hang in a call that nobody executes any more, whatever went wrong in the stand-in itself.
            call.Note(at => new Trouble(at, 0, $"The stand-in failed: {failure.GetType().Name}: {failure.Message}"));
            end = new Next.End("failed", EndedBy.Carrier, "the stand-in failed");
        }

        call.EndAs(end.By == EndedBy.Caller && call.AnsweredAt is null ? "canceled" : end.Status, end.By, end.Reason);
        if (end.Report is { } report)
        {
            await SendAsync(Webhook(report), report.Purpose);
        }

        await ReportEndAsync();
    }

    private async Task<Next.End> RunDocumentsAsync()
    {
        if (call.To != carrier.Options.Line)
        {
            return new Next.End("failed", EndedBy.Carrier, "the dialled number is not the line");
        }

        call.Become(carrier.Options.Switches.FirstStatusInProgress ? "in-progress" : "ringing");
        Next next = new Next.Document(carrier.Absolute(carrier.Options.VoiceUrl), HttpMethod.Post, []);
        while (next is Next.Document document)
        {
            next = call.Turns < MostDocuments
                ? await TurnAsync(document)
                : new Next.End("failed", EndedBy.Carrier, $"the call went through {MostDocuments} documents");
        }

        return (Next.End)next;
    }

    private async Task<Next> TurnAsync(Next.Document request)
    {
        if (call.Ear.HungUp.IsCompleted)
        {
            return Next.CallerHungUp;
        }

        var sending = SendAsync(Webhook(request), request.Purpose);
        if (await Task.WhenAny(sending, call.Ear.HungUp) != sending)
        {
            // The request stays under way, and counts as work of its own until it is answered.
            _ = work.RunAsync(() => sending);
            return Next.CallerHungUp;
        }

        var error = Read(request.Url, await sending, out var document);
        var next = error is null ? await ExecuteAsync(document!) : new Next.Failed(error);
        return next is Next.Failed failed ? Fallback(request, failed.Error) : next;
    }

    private TwimlError? Read(Uri url, WebhookOutcome outcome, out TwimlDocument? document)
    {
        document = null;
        if (outcome is not WebhookOutcome.Answer answer)
        {
            var none = (WebhookOutcome.None)outcome;
            return new TwimlError(none.Code, none.Reason);
        }

        var error = TwimlReader.Read(url, answer, out document);
        if (document is { } received)
        {
            call.Note(at => new DocumentReceived(at, url, received.Xml));
            carrier.Keep(answer.Body);
        }

        return error;
    }

    private async Task<Next> ExecuteAsync(TwimlDocument document)
    {
        call.CountTurn();
        var run = new CallRun(call, document.Url, carrier, FetchSoundAsync);
        try
        {
            foreach (var element in document.Response.Elements())
            {
                var verb = Grammar.VerbOf(element);
                if (verb.AnswersTheCall(element))
                {
                    run.AnswerIfRinging();
                }

                if (await verb.RunAsync(element, run) is var next and not Next.NextVerb)
                {
                    return next;
                }
            }
        }
        catch (SoundMissingException missing)
        {
            return new Next.Failed(new TwimlError(11200, missing.Message));
        }

        return new Next.End("completed", EndedBy.Automat, "the document ended");
    }

    private Next Fallback(Next.Document request, TwimlError error)
    {
        call.Note(at => new Trouble(at, error.Code, error.Message));
        if (carrier.Options.FallbackUrl is not { } fallback || request.Purpose == WebhookPurpose.Fallback)
        {
            return new Next.End("failed", EndedBy.Carrier, $"error {error.Code}: {error.Message}");
        }

        KeyValuePair<string, string>[] extra = [new("ErrorCode", error.Code.ToString()), new("ErrorUrl", request.Url.AbsoluteUri)];
        return new Next.Document(carrier.Absolute(fallback), HttpMethod.Post, extra) { Purpose = WebhookPurpose.Fallback };
    }

    private Webhook Webhook(Next.Document request) =>
        new(request.Url, request.Method, [.. CallForm.Of(call, carrier.Options), .. request.Extra]);

    private async Task<WebhookOutcome> SendAsync(Webhook webhook, WebhookPurpose purpose)
    {
        var number = ++_sent;
        await work.RestAsync(call.Faults.Delay, carrier.Time);
        if (call.Faults.DeliverTwice)
        {
            _ = work.RunAsync(() => webhooks.SendAsync(webhook, CancellationToken.None));
        }

        var outcome = await webhooks.SendAsync(webhook, CancellationToken.None);
        var status = (outcome as WebhookOutcome.Answer)?.Status;
        call.Note(at => new WebhookAnswered(at, webhook.Url, status, outcome.Took, purpose));
        return call.Faults.LoseAnswer == number
            ? new WebhookOutcome.None(11200, "The answer was lost (a fault of this call).", outcome.Took)
            : outcome;
    }

    private async Task<double> FetchSoundAsync(Uri url)
    {
        const double unknownLength = 3;
        const int largestSound = 16 * 1024 * 1024;
        var outcome = await webhooks.SendAsync(new Webhook(url, HttpMethod.Get, []) { ReadsAtMost = largestSound }, CancellationToken.None);
        call.Note(at => new WebhookAnswered(at, url, (outcome as WebhookOutcome.Answer)?.Status, outcome.Took, WebhookPurpose.Media));
        return outcome is WebhookOutcome.Answer { Status: 200, ContentType: { } type } sound
            && type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
            ? WaveLength.Of(sound.Body) ?? unknownLength
            : throw new SoundMissingException(url);
    }

    private async Task ReportEndAsync()
    {
        if (carrier.Options.StatusCallbackUrl is not { } url || call.Faults.LoseStatusCallback)
        {
            return;
        }

        var form = CallForm.OfEnd(call, carrier.Options, carrier.Time.GetUtcNow());
        for (var times = call.Faults.StatusCallbackTwice ? 2 : 1; times > 0; times--)
        {
            var outcome = await SendAsync(new Webhook(carrier.Absolute(url), HttpMethod.Post, form), WebhookPurpose.StatusCallback);
            if (outcome is not WebhookOutcome.Answer { Status: 200 or 204 })
            {
                call.Note(at => new Trouble(at, 11200, "The status callback was not answered with 200 or 204."));
            }
        }
    }

    private sealed class SoundMissingException(Uri url) : Exception($"The sound at {url.AbsolutePath} could not be had.");
}
