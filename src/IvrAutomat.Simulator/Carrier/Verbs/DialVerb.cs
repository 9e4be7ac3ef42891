using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Connects the call to numbers, a conference or the front of a queue (https://www.twilio.com/docs/voice/twiml/dial).</summary>
internal sealed class DialVerb() : Verb(new("Dial")
{
    Text = TextRule.Optional,
    Children = new HashSet<string>(["Number", "Conference", "Queue"], StringComparer.Ordinal),
    Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
    {
        ["action"] = AttributeRule.Url(),
        ["method"] = AttributeRule.Method(),
        ["timeout"] = AttributeRule.Whole(5, 600, 13212),
        ["timeLimit"] = AttributeRule.Whole(1, 86_400),
        ["hangupOnStar"] = AttributeRule.Boolean(),
        ["callerId"] = AttributeRule.Any,
        ["answerOnBridge"] = AttributeRule.Boolean(),
        ["sequential"] = AttributeRule.Boolean(),
        ["ringTone"] = new("two letters of a country", value => value.Length is 2 or 6, 12200),
        ["record"] = AttributeRule.OneOf(
            12200,
            "do-not-record", "record-from-answer", "record-from-ringing", "record-from-answer-dual", "record-from-ringing-dual"),
    },
})
{
    public static IReadOnlyList<ElementRule> Nouns { get; } = [DialNumber.Rule, DialConference.Rule, DialQueue.Rule];

    public override TwimlError? Check(XElement element)
    {
        var kinds = element.Elements().Select(noun => noun.Name.LocalName).Distinct(StringComparer.Ordinal).ToArray();
        return kinds is not ([] or ["Number"]) && element.Elements().Count() > 1
            ? new TwimlError(12200, "Dial has one Conference, one Queue, or Numbers.")
            : kinds is [] or ["Number"] ? DialNumber.Check(element)
            : null;
    }

    public override bool AnswersTheCall(XElement element) => (string?)element.Attribute("answerOnBridge") != "true";

    public override Task<Next> RunAsync(XElement element, CallRun run) => (element.Elements().FirstOrDefault()?.Name.LocalName) switch
    {
        "Conference" => DialConference.RunAsync(element, run),
        "Queue" => DialQueue.RunAsync(element, run),
        _ => DialNumber.RunAsync(element, run),
    };

    /// <summary>Whether the caller's star ends the dialled side.</summary>
    public static bool StarHangsUp(XElement dial, CallerAct act) =>
        act is CallerAct.Key { Value: '*' } && (string?)dial.Attribute("hangupOnStar") == "true";

    /// <summary>How long the connection may last.</summary>
    public static TimeSpan LimitOf(XElement dial) =>
        TimeSpan.FromSeconds((int?)dial.Attribute("timeLimit") ?? (int)CallRun.LongestCall.TotalSeconds);

    /// <summary>Where a Dial goes on when the dialled side has ended and the caller is still there.</summary>
    public static Next After(XElement dial, CallRun run, IReadOnlyList<KeyValuePair<string, string>> form) =>
        (string?)dial.Attribute("action") is { } action ? run.Go(action, (string?)dial.Attribute("method"), form) : Next.Verb;

    /// <summary>Where a Dial goes on when the caller hung up: nowhere, but in one reading its action is still told.</summary>
    public static Next AfterLeaving(XElement dial, CallRun run, Next left, IReadOnlyList<KeyValuePair<string, string>> form) =>
        left is Next.End end && run.Switches.DialActionAfterHangup
            ? end with { Report = After(dial, run, form) as Next.Document }
            : left;
}
