using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>The REST calls for text messages (https://www.twilio.com/docs/messaging/api/message-resource).</summary>
internal static class MessageEndpoints
{
    private const int LongestBody = 1600;
    private const int LargestRequest = 64 * 1024;
    private const int DefaultPage = 50;
    private const int LargestPage = 1000;

    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        var messages = routes.MapGroup("/2010-04-01/Accounts/{account}").AddEndpointFilter(AuthoriseAsync);
        messages.MapPost("/Messages.json", CreateAsync);
        messages.MapGet("/Messages.json", List);
        messages.MapGet("/Messages/{sid}.json", (string sid, CarrierNetwork carrier) =>
            carrier.Messages.Find(sid) is { } message ? Results.Json(Shape(message, carrier.Options)) : RestError.NotFound.ToResult());
    }

    private static async ValueTask<object?> AuthoriseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var carrier = (CarrierNetwork)http.RequestServices.GetService(typeof(CarrierNetwork))!;
        var credentials = Encoding.UTF8.GetBytes($"{carrier.Options.AccountSid}:{carrier.Options.AuthToken}");
        var expected = $"Basic {Convert.ToBase64String(credentials)}";
        var authorised = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected),
            Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()));
        if (!authorised)
        {
            return RestError.Unauthorised.ToResult();
        }

        return http.Request.RouteValues["account"] as string == carrier.Options.AccountSid
            ? await next(context)
            : RestError.NotFound.ToResult();
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.ContentLength is > LargestRequest)
        {
            return new RestError(400, 20001, "The request is not a form, or is too large.").ToResult();
        }

        var form = await request.ReadFormAsync(ct);
        if (Refusal(form, carrier.Options) is { } error)
        {
            return error.ToResult();
        }

        var callback = Uri.TryCreate(form["StatusCallback"], UriKind.Absolute, out var url) ? url : null;
        var message = carrier.Send(
            form["To"].ToString(), Given(form, "From"), Given(form, "MessagingServiceSid"), form["Body"].ToString(), callback);
        return Results.Json(Shape(message, carrier.Options), statusCode: StatusCodes.Status201Created);
    }

    private static RestError? Refusal(IFormCollection form, SimulatorOptions options)
    {
        var to = form["To"].ToString();
        var body = form["Body"].ToString();
        return to.Length == 0 ? new(400, 21604, "A 'To' phone number is required.")
            : !PhoneNumberShape.IsE164(to) ? new(400, 21211, "The 'To' number is not a valid phone number.")
            : Given(form, "From") is null && Given(form, "MessagingServiceSid") is null
                ? new(400, 21603, "A 'From' or 'MessagingServiceSid' parameter is required.")
            : body.Length == 0 ? new(400, 21602, "Message body is required.")
            : body.Length > LongestBody ? new(400, 21617, "The concatenated message body exceeds the 1600 character limit.")
            : PhoneNumberShape.IsLandline(to) && !options.Switches.LandlineFailsLater
                ? new(400, 21614, "The 'To' number is not a valid mobile number.")
            : null;
    }

    private static IResult List(HttpRequest request, CarrierNetwork carrier)
    {
        var query = request.Query;
        var size = int.TryParse(query["PageSize"], out var asked) ? Math.Clamp(asked, 1, LargestPage) : DefaultPage;
        var page = int.TryParse(query["Page"], out var number) ? Math.Clamp(number, 0, int.MaxValue / LargestPage) : 0;
        var found = carrier.Messages.All.Reverse().Where(message => !message.IsMail && Matches(message, query)).ToArray();
        var shown = found.Skip(page * size).Take(size).ToArray();
        var path = $"/2010-04-01/Accounts/{carrier.Options.AccountSid}/Messages.json";
        string? Link(int to) => to < 0 || to * size >= Math.Max(found.Length, 1) ? null : $"{path}{Others(query)}PageSize={size}&Page={to}";
        return Results.Json(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["messages"] = shown.Select(message => Shape(message, carrier.Options)),
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = page * size,
            ["end"] = page * size + Math.Max(0, shown.Length - 1),
            ["uri"] = Link(page),
            ["first_page_uri"] = Link(0),
            ["next_page_uri"] = Link(page + 1),
            ["previous_page_uri"] = Link(page - 1),
        });
    }

    private static bool Matches(TextMessage message, IQueryCollection query) =>
        (Given(query, "To") is not { } to || message.To == to)
        && (Given(query, "From") is not { } from || message.From == from)
        && (Day(query, "DateSent") is not { } day || message.CreatedAt.UtcDateTime.Date == day.UtcDateTime.Date)
        && (Day(query, "DateSent>") is not { } after || message.CreatedAt >= after)
        && (Day(query, "DateSent<") is not { } before || message.CreatedAt <= before);

    private static DateTimeOffset? Day(IQueryCollection query, string name) =>
        DateTimeOffset.TryParse(query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string Others(IQueryCollection query) =>
        "?" + string.Concat(query.Where(field => field.Key is not "Page" and not "PageSize" and not "PageToken")
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.ToString())}&"));

    private static string? Given(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

    private static string? Given(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

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
