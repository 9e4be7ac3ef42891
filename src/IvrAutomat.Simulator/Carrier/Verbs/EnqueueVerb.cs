using System.Xml.Linq;
using IvrAutomat.Simulator.Carrier.Queues;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Lets the caller wait in a queue (https://www.twilio.com/docs/voice/twiml/enqueue).</summary>
internal sealed class EnqueueVerb() : Verb(new("Enqueue")
{
    Text = TextRule.Required,
    EmptyCode = 14206,
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
    {
        ["action"] = AttributeRule.Url(14201),
        ["method"] = AttributeRule.Method(14202),
        ["waitUrl"] = AttributeRule.Url(14203),
        ["waitUrlMethod"] = AttributeRule.Method(14204),
        ["maxQueueSize"] = AttributeRule.Whole(1, 5000, 14205),
    },
})
{
    private const int LongestName = 64;

    /// <summary>The shortest round of a waiting document that takes no time itself.</summary>
    private static readonly TimeSpan ShortestRound = TimeSpan.FromSeconds(1);

    public override TwimlError? Check(XElement element) => element.Value.Trim().Length > LongestName
        ? new TwimlError(14206, $"The name of the queue is longer than {LongestName}.")
        : null;

    public override async Task<Next> RunAsync(XElement element, CallRun run)
    {
        var queue = run.Carrier.Queues.Named(element.Value.Trim());
        if ((int?)element.Attribute("maxQueueSize") is { } size)
        {
            queue.MaxSize = size;
        }

        if (queue.Enter(run.Call) is not { } member)
        {
            return Act(element, run, [new("QueueResult", "queue-full"), new("QueueSid", queue.Sid), new("QueueTime", "0")]) ?? Next.Verb;
        }

        run.Call.Note(at => new Queued(at, queue.Name));
        Next end;
        try
        {
            end = await WaitAsync(element, run, member);
        }
        finally
        {
            queue.Remove(member);
            run.Call.Note(at => new Unqueued(at));
        }

        return await GoOnAsync(element, run, member, end);
    }

    private static async Task<Next> WaitAsync(XElement element, CallRun run, QueueMember member)
    {
        var waitUrl = (string?)element.Attribute("waitUrl");
        while (!member.IsTaken)
        {
            if (string.IsNullOrEmpty(waitUrl))
            {
                // The carrier's own music, or silence when the attribute is empty.
                if (await run.WaitAsync(CallRun.LongestCall, act => act is CallerAct.Nudge && member.IsTaken) is CallerAct.Leave leave)
                {
                    return leave.Next;
                }

                continue;
            }

            if (run.Request(waitUrl, (string?)element.Attribute("waitUrlMethod"), member.WaitForm()) is not { } request)
            {
                return new Next.Failed(new TwimlError(14203, "The waitUrl is invalid."));
            }

            var began = run.Time.GetTimestamp();
            if (await run.HoldAsync(request, HoldRule.InQueue, () => member.IsTaken) is var next and not Next.NextVerb and not Next.WaitIsOver)
            {
                return next;
            }

            if (run.Time.GetElapsedTime(began) < ShortestRound
                && await run.WaitAsync(ShortestRound, act => act is CallerAct.Nudge && member.IsTaken) is CallerAct.Leave gone)
            {
                return gone.Next;
            }
        }

        return Next.Over;
    }

    // What each end of the wait leads to: https://www.twilio.com/docs/voice/twiml/enqueue#attributes-action-parameters
    private static async Task<Next> GoOnAsync(XElement element, CallRun run, QueueMember member, Next end)
    {
        switch (end)
        {
            case Next.WaitIsOver:
                return await TalkAsync(element, run, member);
            case Next.OutOfQueue:
                return Act(element, run, member.ResultForm("leave")) ?? Next.Verb;
            case Next.Failed failed:
                run.Call.Note(at => new Trouble(at, failed.Error.Code, failed.Error.Message));
                return Act(element, run, member.ResultForm("error")) ?? Next.Verb;
            case Next.End over:
                return over with { Report = Act(element, run, member.ResultForm("hangup")) };
            default:
                return await MoveAsync(element, run, member, end, "redirected");
        }
    }

    private static async Task<Next> TalkAsync(XElement element, CallRun run, QueueMember member)
    {
        var talk = member.Bridge!;
        var left = member.BeforeBridge is { } before
            ? await run.HoldAsync(before, HoldRule.LeavingQueue, () => talk.IsOver)
            : Next.Verb;
        if (left is Next.NextVerb)
        {
            talk.Begin();
            left = (await talk.StayAsync(run) as CallerAct.Leave)?.Next ?? Next.Over;
        }

        talk.End();
        return left switch
        {
            Next.End over => over with { Report = Act(element, run, member.ResultForm("bridged")) },
            Next.Moved moved => await MoveAsync(element, run, member, moved, "redirected-from-bridged"),
            _ => Act(element, run, member.ResultForm("bridged")) ?? Next.Verb,
        };
    }

    private static async Task<Next> MoveAsync(XElement element, CallRun run, QueueMember member, Next moved, string result)
    {
        if (Act(element, run, member.ResultForm(result)) is { } action)
        {
            if (!run.Switches.RedirectedActionIsExecuted)
            {
                run.Report(action);
            }
            else if (await run.HoldAsync(action, HoldRule.InQueue, () => false) is Next.End end)
            {
                return end;
            }
        }

        return moved;
    }

    private static Next.Document? Act(XElement element, CallRun run, IReadOnlyList<KeyValuePair<string, string>> form) =>
        (string?)element.Attribute("action") is { } action ? run.Request(action, (string?)element.Attribute("method"), form) : null;
}
