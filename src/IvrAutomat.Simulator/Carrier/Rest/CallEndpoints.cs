using IvrAutomat.Simulator.Carrier.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>The REST calls for calls (https://www.twilio.com/docs/voice/api/call-resource).</summary>
internal static class CallEndpoints
{
    private const int LongestTwiml = 4000;

    /// <summary>Where a document that came with a REST request is said to come from: relative URLs cannot be resolved against it.</summary>
    public static readonly Uri Inline = new("twiml:inline");

    public static void MapCalls(this IEndpointRouteBuilder calls)
    {
        calls.MapPost("/Calls.json", CreateAsync).For(RestOperation.CreateCall);
        calls.MapGet("/Calls.json", List).For(RestOperation.ListCalls);
        calls.MapGet("/Calls/{sid}.json", (string sid, CarrierNetwork carrier) =>
            carrier.Find(sid) is { } call ? Results.Json(Shape(call, carrier.Options)) : RestError.NotFound.ToResult())
            .For(RestOperation.ReadCall);
        calls.MapPost("/Calls/{sid}.json", UpdateAsync).For(RestOperation.ChangeCall);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var error = Refusal(form, carrier);
        var start = DocumentOf(form, ref error);
        var callback = RestFields.Url(form, "StatusCallback", ref error);
        var fallback = RestFields.Url(form, "FallbackUrl", ref error);
        var timeout = RestFields.Seconds(form, "Timeout", 1, 600, ref error);
        var limit = RestFields.Seconds(form, "TimeLimit", 1, 86_400, ref error);
        if (start is null)
        {
            error ??= new RestError(400, 21205, "Url or Twiml is required.");
        }

        if (error is not null)
        {
            return error.ToResult();
        }

        var call = carrier.Place(new CallSetup(form["From"].ToString(), form["To"].ToString(), CallSetup.OutboundApi)
        {
            Start = start,
            FallbackUrl = fallback,
            Callback = callback is null ? null : new StatusCallback(
                callback,
                RestFields.Method(form, "StatusCallbackMethod", HttpMethod.Post),
                RestFields.Words(form, "StatusCallbackEvent", "completed")),
            Timeout = timeout ?? CallSetup.DefaultRing,
            TimeLimit = limit,
            Detection = RestFields.Given(form, "SendDigits") is null ? DetectionOf(form) : null,
            Faults = carrier.Faults,
            QueueTime = carrier.Faults.QueueTime,
        });
        return Results.Json(Shape(call, carrier.Options), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> UpdateAsync(string sid, HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        if (carrier.Find(sid) is not { } call)
        {
            return RestError.NotFound.ToResult();
        }

        var form = await request.ReadFormAsync(ct);
        RestError? error = null;
        var document = DocumentOf(form, ref error);
        var callback = RestFields.Url(form, "StatusCallback", ref error);
        if (error is not null)
        {
            return error.ToResult();
        }

        if (callback is not null)
        {
            call.Callback = new StatusCallback(
                callback, RestFields.Method(form, "StatusCallbackMethod", HttpMethod.Post), call.Callback?.Events ?? new HashSet<string>(["completed"]));
        }

        var changed = RestFields.Given(form, "Status") switch
        {
            null => document is null || Move(call, document),
            "canceled" => call is { IsInbound: false, AnsweredAt: null, EndedAt: null } && End(call, "canceled"),
            "completed" => call.EndedAt is null && End(call, "completed"),
            _ => false,
        };
        return changed
            ? Results.Json(Shape(call, carrier.Options))
            : new RestError(400, 21220, "Call is not in-progress. Cannot redirect, or the status does not allow it.").ToResult();
    }

    private static bool Move(PhoneCall call, Next.Document document) =>
        call is { Status: "in-progress", EndedAt: null } && call.Ear.Tell(new CallerAct.Leave(new Next.Moved(document)));

    private static bool End(PhoneCall call, string status) =>
        call.Ear.Tell(new CallerAct.Leave(new Next.End(status, EndedBy.Automat, $"Status={status} by a REST request")));

    /// <summary>What is wrong with the numbers of a call that is to be placed; null for nothing.</summary>
    public static RestError? Refusal(IFormCollection form, CarrierNetwork carrier)
    {
        var to = form["To"].ToString();
        var from = form["From"].ToString();
        return to.Length == 0 ? new(400, 21201, "No 'To' number specified.")
            : from.Length == 0 ? new(400, 21213, "'From' phone number is required.")
            : !PhoneNumberShape.IsE164(to) ? new(400, 21211, "The 'To' number is not a valid phone number.")
            : !PhoneNumberShape.IsE164(from) ? new(400, 21212, "The 'From' number is not a valid phone number.")
            : from != carrier.Options.Line ? new(400, 21210, "The source phone number provided is not yet verified for your account.")
            : null;
    }

    private static Next.Document? DocumentOf(IFormCollection form, ref RestError? error)
    {
        var url = RestFields.Url(form, "Url", ref error);
        var twiml = RestFields.Given(form, "Twiml");
        if (twiml?.Length > LongestTwiml)
        {
            error ??= new RestError(400, 32018, "Twiml is longer than 4000 characters.");
        }

        return url is not null ? new Next.Document(url, RestFields.Method(form, "Method", HttpMethod.Post), [])
            : twiml is not null ? new Next.Document(Inline, HttpMethod.Post, []) { Twiml = twiml }
            : null;
    }

    private static MachineDetection? DetectionOf(IFormCollection form) =>
        Enum.TryParse<MachineDetection>(RestFields.Given(form, "MachineDetection"), out var detection) ? detection : null;

    private static IResult List(HttpRequest request, CarrierNetwork carrier)
    {
        var query = request.Query;
        bool Same(string name, string? value) => RestFields.Given(query, name) is not { } wanted || wanted == value;
        var found = carrier.Calls.OrderByDescending(call => call.Number).Where(call =>
            Same("To", call.To) && Same("From", call.From) && Same("Status", call.Status) && Same("ParentCallSid", call.Setup.ParentSid)
            && RestFields.Passes(query, "StartTime", call.StartedAt) && RestFields.Passes(query, "EndTime", call.EndedAt));
        return RestPage.Of(request, "calls", [.. found.Select(call => Shape(call, carrier.Options))]);
    }

    private static Dictionary<string, object?> Shape(PhoneCall call, SimulatorOptions options) => new(StringComparer.Ordinal)
    {
        ["sid"] = call.Sid,
        ["account_sid"] = options.AccountSid,
        ["api_version"] = "2010-04-01",
        ["parent_call_sid"] = call.Setup.ParentSid,
        ["from"] = call.From,
        ["from_formatted"] = call.From,
        ["to"] = call.To,
        ["to_formatted"] = call.To,
        ["status"] = call.Status,
        ["direction"] = call.Direction,
        ["answered_by"] = call.AnsweredBy,
        ["forwarded_from"] = null,
        ["caller_name"] = null,
        ["phone_number_sid"] = null,
        ["group_sid"] = null,
        ["trunk_sid"] = null,
        ["queue_time"] = ((long)call.Setup.QueueTime.TotalMilliseconds).ToString(),
        ["date_created"] = CallForm.Rfc2822(call.StartedAt),
        ["date_updated"] = CallForm.Rfc2822(call.EndedAt ?? call.AnsweredAt ?? call.StartedAt),
        ["start_time"] = call.AnsweredAt is { } answered ? CallForm.Rfc2822(answered) : null,
        ["end_time"] = call.EndedAt is { } ended ? CallForm.Rfc2822(ended) : null,
        ["duration"] = call.EndedAt is null ? null : CallForm.SecondsOf(call).ToString(),
        ["price"] = null,
        ["price_unit"] = "USD",
        ["uri"] = RestAccount.Path(options, $"Calls/{call.Sid}"),
        ["subresource_uris"] = new Dictionary<string, string>(StringComparer.Ordinal),
    };
}
