namespace IvrAutomat.Simulator.Carrier;

/// <summary>Carries the status callbacks of one call or conference: one after the other, unless its faults say otherwise.</summary>
/// <remarks>https://www.twilio.com/docs/usage/webhooks: they are sent once, best effort, beside the requests for documents.</remarks>
internal sealed class CallbackPost(CarrierFaults faults, TimeProvider time, WorkCount work, Func<Webhook, Task> send)
{
    private static readonly TimeSpan Overtaken = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly Queue<Webhook> _waiting = new();
    private bool _carrying;
    private int _posted;

    /// <summary>Takes a callback; it is under way when this returns.</summary>
    /// <param name="happened">The event that it tells, in the carrier's words.</param>
    /// <param name="webhook">The request.</param>
    public void Post(string happened, Webhook webhook)
    {
        if (faults.LoseStatusCallback || faults.LoseCallbacks.Contains(happened))
        {
            return;
        }

        for (var times = faults.StatusCallbackTwice ? 2 : 1; times > 0; times--)
        {
            // Every other one is overtaken by the one that follows it.
            var swapped = faults.SwapCallbacks && Interlocked.Increment(ref _posted) % 2 == 1;
            var late = faults.CallbackDelay + (swapped ? Overtaken : TimeSpan.Zero);
            if (late > TimeSpan.Zero)
            {
                _ = work.RunAsync(() => SendLateAsync(webhook, late));
            }
            else
            {
                Carry(webhook);
            }
        }
    }

    private void Carry(Webhook webhook)
    {
        lock (_gate)
        {
            _waiting.Enqueue(webhook);
            if (_carrying)
            {
                return;
            }

            _carrying = true;
        }

        _ = work.RunAsync(CarryAllAsync);
    }

    private async Task CarryAllAsync()
    {
        while (true)
        {
            Webhook? next;
            lock (_gate)
            {
                if (!_waiting.TryDequeue(out next))
                {
                    _carrying = false;
                    return;
                }
            }

            await send(next);
        }
    }

    private async Task SendLateAsync(Webhook webhook, TimeSpan late)
    {
        await work.RestAsync(late, time);
        await send(webhook);
    }
}
