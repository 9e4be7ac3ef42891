using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Rings some numbers together; the first to pick up is connected, the others are hung up.</summary>
/// <remarks>https://www.twilio.com/docs/voice/twiml/dial: what the called side hears first does not change who has won.</remarks>
internal sealed class DialAttempt(XElement dial, CallRun run, IReadOnlyList<DialledNumber> numbers)
{
    private static readonly CallerAct.Leave Cancel = new(new Next.End("canceled", EndedBy.Carrier, "the dialling side ended it"));
    private static readonly CallerAct.Leave Complete = new(new Next.End("completed", EndedBy.Carrier, "the dialling side ended it"));
    private readonly Lock _gate = new();
    private readonly List<PhoneCall> _legs = [];
    private PhoneCall? _winner;
    private Talk? _talk;

    public async Task<DialEnd> RunAsync()
    {
        var timeout = TimeSpan.FromSeconds((int?)dial.Attribute("timeout") ?? 30);
        foreach (var number in numbers)
        {
            Place(number, timeout);
        }

        var act = await run.WaitAsync(CallRun.LongestCall, act => act is CallerAct.Nudge ? IsSettled : DialVerb.StarHangsUp(dial, act));
        if (_talk is not { } talk || act is not CallerAct.Nudge)
        {
            HangUpAll();
            return act switch
            {
                CallerAct.Leave leave => new DialEnd("canceled", _winner ?? _legs[^1], TimeSpan.Zero, leave.Next),
                CallerAct.Key => new DialEnd("completed", _winner ?? _legs[^1], TimeSpan.Zero, Left: null),
                _ => new DialEnd(Outcome(), _winner ?? _legs[^1], TimeSpan.Zero, Left: null),
            };
        }

        run.AnswerIfRinging();
        run.Call.Note(at => new DialChanged(at, "answered"));
        var end = await talk.StayAsync(run, act => DialVerb.StarHangsUp(dial, act), DialVerb.LimitOf(dial));
        return new DialEnd("completed", _winner, talk.Length, (end as CallerAct.Leave)?.Next);
    }

    // Connected, or nobody is left who could be.
    private bool IsSettled => _talk is not null || Legs.All(leg => leg.Ended.IsCompleted);

    private PhoneCall[] Legs
    {
        get
        {
            lock (_gate)
            {
                return [.. _legs];
            }
        }
    }

    private void Place(DialledNumber number, TimeSpan timeout)
    {
        run.Call.Note(at => new Dialled(at, number.Number));
        var leg = run.Carrier.Place(new CallSetup((string?)dial.Attribute("callerId") ?? run.Call.Person, number.Number, CallSetup.OutboundDial)
        {
            ParentSid = run.Call.Sid,
            Callback = number.Callback,
            Detection = number.Detection,
            Timeout = timeout,
            Faults = run.Call.Faults,
            WhenAnswered = (leg, documents) => ConnectAsync(leg, number, documents),
            WhenEnded = _ => run.Call.Ear.Tell(new CallerAct.Nudge()),
        });
        lock (_gate)
        {
            _legs.Add(leg);
        }
    }

    private async Task<Next.End> ConnectAsync(PhoneCall leg, DialledNumber number, CallDocuments documents)
    {
        lock (_gate)
        {
            if (_winner is not null)
            {
                return (Next.End)Cancel.Next;
            }

            _winner = leg;
        }

        foreach (var other in Legs.Where(each => each != leg))
        {
            other.Ear.Tell(Cancel);
        }

        if (number.Before is { } before
            && await documents.HoldAsync(before, HoldRule.BeforeBridge, () => false) is var heard and not Next.NextVerb)
        {
            return heard as Next.End ?? new Next.End("failed", EndedBy.Carrier, "what is heard before the connection could not be had");
        }

        var talk = new Talk(run.Call, leg, run.Time);
        talk.Begin();
        _talk = talk;
        run.Call.Ear.Tell(new CallerAct.Nudge());
        var phone = run.Carrier.NumberOf(number.Number);
        var left = await talk.StayAsync(
            new CallRun(leg, run.DocumentUrl, run.Carrier, documents),
            limit: phone.WhenDialled == WhenDialled.Answers ? phone.TalksFor : null);
        return (left as CallerAct.Leave)?.Next as Next.End ?? new Next.End("completed", EndedBy.Carrier, "the talk ended");
    }

    private void HangUpAll()
    {
        foreach (var leg in Legs)
        {
            leg.Ear.Tell(leg.AnsweredAt is null ? Cancel : Complete);
        }
    }

    private string Outcome() =>
        _winner is not null ? "completed"
        : _legs.Exists(leg => leg.Status == "no-answer") ? "no-answer"
        : _legs.Exists(leg => leg.Status == "busy") ? "busy"
        : "failed";
}
