using System.Xml.Linq;
using IvrAutomat.Simulator.Carrier.Verbs;
using Microsoft.AspNetCore.Http;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>Calls somebody straight into a conference: whoever or whatever answers is in the room.</summary>
/// <remarks>https://www.twilio.com/docs/voice/api/conference-participant-resource#create-a-participant</remarks>
internal static class ParticipantCreation
{
    /// <summary>Fields of the request that are attributes of the noun under another spelling.</summary>
    private static readonly (string Field, string Attribute)[] Attributes =
    [
        ("Label", "participantLabel"), ("Muted", "muted"), ("Beep", "beep"), ("StartConferenceOnEnter", "startConferenceOnEnter"),
        ("EndConferenceOnExit", "endConferenceOnExit"), ("WaitUrl", "waitUrl"), ("WaitMethod", "waitMethod"),
        ("MaxParticipants", "maxParticipants"), ("CallSidToCoach", "coach"), ("JitterBufferSize", "jitterBufferSize"), ("Region", "region"),
        ("ConferenceStatusCallback", "statusCallback"), ("ConferenceStatusCallbackMethod", "statusCallbackMethod"),
    ];

    public static async Task<IResult> RunAsync(string conference, HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var error = CallEndpoints.Refusal(form, carrier);
        var callback = RestFields.Url(form, "StatusCallback", ref error);
        var timeout = RestFields.Seconds(form, "Timeout", 5, 600, ref error);
        var limit = RestFields.Seconds(form, "TimeLimit", 1, 86_400, ref error);
        var known = carrier.Conferences.Find(conference);
        if (conference.StartsWith("CF", StringComparison.Ordinal) && conference.Length == 34 && known is null or { IsOver: true })
        {
            error ??= RestError.NotFound;
        }

        if (error is not null)
        {
            return error.ToResult();
        }

        var name = known?.Name ?? Uri.UnescapeDataString(conference);
        var call = carrier.Place(new CallSetup(form["From"].ToString(), form["To"].ToString(), CallSetup.OutboundApi)
        {
            Start = new Next.Document(CallEndpoints.Inline, HttpMethod.Post, []) { Twiml = Document(name, form) },
            Callback = callback is null ? null : new StatusCallback(
                callback,
                RestFields.Method(form, "StatusCallbackMethod", HttpMethod.Post),
                RestFields.Words(form, "StatusCallbackEvent", "completed")),
            Timeout = timeout ?? CallSetup.DefaultRing,
            TimeLimit = limit,
            Faults = carrier.Faults,
            QueueTime = carrier.Faults.QueueTime,
            WhenEnded = ended => TellUnanswered(carrier, name, ended, RestFields.Given(form, "Label")),
        });
        return Results.Json(Shape(call, known?.Sid, form, carrier.Options), statusCode: StatusCodes.Status201Created);
    }

    private static void TellUnanswered(CarrierNetwork carrier, string conference, PhoneCall call, string? label)
    {
        if (call.AnsweredAt is null)
        {
            carrier.Conferences.TellNotAdded(conference, call, label);
        }
    }

    private static string Document(string name, IFormCollection form)
    {
        var room = new XElement("Conference", name);
        foreach (var (field, attribute) in Attributes)
        {
            if (RestFields.Given(form, field) is { } value)
            {
                room.SetAttributeValue(attribute, value);
            }
        }

        if (form["ConferenceStatusCallbackEvent"] is { Count: > 0 } events)
        {
            room.SetAttributeValue("statusCallbackEvent", string.Join(' ', events.OfType<string>()));
        }

        return new XElement("Response", new XElement("Dial", room)).ToString(SaveOptions.DisableFormatting);
    }

    private static Dictionary<string, object?> Shape(PhoneCall call, string? conference, IFormCollection form, SimulatorOptions options) =>
        new(StringComparer.Ordinal)
        {
            ["account_sid"] = options.AccountSid,
            ["call_sid"] = call.Sid,
            ["conference_sid"] = conference,
            ["label"] = RestFields.Given(form, "Label"),
            ["status"] = "queued",
            ["muted"] = RestFields.Given(form, "Muted") is "true",
            ["hold"] = false,
            ["coaching"] = RestFields.Given(form, "CallSidToCoach") is not null,
            ["call_sid_to_coach"] = RestFields.Given(form, "CallSidToCoach"),
            ["start_conference_on_enter"] = RestFields.Given(form, "StartConferenceOnEnter") is not "false",
            ["end_conference_on_exit"] = RestFields.Given(form, "EndConferenceOnExit") is "true",
            ["queue_time"] = ((long)call.Setup.QueueTime.TotalMilliseconds).ToString(),
            ["date_created"] = CallForm.Rfc2822(call.StartedAt),
            ["date_updated"] = CallForm.Rfc2822(call.StartedAt),
            ["uri"] = RestAccount.Path(options, $"Conferences/{conference}/Participants/{call.Sid}"),
        };
}
