using IvrAutomat.Simulator.Carrier.Conferences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>The REST calls for conferences (https://www.twilio.com/docs/voice/api/conference-resource).</summary>
internal static class ConferenceEndpoints
{
    public static void MapConferences(this IEndpointRouteBuilder conferences)
    {
        conferences.MapGet("/Conferences.json", List).For(RestOperation.ListConferences);
        conferences.MapGet("/Conferences/{conference}.json", (string conference, CarrierNetwork carrier) =>
            carrier.Conferences.Find(conference) is { } found
                ? Results.Json(Shape(found, carrier.Options))
                : RestError.NotFound.ToResult()).For(RestOperation.ListConferences);
        conferences.MapPost("/Conferences/{conference}.json", UpdateAsync).For(RestOperation.ChangeConference);
    }

    private static IResult List(HttpRequest request, CarrierNetwork carrier)
    {
        var query = request.Query;
        var found = carrier.Conferences.All.Reverse().Where(conference =>
            (RestFields.Given(query, "FriendlyName") is not { } name || name == conference.Name)
            && (RestFields.Given(query, "Status") is not { } status || status == conference.Status)
            && RestFields.Passes(query, "DateCreated", conference.CreatedAt)
            && RestFields.Passes(query, "DateUpdated", conference.UpdatedAt));
        return RestPage.Of(request, "conferences", [.. found.Select(conference => Shape(conference, carrier.Options))]);
    }

    private static async Task<IResult> UpdateAsync(string conference, HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        if (carrier.Conferences.Find(conference) is not { } found)
        {
            return RestError.NotFound.ToResult();
        }

        var form = await request.ReadFormAsync(ct);
        RestError? error = null;
        var announcement = RestFields.Url(form, "AnnounceUrl", ref error);
        var status = RestFields.Given(form, "Status");
        if (status is not null and not "completed")
        {
            error ??= new RestError(400, 20001, "Status must be completed.");
        }

        if (error is null && found.IsOver)
        {
            error = new RestError(400, 21220, "The conference has ended.");
        }

        if (error is not null)
        {
            return error.ToResult();
        }

        if (announcement is not null)
        {
            found.Announce(found.Participants, announcement, RestFields.Method(form, "AnnounceMethod", HttpMethod.Post));
        }

        if (status is not null)
        {
            found.Complete();
        }

        return Results.Json(Shape(found, carrier.Options));
    }

    private static Dictionary<string, object?> Shape(Conference conference, SimulatorOptions options) => new(StringComparer.Ordinal)
    {
        ["sid"] = conference.Sid,
        ["account_sid"] = options.AccountSid,
        ["api_version"] = "2010-04-01",
        ["friendly_name"] = conference.Name,
        ["status"] = conference.Status,
        ["region"] = "us1",
        ["reason_conference_ended"] = conference.ReasonEnded,
        ["call_sid_ending_conference"] = conference.EndedBy?.Call.Sid,
        ["date_created"] = CallForm.Rfc2822(conference.CreatedAt),
        ["date_updated"] = CallForm.Rfc2822(conference.UpdatedAt),
        ["uri"] = RestAccount.Path(options, $"Conferences/{conference.Sid}"),
        ["subresource_uris"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["participants"] = RestAccount.Path(options, $"Conferences/{conference.Sid}/Participants"),
        },
    };
}
