using IvrAutomat.Simulator.Carrier.Conferences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>The REST calls for those in a conference (https://www.twilio.com/docs/voice/api/conference-participant-resource).</summary>
internal static class ParticipantEndpoints
{
    public static void MapParticipants(this IEndpointRouteBuilder conferences)
    {
        const string participants = "/Conferences/{conference}/Participants";
        conferences.MapGet($"{participants}.json", List).For(RestOperation.ListParticipants);
        conferences.MapPost($"{participants}.json", ParticipantCreation.RunAsync).For(RestOperation.ChangeParticipant);
        conferences.MapGet(participants + "/{who}.json", (string conference, string who, CarrierNetwork carrier) =>
            Find(carrier, conference, who) is { } found
                ? Results.Json(Shape(found, carrier.Options))
                : RestError.NotFound.ToResult()).For(RestOperation.ListParticipants);
        conferences.MapPost(participants + "/{who}.json", UpdateAsync).For(RestOperation.ChangeParticipant);
        conferences.MapDelete(participants + "/{who}.json", Remove).For(RestOperation.ChangeParticipant);
    }

    public static Dictionary<string, object?> Shape(Participant participant, SimulatorOptions options) => new(StringComparer.Ordinal)
    {
        ["account_sid"] = options.AccountSid,
        ["call_sid"] = participant.Call.Sid,
        ["conference_sid"] = participant.Conference.Sid,
        ["label"] = participant.Label,
        ["status"] = participant.IsOut ? "complete" : "connected",
        ["muted"] = participant.IsMuted,
        ["hold"] = participant.IsHeld,
        ["coaching"] = participant.Coached is not null,
        ["call_sid_to_coach"] = participant.Coached,
        ["start_conference_on_enter"] = participant.StartsOnEnter,
        ["end_conference_on_exit"] = participant.EndsOnExit,
        ["queue_time"] = "0",
        ["date_created"] = CallForm.Rfc2822(participant.JoinedAt),
        ["date_updated"] = CallForm.Rfc2822(participant.JoinedAt),
        ["uri"] = RestAccount.Path(options, $"Conferences/{participant.Conference.Sid}/Participants/{participant.Call.Sid}"),
    };

    private static Participant? Find(CarrierNetwork carrier, string conference, string who) =>
        carrier.Conferences.Find(conference)?.Find(Uri.UnescapeDataString(who));

    private static IResult List(string conference, HttpRequest request, CarrierNetwork carrier)
    {
        if (carrier.Conferences.Find(conference) is not { } found)
        {
            return RestError.NotFound.ToResult();
        }

        bool Same(string name, bool value) => RestFields.Given(request.Query, name) is not { } wanted || wanted == (value ? "true" : "false");
        var shown = found.Participants.Where(each =>
            Same("Muted", each.IsMuted) && Same("Hold", each.IsHeld) && Same("Coaching", each.Coached is not null));
        return RestPage.Of(request, "participants", [.. shown.Select(participant => Shape(participant, carrier.Options))]);
    }

    private static async Task<IResult> UpdateAsync(
        string conference, string who, HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        if (Find(carrier, conference, who) is not { } participant)
        {
            return RestError.NotFound.ToResult();
        }

        var form = await request.ReadFormAsync(ct);
        RestError? error = null;
        var muted = RestFields.Flag(form, "Muted", ref error);
        var hold = RestFields.Flag(form, "Hold", ref error);
        var endsOnExit = RestFields.Flag(form, "EndConferenceOnExit", ref error);
        var beeps = RestFields.Flag(form, "BeepOnExit", ref error);
        var coaching = RestFields.Flag(form, "Coaching", ref error);
        var holdUrl = RestFields.Url(form, "HoldUrl", ref error);
        var announcement = RestFields.Url(form, "AnnounceUrl", ref error);
        if (error is not null)
        {
            return error.ToResult();
        }

        string[] events =
        [
            .. muted is { } mutes && mutes != participant.IsMuted ? [mutes ? "participant-mute" : "participant-unmute"] : Array.Empty<string>(),
            .. hold is { } holds && holds != participant.IsHeld ? [holds ? "participant-hold" : "participant-unhold"] : Array.Empty<string>(),
            .. endsOnExit is not null || beeps is not null || coaching is not null ? ["participant-modify"] : Array.Empty<string>(),
        ];
        var coached = coaching == false ? null : RestFields.Given(form, "CallSidToCoach") ?? participant.Coached;
        participant.Conference.Change(
            participant,
            each =>
            {
                each.IsMuted = muted ?? each.IsMuted;
                each.HoldMusic = holdUrl is not null ? (holdUrl, RestFields.Method(form, "HoldMethod", HttpMethod.Get)) : each.HoldMusic;
                each.IsHeld = hold ?? each.IsHeld;
                each.EndsOnExit = endsOnExit ?? each.EndsOnExit;
                each.BeepsOnExit = beeps ?? each.BeepsOnExit;
                each.Coached = coached;
            },
            events);
        if (announcement is not null)
        {
            participant.Conference.Announce([participant], announcement, RestFields.Method(form, "AnnounceMethod", HttpMethod.Post));
        }

        return Results.Json(Shape(participant, carrier.Options));
    }

    private static IResult Remove(string conference, string who, CarrierNetwork carrier)
    {
        if (Find(carrier, conference, who) is not { } participant)
        {
            return RestError.NotFound.ToResult();
        }

        participant.Conference.Leave(participant, "participant_updated_via_api", wasRemoved: true);
        return Results.NoContent();
    }
}
