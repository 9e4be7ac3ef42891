using IvrAutomat.Simulator.Carrier.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>The REST calls for text messages (https://www.twilio.com/docs/messaging/api/message-resource).</summary>
internal static class MessageEndpoints
{
    private const int LongestBody = 1600;

    public static void MapMessages(this IEndpointRouteBuilder messages)
    {
        messages.MapPost("/Messages.json", CreateAsync).For(RestOperation.SendMessage);
        messages.MapGet("/Messages.json", List).For(RestOperation.ListMessages);
        messages.MapGet("/Messages/{sid}.json", (string sid, CarrierNetwork carrier) =>
            carrier.Messages.Find(sid) is { } message ? Results.Json(Shape(message, carrier.Options)) : RestError.NotFound.ToResult()).For(RestOperation.ListMessages);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        if (Refusal(form, carrier.Switches) is { } error)
        {
            return error.ToResult();
        }

        var callback = Uri.TryCreate(form["StatusCallback"], UriKind.Absolute, out var url) ? url : null;
        var message = carrier.Send(
            form["To"].ToString(), RestFields.Given(form, "From"), RestFields.Given(form, "MessagingServiceSid"), form["Body"].ToString(), callback);
        return Results.Json(Shape(message, carrier.Options), statusCode: StatusCodes.Status201Created);
    }

    private static RestError? Refusal(IFormCollection form, CarrierSwitches switches)
    {
        var to = form["To"].ToString();
        var body = form["Body"].ToString();
        return to.Length == 0 ? new(400, 21604, "A 'To' phone number is required.")
            : !PhoneNumberShape.IsE164(to) ? new(400, 21211, "The 'To' number is not a valid phone number.")
            : RestFields.Given(form, "From") is null && RestFields.Given(form, "MessagingServiceSid") is null
                ? new(400, 21603, "A 'From' or 'MessagingServiceSid' parameter is required.")
            : body.Length == 0 ? new(400, 21602, "Message body is required.")
            : body.Length > LongestBody ? new(400, 21617, "The concatenated message body exceeds the 1600 character limit.")
            : PhoneNumberShape.IsLandline(to) && !switches.LandlineFailsLater
                ? new(400, 21614, "The 'To' number is not a valid mobile number.")
            : null;
    }

    private static IResult List(HttpRequest request, CarrierNetwork carrier)
    {
        var query = request.Query;
        var found = carrier.Messages.Told.Reverse().Where(message => !message.IsMail && Matches(message, query));
        return RestPage.Of(request, "messages", [.. found.Select(message => Shape(message, carrier.Options))]);
    }

    private static bool Matches(TextMessage message, IQueryCollection query) =>
        (RestFields.Given(query, "To") is not { } to || message.To == to)
        && (RestFields.Given(query, "From") is not { } from || message.From == from)
        && (RestFields.Instant(query, "DateSent") is not { } day || message.CreatedAt.UtcDateTime.Date == day.UtcDateTime.Date)
        && (RestFields.Instant(query, "DateSent>") is not { } after || message.CreatedAt >= after)
        && (RestFields.Instant(query, "DateSent<") is not { } before || message.CreatedAt <= before);

    private static Dictionary<string, object?> Shape(TextMessage message, SimulatorOptions options) => new(StringComparer.Ordinal)
    {
        ["sid"] = message.Sid,
        ["account_sid"] = options.AccountSid,
        ["api_version"] = "2010-04-01",
        ["status"] = message.Status,
        ["direction"] = "outbound-api",
        ["to"] = message.To,
        ["from"] = message.From,
        ["messaging_service_sid"] = message.MessagingServiceSid,
        ["body"] = message.Body,
        ["num_segments"] = message.Segments.ToString(),
        ["num_media"] = "0",
        ["error_code"] = message.ErrorCode,
        ["error_message"] = message.ErrorCode is null ? null : "Landline or unreachable carrier",
        ["price"] = null,
        ["price_unit"] = "USD",
        ["date_created"] = CallForm.Rfc2822(message.CreatedAt),
        ["date_updated"] = CallForm.Rfc2822(message.SentAt ?? message.CreatedAt),
        ["date_sent"] = message.SentAt is { } sent ? CallForm.Rfc2822(sent) : null,
        ["uri"] = $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Sid}.json",
    };
}
