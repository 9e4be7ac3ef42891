using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Carries one call from its first webhook to its last.</summary>
internal sealed class CallExecution
{
    private readonly PhoneCall _call;
    private readonly CarrierNetwork _carrier;
    private readonly CallDocuments _documents;
    private readonly CallbackPost _post;
    private int _told;

    public CallExecution(PhoneCall call, CarrierNetwork carrier, WebhookClient webhooks, WorkCount work)
    {
        _call = call;
        _carrier = carrier;
        _documents = new CallDocuments(call, carrier, webhooks, work);
        _post = new CallbackPost(call.Faults, carrier.Time, work, SendCallbackAsync);
    }

    public async Task RunAsync()
    {
        Next.End end;
        try
        {
            end = await (_call.IsInbound ? ComeInAsync() : new OutgoingRing(_call, _carrier, _documents, Tell).RunAsync());
        }
        catch (Exception failure)
        {
            // The caller must not hang in a call that nobody executes any more, whatever went wrong in the stand-in itself.
            _call.Note(at => new Trouble(at, 0, $"The stand-in failed: {failure.GetType().Name}: {failure.Message}"));
            end = new Next.End("failed", EndedBy.Carrier, "the stand-in failed");
        }

        _call.EndAs(end.By == EndedBy.Caller && _call.AnsweredAt is null && _call.IsInbound ? "canceled" : end.Status, end.By, end.Reason);
        if (end.Report is { } report)
        {
            await _documents.SendAsync(_documents.Webhook(report), report.Purpose);
        }

        Tell("completed");
        _call.Setup.WhenEnded?.Invoke(_call);
    }

    private Task<Next.End> ComeInAsync()
    {
        if (_call.To != _carrier.Options.Line)
        {
            return Task.FromResult(new Next.End("failed", EndedBy.Carrier, "the dialled number is not the line"));
        }

        _call.Become(_carrier.Switches.FirstStatusInProgress ? "in-progress" : "ringing");
        return _documents.RunAsync(_call.Setup.Start!);
    }

    private void Tell(string happened)
    {
        if (_call.Callback is { } callback && callback.Events.Contains(happened))
        {
            var form = CallForm.OfEvent(_call, _carrier.Options, happened, _told++, _carrier.Time.GetUtcNow());
            _post.Post(happened, new Webhook(callback.Url, callback.Method, form));
        }
    }

    private async Task SendCallbackAsync(Webhook webhook)
    {
        var outcome = await _documents.SendAsync(webhook, WebhookPurpose.StatusCallback);
        if (outcome is not WebhookOutcome.Answer { Status: 200 or 204 })
        {
            _call.Note(at => new Trouble(at, 11200, "The status callback was not answered with 200 or 204."));
        }
    }
}
