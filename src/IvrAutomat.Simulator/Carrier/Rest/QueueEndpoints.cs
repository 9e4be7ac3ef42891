using IvrAutomat.Simulator.Carrier.Queues;
using IvrAutomat.Simulator.Carrier.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Carrier.Rest;

/// <summary>The REST calls for queues (https://www.twilio.com/docs/voice/api/queue-resource and /member-resource).</summary>
internal static class QueueEndpoints
{
    private const int LongestName = 64;
    private const int LargestQueue = 5000;

    public static void MapQueues(this IEndpointRouteBuilder queues)
    {
        queues.MapGet("/Queues.json", (HttpRequest request, CarrierNetwork carrier) =>
            RestPage.Of(request, "queues", [.. carrier.Queues.All.Select(queue => Shape(queue, carrier.Options))]))
            .For(RestOperation.ListQueues);
        queues.MapPost("/Queues.json", CreateAsync);
        queues.MapGet("/Queues/{queue}.json", (string queue, CarrierNetwork carrier) =>
            carrier.Queues.Find(queue) is { } found ? Results.Json(Shape(found, carrier.Options)) : RestError.NotFound.ToResult())
            .For(RestOperation.ListQueues);
        queues.MapPost("/Queues/{queue}.json", ChangeAsync);
        queues.MapDelete("/Queues/{queue}.json", (string queue, CarrierNetwork carrier) =>
            carrier.Queues.Find(queue) is not { } found ? RestError.NotFound.ToResult()
            : carrier.Queues.Remove(found) ? Results.NoContent()
            : new RestError(400, 22003, "The queue is not empty.").ToResult());
        queues.MapGet("/Queues/{queue}/Members.json", (string queue, HttpRequest request, CarrierNetwork carrier) =>
            carrier.Queues.Find(queue) is { } found
                ? RestPage.Of(request, "queue_members", [.. found.Members.Select(member => Shape(member, carrier.Options))])
                : RestError.NotFound.ToResult()).For(RestOperation.ListQueues);
        queues.MapGet("/Queues/{queue}/Members/{member}.json", (string queue, string member, CarrierNetwork carrier) =>
            carrier.Queues.Find(queue)?.Find(member) is { } found
                ? Results.Json(Shape(found, carrier.Options))
                : RestError.NotFound.ToResult());
        queues.MapPost("/Queues/{queue}/Members/{member}.json", DequeueAsync).For(RestOperation.Dequeue);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        if (RestFields.Given(form, "FriendlyName") is not { Length: <= LongestName } name)
        {
            return new RestError(400, 22004, "FriendlyName is required and has at most 64 characters.").ToResult();
        }

        if (carrier.Queues.FindNamed(name) is not null)
        {
            return new RestError(400, 22003, "A queue of this name exists.").ToResult();
        }

        var queue = carrier.Queues.Named(name);
        queue.MaxSize = SizeOf(form) ?? queue.MaxSize;
        return Results.Json(Shape(queue, carrier.Options), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(string queue, HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        if (carrier.Queues.Find(queue) is not { } found)
        {
            return RestError.NotFound.ToResult();
        }

        found.MaxSize = SizeOf(await request.ReadFormAsync(ct)) ?? found.MaxSize;
        return Results.Json(Shape(found, carrier.Options));
    }

    private static async Task<IResult> DequeueAsync(
        string queue, string member, HttpRequest request, CarrierNetwork carrier, CancellationToken ct)
    {
        if (carrier.Queues.Find(queue)?.Find(member) is not { } found)
        {
            return RestError.NotFound.ToResult();
        }

        var form = await request.ReadFormAsync(ct);
        RestError? error = null;
        var url = RestFields.Url(form, "Url", ref error);
        if (url is null)
        {
            return (error ?? new RestError(400, 21205, "Url is required.")).ToResult();
        }

        // Out of the queue at once: of two requests for one member the second finds nobody.
        var shape = Shape(found, carrier.Options);
        if (!found.Queue.Remove(found))
        {
            return RestError.NotFound.ToResult();
        }

        var next = new Next.Moved(new Next.Document(url, RestFields.Method(form, "Method", HttpMethod.Post), []));
        found.Call.Ear.Tell(new CallerAct.Leave(next));
        return Results.Json(shape);
    }

    private static int? SizeOf(IFormCollection form) =>
        int.TryParse(RestFields.Given(form, "MaxSize"), out var size) ? Math.Clamp(size, 1, LargestQueue) : null;

    private static Dictionary<string, object?> Shape(WaitingQueue queue, SimulatorOptions options) => new(StringComparer.Ordinal)
    {
        ["sid"] = queue.Sid,
        ["account_sid"] = options.AccountSid,
        ["friendly_name"] = queue.Name,
        ["current_size"] = queue.Members.Count,
        ["max_size"] = queue.MaxSize,
        ["average_wait_time"] = queue.AverageWait,
        ["date_created"] = CallForm.Rfc2822(queue.CreatedAt),
        ["date_updated"] = CallForm.Rfc2822(queue.CreatedAt),
        ["uri"] = RestAccount.Path(options, $"Queues/{queue.Sid}"),
        ["subresource_uris"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["members"] = RestAccount.Path(options, $"Queues/{queue.Sid}/Members"),
        },
    };

    private static Dictionary<string, object?> Shape(QueueMember member, SimulatorOptions options) => new(StringComparer.Ordinal)
    {
        ["call_sid"] = member.Call.Sid,
        ["queue_sid"] = member.Queue.Sid,
        ["position"] = member.Position,
        ["wait_time"] = member.SecondsWaited,
        ["date_enqueued"] = CallForm.Rfc2822(member.EnteredAt),
        ["uri"] = RestAccount.Path(options, $"Queues/{member.Queue.Sid}/Members/{member.Call.Sid}"),
    };
}
