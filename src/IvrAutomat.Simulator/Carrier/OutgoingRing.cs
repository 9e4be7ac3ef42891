using IvrAutomat.Simulator.Carrier.Verbs;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Rings a phone for a call that the product has placed, and goes on when somebody answers.</summary>
internal sealed class OutgoingRing(PhoneCall call, CarrierNetwork carrier, CallDocuments documents, Action<string> tell)
{
    private static readonly TimeSpan Dialling = TimeSpan.FromSeconds(1);

    /// <summary>https://www.twilio.com/docs/voice/api/call-resource: five seconds are added to what is asked for.</summary>
    private static readonly TimeSpan Added = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilRecognised = TimeSpan.FromSeconds(3);

    /// <summary>How long the greeting of a voicemail is.</summary>
    private static readonly TimeSpan Greeting = TimeSpan.FromSeconds(8);
    private static readonly CallerAct.Leave TooLong = new(new Next.End("completed", EndedBy.Carrier, "the time limit of the call"));
    private readonly CallSetup _setup = call.Setup;

    public async Task<Next.End> RunAsync()
    {
        var phone = carrier.NumberOf(call.To);
        if (await WaitAsync(_setup.QueueTime) is { } early)
        {
            return early;
        }

        tell("initiated");
        // A leg that a document dials rings at once: there the ringing is what the caller hears.
        var rings = phone.WhenDialled is not (WhenDialled.Busy or WhenDialled.Fails);
        if (await WaitAsync(rings && call.Direction == CallSetup.OutboundDial ? TimeSpan.Zero : Dialling) is { } cancelled)
        {
            return cancelled;
        }

        switch (phone.WhenDialled)
        {
            case WhenDialled.Fails:
                return End("failed", "the number cannot be reached");
            case WhenDialled.Busy:
                return End("busy", "the number is engaged");
            default:
                break;
        }

        call.Become("ringing");
        tell("ringing");
        return await RingAsync(phone) ?? await AnswerAsync(phone);
    }

    private async Task<Next.End?> RingAsync(VirtualNumber phone)
    {
        var patience = _setup.Timeout + Added;
        var after = phone.ActsAfter is { } acts && acts <= patience ? acts : patience;
        var act = await NextAsync(after, stops: act => act is CallerAct.PickUp or CallerAct.Decline);
        return act switch
        {
            CallerAct.Leave leave => Cancelled(leave),
            CallerAct.Decline => Refused,
            CallerAct.PickUp => null,
            _ when after == patience && phone.ActsAfter != patience => End("no-answer", "nobody answered"),
            _ when phone.WhenDialled == WhenDialled.Declines => Refused,
            _ => null,
        };
    }

    private async Task<Next.End> AnswerAsync(VirtualNumber phone)
    {
        call.Become("in-progress");
        tell("answered");
        await using var limit = _setup.TimeLimit is { } most
            ? carrier.Time.CreateTimer(_ => call.Ear.Tell(TooLong), state: null, most, Timeout.InfiniteTimeSpan)
            : null;
        var machine = phone.WhenDialled == WhenDialled.Voicemail;
        IReadOnlyList<KeyValuePair<string, string>> found = [];
        if (_setup.Detection is { } detection)
        {
            var end = machine && detection == MachineDetection.DetectMessageEnd;
            if (await NextAsync(end ? Greeting : UntilRecognised, stops: _ => false) is CallerAct.Leave { Next: Next.End gone })
            {
                return gone;
            }

            call.AnsweredBy = !machine ? "human" : end ? "machine_end_beep" : "machine_start";
            found = [new("AnsweredBy", call.AnsweredBy)];
        }

        return _setup.WhenAnswered is { } connect
            ? await connect(call, documents)
            : await documents.RunAsync(_setup.Start! with { Extra = found });
    }

    private Next.End Refused =>
        new(carrier.Switches.DeclinedIsNoAnswer ? "no-answer" : "busy", EndedBy.Caller, "the call was refused");

    private async Task<Next.End?> WaitAsync(TimeSpan length) =>
        await NextAsync(length, stops: _ => false) is CallerAct.Leave leave ? Cancelled(leave) : null;

    // What is pressed or said into a phone that is not answered reaches nobody.
    private async Task<CallerAct?> NextAsync(TimeSpan length, Func<CallerAct, bool> stops)
    {
        var began = carrier.Time.GetTimestamp();
        while (true)
        {
            var act = await call.Ear.NextAsync(length - carrier.Time.GetElapsedTime(began));
            if (act is null or CallerAct.Leave || stops(act))
            {
                return act;
            }
        }
    }

    private static Next.End Cancelled(CallerAct.Leave leave) =>
        leave.Next is Next.End end ? end with { Status = "canceled" } : End("failed", "a call that rings was moved");

    private static Next.End End(string status, string reason) => new(status, EndedBy.Carrier, reason);
}
