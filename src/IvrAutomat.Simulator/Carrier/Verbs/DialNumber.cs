using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Connects the call to a number (https://www.twilio.com/docs/voice/twiml/number).</summary>
internal static class DialNumber
{
    private const int MostNumbers = 10;

    public static ElementRule Rule { get; } = new("Number")
    {
        Text = TextRule.Required,
        EmptyCode = 13223,
        Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
        {
            ["url"] = AttributeRule.Url(),
            ["method"] = AttributeRule.Method(13221),
            ["sendDigits"] = new("keys and w", value => value.All(key => "0123456789*#wW".Contains(key)), 13222),
            ["statusCallback"] = AttributeRule.Url(),
            ["statusCallbackMethod"] = AttributeRule.Method(),
            ["statusCallbackEvent"] = AttributeRule.ListOf(12200, "initiated", "ringing", "answered", "completed"),
            ["machineDetection"] = AttributeRule.OneOf(12200, "Enable", "DetectMessageEnd"),
            ["machineDetectionTimeout"] = AttributeRule.Whole(3, 60),
        },
    };

    public static TwimlError? Check(XElement element)
    {
        var count = element.HasElements ? element.Elements().Count() : element.Value.Trim().Length > 0 ? 1 : 0;
        return count is 0 or > MostNumbers
            ? new TwimlError(13223, $"Dial has {count} numbers; 1 to {MostNumbers} are allowed.")
            : null;
    }

    public static async Task<Next> RunAsync(XElement dial, CallRun run)
    {
        var numbers = NumbersOf(dial, run);
        if (Refused(dial, numbers, run) is { } error)
        {
            run.Call.Note(at => new Trouble(at, error.Code, error.Message));
            return After(dial, run, new DialEnd("failed", Leg: null, TimeSpan.Zero, Left: null));
        }

        var end = new DialEnd("failed", Leg: null, TimeSpan.Zero, Left: null);
        var rounds = (string?)dial.Attribute("sequential") == "true" ? numbers.Select(number => new[] { number }) : [numbers];
        foreach (var together in rounds)
        {
            end = await new DialAttempt(dial, run, together).RunAsync();
            if (end.Left is not null || end.Status == "completed")
            {
                break;
            }
        }

        return After(dial, run, end);
    }

    private static Next After(XElement dial, CallRun run, DialEnd end)
    {
        run.Call.Note(at => new DialChanged(at, end.Status));
        return end.Left is { } left ? DialVerb.AfterLeaving(dial, run, left, end.Form) : DialVerb.After(dial, run, end.Form);
    }

    private static TwimlError? Refused(XElement dial, DialledNumber[] numbers, CallRun run)
    {
        if (Array.Exists(numbers, number => !PhoneNumberShape.IsE164(number.Number)))
        {
            return new TwimlError(13223, "A dialled number is not in E.164.");
        }

        var callerId = (string?)dial.Attribute("callerId");
        return callerId is null || callerId == run.Call.From || callerId == run.Call.To || callerId == run.Carrier.Options.Line
            ? null
            : new TwimlError(13214, "The callerId is neither the caller's number nor one of the account.");
    }

    private static DialledNumber[] NumbersOf(XElement dial, CallRun run) => dial.HasElements
        ? [.. dial.Elements().Select(noun => new DialledNumber(noun.Value.Trim(), Before(noun, run), CallbackOf(noun, run), DetectionOf(noun)))]
        : [new DialledNumber(dial.Value.Trim(), Before: null, Callback: null, Detection: null)];

    private static Next.Document? Before(XElement noun, CallRun run) =>
        (string?)noun.Attribute("url") is { } url ? run.Request(url, (string?)noun.Attribute("method"), []) : null;

    private static StatusCallback? CallbackOf(XElement noun, CallRun run)
    {
        var events = ((string?)noun.Attribute("statusCallbackEvent") ?? "completed").Split(' ').ToHashSet(StringComparer.Ordinal);
        return (string?)noun.Attribute("statusCallback") is { } url
            && run.Request(url, (string?)noun.Attribute("statusCallbackMethod"), []) is { } to
            ? new StatusCallback(to.Url, to.Method, events)
            : null;
    }

    private static MachineDetection? DetectionOf(XElement noun) =>
        Enum.TryParse<MachineDetection>((string?)noun.Attribute("machineDetection"), out var detection) ? detection : null;
}

/// <summary>A number as a Dial names it.</summary>
/// <param name="Number">The number.</param>
/// <param name="Before">What the called side hears before it is connected; null for nothing.</param>
/// <param name="Callback">Who is told about its leg.</param>
/// <param name="Detection">Whether it is asked who answers.</param>
internal sealed record DialledNumber(string Number, Next.Document? Before, StatusCallback? Callback, MachineDetection? Detection);

/// <summary>How dialling ended.</summary>
/// <param name="Status">The carrier's word.</param>
/// <param name="Leg">The call that answered, or the last one tried.</param>
/// <param name="Talk">How long the two sides heard each other.</param>
/// <param name="Left">Where the dialling call went, when it left; null when it is still there.</param>
internal sealed record DialEnd(string Status, PhoneCall? Leg, TimeSpan Talk, Next? Left)
{
    /// <summary>What the action is told (https://www.twilio.com/docs/voice/twiml/dial#attributes-action-parameters).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form =>
    [
        new("DialCallStatus", Status),
        .. Leg is null ? [] : new KeyValuePair<string, string>[] { new("DialCallSid", Leg.Sid) },
        new("DialCallDuration", ((int)Talk.TotalSeconds).ToString()),
        new("DialBridged", Talk > TimeSpan.Zero ? "true" : "false"),
    ];
}
