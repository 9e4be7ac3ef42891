using System.Xml.Linq;
using IvrAutomat.Simulator.Carrier.Queues;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Connects the call to whoever waits longest in a queue (https://www.twilio.com/docs/voice/twiml/queue).</summary>
internal static class DialQueue
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public static ElementRule Rule { get; } = new("Queue")
    {
        Text = TextRule.Required,
        EmptyCode = 14206,
        Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
        {
            ["url"] = AttributeRule.Url(),
            ["method"] = AttributeRule.Method(),
        },
    };

    public static async Task<Next> RunAsync(XElement dial, CallRun run)
    {
        var noun = dial.Elements().Single();
        if (run.Carrier.Queues.FindNamed(noun.Value.Trim()) is not { } queue)
        {
            run.Call.Note(at => new Trouble(at, 14206, "There is no such queue."));
            return DialVerb.After(dial, run, Form("failed", queue: null, TimeSpan.Zero));
        }

        var patience = TimeSpan.FromSeconds((int?)dial.Attribute("timeout") ?? 30);
        var began = run.Time.GetTimestamp();
        var talk = Take(queue, run, noun);
        while (talk is null && run.Time.GetElapsedTime(began) < patience)
        {
            switch (await run.WaitAsync(BetweenLooks, act => DialVerb.StarHangsUp(dial, act)))
            {
                case CallerAct.Leave leave:
                    return DialVerb.AfterLeaving(dial, run, leave.Next, Form("canceled", queue, TimeSpan.Zero));
                case not null:
                    return DialVerb.After(dial, run, Form("completed", queue, TimeSpan.Zero));
                default:
                    talk = Take(queue, run, noun);
                    break;
            }
        }

        if (talk is null)
        {
            return DialVerb.After(dial, run, Form("no-answer", queue, TimeSpan.Zero));
        }

        var act = await talk.StayAsync(run, act => DialVerb.StarHangsUp(dial, act), DialVerb.LimitOf(dial));
        var form = Form("completed", queue, talk.Length);
        return act is CallerAct.Leave left ? DialVerb.AfterLeaving(dial, run, left.Next, form) : DialVerb.After(dial, run, form);
    }

    private static Talk? Take(WaitingQueue queue, CallRun run, XElement noun)
    {
        if (queue.Members is not [var first, ..])
        {
            return null;
        }

        var before = (string?)noun.Attribute("url") is { } url
            ? run.Request(url, (string?)noun.Attribute("method"),
                [new("QueueSid", queue.Sid), new("QueueTime", first.SecondsWaited.ToString()), new("DequeingCallSid", run.Call.Sid)])
            : null;
        var talk = new Talk(first.Call, run.Call, run.Time);
        return first.TakeFor(talk, before) ? talk : null;
    }

    private static KeyValuePair<string, string>[] Form(string status, WaitingQueue? queue, TimeSpan talk) =>
    [
        new("DialCallStatus", status),
        new("DialCallDuration", ((int)talk.TotalSeconds).ToString()),
        new("DialBridged", talk > TimeSpan.Zero ? "true" : "false"),
        .. queue is null ? [] : new KeyValuePair<string, string>[] { new("QueueSid", queue.Sid) },
    ];
}
