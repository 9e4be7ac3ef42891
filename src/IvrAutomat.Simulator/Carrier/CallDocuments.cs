using System.Text;
using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Fetches the documents of one call and executes them, each leading to the next.</summary>
internal sealed class CallDocuments(PhoneCall call, CarrierNetwork carrier, WebhookClient webhooks, WorkCount work)
{
    /// <summary>Far above any conversation; ends a document that leads to itself without a sound.</summary>
    private const int MostDocuments = 5000;
    private int _sent;

    /// <summary>Executes the conversation to its end.</summary>
    public async Task<Next.End> RunAsync(Next.Document first)
    {
        Next next = first;
        while (next is not Next.End)
        {
            next = next switch
            {
                Next.Document document when call.Turns < MostDocuments => await TurnAsync(document),
                Next.Moved moved => moved.To,
                _ => new Next.End("failed", EndedBy.Carrier, $"the call went through {MostDocuments} documents"),
            };
        }

        return (Next.End)next;
    }

    /// <summary>See <see cref="CallRun.HoldAsync"/>.</summary>
    public async Task<Next> HoldAsync(Next.Document first, HoldRule rule, Func<bool> over)
    {
        Next next = first;
        while (next is Next.Document document)
        {
            next = over() ? Next.Over
                : call.Turns < MostDocuments ? await TurnOnceAsync(document, rule, over)
                : new Next.End("failed", EndedBy.Carrier, $"the call went through {MostDocuments} documents");
        }

        return next;
    }

    /// <summary>Makes a request whose answer is not executed.</summary>
    public void Report(Next.Document request) => _ = work.RunAsync(() => SendAsync(Webhook(request), request.Purpose));

    /// <summary>Sends a request of this call as its faults would have it.</summary>
    public async Task<WebhookOutcome> SendAsync(Webhook webhook, WebhookPurpose purpose)
    {
        var number = Interlocked.Increment(ref _sent);
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

    public Webhook Webhook(Next.Document request) =>
        new(request.Url, request.Method, [.. CallForm.Of(call, carrier.Options), .. request.Extra]);

    public async Task<double> FetchSoundAsync(Uri url)
    {
        const double unknownLength = 3;
        const int largestSound = 16 * 1024 * 1024;
        var outcome = await webhooks.SendAsync(new Webhook(url, HttpMethod.Get, []) { ReadsAtMost = largestSound }, CancellationToken.None);
        call.Note(at => new WebhookAnswered(at, url, (outcome as WebhookOutcome.Answer)?.Status, outcome.Took, WebhookPurpose.Media));
        return outcome is WebhookOutcome.Answer { Status: 200, ContentType: { } type } sound && IsSound(type)
            ? WaveLength.Of(sound.Body) ?? unknownLength
            : throw new SoundMissingException(url);
    }

    private async Task<Next> TurnAsync(Next.Document request)
    {
        var next = await TurnOnceAsync(request, rule: null, over: null);
        return next is Next.Failed failed ? Fallback(request, failed.Error) : next;
    }

    private async Task<Next> TurnOnceAsync(Next.Document request, HoldRule? rule, Func<bool>? over)
    {
        if (call.Ear.Over.IsCompleted)
        {
            return await call.Ear.Over;
        }

        WebhookOutcome? outcome = null;
        if (request.Twiml is null)
        {
            var sending = SendAsync(Webhook(request), request.Purpose);
            if (await Task.WhenAny(sending, call.Ear.Over) != sending)
            {
                // The request stays under way, and counts as work of its own until it is answered.
                _ = work.RunAsync(() => sending);
                return await call.Ear.Over;
            }

            outcome = await sending;
        }

        if (call.Ear.TakeMove() is { } moved)
        {
            return moved;
        }

        var error = Read(request, outcome, rule, out var document);
        return error is null ? await ExecuteAsync(document!, rule, over) : new Next.Failed(error);
    }

    private TwimlError? Read(Next.Document request, WebhookOutcome? outcome, HoldRule? rule, out TwimlDocument? document)
    {
        document = null;
        if (outcome is WebhookOutcome.None none)
        {
            return new TwimlError(none.Code, none.Reason);
        }

        var answer = outcome as WebhookOutcome.Answer
            ?? new WebhookOutcome.Answer(200, "text/xml", Encoding.UTF8.GetBytes(request.Twiml!), TimeSpan.Zero);
        if (rule is not null && answer is { Status: 200, ContentType: { } type } && IsSound(type))
        {
            document = TwimlReader.SoundAt(request.Url);
            return null;
        }

        var error = TwimlReader.Read(request.Url, answer, carrier.Switches, out document)
            ?? (document is null ? null : rule?.Check(document.Response));
        if (error is null && document is { } received)
        {
            call.Note(at => new DocumentReceived(at, request.Url, received.Xml));
            carrier.Keep(answer.Body);
        }

        return error;
    }

    private async Task<Next> ExecuteAsync(TwimlDocument document, HoldRule? rule, Func<bool>? over)
    {
        call.CountTurn();
        var run = new CallRun(call, document.Url, carrier, this, over);
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

        return rule is null ? new Next.End("completed", EndedBy.Automat, "the document ended") : Next.Verb;
    }

    private Next Fallback(Next.Document request, TwimlError error)
    {
        call.Note(at => new Trouble(at, error.Code, error.Message));
        if (call.FallbackUrl is not { } fallback || request.Purpose == WebhookPurpose.Fallback)
        {
            return new Next.End("failed", EndedBy.Carrier, $"error {error.Code}: {error.Message}");
        }

        KeyValuePair<string, string>[] extra = [new("ErrorCode", error.Code.ToString()), new("ErrorUrl", request.Url.AbsoluteUri)];
        return new Next.Document(fallback, HttpMethod.Post, extra) { Purpose = WebhookPurpose.Fallback };
    }

    private static bool IsSound(string contentType) => contentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);

    private sealed class SoundMissingException(Uri url) : Exception($"The sound at {url.AbsolutePath} could not be had.");
}
