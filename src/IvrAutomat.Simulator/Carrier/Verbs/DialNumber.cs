using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Connects the call to a number (https://www.twilio.com/docs/voice/twiml/number).</summary>
internal static class DialNumber
{
    private const int MostNumbers = 10;
    private static readonly TimeSpan Engaged = TimeSpan.FromSeconds(1);

    public static ElementRule Rule { get; } = new("Number") { Text = TextRule.Required, EmptyCode = 13223 };

    public static TwimlError? Check(XElement element)
    {
        var numbers = Numbers(element);
        return numbers.Length is 0 or > MostNumbers
            ? new TwimlError(13223, $"Dial has {numbers.Length} numbers; 1 to {MostNumbers} are allowed.")
            : null;
    }

    public static async Task<Next> RunAsync(XElement element, CallRun run)
    {
        var result = Refused(element, run) is { } error ? Refuse(error, run) : await ConnectAsync(element, run);
        run.Call.Note(at => new DialChanged(at, result.Status));
        return result.Left is { } left
            ? DialVerb.AfterLeaving(element, run, left, result.Form)
            : DialVerb.After(element, run, result.Form);
    }

    private static async Task<DialResult> ConnectAsync(XElement element, CallRun run)
    {
        var numbers = Numbers(element).Select(run.Carrier.NumberOf).ToArray();
        foreach (var number in numbers)
        {
            run.Call.Note(at => new Dialled(at, number.Number));
        }

        bool Stops(CallerAct act) => DialVerb.StarHangsUp(element, act);

        // https://www.twilio.com/docs/voice/twiml/dial#timeout: five seconds are added to what is asked for.
        var patience = TimeSpan.FromSeconds(((int?)element.Attribute("timeout") ?? 30) + 5);
        var answering = numbers.Where(number => number.WhenDialled == WhenDialled.Answers && number.AnswersAfter <= patience)
            .MinBy(number => number.AnswersAfter);
        var ringing = answering?.AnswersAfter
            ?? (numbers.Any(number => number.WhenDialled is WhenDialled.NoAnswer or WhenDialled.Answers) ? patience : Engaged);
        switch (await run.WaitAsync(ringing, Stops))
        {
            case CallerAct.Leave leave:
                return new DialResult("canceled", TimeSpan.Zero, Bridged: false, leave.Next);
            case not null:
                return new DialResult("completed", TimeSpan.Zero, Bridged: false);
            default:
                break;
        }

        if (answering is null)
        {
            var status = ringing == patience ? "no-answer"
                : numbers.Any(number => number.WhenDialled == WhenDialled.Busy) ? "busy"
                : "failed";
            return new DialResult(status, TimeSpan.Zero, Bridged: false);
        }

        run.AnswerIfRinging();
        run.Call.Note(at => new DialChanged(at, "answered"));
        var limit = DialVerb.LimitOf(element);
        var began = run.Time.GetTimestamp();
        var end = await run.WaitAsync(limit < answering.TalksFor ? limit : answering.TalksFor, Stops);
        return new DialResult("completed", run.Time.GetElapsedTime(began), Bridged: true, (end as CallerAct.Leave)?.Next);
    }

    private static TwimlError? Refused(XElement element, CallRun run)
    {
        if (Numbers(element).FirstOrDefault(number => !PhoneNumberShape.IsE164(number)) is not null)
        {
            return new TwimlError(13223, "A dialled number is not in E.164.");
        }

        var callerId = (string?)element.Attribute("callerId");
        return callerId is null || callerId == run.Call.From || callerId == run.Call.To || callerId == run.Carrier.Options.Line
            ? null
            : new TwimlError(13214, "The callerId is neither the caller's number nor one of the account.");
    }

    private static DialResult Refuse(TwimlError error, CallRun run)
    {
        run.Call.Note(at => new Trouble(at, error.Code, error.Message));
        return new DialResult("failed", TimeSpan.Zero, Bridged: false);
    }

    private static string[] Numbers(XElement element) =>
        element.HasElements ? [.. element.Elements().Select(number => number.Value.Trim())]
        : element.Value.Trim() is { Length: > 0 } number ? [number]
        : [];

    private sealed record DialResult(string Status, TimeSpan Talk, bool Bridged, Next? Left = null)
    {
        public IReadOnlyList<KeyValuePair<string, string>> Form { get; } =
        [
            new("DialCallStatus", Status),
            new("DialCallSid", Sid.NewCall()),
            new("DialCallDuration", ((int)Talk.TotalSeconds).ToString()),
            new("DialBridged", Bridged ? "true" : "false"),
        ];
    }
}
