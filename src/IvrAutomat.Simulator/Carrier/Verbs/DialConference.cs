using System.Xml.Linq;
using IvrAutomat.Simulator.Carrier.Conferences;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Puts the call into a conference and keeps it there (https://www.twilio.com/docs/voice/twiml/conference).</summary>
internal static class DialConference
{
    private const int LongestLabel = 128;
    private static readonly HashSet<string> NoEvents = [];

    public static ElementRule Rule { get; } = new("Conference")
    {
        Text = TextRule.Required,
        EmptyCode = 13230,
        Attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
        {
            ["muted"] = AttributeRule.Boolean(13231),
            ["beep"] = AttributeRule.OneOf(13232, "true", "false", "onEnter", "onExit"),
            ["startConferenceOnEnter"] = AttributeRule.Boolean(13234),
            ["endConferenceOnExit"] = AttributeRule.Boolean(13235),
            ["participantLabel"] = new($"up to {LongestLabel} characters", value => value.Length is > 0 and <= LongestLabel, 12200),
            ["waitUrl"] = AttributeRule.Url(13233),
            ["waitMethod"] = AttributeRule.Method(13236),
            ["maxParticipants"] = AttributeRule.Whole(2, 250, 13237),
            ["record"] = AttributeRule.OneOf(12200, "do-not-record", "record-from-start"),
            ["coach"] = new("the identifier of a call", value => value.StartsWith("CA", StringComparison.Ordinal), 13240),
            ["region"] = AttributeRule.OneOf(12200, "us1", "us2", "ie1", "sg1", "br1", "au1", "jp1", "de1"),
            ["jitterBufferSize"] = AttributeRule.OneOf(12200, "large", "medium", "small", "off"),
            ["statusCallback"] = AttributeRule.Url(),
            ["statusCallbackMethod"] = AttributeRule.Method(),
            ["statusCallbackEvent"] = AttributeRule.ListOf(12200, [.. ConferenceReports.Subscriptions]),
        },
    };

    public static async Task<Next> RunAsync(XElement dial, CallRun run)
    {
        var noun = dial.Elements().Single();
        run.AnswerIfRinging();
        var name = noun.Value.Trim();
        if (run.Carrier.Conferences.Enter(name, run.Call, SettingsOf(noun, run), out var refusal) is not { } participant)
        {
            run.Call.Note(at => new Trouble(at, refusal!.Code, refusal.Message));
            // A label that is taken keeps the leg out, which goes on behind the Dial: https://www.twilio.com/docs/api/errors/16025
            return refusal!.Code == 16025 ? Next.Verb : DialVerb.After(dial, run, Answered);
        }

        var waiting = run.Request((string?)noun.Attribute("waitUrl") ?? "", (string?)noun.Attribute("waitMethod"), []);
        var music = string.IsNullOrEmpty((string?)noun.Attribute("waitUrl")) ? null : waiting;
        var stay = new ConferenceStay(run, participant, music, act => DialVerb.StarHangsUp(dial, act), DialVerb.LimitOf(dial));
        Next left;
        try
        {
            left = await stay.UntilOutAsync();
        }
        catch
        {
            participant.Conference.Leave(participant, "participant_hung_up");
            throw;
        }

        participant.Conference.Leave(participant, left is Next.Moved ? "participant_updated_via_api" : "participant_hung_up");
        return left switch
        {
            Next.WaitIsOver when stay.WasRemoved && run.Switches.RemovedParticipantEnds =>
                new Next.End("completed", EndedBy.Automat, "removed from the conference"),
            Next.WaitIsOver => DialVerb.After(dial, run, Answered),
            Next.End => DialVerb.AfterLeaving(dial, run, left, Answered),
            _ => left,
        };
    }

    private static ParticipantSettings SettingsOf(XElement noun, CallRun run)
    {
        string? Value(string name) => (string?)noun.Attribute(name);
        var beep = Value("beep") ?? "true";
        return new ParticipantSettings
        {
            Label = Value("participantLabel"),
            Muted = Value("muted") == "true",
            StartOnEnter = Value("startConferenceOnEnter") != "false",
            EndOnExit = Value("endConferenceOnExit") == "true",
            BeepOnEnter = beep is "true" or "onEnter",
            BeepOnExit = beep is "true" or "onExit",
            Coached = Value("coach"),
            MostParticipants = (int?)noun.Attribute("maxParticipants") ?? 250,
            Callback = Value("statusCallback") is { } url && run.Request(url, Value("statusCallbackMethod"), []) is { } to
                ? new StatusCallback(to.Url, to.Method, Value("statusCallbackEvent")?.Split(' ').ToHashSet(StringComparer.Ordinal) ?? NoEvents)
                : null,
        };
    }

    // Neither DialCallSid nor DialCallDuration is sent after a conference.
    private static readonly KeyValuePair<string, string>[] Answered =
        [new("DialCallStatus", "answered")];
}
