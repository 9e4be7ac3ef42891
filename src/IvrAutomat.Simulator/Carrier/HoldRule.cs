using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>Which verbs may stand in a document that is played while a call waits for something else.</summary>
internal sealed record HoldRule(string Where, IReadOnlySet<string> Verbs, int Code)
{
    /// <summary>https://www.twilio.com/docs/voice/twiml/enqueue#attributes-waiturl</summary>
    public static HoldRule InQueue { get; } =
        new("the waitUrl of a queue", Names("Say", "Play", "Pause", "Gather", "Redirect", "Hangup", "Leave"), 12200);

    /// <summary>https://www.twilio.com/docs/voice/twiml/conference#attributes-waiturl</summary>
    public static HoldRule InConference { get; } =
        new("the waitUrl of a conference", Names("Say", "Play", "Pause", "Redirect"), 13238);

    /// <summary>https://www.twilio.com/docs/voice/twiml/number#attributes-url: heard by the called side before it is connected.</summary>
    public static HoldRule BeforeBridge { get; } =
        new("the url of a dialled number", Names("Say", "Play", "Pause", "Gather", "Redirect", "Hangup"), 13201);

    /// <summary>https://www.twilio.com/docs/voice/twiml/queue#attributes-url: heard by the waiting caller before being connected.</summary>
    public static HoldRule LeavingQueue { get; } =
        new("the url of a dialled queue", Names("Say", "Play", "Pause", "Redirect"), 12200);

    /// <summary>The first verb that may not stand here; null when all may.</summary>
    public TwimlError? Check(XElement root) =>
        root.Elements().FirstOrDefault(verb => !Verbs.Contains(verb.Name.LocalName)) is { } verb
            ? new TwimlError(Code, $"{verb.Name.LocalName} may not stand in {Where}.")
            : null;

    private static HashSet<string> Names(params string[] names) => names.ToHashSet(StringComparer.Ordinal);
}
